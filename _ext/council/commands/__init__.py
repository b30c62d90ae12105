"""What the archivist's commands do and say; each gives its exit status."""

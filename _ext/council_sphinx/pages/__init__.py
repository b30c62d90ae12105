"""The directives of the archive: for MyST pages and reStructuredText alike."""

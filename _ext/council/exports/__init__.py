"""From the archive to text or bytes: one format a file, no Sphinx."""

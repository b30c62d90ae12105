"""From the archive to docutils nodes; the same nodes serve every builder.

A page holds a placeholder, made while it is read; it is filled when the page is written, once all
records are known.
"""

"""The archive of another institution: the releases and records that are here go, and its first files come."""

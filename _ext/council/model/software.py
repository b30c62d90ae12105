"""What this program is: told by formats that say who described something, and by what is kept for the record."""

SOFTWARE = "council-archive"
VERSION = "1.0.0"

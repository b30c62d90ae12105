"""What makes the exports: its name, for formats that tell who described something."""

SOFTWARE = "council-archive"

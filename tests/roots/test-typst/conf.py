project = "Handbook"
author = "The makers"
extensions = ["sphinx_design", "typst_builder"]
language = "en"
smartquotes = False

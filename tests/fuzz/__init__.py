"""The machine that looks for inputs that break the archive.

Real releases and records are changed by chance, and what the archive makes of them is checked; sequences of edits and
builds that are killed are compared with clean builds.  ``make fuzz MINUTES=30`` runs it for long, ``make test`` a few
fixed seeds of it.  What fails is made small and written into ``_build/fuzz/``, with the way to see it again.

=============== ======================================================================================
``corpus``      the releases and records that are changed
``composed``    releases of nothing but marks and words
``mutations``   how a text is changed, one function a kind
``snippets``    the pieces that they put in
``encodings``   how a text is written as bytes, rightly and wrongly
``mutants``     a changed text, made again from its seed
``inputs``      what is put into an archive: mutants, pictures, and files that nobody makes on purpose
``checks``      what must hold of a page: no word lost, nothing active
``library``     one release after the other through parsing, extraction, data and page: a thousand a minute
``builds``      many inputs at once in a whole build: pages, a rebuild, a book
``edits``       sequences of edits, each rebuild compared with a clean build
``kills``       builds and commands that are killed, and run again
``shrinking``   a failing input made small
``failures``    what failed, and the folder that keeps it
``turns``       how much of each part is done at once
``__main__``    the long run
=============== ======================================================================================
"""

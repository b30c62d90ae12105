"""Charts of views, drawn as inline SVG: one a file, with its node.

Looks stand in the style sheets, by classes, as pages allow no style of an element's own.  Places across are given in
percent, so that marks and letters keep their size at any width.
"""

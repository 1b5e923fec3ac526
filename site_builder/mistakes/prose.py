"""Mistakes in running text with its few signs for headings, lists, tables and links."""

from site_builder.model.problem import Mistake

TOO_LONG = Mistake("MD-01")
TOO_DEEP = Mistake("MD-02")
COMMENT = Mistake("MD-03")
HTML_TAG = Mistake("MD-04")
LOST = Mistake("MD-05")
NUMBERING = Mistake("MD-06")
SERIES = Mistake("MD-07")
SIGN = Mistake("MD-08")
ADDRESS = Mistake("MD-09")
LINK_FORM = Mistake("MD-10")
OUTSIDE_PICTURE = Mistake("MD-11")
NO_DESCRIPTION = Mistake("MD-12")
CELLS = Mistake("MD-13")
HEADING_SPACE = Mistake("MD-14")
LONE_STARS = Mistake("MD-15")

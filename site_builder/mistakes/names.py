"""Mistakes of files and folders: their names, their places, what they are."""

from site_builder.model.problem import Mistake

BAD_NAME = Mistake("FILE-06")
NOT_A_FILE = Mistake("FILE-07")
UNKNOWN_FOLDER = Mistake("FILE-08")
TWICE = Mistake("FILE-09")
NO_DATA = Mistake("FILE-10")
STRAY_FILE = Mistake("FILE-11")
ODD_NAME = Mistake("FILE-14")
SAME_NAME = Mistake("FILE-15")
NOT_A_FOLDER = Mistake("FILE-16")
UNREADABLE = Mistake("FILE-17")
NOT_OFFERED = Mistake("FILE-18")
FOLDERS_TOO_DEEP = Mistake("FILE-19")

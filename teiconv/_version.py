"""The version of teiconv, as it is written into every file that it makes."""

__version__ = "1.0.0"

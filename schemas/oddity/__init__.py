"""A small processor for the self-contained ODD of this project: what ``schemas/build.py`` derives is made here."""

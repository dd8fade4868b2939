"""The names in a document: its people and its terms, with and without a list.

Running text is read here as runs (``runs.py``), whatever its blocks are; no header, no series and no file is known.
"""

"""Readers and writers: text, TEI, and TEI in the form of the published series; ``table.py`` lists them.

They turn bytes into drafts and documents into bytes.  What a text means is decided before and behind them.
"""

"""Readers and writers: text, TEI, and TEI in the form of the published series."""

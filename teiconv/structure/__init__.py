"""Text → blocks, and what the blocks are: titles, openers, lists, tables, closers, enclosures, sections, quotations.

The rules here hold for any paper; what only one series does stands in :mod:`teiconv.conventions`.
"""

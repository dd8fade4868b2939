"""Texts outside the series: typed memoranda, cables, letters, with pages, wrapped lines and typed lists.

They convert to the same vocabulary.  The lines of a text are read one by one (:mod:`~teiconv.blocks.typed.read`), since
what they are is said by a word at their start and not by blank lines around them.
"""

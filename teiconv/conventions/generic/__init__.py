"""Texts outside the series: typed memoranda, cables, letters, with pages, wrapped lines and typed lists.

They convert to the same vocabulary.  Lines are read one by one (:mod:`~teiconv.conventions.generic.read`), since what
they are is told by a word at their start and not by blank lines around them.
"""

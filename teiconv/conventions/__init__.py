"""Conventions: what holds for one series, or for one kind of paper.  Each folder is one; ``table.py`` lists them."""

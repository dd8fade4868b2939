"""Conventions: what holds for one series, or for one kind of paper.  Each folder is one; ``table.py`` lists them.

What two of them share stands beside the folders, or in the room that it is about.
"""

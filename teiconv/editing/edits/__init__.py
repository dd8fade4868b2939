"""What an editor changed in a TEI file, told as decisions: the inverse of carrying them out.

A module for each kind of statement compares the document as teiconv makes it with the one that the editor left.
"""

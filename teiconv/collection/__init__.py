"""Documents converted together, as one collection: each id once, each person once, each pointer to where it leads.

What a document brings to its collection follows from the document and its path alone (:mod:`.part`), so workers need
not know of each other, and a document that is added renames nobody.  What needs all documents is done once they
are there: where a reference leads (:mod:`.index`), on which page a document begins (:mod:`.pages`), who is in the
registers (:mod:`.registers`).
"""

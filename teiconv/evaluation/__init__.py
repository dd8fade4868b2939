"""How well one encoding agrees with another: precision, recall and F1, layer by layer.

``axis`` puts encodings of one text on common coordinates, ``layers`` is the table of what is compared,
``compare`` counts, ``report`` writes.  Nothing else in the package knows this one.
"""

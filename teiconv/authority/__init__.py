"""An authority: thousands of people whom no document's own list names, and which of them a document means.

``sources`` reads what users can get, each kind in a file of its own, as :class:`.entries.Entry`; ``join`` makes one
entry of all that are one person; ``compiled`` writes them as a file that is mapped into memory, and reads that.
What weighs an entry against a document stands here too (``weigh``, ``resolve``, ``posts``).  How words of a text are
read as names is no matter of this room: that is :mod:`teiconv.names`, which knows nothing of authorities.
"""

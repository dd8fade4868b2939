"""Publishing a collection: what ``batch`` wrote, or TEI that others made, in the forms that others take.

Each format is a module that reads a :class:`~teiconv.publish.volume.Volume` and an
:class:`~teiconv.publish.edition.Edition` and writes to a target; :mod:`.table` lists them.
"""

"""``volume``: the collection as one file, in three forms, each called as the volume is.

``ID.xml`` follows the present rules of *Foreign Relations of the United States*, ``2015/ID.xml`` those of 2015,
``tei/ID.xml`` is our own TEI.  All pointers lead within the file, or to other volumes.  The text of each document
comes back from it (``teiconv text ID.xml --document d12``); only the form of its bytes (line ends, white space at the
edges) does not, for a volume has one header.
"""

from __future__ import annotations

from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.whole.frus import frus_pieces
from teiconv.publish.whole.own import own_pieces


def write(work: Work, target: Target) -> None:
    """Write the three files, a document at a time."""
    name = f"{work.edition.id}.xml"
    target.write_pieces(name, frus_pieces(work, today=True))
    target.write_pieces(f"2015/{name}", frus_pieces(work, today=False))
    target.write_pieces(f"tei/{name}", own_pieces(work))

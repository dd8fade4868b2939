"""The document model: TEI's own tree as frozen values, in which text is a node like any other.

Everything else in the package makes, reads or changes this model; it imports nothing of ours.
An :class:`Element` has TEI's names and attributes, so that XML is only another notation of it.  What makes the model
ours is that it is *canonical*: white space that means nothing is not in it, and whatever it does not say follows from
the canonical form (``docs/design.md``).
"""

from teiconv.model.elements import BLOCKS, OPAQUE, SEVERAL
from teiconv.model.spans import OBJECT, Span, annotate, flatten, joined, plain, shown
from teiconv.model.tree import Content, Element, Node, element
from teiconv.model.walk import descendants, is_phrase, rewrite, transform

__all__ = [
    "BLOCKS",
    "OBJECT",
    "OPAQUE",
    "SEVERAL",
    "Content",
    "Element",
    "Node",
    "Span",
    "annotate",
    "descendants",
    "element",
    "flatten",
    "is_phrase",
    "joined",
    "plain",
    "rewrite",
    "shown",
    "transform",
]

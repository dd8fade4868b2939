"""The document model: TEI's own tree as frozen values, in which text is a node like any other.

Everything else in the package makes, reads or changes this model; it imports nothing of ours.
An :class:`Element` has TEI's names and attributes, so that XML is only another notation of it.  What makes the model
ours is that it is *canonical*: white space that means nothing is not in it, and whatever it does not say follows from
the canonical form (``docs/design.md``).
"""

from teiconv.model.elements import BLOCKS, OPAQUE, SEVERAL
from teiconv.model.spans import OBJECT, Span, annotate, flatten, joined, plain, shown
from teiconv.model.tree import Content, Element, Lasting, Node, element, lasting
from teiconv.model.walk import descendants, elements_named, is_phrase, rewrite, running_blocks, transform

__all__ = [
    "BLOCKS",
    "OBJECT",
    "OPAQUE",
    "SEVERAL",
    "Content",
    "Element",
    "Lasting",
    "Node",
    "Span",
    "annotate",
    "descendants",
    "element",
    "elements_named",
    "flatten",
    "is_phrase",
    "joined",
    "lasting",
    "plain",
    "rewrite",
    "running_blocks",
    "shown",
    "transform",
]

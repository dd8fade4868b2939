"""The document as users hold it: one record, and what it answers."""

from teiconv.document.answers import Answer, Gap, Mention, Note, Person, Reference
from teiconv.document.record import Document

__all__ = ["Answer", "Document", "Gap", "Mention", "Note", "Person", "Reference"]

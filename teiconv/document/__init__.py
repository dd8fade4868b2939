"""The document as users hold it: one record, and what it answers.

Nothing here changes a document, and nothing converts one.
"""

from teiconv.document.answers import Answer, Gap, Mention, Note, Person, Reference
from teiconv.document.record import Document

__all__ = ["Answer", "Document", "Gap", "Mention", "Note", "Person", "Reference"]

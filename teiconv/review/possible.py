"""Whether the batch can carry out what an editor decides: what it cannot is refused at once, in its words."""

from __future__ import annotations

from teiconv.conventions.table import named
from teiconv.editing.carry_out import MAY_FAIL, refusal
from teiconv.errors import TeiconvError
from teiconv.model.decision import Decision
from teiconv.review.folder import Folder
from teiconv.review.matching import Matching
from teiconv.review.reader import stated_in


def check_possible(decision: Decision, folder: Folder, matching: Matching, *, is_of_statement: bool) -> None:
    """Check a decision about words of a document of ours; most that is said of a statement is possible.

    Raises:
        TeiconvError: it could not be carried out; the message says why.
    """
    found = matching.document_of(decision) if decision.kind in MAY_FAIL or not is_of_statement else None
    if found is None or not decision.words:
        return
    document = stated_in(folder.volume.root, *found).document
    if why := refusal(decision, document.body, named(document.conventions), document.text):
        raise TeiconvError(f"{decision.document}: this cannot be carried out: {why}")

"""What went wrong, in the report: documents that failed, and TEI that belongs to no text any more."""

from __future__ import annotations

from teiconv.batch.report.documents import Documents
from teiconv.batch.report.plots import E, Html
from teiconv.batch.report.tables import counted, more, section, table

_REASONS = {
    "SourceError": "text cannot be read",
    "TeiError": "XML cannot be read",
    "InvalidError": "TEI would not be valid",
    "WorkerDied": "process died",
    "TeiconvError": "cannot be converted",
}
_WITHDRAW = (
    "Their texts are no longer in the source. The files stay, but the registers leave them out. The option --withdraw "
    "of teiconv batch removes them, and keeps a copy of those that were edited."
)


def failures(documents: Documents) -> Html | None:
    """Return the section of the documents that failed, if any did."""
    report = documents.report
    if not report.failed:
        return None
    kinds = {_reason(kind): number for kind, number in report.kinds.items()}
    rows = [
        (each.input, _reason(each.kind), each.message.removeprefix(each.input).lstrip(": ")) for each in report.failures
    ]
    return section(
        "failures",
        "What failed, and why",
        counted("Reasons", ("Reason", "Documents"), kinds),
        table("Documents that failed", ("Document", "Reason", "Line, column, and what is wrong"), rows),
        *more(report.failed - len(report.failures)),
    )


def _reason(kind: str) -> str:
    return _REASONS.get(kind, f"a fault of teiconv ({kind})")


def without_text(documents: Documents) -> Html | None:
    """Return the section of the files whose texts are gone, if there are any."""
    report = documents.report
    if not report.gone:
        return None
    listed = table("Files without a text", ("File", "Title"), [(each.output, each.title) for each in report.files_gone])
    return section("gone", "Files without a text", E.p(_WITHDRAW), listed, *more(report.gone - len(report.files_gone)))

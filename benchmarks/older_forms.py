"""Whether documents are read the same in the form of the volumes of 1945 to 1954: ``python benchmarks/older_forms.py``.

The numbered documents of ``../shared/corpus`` get a file number or a collection above their title instead of its
number, and are converted again.  The structure should be the same but for these lines, and for quotations, which those
volumes have inside their paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import cycle

from batch_material import corpus

from teiconv import to_tei

SOURCES = (
    "611.51/3–2953",
    "Policy Planning Staff Files",
    "Conference files, lot 59 D 95, CF 102",
    "Eisenhower Library, Eisenhower papers, Whitman file",
    "740.00119 Council/12–1747: Telegram",
)
NUMBER = re.compile(r"((?:\[Page \d+\]\n\n)?)(\d+)\. (?!Editorial Note)")
LEFT_OUT = re.compile(
    r'<note type="source" rend="inline">.*?</note>'
    r"|</?(?:persName|orgName|roleName|placeName|ref|quote|p)\b[^>]*>"
    r'| (?:xml:id|n|ref|target|cert|type)="[^"]*"'
    r"|(?<=<head>)(?:\d+\. ?|No\. \d+<lb/>)|\s"
)


def structure(text: str) -> str:
    """Return the body of the TEI of ``text`` without what may differ."""
    tei = to_tei(text).decode()
    return LEFT_OUT.sub("", tei[tei.index("<body>") : tei.index("</body>")])


def main() -> None:
    files = sorted(corpus().glob("*/d*.txt"))
    for form in ("{source}\n\n", "{source}\n\nNo. {number}\n"):
        same: Counter[bool] = Counter()
        for file, source in zip(files, cycle(SOURCES), strict=False):
            text = file.read_text("utf-8")
            if number := NUMBER.match(text):
                older = number[1] + form.format(source=source, number=number[2]) + text[number.end() :]
                same[structure(text) == structure(older)] += 1
        print(f"{form.strip()!r}: {same[True]} of {same.total()} documents have the same structure")


if __name__ == "__main__":
    main()

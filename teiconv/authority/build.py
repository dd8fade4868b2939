"""Sources in, the compiled authority out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from teiconv.authority.compiled import compile_entries
from teiconv.authority.entries import Entry
from teiconv.authority.join import joined, without_volume
from teiconv.authority.sources import read_source
from teiconv.names.people.person import Spoilt, WrongId


class Built(NamedTuple):
    """A compiled authority: its bytes, how many persons and volumes it has, and what of lists is not used."""

    data: bytes
    persons: int
    volumes: int
    unused: tuple[WrongId | Spoilt, ...] = ()


def build(sources: Sequence[Path], without: Sequence[str] = ()) -> Built:
    """Return the authority that ``sources`` make, without what the lists of the volumes ``without`` say.

    Equal sources in equal order give equal bytes.

    Raises:
        TeiconvError: a source cannot be read, or has no person.
    """
    found = [entry for source in sources for entry in read_source(source)]
    entries = joined(entry for entry in found if isinstance(entry, Entry))
    for volume in without:
        entries = tuple(without_volume(entry, volume) for entry in entries)
    volumes = {volume for entry in entries for volume in entry.volumes}
    unused = tuple(entry for entry in found if isinstance(entry, (WrongId, Spoilt)))
    return Built(compile_entries(entries), len(entries), len(volumes), unused)

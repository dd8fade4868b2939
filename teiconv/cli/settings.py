"""Settings of a command: what its options say, over what ``teiconv.toml`` says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from teiconv.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])

_PUBLICATION = {
    "series": ("--series", "The title of the series, for the header."),
    "volume": ("--volume", "The title of the volume, for the header."),
    "identifier": ("--volume-id", "The identifier of the volume, such as frus1969-76ve10."),
    "publisher": ("--publisher", "The publisher, for the header."),
    "place": ("--pub-place", "The place of publication, for the header."),
    "date": ("--pub-date", "The date of publication, for the header: 2026 or 2026-11-29."),
    "licence": ("--licence", "The licence, for the header: a URL or a sentence."),
}
"""The option and its help for each field of a publication."""


UNLISTED = click.option(
    "--unlisted/--no-unlisted",
    default=None,
    help="Whether to mark people whom neither a list nor an authority knows. The default is no if there is a list.",
)
"""The option of ``convert``, ``batch`` and ``explain``."""


def options(command: _Command) -> _Command:
    """Give a command the options of the publication, and ``--config``."""
    for name, (option, text) in reversed(_PUBLICATION.items()):
        command = click.option(option, f"publication_{name}", help=text)(command)
    return click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The settings. The default is teiconv.toml in the folder of the texts or beside it.",
    )(command)


def settings(choices: Mapping[str, Any], source: Path | None) -> Settings:
    """Return what the options in ``choices`` say, over what the settings of ``source`` say.

    Raises:
        SettingsError: the settings cannot be used.
    """
    from teiconv.model.header import Publication
    from teiconv.settings import Settings, find_settings, settings_over

    said = ("persons", "terms", "decisions", "authority", "unlisted", "places", "conventions", "profile", "encoding")
    publication = Publication(**{name: choices[f"publication_{name}"] for name in _PUBLICATION})
    own = Settings(**{name: choices[name] for name in said}, publication=publication)
    file = choices["config"] or (find_settings(source) if source else None)
    return settings_over(own, file)

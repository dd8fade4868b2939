"""The site: ``sphinx-build -W --keep-going docs SITE`` (see CONTRIBUTING.md)."""

from __future__ import annotations

import re

from click import Context
from sphinx.application import Sphinx

from teiconv import __version__

project = "teiconv"
author = "The teiconv authors"
project_copyright = "The teiconv authors; MIT licence"
version = release = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_click",
    "sphinx_copybutton",
]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_typehints = "signature"
autodoc_preserve_defaults = True
autodoc_default_options = {"members": True, "member-order": "bysource"}
suppress_warnings = ["misc.highlighting_failure"]  # abridged examples hold an ellipsis
napoleon_google_docstring = True
python_use_unqualified_type_names = True
python_display_short_literal_types = True

copybutton_prompt_text = r"\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"teiconv {release}"
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["tables.css"]
html_theme_options = {"top_of_page_buttons": []}

smartquotes_action = "D"  # dashes only: quotation marks are typed as they should be


def show_examples(app: Sphinx, context: Context, lines: list[str]) -> None:
    """Show what a command's help keeps line by line (its examples) as it stands."""
    kept = [line.startswith("| ") for line in lines]
    for index in reversed(range(len(lines))):
        if kept[index]:
            lines[index] = f"    {lines[index][2:]}"
            if index == 0 or not kept[index - 1]:
                lines[index:index] = [".. code-block:: text", ""]


def mark_options(app: Sphinx, context: Context, lines: list[str]) -> None:
    """Mark the options that a help text names: two hyphens would become a dash."""
    for index, line in enumerate(lines):
        if not line.lstrip().startswith(("..", "| ")):
            lines[index] = re.sub(r"(?<!\S)--[\w-]+", r"``\g<0>``", line)


def setup(app: Sphinx) -> None:
    """Register the hooks of this site."""
    app.connect("sphinx-click-process-description", mark_options)
    app.connect("sphinx-click-process-options", mark_options)
    app.connect("sphinx-click-process-description", show_examples)
    app.connect("sphinx-click-process-epilog", show_examples)

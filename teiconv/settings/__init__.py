"""Settings: ``teiconv.toml``, options that apply to all documents of a folder.

.. code-block:: toml

    persons = ["persons.txt"]
    authority = "us-foreign-relations.auth"
    terms = ["terms.txt"]
    decisions = ["doubtful.csv"]
    conventions = "frus"
    profile = "tei"

    [publication]
    series = "Foreign Relations of the United States"
    publisher = "Office of the Historian"
    licence = "https://creativecommons.org/publicdomain/mark/1.0/"
"""

from teiconv.settings.read import read_settings, refuse_missing, settings_over
from teiconv.settings.record import FILE_NAME, Settings, SettingsError, find_settings

__all__ = [
    "FILE_NAME",
    "Settings",
    "SettingsError",
    "find_settings",
    "read_settings",
    "refuse_missing",
    "settings_over",
]

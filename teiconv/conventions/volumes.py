"""Where volumes that texts refer to stand on the web: an address, with the id of a volume and its document below."""

VOLUMES = "https://history.state.gov/historicaldocuments/"
"""Volumes of *Foreign Relations of the United States* (``frus1969-76v06/d32``): references name no others as yet."""

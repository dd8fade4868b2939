"""Where the series stands on the web: a volume is the address and its id, a document a step below."""

VOLUMES = "https://history.state.gov/historicaldocuments/"

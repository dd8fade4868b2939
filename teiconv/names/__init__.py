"""The names in a document: its people and its terms, with and without a list."""

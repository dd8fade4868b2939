"""Document → header: what a document says of itself (archive, classification, title, correspondence, participants)."""

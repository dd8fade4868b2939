"""Document → header: what a document says of itself (archive, classification, title, correspondence, participants).

Text is only read here, and marked where the header points to it; no XML is written, and nothing is looked up elsewhere.
"""

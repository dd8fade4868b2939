"""Lists of persons and terms: as the site shows them in text, as TEI or official volumes, and as CSV."""

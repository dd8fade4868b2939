"""Places in running text, by a gazetteer; only where they are asked for."""

"""Notes: the list at the end of a text, the calls in its running text, and each note put at its call."""

"""Notes: the list at the end of a text, the calls in its running text, and each note put at its call.

What a note says, and what kind of note it is, is read in other rooms; no series is known here.
"""

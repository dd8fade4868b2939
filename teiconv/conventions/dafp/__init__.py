"""*Documents on Australian Foreign Policy* (1937–), as its publisher's site gives the text.

A document begins with its number and who writes to whom (``7 Ballard to Evatt``), goes on with an opener line
(``Cablegram 54 LONDON, 21 March 1947, 6.25 p.m.``), its markings and its text, and ends with the signature, the notes
that ``[1]`` calls, and the file it was taken from (``[AA : A1838, 854/10/4/2, v]``).
"""

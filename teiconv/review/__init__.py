"""``teiconv review``: what an encoding says, statement by statement, to be confirmed or mended in the browser.

:mod:`.statements` finds what an encoding says, :mod:`.index` keeps it for whole folders, :mod:`.session` joins it with
the decisions of the editors, :mod:`.app` serves it to one page, behind the :mod:`.guards`.
"""

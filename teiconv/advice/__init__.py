"""Advice: what an editor should look at in a document, each with its line.  What is sure is not told.

Nothing here changes a document.
"""

from teiconv.advice.case import TOLD, Advice, Case
from teiconv.advice.checks import CHECKS, advice

__all__ = ["CHECKS", "TOLD", "Advice", "Case", "advice"]

"""Why the machine says what it says: for words of a text, the statements about them, and the signs that led to each.

:func:`.explain` reads a text as a conversion does, and answers for one place after another (:mod:`.explaining`).
Records are in :mod:`.records`; the words for them are apart (:mod:`.wording`, :mod:`.features`).
"""

from teiconv.explain.explaining import Explainer, explain
from teiconv.explain.records import Candidate, Explanation, Sign, Statement, Step

__all__ = ["Candidate", "Explainer", "Explanation", "Sign", "Statement", "Step", "explain"]

"""People: their mentions found, told apart and linked to a list of persons."""

from teiconv.annotate.people.annotator import find_people
from teiconv.annotate.people.index import PersonList
from teiconv.annotate.people.person import Identifier, NamePart, Office, Person, PersonName

__all__ = ["Identifier", "NamePart", "Office", "Person", "PersonList", "PersonName", "find_people"]

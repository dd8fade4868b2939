"""People: their mentions found, told apart and linked to a list of persons."""

from teiconv.names.people.annotator import find_people
from teiconv.names.people.index import PersonList
from teiconv.names.people.person import Identifier, NamePart, Office, Person, PersonName

__all__ = ["Identifier", "NamePart", "Office", "Person", "PersonList", "PersonName", "find_people"]

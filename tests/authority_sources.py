"""Small sources of an authority, in the layouts of those that users get; the people are of our own making."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from teiconv.authority.build import build
from teiconv.authority.find import Finder
from teiconv.convert import to_tei
from teiconv.options import Options

SITE = "https://history.state.gov"


def person(
    number: int, name: str, *remarks: str, volumes: Iterable[str] = (), also: Iterable[str] = (), **more: str
) -> str:
    """Return a person as the people database writes one; ``volumes`` are ids with that of the entry (``v#p_A1``)."""
    urls = [f"{SITE}/historicaldocuments/{volume.replace('#', '/persons#')}" for volume in volumes]
    urls += [f"{SITE}/departmenthistory/people/{more['pocom']}"] if "pocom" in more else []
    sources = "".join(f"<source-url>{url}</source-url>" for url in urls)
    originals = "".join(f"<original><name>{each}</name>{sources}</original>" for each in (name, *also))
    told = "".join(f"<remark><p>{remark}</p>{sources}</remark>" for remark in remarks)
    return (
        f"<person><id>{number}</id>"
        f"<authorities><authority service='viaf'>{more.get('viaf', '')}</authority></authorities>"
        f"<names><preferred><name>{name}</name></preferred><alternates/><originals>{originals}</originals>"
        f"<titles-from-name/></names><birth-year>{more.get('born', '')}</birth-year>"
        f"<death-year>{more.get('died', '')}</death-year>"
        f"<remarks>{told}</remarks></person>"
    )


def officer(identifier: str, surname: str, forename: str) -> str:
    """Return a person as the register of officers writes one."""
    return (
        f"<person><id>{identifier}</id><persName><surname>{surname}</surname><forename>{forename}</forename></persName>"
        "<birth/><death/><career-type>career</career-type></person>"
    )


def mission(country: str, *terms: tuple[str, str, str]) -> str:
    """Return the ambassadors to a country: who, from when, until when."""
    chiefs = "".join(
        f"<chief><person-id>{who}</person-id><role-title-id>ambassador-e-p</role-title-id>"
        f"<contemporary-territory-id>{country}</contemporary-territory-id>"
        f"<started><date>{start}</date></started><ended><date>{end}</date></ended></chief>"
        for who, start, end in terms
    )
    return f"<country-mission><territory-id>{country}</territory-id><chiefs>{chiefs}</chiefs></country-mission>"


def write_sources(folder: Path) -> tuple[Path, Path]:
    """Write a people database and a register of officers into ``folder``, and return them."""
    people, pocom = folder / "people", folder / "pocom"
    files = {
        people / "data/1.xml": person(
            1,
            "Marlow, Edith B.",
            "Assistant to the President",
            volumes=["frus1969-76v90#p_MEB1", "frus1969-76v91#p_M2"],
            viaf="99",
        ),
        people / "data/2.xml": person(
            2,
            "Tarn, Oswald Peter",
            "Ambassador to Peru from 1970",
            volumes=["frus1969-76v90#p_TO1"],
            also=["Tarn, Oswald"],
            pocom="tarn-oswald",
        ),
        people / "data/3.xml": person(
            3, "Tarn, Gregory", "Clerk, Legation at Bern", volumes=["frus1918v90#p_TG1"], born="1880"
        ),
        people / "data/4.xml": person(
            4,
            "Quispe Rojas, Julio",
            "General; President of Peru",
            volumes=["frus1969-76v90#p_QR1"],
            also=["Quispe Rojas, General Julio"],
        ),
        people / "data/5.xml": person(
            5, "Lodden, Ruth", "Secretary of Defense from January 1969 until 1973", volumes=["frus1969-76v90#p_LR1"]
        ),
        people / "data/6.xml": person(
            6, "Zhan Bolin", "Chinese Minister", volumes=["frus1969-76v91#p_ZB1"], also=["Chan Po-lin"]
        ),
        people / "data/7.xml": person(
            7, "Moss, Ivor", "Secretary of Defense from 1972", volumes=["frus1969-76v90#p_MI1"]
        ),
        pocom / "people/t/tarn-oswald.xml": officer("tarn-oswald", "Tarn", "Oswald Peter"),
        pocom / "people/v/vine-ada.xml": officer("vine-ada", "Vine", "Ada"),
        pocom / "missions-countries/peru.xml": mission(
            "peru", ("vine-ada", "1965-03-01", "1969-08-01"), ("tarn-oswald", "1969-08-29", "1974-04-04")
        ),
    }
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return people, pocom


OF_1971 = [f"frus1969-76v9{number}" for number in range(5)]

PEOPLE = (
    person(1, "Roe, Edmund", "Secretary of Defense, January 20, 1969–June 30, 1973", volumes=OF_1971[:1]),
    person(2, "Roe, Walter", "Director of Plans, Department of State", volumes=OF_1971),
    person(3, "Vane, Conrad", "President of the United States, January 20, 1969–January 20, 1973", volumes=OF_1971),
    person(4, "Vane, Rupert", "Attorney General, January 20, 1969–January 20, 1973", volumes=OF_1971),
    person(5, "Quill, Amos", "Foreign Service Officer. Counselor of Embassy in Peru", volumes=OF_1971),
    person(6, "Quill, Homer", "USA, Commanding General, Forces in Ruritania", volumes=OF_1971[:1]),
    person(7, "Thorn, Susan", "Desk officer for Peru", volumes=OF_1971),
    person(8, "Moor, Jasper", "Consul at Lima"),
    person(9, "Lamb, Andrew", "President of the United States, from April 15, 1865 until March 4, 1869"),
    person(10, "Lamb, Silas", "Minister in Bern, 1866", volumes=["frus1868p1"]),
    person(11, "Orlov, Pavel", "Prime Minister of Ruritania", volumes=OF_1971),
    person(13, "Edward, Ivor", "Director of Plans, Department of State", volumes=OF_1971, also=("Jack, Ivor",)),
    person(12, "Orlov, Anton", "Director of the Bank of Ruritania", volumes=OF_1971),
)
"""Some of one surname, of whom titles tell which is meant."""


def options_of(folder: Path, people: Iterable[str]) -> Options:
    """Return options with an authority of ``people``, which is built in ``folder``."""
    (folder / "data").mkdir()
    for number, text in enumerate(people):
        (folder / "data" / f"{number}.xml").write_text(text, encoding="utf-8")
    file = folder / "people.auth"
    file.write_bytes(build([folder / "data"]).data)
    return Options(authority=Finder(file))


def meant(sentence: str, options: Options, date: str = "May 5, 1971") -> list[tuple[str, str]]:
    """Return each name of the body and whom of the authority it means, by number; ``-`` if nobody."""
    root = etree.fromstring(to_tei(f"MEMORANDUM FOR THE FILES\n\n{date}\n\n{sentence}\n", options))
    body = next(root.iter("{*}body"))
    found = [("".join(map(str, node.itertext())), node.get("ref", "")) for node in body.iter("{*}persName")]
    return [(name, ref.removeprefix("#p_") if re.fullmatch(r"#p_\d+", ref) else "-") for name, ref in found]

"""A small volume of our own words to review: names that several bear, dates, a gap, calls, a line that is a heading."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from batch_helpers import tree
from click.testing import CliRunner

from teiconv.cli import main

PERSONS = """Persons

  • Elphberg, Rudolf, President from 1970
  • Hentzau, Henry, Ambassador to Ruritania from May 1969
  • Sapt, Franz, Major; Master of the Horse until 1971
  • Sapt, Fritz, Colonel; aide to the President from 1970
"""
_LETTER = """{number}. Letter From Ambassador Hentzau to President Elphberg1

Strelsau, {date}.

Dear Mr. President:

The Duke [2 lines not declassified] sends his greetings through Sapt; for the background see Document 1.

The horses of the guard

Mr. Sapt has seen them. They cost 2,000 crowns,2 and Hentzau paid on {date}.

  1. Source: National Archives, RG 59, Central Files 1970–73, POL 15–1 RUR. Secret; Nodis.
  2. Not found.
"""
DOCUMENTS = 6


def volume(root: Path) -> Path:
    """Convert the volume below ``root``, and return the folder of its TEI."""
    texts = {f"d{n}.txt": _LETTER.format(number=n, date=f"May {n}, 1970") for n in range(1, DOCUMENTS + 1)}
    tree(root / "texts", texts)
    persons = root / "persons.txt"
    persons.write_text(PERSONS, encoding="utf-8")
    convert(root)
    return root / "tei"


def convert(root: Path, *more: str) -> None:
    """Run the batch on the volume below ``root``."""
    command = ["batch", str(root / "texts"), str(root / "tei"), "--persons", str(root / "persons.txt"), "-q", "-j1"]
    done = CliRunner().invoke(main, [*command, *more])
    assert done.exit_code == 0, done.output


@contextmanager
def served(tei: Path, decisions: Path | None = None, who: str = "Ada") -> Iterator[Client]:
    """Serve the folder ``tei`` from a thread, all of it read."""
    import uvicorn

    from teiconv.review.app import application
    from teiconv.review.serve import opened, place_of_decisions

    with opened(tei, decisions or place_of_decisions(tei), who) as server:
        server.session.folder.wait()
        config = uvicorn.Config(application(server.session, server.lock), log_level="critical", lifespan="off")
        inner = uvicorn.Server(config)
        thread = threading.Thread(target=inner.run, kwargs={"sockets": [server.listening]})
        thread.start()
        try:
            yield Client(server.lock.port, server.lock.token, server.url)
        finally:
            inner.should_exit = True
            thread.join(20)


class Client:
    """Asks the server, as its page does, or as somebody else would."""

    def __init__(self, port: int, token: str, url: str) -> None:
        self.port, self.token, self.url = port, token, url

    def request(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes, dict[str, str]]:
        """Send a request just so; ``sec_fetch_site`` is ``Sec-Fetch-Site``."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.putrequest(method, path, skip_host="host" in said)
            for name, value in said.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.read(), dict(answer.getheaders())
        finally:
            connection.close()

    def ask(self, name: str, **parameters: object) -> Any:
        """Ask as the page does, and return the answer."""
        query = "&".join(f"{key}={value}" for key, value in parameters.items())
        status, data, _ = self.request("GET", f"/{self.token}/api/{name}?{query}")
        assert status == 200, data
        return json.loads(data)

    def say(self, name: str, said: object) -> tuple[int, Any]:
        """Say as the page does, and return status and answer."""
        origin = f"http://127.0.0.1:{self.port}"
        status, data, _ = self.request(
            "POST",
            f"/{self.token}/api/{name}",
            json.dumps(said).encode(),
            content_type="application/json",
            origin=origin,
        )
        return status, json.loads(data)

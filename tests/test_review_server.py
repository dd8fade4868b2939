"""The server answers its own page alone.  Each attack is made twice: it fails, and it succeeds without the guard."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from review_helpers import Client, served, volume

pytest.importorskip("starlette", reason="starlette is not installed: pip install 'teiconv[review]'")
pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'teiconv[review]'")

from teiconv.review import app, folder, guards
from teiconv.review.guards import GUARDS


@pytest.fixture(scope="module")
def tei(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return volume(tmp_path_factory.mktemp("volume"))


@pytest.fixture(scope="module")
def client(tei: Path) -> Iterator[Client]:
    with served(tei) as opened:
        yield opened


DECISION = b'{"decisions": [{"kind": "title", "document": 1, "values": {"is": "Taken over"}}]}'


def forged_host(client: Client) -> int:
    """Another site's name that leads to this machine (DNS rebinding)."""
    return client.request("GET", f"/{client.token}/api/state", host=f"evil.example:{client.port}")[0]


def other_origin_reads(client: Client) -> int:
    return client.request("GET", f"/{client.token}/api/state", origin="https://evil.example")[0]


def other_origin_decides(client: Client) -> int:
    path = f"/{client.token}/api/decide"
    return client.request("POST", path, DECISION, origin="https://evil.example", content_type="application/json")[0]


def other_site_embeds(client: Client) -> int:
    """A page of another site has the browser fetch the address: it says whence the request comes."""
    return client.request("GET", f"/{client.token}/api/state", sec_fetch_site="cross-site")[0]


def form_decides(client: Client) -> int:
    """A form of another page can send text, but no JSON."""
    own = f"http://127.0.0.1:{client.port}"
    path = f"/{client.token}/api/decide"
    return client.request("POST", path, DECISION, origin=own, content_type="text/plain")[0]


def guessed_token(client: Client) -> int:
    return client.request("GET", "/token/api/state")[0]


ATTACKS = {
    "host": (forged_host,),
    "origin": (other_origin_reads, other_origin_decides),
    "site": (other_site_embeds,),
    "json": (form_decides,),
    "token": (guessed_token,),
}


@pytest.mark.parametrize(("guard", "attack"), [(name, one) for name, several in ATTACKS.items() for one in several])
def test_an_attack_fails_and_would_succeed_without_its_guard(
    client: Client, guard: str, attack: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(attack)
    assert attack(client) == GUARDS[guard][1]
    monkeypatch.delitem(GUARDS, guard)
    assert attack(client) == 200


def test_each_guard_is_attacked() -> None:
    assert ATTACKS.keys() == GUARDS.keys()


@pytest.mark.parametrize(
    "path",
    ["../persons.txt", "../../etc/passwd", "%2e%2e/persons.txt", "..%2fpersons.txt", "static/../../persons.txt",
     "d1.xml", "app.py", "....//persons.txt", "%00", "/etc/passwd"],
)  # fmt: skip
def test_no_path_leads_to_a_file(client: Client, path: str) -> None:
    status, data, _ = client.request("GET", f"/{client.token}/{path}")
    assert status == 404
    assert b"Elphberg" not in data


def test_what_is_not_of_the_page_is_not_served(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Assets are told from a table: one that names another file serves that, so it is the table that keeps them."""
    from teiconv.review import app

    assert client.request("GET", f"/{client.token}/../app.py")[0] == 404
    monkeypatch.setitem(app._ASSETS, "../app.py", ("teiconv.review", "../app.py", "text/plain"))
    assert client.request("GET", f"/{client.token}/../app.py")[0] == 200


def test_a_link_that_leads_out_of_the_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tei = volume(tmp_path / "volume")
    secret = tmp_path / "secret.xml"
    secret.write_bytes((tei / "d1.xml").read_bytes().replace(b"greetings", b"SECRETS"))
    (tei / "d9.xml").symlink_to(secret)
    with served(tei) as client:
        assert client.ask("state")["documents"] == 6
    monkeypatch.setattr(folder, "_inside", lambda found: found)
    with served(tei) as client:
        assert client.ask("state")["documents"] == 7


def test_each_answer_has_the_policy(client: Client) -> None:
    for path in (f"/{client.token}/", f"/{client.token}/api/state", "/"):
        _, _, headers = client.request("GET", path)
        assert headers["content-security-policy"] == guards.POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    assert "unsafe" not in guards.POLICY
    assert "default-src 'none'" in guards.POLICY


def test_it_listens_on_this_machine_alone(client: Client) -> None:
    from teiconv.review import serve

    assert serve._HOST == "127.0.0.1"
    assert client.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("body", [b"no json", b"[]", b"{}", b'{"decisions": [{}]}', b'{"decisions": 7}',
                                  b'{"decisions": "x"}', b'{"decisions": [{"statement": "x"}]}', b"\xff",
                                  b"[" * 100_000, b'{"decisions": [{"statement": 1e999}]}',
                                  b'{"decisions": [{"statement": 1, "values": {"is": "\\ud800"}}]}'])  # fmt: skip
def test_nonsense_is_told_and_changes_nothing(client: Client, tei: Path, body: bytes) -> None:
    own = f"http://127.0.0.1:{client.port}"
    before = client.ask("state")["decisions"]
    path = f"/{client.token}/api/decide"
    status, data, _ = client.request("POST", path, body, origin=own, content_type="application/json")
    assert status == 400
    assert b"Traceback" not in data
    assert client.ask("state")["decisions"] == before


@pytest.mark.parametrize("query", ["statement?statement=999999", "document?document=99", "xml?document=99"])
def test_what_is_no_longer_there_is_told(client: Client, query: str) -> None:
    assert client.request("GET", f"/{client.token}/api/{query}")[0] == 404


def test_what_nobody_can_ask_or_say_is_told(client: Client) -> None:
    assert client.request("GET", f"/{client.token}/api/secrets")[0] == 404
    own = f"http://127.0.0.1:{client.port}"
    path = f"/{client.token}/api/forget"
    assert client.request("POST", path, b"{}", origin=own, content_type="application/json")[0] == 404


def test_nothing_but_http_is_answered() -> None:
    """The page opens no web socket."""

    async def never(*said: object) -> None:
        raise AssertionError(said)

    guarded = guards.Guarded(never, guards.Lock(8000, "token"))
    asyncio.run(guarded({"type": "websocket"}, never, never))


@pytest.mark.parametrize("values", ["[" * 5000, '{"when": "\\ud800"}', "NaN", "x"])
def test_values_that_are_no_json_are_told(client: Client, values: str) -> None:
    query = f"wrong?kind=date&values={quote(values)}"
    status, data, _ = client.request("GET", f"/{client.token}/api/{query}")
    assert (status, b"this is no JSON" in data) == (400, True)


def test_a_fault_is_told_and_the_review_goes_on(client: Client, monkeypatch: pytest.MonkeyPatch, capfd) -> None:
    monkeypatch.setitem(app.READING, "state", lambda session, asked: 1 // 0)
    status, data, _ = client.request("GET", f"/{client.token}/api/state")
    assert (status, b"ZeroDivisionError" in data, capfd.readouterr().err) == (500, True, "")


@pytest.mark.parametrize("query", ["statement?statement=x", "rows?start=-1", "rows?count=1%20OR%201"])
def test_what_is_no_number_is_told(client: Client, query: str) -> None:
    assert client.request("GET", f"/{client.token}/api/{query}")[0] == 400


def test_words_of_a_question_are_no_query(client: Client) -> None:
    found = client.ask("rows", state="all", words="x'%20OR%20'1'='1", kind="person")
    assert found["total"] == 0


def test_all_that_the_page_is_made_of_is_served() -> None:
    """A module that imports another would else stop the page."""
    from importlib.resources import files

    from teiconv.review.app import _ASSETS

    own = {file.name for file in files("teiconv.review").joinpath("static").iterdir()}
    assert {name for package, name, _ in _ASSETS.values() if package == "teiconv.review"} == own

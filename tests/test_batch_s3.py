"""Object storage: an S3-compatible server (moto's) in a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from batch_helpers import TEI, convert, rows

from teiconv.errors import TeiconvError

pytest.importorskip("moto.server", reason="moto is not installed: pip install 'moto[server]'")
s3fs = pytest.importorskip("s3fs", reason="s3fs is not installed: pip install 'teiconv[remote]'")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def wait_for(port: int) -> None:
    for _ in range(2000):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise AssertionError("the server does not start")


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A file system with an empty bucket ``archive``; processes find the server by the environment."""
    settings = {
        "ENDPOINT_URL_S3": server,
        "ACCESS_KEY_ID": "a",
        "SECRET_ACCESS_KEY": "b",
        "DEFAULT_REGION": "us-east-1",
    }
    for name, value in settings.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    s3fs.S3FileSystem.clear_instance_cache()
    store = s3fs.S3FileSystem()
    store.mkdir("archive")
    yield store
    store.rm("archive", recursive=True)


def test_a_bucket(bucket: Any) -> None:
    bucket.pipe({f"archive/in/{n % 3}/{n:02}.txt": b"text %d" % n for n in range(40)})
    summary = convert("s3://archive/in", "s3://archive/out", jobs=2)
    assert (summary.converted, summary.failed) == (40, 0)
    assert bucket.cat_file("archive/out/1/07.xml") == TEI % b"TEXT 7"
    assert sorted(bucket.ls("archive", detail=False)) == ["archive/in", "archive/out", "archive/out.manifest.jsonl"]
    assert len(rows(summary)) == 40
    bucket.pipe_file("archive/in/1/07.txt", b"changed")
    bucket.rm_file("archive/out/2/08.xml")
    again = convert("s3://archive/in", "s3://archive/out", jobs=2)
    assert (again.converted, again.unchanged) == (2, 38)


def test_a_change_of_the_same_size_is_seen(bucket: Any) -> None:
    bucket.pipe({f"archive/in/{name}.txt": b"text" for name in "abc"})
    convert("s3://archive/in", "s3://archive/out")
    assert convert("s3://archive/in", "s3://archive/out").unchanged == 3
    bucket.pipe_file("archive/in/a.txt", b"next")
    bucket.pipe_file("archive/out/b.xml", TEI % b"NEXT")
    again = convert("s3://archive/in", "s3://archive/out")
    assert (again.converted, again.unchanged) == (2, 1)
    assert [bucket.cat_file(f"archive/out/{name}.xml") for name in "ab"] == [TEI % b"NEXT", TEI % b"TEXT"]


def killed(*_: object) -> None:
    raise OSError("killed")


def test_an_interrupted_run_goes_on(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bucket.pipe({f"archive/in/{n:02}.txt": b"text %d" % n for n in range(12)})
    with monkeypatch.context() as patched:
        patched.setattr("teiconv.batch.manifest._ROWS", 5)
        patched.setattr("teiconv.batch.manifest.RemoteManifest.close", killed)
        with pytest.raises(OSError, match="killed"):
            convert("s3://archive/in", "s3://archive/out")
    assert len(bucket.ls("archive/out.manifest.jsonl.rows")) == 2  # of twelve rows the last two were not yet put
    summary = convert("s3://archive/in", "s3://archive/out")
    assert (summary.unchanged, summary.converted) == (10, 2)
    assert sorted(bucket.ls("archive", detail=False)) == ["archive/in", "archive/out", "archive/out.manifest.jsonl"]


def test_from_a_table_in_a_bucket(bucket: Any) -> None:
    bucket.pipe_file("archive/texts.jsonl", b'{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}\n')
    convert("s3://archive/texts.jsonl", "s3://archive/out")
    assert bucket.cat_file("archive/out/b.xml") == TEI % b"TWO"


def test_a_bucket_that_is_not_there(bucket: Any) -> None:
    with pytest.raises(TeiconvError, match="cannot be read"):
        convert("s3://nowhere/in", "s3://archive/out")

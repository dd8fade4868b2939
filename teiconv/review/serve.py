"""The server: it listens on this machine alone, at a port that is free, for as long as the command runs."""

from __future__ import annotations

import contextlib
import secrets
import socket
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from teiconv.editing.journal import Journal
from teiconv.errors import MissingExtraError, Place, TeiconvError
from teiconv.review.folder import Folder
from teiconv.review.guards import Lock
from teiconv.review.index import Index
from teiconv.review.machine import Machine
from teiconv.review.session import Session

_HOST = "127.0.0.1"
_WAITING = 64


@dataclass(frozen=True)
class Server:
    """A server that is ready: ``url`` opens its page, :meth:`run` serves until it is stopped."""

    session: Session
    lock: Lock
    listening: socket.socket

    @property
    def url(self) -> str:
        """The address of the page, with the token."""
        return f"http://{_HOST}:{self.lock.port}/{self.lock.token}/"

    def run(self) -> None:
        """Serve until the process is interrupted."""
        import uvicorn

        from teiconv.review.app import application

        config = uvicorn.Config(
            application(self.session, self.lock),
            log_level="warning",
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        uvicorn.Server(config).run(sockets=[self.listening])


@contextlib.contextmanager
def opened(root: Path, decisions: Path, who: str, port: int = 0, machine: Machine | None = None) -> Iterator[Server]:
    """Open the folder ``root`` for review; ``port`` 0 is any that is free; ``machine`` knows why names were linked.

    Raises:
        MissingExtraError: the server's library is not installed.
        TeiconvError: there is no TEI, the decisions cannot be read, or the port is taken.
    """
    _check_extra()
    listening = _listening(port)
    with contextlib.closing(listening), _index_of(root) as index:
        folder = Folder(root, index)
        session = Session(folder, Journal(decisions), who, machine=machine)
        folder.start()
        try:
            yield Server(session, Lock(listening.getsockname()[1], secrets.token_urlsafe(24)), listening)
        finally:
            folder.close()


def _check_extra() -> None:
    try:
        import starlette  # noqa: F401 (found or not)
        import uvicorn  # noqa: F401
    except ImportError as error:
        message = "the review needs starlette and uvicorn; install them: pip install 'teiconv[review]'"
        raise MissingExtraError(message) from error


def _listening(port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((_HOST, port))
        found.listen(_WAITING)
    except OSError as error:
        found.close()
        raise TeiconvError(f"port {port} cannot be used: {error.strerror}; leave out --port for a free one") from error
    return found


@contextlib.contextmanager
def _index_of(root: Path) -> Iterator[Index]:
    """Open the index beside the folder; where another review has it, or nothing can be written, one of its own."""
    beside = root.resolve().with_name(f"{root.resolve().name}.review.sqlite")
    with contextlib.ExitStack() as stack:
        place = beside if _is_free(beside, stack) else Path(stack.enter_context(_temporary()), "index.sqlite")
        index = Index(place)
        stack.callback(index.close)
        yield index


def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="teiconv-review-")


def _is_free(place: Path, stack: contextlib.ExitStack) -> bool:
    """Take the lock on the index at ``place`` for as long as ``stack`` lives; tell whether that was possible."""
    from teiconv.batch.places import lock

    try:
        file = stack.enter_context(open(place, "ab"))  # noqa: SIM115 (the stack closes it)
        lock(file.fileno(), str(place))
    except (OSError, TeiconvError):
        return False
    return True


def place_of_decisions(root: Path, given: Path | None = None) -> Path:
    """Return where the decisions about ``root`` are: in the file ``given``, or ``decisions.toml`` beside the folder.

    Raises:
        TeiconvError: that is no file.
    """
    place = given or root.resolve().with_name("decisions.toml")
    if place.exists() and not place.is_file():
        raise TeiconvError("is not a file; name another with --decisions", Place(str(place)))
    return place

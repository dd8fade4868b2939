"""The addresses that the page asks, and what each answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from teiconv.errors import TeiconvError, fault
from teiconv.remember import remembered
from teiconv.review import cards
from teiconv.review.changed import ChangedError, LostError
from teiconv.review.decided import wrong_values
from teiconv.review.guards import Guarded, Lock
from teiconv.review.index import FILTERS
from teiconv.review.session import Session

_MODULES = "app ask bar card cursor dialogs keys list panes words".split()
_ASSETS: dict[str, tuple[str, str, str]] = {
    "": ("teiconv.review", "index.html", "text/html"),
    "review.css": ("teiconv.review", "review.css", "text/css"),
    "said.css": ("teiconv.review", "said.css", "text/css"),
    "site.css": ("teiconv.publish.site", "style.css", "text/css"),
    **{f"{name}.js": ("teiconv.review", f"{name}.js", "text/javascript") for name in _MODULES},
}
"""What the page is made of: package, file and type of each; nothing else is served from the disk as it is."""
_MOST_ROWS = 500

Asked = Mapping[str, str]
Answer = Callable[[Session, Asked], Any]


def _number(asked: Asked, name: str, default: int | None = None) -> int:
    value = asked.get(name, "" if default is None else str(default))
    if not value.isdecimal() or len(value) > 15:
        raise HTTPException(400, f"“{name}” takes a number")
    return int(value)


def _json(said: str | bytes) -> Any:
    """Return what is ``said`` in JSON; its words can all be written to a file.

    Raises:
        HTTPException: it is none, is nested too deeply, or holds half of a character or a number without end.
    """
    try:
        found = json.loads(said)
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"this is no JSON: {error}") from error
    return found


def _optional(asked: Asked, name: str) -> int | None:
    return _number(asked, name) if asked.get(name) else None


def _some(asked: Asked) -> tuple[int, int]:
    return _number(asked, "start", 0), min(_number(asked, "count", 50), _MOST_ROWS)


def _choice(asked: Asked) -> dict[str, str]:
    return {name: asked[name] for name in (*FILTERS, "state") if name in asked}


READING: dict[str, Answer] = {
    "state": lambda session, asked: session.state(),
    "rows": lambda session, asked: session.rows(_choice(asked), *_some(asked)),
    "statement": lambda session, asked: cards.statement(session, _number(asked, "statement")),
    "document": lambda session, asked: cards.document(session, _number(asked, "document")),
    "documents": lambda session, asked: cards.documents(session, *_some(asked), asked.get("words", "")),
    "xml": lambda session, asked: cards.xml(session, _number(asked, "document"), _optional(asked, "statement")),
    "people": lambda session, asked: cards.people(session, asked.get("words", ""), asked.get("kind", "person")),
    "alike": lambda session, asked: session.alike(_number(asked, "statement")),
    "decisions": lambda session, asked: session.decisions(),
    "wrong": lambda session, asked: {"wrong": wrong_values(asked["kind"], _json(asked["values"]))},
    "selection": lambda session, asked: cards.selection(
        session, _number(asked, "document"), _number(asked, "from"), _number(asked, "to")
    ),
}
"""What can be asked; nothing is changed."""

WRITING: dict[str, Callable[[Session, Any], Any]] = {
    "decide": lambda session, said: session.decide(said["decisions"], str(said.get("why") or "")),
    "withdraw": lambda session, said: session.withdraw([str(mark) for mark in said["marks"]]),
}
"""What can be said; the answer comes when the disk has it."""


def application(session: Session, lock: Lock) -> Guarded:
    """Return the application that serves ``session`` to whoever has the key to ``lock``."""
    routes = [
        Route("/{token}/api/{name}", _asking(session), methods=["GET"]),
        Route("/{token}/api/{name}", _saying(session), methods=["POST"]),
        Route("/{token}/{name:path}", _asset, methods=["GET"]),
    ]
    return Guarded(Starlette(routes=routes, exception_handlers={HTTPException: _refused}), lock)


async def _asset(request: Request) -> Response:
    found = _ASSETS.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "there is nothing of this name")
    return Response(_content(found[0], found[1]), media_type=found[2])


@remembered()
def _content(package: str, name: str) -> bytes:
    return files(package).joinpath("static", name).read_bytes()


def _asking(session: Session) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        function = READING.get(request.path_params["name"])
        if function is None:
            raise HTTPException(404, "there is no such question")
        return await _answered(function, session, dict(request.query_params))

    return answer


def _saying(session: Session) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        function = WRITING.get(request.path_params["name"])
        if function is None:
            raise HTTPException(404, "there is nothing of this name to say")
        return await _answered(function, session, _json(await request.body()))

    return answer


async def _answered(function: Callable[[Session, Any], Any], session: Session, asked: Any) -> Response:
    try:
        found = await run_in_threadpool(function, session, asked)
    except HTTPException:
        raise
    except ChangedError as error:
        return JSONResponse({"error": str(error)}, 409)
    except LostError as error:
        return JSONResponse({"error": str(error)}, 410)
    except TeiconvError as error:
        return JSONResponse({"error": str(error)}, 422)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return JSONResponse({"error": f"this cannot be meant: {type(error).__name__} {error}"}, 400)
    except Exception as error:  # the review goes on
        return JSONResponse({"error": fault(error)}, 500)
    if found is None:
        return JSONResponse({"error": "it is no longer there"}, 404)
    return JSONResponse(found)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, error.status_code)

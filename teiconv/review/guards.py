"""What keeps the server for its own page: each guard is a function of a request, and each can refuse it.

The address of the page holds a token that no other page knows; a request must come to the address at which the server
listens, and from the page that it gave.  The policy lets nothing run but the page's own scripts.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

Scope: TypeAlias = "dict[str, Any]"
"""A request, as ASGI has it."""

_MOST_BYTES = 1 << 20
_CHANGING = frozenset({"POST"})

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types reading"
)
HEADERS: dict[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What each answer tells the browser."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What a request must know: the ``port`` at which the server listens, and the ``token`` of its page."""

    port: int
    token: str

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which the server may be called; any other is another site's that leads to this machine."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")


def _header(scope: Scope, name: str) -> str | None:
    wanted = name.encode()
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == wanted), None)


def has_own_host(scope: Scope, lock: Lock) -> bool:
    """Tell whether the request is for this server by its own name (a forged one comes with DNS rebinding)."""
    return _header(scope, "host") in lock.hosts


def has_own_origin(scope: Scope, lock: Lock) -> bool:
    """Tell whether the request comes from the server's own page; what changes something must say so."""
    origin = _header(scope, "origin")
    if origin is None:
        return scope["method"] not in _CHANGING
    return origin in {f"http://{host}" for host in lock.hosts}


def is_of_own_site(scope: Scope, lock: Lock) -> bool:
    """Tell whether the browser says that no other site asked."""
    return _header(scope, "sec-fetch-site") in (None, "none", "same-origin")


def knows_token(scope: Scope, lock: Lock) -> bool:
    """Tell whether the address begins with the token."""
    said = str(scope["path"]).split("/")[1:2]
    return hmac.compare_digest("".join(said).encode(), lock.token.encode())


def is_small_json(scope: Scope, lock: Lock) -> bool:
    """Tell whether what is sent is JSON, which no form of another page can send, and of a size that decisions have."""
    if scope["method"] not in _CHANGING:
        return True
    length = _header(scope, "content-length") or ""
    return _header(scope, "content-type") == "application/json" and length.isdecimal() and int(length) <= _MOST_BYTES


GUARDS: dict[str, tuple[Callable[[Scope, Lock], bool], int]] = {
    "host": (has_own_host, 403),
    "origin": (has_own_origin, 403),
    "site": (is_of_own_site, 403),
    "token": (knows_token, 404),
    "json": (is_small_json, 415),
}
"""The guards in the order in which they are asked, each with the status of its refusal."""


class Guarded:
    """An ASGI application behind the guards; each answer has the headers."""

    def __init__(self, app: Any, lock: Lock) -> None:
        self._app = app
        self._lock = lock

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return

        async def sending(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                own = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", ()), *own]}
            await send(message)

        refused = next((status for guard, status in GUARDS.values() if not guard(scope, self._lock)), None)
        if refused is None:
            await self._app(scope, receive, sending)
            return
        await sending({"type": "http.response.start", "status": refused, "headers": [(b"content-type", b"text/plain")]})
        await sending({"type": "http.response.body", "body": b"refused\n"})

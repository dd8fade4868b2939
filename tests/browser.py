"""Chromium, driven over the DevTools protocol through a pipe: keys are pressed as a person presses them."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --disable-dev-shm-usage --remote-debugging-pipe""".split()

_SPECIAL = {
    "Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39, "Backspace": 8,
}  # fmt: skip
_PATIENCE = 20.0


class Browser:
    """A browser; commands go to the session of its one page."""

    def __init__(self, profile: Path, *flags: str) -> None:
        assert CHROMIUM
        reads, self._writes = os.pipe()
        self._reads, writes = os.pipe()

        def with_pipes() -> None:  # the protocol has the files 3 and 4; what is there may be in the way
            theirs = os.dup(reads), os.dup(writes)
            os.dup2(theirs[0], 3)
            os.dup2(theirs[1], 4)

        command = [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", *flags, "about:blank"]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, close_fds=False, preexec_fn=with_pipes
        )
        os.close(reads)
        os.close(writes)
        self._waiting = b""
        self._number = 0
        self.console: list[str] = []
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self._session: str | None = None
        self._session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command, and return its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if getattr(self, "_session", None):
            message["sessionId"] = self._session
        os.write(self._writes, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result
            self._note(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            data = os.read(self._reads, 1 << 20)
            if not data:
                raise RuntimeError("the browser has gone")
            self._waiting += data
        message, _, self._waiting = self._waiting.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "Runtime.exceptionThrown":
            self.console.append(json.dumps(event["params"]["exceptionDetails"])[:600])
        elif event.get("method") == "Log.entryAdded" and event["params"]["entry"]["level"] == "error":
            self.console.append(event["params"]["entry"]["text"] + " " + event["params"]["entry"].get("url", ""))
        elif event.get("method") == "Runtime.consoleAPICalled" and event["params"]["type"] == "error":
            self.console.append(json.dumps(event["params"]["args"])[:600])

    def evaluate(self, script: str) -> Any:
        """Return what ``script`` gives in the page; a promise is waited for."""
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            raise RuntimeError(json.dumps(found["exceptionDetails"])[:800])
        return found["result"].get("value")

    def open(self, url: str) -> None:
        """Open ``url``, and wait until it is loaded."""
        self.call("Page.navigate", url=url)
        self.until("document.readyState == 'complete'")

    def until(self, script: str, patience: float = _PATIENCE) -> Any:
        """Wait until ``script`` gives something true, and return it."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                if found := self.evaluate(script):
                    return found
            except RuntimeError as error:
                if "gone" in str(error):
                    raise
            time.sleep(0.02)
        raise AssertionError(f"never came true: {script}; the console says {self.console}")

    def press(self, *keys: str, shift: bool = False) -> None:
        """Press keys, one after the other: a character, or a name such as ``Enter``."""
        for key in keys:
            common = {"key": key, "modifiers": 8 if shift else 0}
            if key in _SPECIAL:
                common["windowsVirtualKeyCode"] = _SPECIAL[key]
            text = "\r" if key == "Enter" else key if len(key) == 1 else ""
            self.call("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
            self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def write(self, words: str) -> None:
        """Type ``words`` where the cursor is."""
        self.call("Input.insertText", text=words)

    def screen(self, width: int, height: int, scheme: str) -> None:
        """Make the screen so large, light or dark."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def screenshot(self, place: Path, *, whole: bool = False) -> None:
        """Write what is seen to ``place``."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        place.write_bytes(base64.b64decode(data))

    def close(self) -> None:
        """End the browser."""
        self.process.terminate()
        self.process.wait(20)
        os.close(self._writes)
        os.close(self._reads)


@contextmanager
def browser(profile: Path, *flags: str) -> Iterator[Browser]:
    """Open a browser for as long as the context lasts."""
    opened = Browser(profile, *flags)
    try:
        yield opened
    finally:
        opened.close()

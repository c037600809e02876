"""A static file server that can vanish, misbehave and come back at the same address."""

from __future__ import annotations

import contextlib
import http.server
import mimetypes
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import BaseRequestHandler
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("text/javascript", ".js")


_USED_PORTS: set[int] = set()


@dataclass
class Answer:
    """What the server is about to send.

    `headers` go before those that follow from the rest; an empty one takes such a header away, so
    that bytes may be cut off in every way that a network knows.
    """

    status: int
    content_type: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


#: Called with the path within the site and the answer; returns what to send instead, or None to
#: cut the connection without a word.
Fault = Callable[[str, Answer], Answer | None]


class StaticServer:
    """Serves a folder on 127.0.0.1, under `base`, until `stop()`.

    Args:
        folder: the built site; may be exchanged while running, like a deploy.
        base: path that the site is served under, with a slash at both ends.

    Attributes:
        url: its address, which no other server of this process has had: what a browser has stored
            from one test is never found by another.
        requests: the paths asked for, within the site, in order.
        sent: bytes of the bodies that were sent, by path within the site.
        fault: see `Fault`; None serves honestly.
    """

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder = folder
        self.base = base
        self.requests: list[str] = []
        self.sent: Counter[str] = Counter()
        self.fault: Fault | None = None
        self._port = 0
        self._server: _Server | None = None

    @property
    def url(self) -> str:
        """Address of the site's start page."""
        return f"http://127.0.0.1:{self._port}{self.base}"

    def start(self) -> StaticServer:
        """Listen, at the same port as before if there was one."""
        self._server = self._listen()
        self._port = self._server.server_address[1]
        _USED_PORTS.add(self._port)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def _listen(self) -> _Server:
        server = _Server(("127.0.0.1", self._port), _handler_for(self))
        if self._port or server.server_address[1] not in _USED_PORTS:
            return server
        # Kept until there is another one, or the same port might be given again.
        other = self._listen()
        server.server_close()
        return other

    def stop(self) -> None:
        """Be gone for good: connections that browsers keep open are cut as well."""
        server, self._server = self._server, None
        if server is None:
            return
        server.shutdown()
        server.server_close()
        server.cut_connections()

    def __enter__(self) -> StaticServer:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def answer(self, path: str) -> Answer | None:
        """What an honest static host says to a path; None where a fault cuts the connection."""
        if not path.startswith(self.base):
            return Answer(404, "text/plain", b"outside the site")
        inner = path.removeprefix(self.base)
        self.requests.append(inner)
        answer = self._file(inner)
        return self.fault(inner, answer) if self.fault else answer

    def _file(self, inner: str) -> Answer:
        file = self.folder / inner
        if file.is_dir():
            if inner and not inner.endswith("/"):
                return Answer(302, "text/plain", b"", {"Location": f"{self.base}{inner}/"})
            file = file / "index.html"
        if not file.is_file():
            missing = self.folder / "404.html"
            body = missing.read_bytes() if missing.is_file() else b"not found"
            return Answer(404, "text/html; charset=utf-8", body)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return Answer(200, kind, file.read_bytes())


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], handler: type[BaseRequestHandler]) -> None:
        self._open: set[socket.socket] = set()
        super().__init__(address, handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no error here."""

    def cut_connections(self) -> None:
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def _handler_for(site: StaticServer) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            answer = site.answer(path)
            if answer is None:
                self._cut()
                return
            self.send_response(answer.status)
            headers = {
                "Content-Type": answer.content_type,
                "Content-Length": str(len(answer.body)),
                "Cache-Control": "no-cache",
                **answer.headers,
            }
            for name, value in headers.items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)
            site.sent[path.removeprefix(site.base)] += len(answer.body)

        def _cut(self) -> None:
            # Zero linger sends a reset, as a lost network does; a plain close says "the end".
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.close_connection = True
            self.connection.close()

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler

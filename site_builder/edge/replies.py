"""Answers what the browser asks of the preview: pages as they are now, and the news that they have changed."""

import mimetypes
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.edge.desk import Desk
from site_builder.edge.outcome import WorkerLost
from site_builder.edge.preview import Preview, made
from site_builder.model.job import Artifact, Job

HOST = "127.0.0.1"
OWN = "/-/"
"""Addresses of the preview itself, which the published site never has."""
BEAT = 15.0
"""Seconds between signs of life to a waiting browser; without them nobody would notice that it has gone."""
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_OVERLAY = {name: (Path(__file__).parent / name).read_bytes() for name in ("overlay.js", "overlay.css")}
_TAG = (
    '<link rel="stylesheet" href="/-/overlay.css">'
    '<script src="/-/overlay.js" data-version="{}" defer></script></head>'
)


class Server(ThreadingHTTPServer):
    """Listens on this machine only; whoever makes it puts the desk in place before it answers."""

    daemon_threads = True
    allow_reuse_address = True
    desk: Desk

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), Replies)

    def server_bind(self) -> None:
        """Binds without asking the network for our name, which takes long where there is no network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.socket.getsockname()[1]


class Replies(BaseHTTPRequestHandler):
    """One conversation with a browser."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer, unless a page elsewhere tries to read the preview through a name that it makes point here."""
        path = unquote(urlsplit(self.path).path)
        if self.headers.get("Host", "").partition(":")[0] not in (HOST, "localhost"):
            self._send(403, b"", "text/plain")
        elif path == f"{OWN}events":
            self._events()
        elif path.removeprefix(OWN) in _OVERLAY and path.startswith(OWN):
            self._send(200, _OVERLAY[path.removeprefix(OWN)], _type_of(path))
        else:
            self._file(path)

    do_HEAD = do_GET

    def _file(self, path: str) -> None:
        # Taken once: the page and the version it bears must be of the same state.
        shown = self.server.desk.shown
        target = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        script = self.server.desk.sought.file(shown.preview, target, self.server.desk.run)
        if script is not None:
            self._send(200, script, "text/javascript")
            return
        job = shown.preview.job(target)
        if job is None and not path.endswith("/") and shown.preview.job(f"{target}/index.html"):
            self._send(301, b"", "text/plain", Location=f"/{target}/")
            return
        status, content = self._content(shown.preview, job)
        kind = _type_of(target) if status == 200 and job else "text/html"
        if kind == "text/html":
            content = content.replace(b"</head>", _TAG.format(shown.version).encode(), 1)
        self._send(status, content, kind)

    def _content(self, preview: Preview, job: Job | None) -> tuple[int, bytes]:
        """What a job makes; without one the page that says that nothing is there, or nothing yet."""
        desk = self.server.desk
        wanted = job or preview.job("404.html")
        if wanted is None:
            return 200, _page(desk.language, "…")
        try:
            found = made(preview, wanted, desk.run)
        except WorkerLost as lost:
            return 500, _page(desk.language, repr(lost))
        if isinstance(found, Artifact):
            return (200 if job else 404), found.content
        return 500, _page(desk.language, found.message(desk.language))

    def _send(self, status: int, content: bytes, kind: str, **more: str) -> None:
        headers = {
            "Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
            "Content-Length": str(len(content)),
            "Cache-Control": "no-store",
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
        }
        self.send_response(status)
        for name, value in (headers | more).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told = ""
        try:
            while self.command != "HEAD":
                state = self.server.desk.next_state(told, BEAT)
                self.wfile.write((f"data: {state}\n\n" if state != told else ": still here\n\n").encode())
                told = state
        except OSError:
            return  # the browser has gone

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not worth a line each."""


def _page(language: str, text: str) -> bytes:
    """A bare page, for when there is nothing of the site to show."""
    head = f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>…</title></head>'
    return f"{head}<body><p>{escape(text)}</p></body></html>".encode()


def _type_of(path: str) -> str:
    return mimetypes.guess_type(path)[0] or "application/octet-stream"

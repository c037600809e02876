"""Real web servers on loopback, with good and with bad settings."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Protocol

import pytest

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa_testing.hosts import free_port, let_servers_read, program, running

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}style.css"></head><body><h1>{title}</h1>{text}</body></html>
"""


class Serve(Protocol):
    """Starts a web server with some lines of settings, and gives its address."""

    def __call__(self, lines: str = "") -> contextlib.AbstractContextManager[str]: ...


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A packed site, some of it large enough to be worth compressing."""
    folder = tmp_path / "site"
    (folder / "one").mkdir(parents=True)
    text = "<p>words</p>" * 2000
    home = PAGE.format(title="Home", root="", text=text)
    (folder / "index.html").write_text(home, "utf-8")
    one = PAGE.format(title="One", root="../", text=text)
    (folder / "one/index.html").write_text(one, "utf-8")
    missing = PAGE.format(title="Not here", root="/", text="")
    (folder / "404.html").write_text(missing, "utf-8")
    (folder / "style.css").write_text("body{margin:1em}", "utf-8")
    let_servers_read(folder)
    pack(folder, PackOptions(name="Small site"))
    return folder


@pytest.fixture
def nginx(tmp_path: Path, site: Path) -> Serve:
    executable = program("nginx")

    def serve(lines: str = "") -> contextlib.AbstractContextManager[str]:
        port, folder = free_port(), tmp_path / "nginx"
        folder.mkdir(exist_ok=True)
        settings = folder / "nginx.conf"
        user = "user root;" if os.geteuid() == 0 else ""
        paths = "".join(
            f"{name}_temp_path {folder}/{name};"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        settings.write_text(
            f"{user} daemon off; pid {folder}/pid; error_log stderr; events {{}}\n"
            f"http {{ include /etc/nginx/mime.types; access_log off; {paths}\n"
            f"server {{ listen 127.0.0.1:{port}; root {site};\n{lines}\n}} }}\n",
            "utf-8",
        )
        return running([executable, "-c", str(settings), "-e", "stderr"], port, folder / "log")

    return serve


@pytest.fixture
def apache(tmp_path: Path, site: Path) -> Serve:
    executable = program("apache2")

    def serve(lines: str = "") -> contextlib.AbstractContextManager[str]:
        port, folder = free_port(), tmp_path / "apache"
        folder.mkdir(exist_ok=True)
        settings = folder / "apache.conf"
        modules = ("mpm_event", "authz_core", "dir", "mime", "headers", "deflate", "filter")
        loaded = "".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in modules
        )
        settings.write_text(
            f"{loaded}ServerName localhost\nServerRoot {folder}\nListen 127.0.0.1:{port}\n"
            f"PidFile {folder}/pid\nErrorLog /dev/stderr\nTypesConfig /etc/mime.types\n"
            f"DocumentRoot {site}\n<Directory {site}>\nRequire all granted\n</Directory>\n"
            f"{lines}\n",
            "utf-8",
        )
        command = [executable, "-f", str(settings), "-DFOREGROUND"]
        return running(command, port, folder / "log")

    return serve


@pytest.fixture
def caddy(tmp_path: Path, site: Path) -> Serve:
    executable = program("caddy")

    def serve(lines: str = "") -> contextlib.AbstractContextManager[str]:
        port, folder = free_port(), tmp_path / "caddy"
        folder.mkdir(exist_ok=True)
        settings = folder / "Caddyfile"
        settings.write_text(
            "{\n\tadmin off\n\tauto_https off\n}\n"
            f"http://127.0.0.1:{port} {{\n\troot * {site}\n\tfile_server\n{lines}\n}}\n",
            "utf-8",
        )
        command = [executable, "run", "--config", str(settings), "--adapter", "caddyfile"]
        return running(command, port, folder / "log")

    return serve

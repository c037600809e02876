"""nginx, Apache and Caddy with the settings of hosting/: nothing is left to mend."""

from __future__ import annotations

import http.client
import os
from pathlib import Path

from mkdocs_pwa_testing.hosts import free_port, program, running

from .conftest import Certificate, all_is_well, check, print_headers, settings, uploaded

APACHE_MODULES = Path("/usr/lib/apache2/modules")


def nginx_main(folder: Path, server: str) -> Path:
    """The file around a `server` block, with all that it writes in one folder."""
    paths = "".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    main = folder / "nginx.conf"
    main.write_text(
        f"{user} daemon off; pid {folder}/pid; error_log stderr; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {paths}\n{server}\n}}\n",
        "utf-8",
    )
    return main


def moved_to(port: int, path: str) -> tuple[int, str | None]:
    """The answer to plain http: its status, and where it leads."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    connection.close()
    return answer.status, answer.getheader("location")


def test_nginx(tmp_path: Path, site: Path, certificate: Certificate) -> None:
    executable, port, plain = program("nginx"), free_port(), free_port()
    guide = uploaded(site, tmp_path / "guide")
    (tmp_path / "guide-headers.conf").write_text(print_headers(guide, "nginx"), "utf-8")
    server = settings(
        "nginx/guide.conf",
        {
            "    listen [::]:443 ssl;\n": "",
            "    listen [::]:80;\n": "",
            "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "guide.example.org;": "127.0.0.1;",
            "/etc/letsencrypt/live/guide.example.org/fullchain.pem": str(certificate.file),
            "/etc/letsencrypt/live/guide.example.org/privkey.pem": str(certificate.key),
            "/var/www/guide": str(guide),
            "/etc/nginx/guide-headers.conf": str(tmp_path / "guide-headers.conf"),
        },
    )
    command = [executable, "-c", str(nginx_main(tmp_path, server)), "-e", "stderr"]
    url = f"https://127.0.0.1:{port}/"
    with running(command, port, tmp_path / "log"):
        assert check(url, guide, certificate) == all_is_well(url)
        assert moved_to(plain, "/help/") == (301, "https://127.0.0.1/help/")


def test_nginx_under_a_path(tmp_path: Path, cedar_hill: Path, certificate: Certificate) -> None:
    executable, port = program("nginx"), free_port()
    guide = uploaded(cedar_hill, tmp_path / "www/guide")
    (tmp_path / "www/index.html").write_text("<p>The website that was there</p>", "utf-8")
    (tmp_path / "guide-headers.conf").write_text(print_headers(guide, "nginx"), "utf-8")
    locations = settings(
        "nginx/under-a-path.conf",
        {
            "/var/www;": f"{tmp_path}/www;",
            "/etc/nginx/guide-headers.conf": str(tmp_path / "guide-headers.conf"),
        },
    )
    server = (
        f"server {{ listen 127.0.0.1:{port} ssl; root {tmp_path}/www;\n"
        f"ssl_certificate {certificate.file}; ssl_certificate_key {certificate.key};\n"
        f"{locations}\n}}"
    )
    command = [executable, "-c", str(nginx_main(tmp_path, server)), "-e", "stderr"]
    url = f"https://127.0.0.1:{port}/guide/"
    with running(command, port, tmp_path / "log"):
        assert check(url, guide, certificate) == all_is_well(url)


def test_apache(tmp_path: Path, site: Path, certificate: Certificate) -> None:
    executable, port, plain = program("apache2"), free_port(), free_port()
    guide = uploaded(site, tmp_path / "guide")
    hosts = settings(
        "apache/guide.conf",
        {
            "*:443": f"127.0.0.1:{port}",
            "*:80": f"127.0.0.1:{plain}",
            "/etc/letsencrypt/live/guide.example.org/fullchain.pem": str(certificate.file),
            "/etc/letsencrypt/live/guide.example.org/privkey.pem": str(certificate.key),
            "/var/www/guide": str(guide),
        },
    )
    needed = hosts.partition("a2enmod ")[2].partition("\n")[0].split()
    always = ["mpm_event", "authz_core", "dir", "filter", "alias", "socache_shmcb"]
    loaded = "".join(
        f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so\n" for name in [*always, *needed]
    )
    main = tmp_path / "apache.conf"
    main.write_text(
        f"{loaded}ServerName localhost\nServerRoot {tmp_path}\nListen 127.0.0.1:{port} https\n"
        f"Listen 127.0.0.1:{plain}\nPidFile {tmp_path}/pid\nErrorLog /dev/stderr\n"
        f"TypesConfig /etc/mime.types\n{hosts}\n",
        "utf-8",
    )
    url = f"https://127.0.0.1:{port}/"
    with running([executable, "-f", str(main), "-DFOREGROUND"], port, tmp_path / "log"):
        assert check(url, guide, certificate) == all_is_well(url)
        assert moved_to(plain, "/help/") == (301, "https://guide.example.org/help/")


def test_caddy(tmp_path: Path, site: Path, certificate: Certificate) -> None:
    executable, port = program("caddy"), free_port()
    guide = uploaded(site, tmp_path / "guide")
    (tmp_path / "guide-headers.caddy").write_text(print_headers(guide, "caddy"), "utf-8")
    host = settings(
        "caddy/Caddyfile",
        {
            "guide.example.org {": f"https://127.0.0.1:{port} {{\n"
            f"\ttls {certificate.file} {certificate.key}",
            "/var/www/guide": str(guide),
        },
    )
    main = tmp_path / "Caddyfile"
    main.write_text(f"{{\n\tadmin off\n\tauto_https disable_redirects\n}}\n{host}", "utf-8")
    command = [executable, "run", "--config", str(main), "--adapter", "caddyfile"]
    url = f"https://127.0.0.1:{port}/"
    with running(command, port, tmp_path / "log"):
        assert check(url, guide, certificate) == all_is_well(url)

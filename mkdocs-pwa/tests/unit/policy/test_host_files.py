"""What hosts are told."""

from pathlib import Path

import pytest

from mkdocs_pwa import PackError, PackOptions, pack, write_kill_switch
from mkdocs_pwa.cli import host_settings
from mkdocs_pwa.policy import host_files

SENT = {"A-Header": "a 'b'", "Another": "c"}
OPTIONS = PackOptions(name="Small site", site_url="https://example.org/guide/")


def test_headers_are_those_of_the_promises() -> None:
    assert list(host_files.headers()) == [
        "Content-Security-Policy",
        "Referrer-Policy",
        "Permissions-Policy",
        "X-Content-Type-Options",
        "Cache-Control",
    ]


def test_netlify_gets_every_header_for_every_file() -> None:
    assert host_files.netlify(SENT, "/guide/") == (
        "/guide/*\n  A-Header: a 'b'\n  Another: c\n"
        "/guide/manifest.webmanifest\n  Content-Type: application/manifest+json\n"
    )


@pytest.mark.parametrize("host", sorted(host_files.WRITERS))
def test_every_host_gets_every_header(host: str) -> None:
    text = host_files.WRITERS[host](SENT, "/")
    assert all(name in text and value in text for name, value in SENT.items())


def test_apache_is_told_of_the_404_page_only_where_the_site_is_known_to_be() -> None:
    assert "ErrorDocument 404 /guide/404.html\n" in host_files.apache(SENT, "/guide/")
    assert "ErrorDocument" not in host_files.apache(SENT, "")


def test_a_block_is_put_after_what_the_writer_has() -> None:
    text = host_files.with_block("/a\n  B: c", "ours\n")
    assert text.startswith("/a\n  B: c\n# mkdocs-pwa")
    assert host_files.with_block(text, "ours\n") == text


def test_taking_the_block_out_gives_what_the_writer_had() -> None:
    text = host_files.with_block("/a\n", "ours\n") + "/later\n"
    assert host_files.without_block(text) == "/a\n/later\n"


def test_headers_are_read_back_from_the_block() -> None:
    text = host_files.with_block("/*\n  Theirs: x\n", host_files.netlify(SENT, "/"))
    assert host_files.read_headers(text) == SENT


def test_packing_keeps_the_writers_own_lines(site: Path) -> None:
    (site / "_headers").write_text("/*\n  X-Own: yes\n")
    pack(site, OPTIONS)
    assert (site / "_headers").read_text().startswith("/*\n  X-Own: yes\n")

    write_kill_switch(site)
    assert (site / "_headers").read_text() == "/*\n  X-Own: yes\n"
    assert not (site / ".htaccess").exists()


def test_host_files_can_be_left_out(site: Path) -> None:
    pack(site, PackOptions(name="Small site", host_files=False))
    assert not (site / "_headers").exists()
    assert not (site / ".htaccess").exists()


def test_settings_are_printed_for_the_packed_site(site: Path) -> None:
    pack(site, OPTIONS)
    assert "error_page 404 /guide/404.html;" in host_settings(site, "nginx")
    assert host_settings(site, "nginx").count(" always;") == len(host_files.headers())


def test_settings_of_a_site_without_them_are_refused(site: Path) -> None:
    with pytest.raises(PackError) as error:
        host_settings(site, "caddy")
    assert error.value.problems == [
        "_headers: expected the headers that packing wrote, found none. Run `mkdocs-pwa pack` on "
        "the folder, without `host_files: false`."
    ]

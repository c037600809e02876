"""The digest of a file and the version of a list."""

import os

from mkdocs_pwa.copy.precache import Entry, entry, precache, version

LIST = [Entry("", "AA=", 1), Entry("after/", "BB=", 2)]


def test_entry_holds_the_sha256_that_the_browser_checks() -> None:
    # printf hello | openssl dgst -sha256 -binary | base64
    sha256 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="

    assert entry("a/index.html", b"hello") == Entry("a/", sha256, 5)


def test_entry_of_an_empty_file_has_no_size() -> None:
    assert entry("a.txt", b"").size == 0


def test_version_is_16_hex_digits_that_never_change() -> None:
    # printf '\0AA=\0001\nafter/\0BB=\0002\n' | sha256sum | cut -c1-16
    assert version(LIST) == "5d271a57382efcc7"


def test_version_does_not_depend_on_the_order() -> None:
    assert version(LIST[::-1]) == version(LIST)


def test_version_changes_with_a_url() -> None:
    assert version([LIST[0], LIST[1]._replace(url="before/")]) != version(LIST)


def test_version_changes_with_a_digest() -> None:
    assert version([LIST[0], LIST[1]._replace(sha256="CC=")]) != version(LIST)


def test_version_changes_when_a_file_goes() -> None:
    assert version(LIST[:1]) != version(LIST)


def test_a_name_that_is_no_text_is_a_problem() -> None:
    name = os.fsdecode(b"caf\xe9.mp3")
    assert precache({"index.html": b"a", name: b"b"}).problems == [
        "caf\\xe9.mp3: expected a file name in UTF-8, found other bytes. Rename the file, or list "
        "it under exclude."
    ]


def test_a_name_that_is_no_text_may_be_left_out() -> None:
    name = os.fsdecode(b"caf\xe9.mp3")
    found = precache({"index.html": b"a", name: b"b"}, exclude=["caf*"])
    assert [entry.url for entry in found.entries] == [""]
    assert (found.problems, found.left_out) == ([], [(name, "named by the option exclude")])

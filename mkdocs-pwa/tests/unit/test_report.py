"""What was packed can be read again from the folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa import PackError, PackOptions, SavedFile, pack, read_report, write_kill_switch

WriteSite = Callable[..., Path]
OPTIONS = PackOptions(name="A guide", built="2026-11-22")


def test_a_folder_tells_what_pack_told(write_site: WriteSite) -> None:
    site = write_site()
    told = pack(site, OPTIONS)
    read = read_report(site)
    assert (read.version, read.built, read.saved) == (told.version, "2026-11-22", told.saved)
    assert (read.files, read.pages, read.size) == (told.files, told.pages, told.size)
    assert read.bundle == told.bundle


def test_each_saved_file_is_in_the_folder_with_its_size(write_site: WriteSite) -> None:
    site = write_site()
    pack(site, OPTIONS)
    sizes = {file.path: file.size for file in read_report(site).saved}
    assert sizes["index.html"] > 0
    assert sizes == {path: (site / path).stat().st_size for path in sizes}


@pytest.mark.parametrize(
    ("url", "path"),
    [("", "index.html"), ("after/", "after/index.html"), ("a%20b.css", "a b.css")],
)
def test_an_address_leads_to_its_file(url: str, path: str) -> None:
    assert SavedFile(url, 1).path == path


def test_a_folder_that_is_not_packed_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        read_report(tmp_path)
    assert str(error.value).endswith(
        f"{tmp_path / 'sw.js'}: expected the worker of a packed site, found no file. "
        "Pack the folder first: mkdocs-pwa pack DIR"
    )


def test_a_worker_of_others_is_no_report(write_site: WriteSite) -> None:
    site = write_site()
    pack(site, OPTIONS)
    write_kill_switch(site)
    with pytest.raises(PackError, match="of a packed site, found another script"):
        read_report(site)

"""The files of a folder as hosts serve them."""

from pathlib import Path

from mkdocs_pwa.copy.site import Site


def test_a_linked_folder_is_part_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.txt").write_text("a", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/files").symlink_to("../elsewhere", target_is_directory=True)
    site = Site(tmp_path / "site")
    assert dict(site) == {"files/a.txt": b"a"}


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a", "utf-8")
    (tmp_path / "one").mkdir()
    (tmp_path / "one/home").symlink_to("..", target_is_directory=True)
    (tmp_path / "one/self").symlink_to(".", target_is_directory=True)
    assert list(Site(tmp_path)) == ["index.html"]
    assert Site(tmp_path).broken_links == {
        "one/home": "a link that leads in a circle",
        "one/self": "a link that leads in a circle",
    }

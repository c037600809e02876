"""The data files that are installed with this package."""

from importlib.resources import files

from mkdocs_pwa.errors import PackError


def read(path: str) -> str:
    """The text of a data file, its path relative to the package.

    Raises:
        PackError: the file is not there, so the installation is broken.
    """
    try:
        return files("mkdocs_pwa").joinpath(path).read_text("utf-8")
    except FileNotFoundError:
        text = (
            f"mkdocs_pwa/{path}: expected this file of the package, found nothing. "
            "Install the package again: pip install --force-reinstall mkdocs-pwa"
        )
        raise PackError([text]) from None

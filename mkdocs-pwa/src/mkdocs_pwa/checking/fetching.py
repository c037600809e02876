"""Getting files from a host as a browser would, and remembering how they came."""

import http.client
import socket
import ssl
import time
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from mkdocs_pwa.checking.body import BodyError, read_body

#: Seconds without a byte.
LIMIT_S = 20.0
#: Seconds for a whole file, after which browsers end a download in the background.
WHOLE_S = 300.0
#: Bytes of a file whose size is not known.
MOST = 50_000_000
MAX_REDIRECTS = 5


class FetchError(Exception):
    """Why nothing whole came.

    Args:
        words: what came, in words that follow "found".
        cure: what to do, if the host was not reached at all; else "".
    """

    def __init__(self, words: str, cure: str = "") -> None:
        super().__init__(words)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a host sent for an address: `body` is decoded, `headers` have lower-case names."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    is_redirected: bool = False

    @property
    def content_type(self) -> str:
        """The media type alone."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def fetch(url: str, most: int = MOST) -> Fetched:
    """Get one file, over redirects.

    Args:
        url: an address as `home_address` gives it, or one below.
        most: bytes that it may have at the most.

    Raises:
        FetchError: no whole answer came.
    """
    asked = url
    ends_at = time.monotonic() + WHOLE_S
    for _ in range(MAX_REDIRECTS + 1):
        got = _fetch_once(url, most, ends_at)
        if got.status not in (301, 302, 303, 307, 308) or "location" not in got.headers:
            return Fetched(url, got.status, got.headers, got.body, url != asked)
        # Some hosts send letters and spaces as they are; "%" stands in what is quoted already.
        url = urljoin(url, quote(got.headers["location"], safe="%/:?#[]@!$&'()*+,;=~-._"))
        if urlsplit(url).scheme not in ("http", "https"):
            raise FetchError(f"a redirect to {url}")
    raise FetchError(f"more than {MAX_REDIRECTS} redirects, the last to {url}")


def _fetch_once(url: str, most: int, ends_at: float) -> Fetched:
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asked = {"Accept": "*/*", "Accept-Encoding": "gzip"}
    connection: http.client.HTTPConnection | None = None
    try:
        secure = parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=LIMIT_S)
        connection.request("GET", path, headers=asked)
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Fetched(url, answer.status, headers, read_body(answer, most, ends_at))
    except BodyError as error:
        raise FetchError(str(error)) from error
    except (http.client.HTTPException, OSError, ValueError) as error:
        raise _not_reached(error) from error
    finally:
        if connection:
            connection.close()


def _not_reached(error: Exception) -> FetchError:
    match error:
        case ssl.SSLCertVerificationError():
            return FetchError(
                f"a certificate that does not hold ({error.verify_message})",
                "Browsers refuse it as well, and save nothing. Get a certificate for this name at "
                "the host: most give one for nothing.",
            )
        case ssl.SSLError():
            return FetchError(
                f"no https ({error.reason})", "Switch https on at the host, or correct the port."
            )
        case socket.gaierror():
            return FetchError(
                "no host of this name",
                "Correct the name. If it is new, wait some hours until it is known everywhere; if "
                "no site opens, mend your own network.",
            )
        case ConnectionRefusedError():
            return FetchError(
                "a host where nothing answers",
                "Start the server, or correct the name and the port.",
            )
        case TimeoutError():
            return FetchError(
                f"no answer in {LIMIT_S:.0f} seconds",
                "Try again; if it stays, look whether the host is up and lets you in.",
            )
    return FetchError(
        f"no answer ({error or type(error).__name__})",
        "Try again; if it stays, ask those who run the host.",
    )

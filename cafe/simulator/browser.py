"""The part of a browser that joining takes: pages, forms, cookies. No script runs."""

from __future__ import annotations

import re
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.error import HTTPError, URLError

from cafe.simulator.wire import Cut

AT_A_SESSION = re.compile(r"/cafe/([A-Za-z0-9_-]+)")
WAIT = 20


class NotIn(Exception):
    """The pages did not lead to a place in a session."""


class Browser:
    """One browser with its own cookies. Its calls block; run them in a thread."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._jar = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))
        self._at = address

    @property
    def cookies(self) -> str:
        """Give the Cookie header of this browser."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self._jar)

    def join(self, code: str, name: str) -> str:
        """Type a code and a name, and give the session that this leads to. Raises NotIn or Cut."""
        self._send(self._get("/"), code=code)
        page = self._get("/join")
        page = self._send(page, display_name=name)
        found = AT_A_SESSION.search(self._at) or AT_A_SESSION.search(page)
        if found is None:
            raise NotIn(self._at)
        return found[1]

    def sign_in(self, secret: str) -> None:
        """Use a sign-in link. Raises NotIn or Cut."""
        self._send(self._get("/in"), secret=secret)

    def _get(self, path: str) -> str:
        return self._open(urllib.request.Request(f"{self._address}{path}"))  # noqa: S310 - http(s) by the command line

    def _send(self, page: str, **values: str) -> str:
        form = _Form()
        form.feed(page)
        fields = {**form.filled, **values}
        request = urllib.request.Request(  # noqa: S310 - the same
            self._at,
            data=urllib.parse.urlencode(fields).encode(),
            headers={"Referer": self._at, "Origin": self._address},
        )
        return self._open(request)

    def _open(self, request: urllib.request.Request) -> str:
        try:
            with self._opener.open(request, timeout=WAIT) as answer:
                self._at = answer.url
                text: str = answer.read().decode()
                return text
        except HTTPError as error:
            with error:
                raise NotIn(f"{request.full_url}: {error.code}") from None
        except (URLError, OSError) as error:
            raise Cut(str(error)) from error


class _Form(HTMLParser):
    """What a page's forms hold before anybody has typed: hidden fields and the choices made beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self.filled: dict[str, str] = {}
        self._choice = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take up a hidden field, and of a list the first choice or the one made beforehand."""
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "input" and given.get("type") == "hidden" and name:
            self.filled[name] = value
        elif tag == "select":
            self._choice = name
        elif tag == "option" and ("selected" in given or self._choice not in self.filled):
            self.filled[self._choice] = value

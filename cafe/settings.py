"""Everything that can be set from outside, read once into one frozen object."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
# In a checkout the folders stand beside the package; a wheel carries them inside it.
WEB = PACKAGE / "_web" if (PACKAGE / "_web").is_dir() else ROOT
STATIC = WEB / "static"
TEMPLATES = WEB / "templates"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of one running server.

    `origins` are the addresses that browsers may come from, scheme included; an absent Origin is refused.
    `secure` says that the server is reached by TLS: cookies are then `__Host-` and Secure.
    """

    database_url: str
    secret_key: str
    origins: tuple[str, ...] = ("http://127.0.0.1:8000", "http://localhost:8000")
    demo: bool = False
    testing: bool = False
    feedback_contact: str = ""
    mail_server: str = ""
    mail_from: str = ""
    trusted_proxies: int = 0

    @property
    def sends_mail(self) -> bool:
        """Tell whether there is a mail server; without one no letters are written."""
        return bool(self.mail_server and self.mail_from)

    @property
    def secure(self) -> bool:
        """Tell whether every address of the server is reached by TLS."""
        return all(origin.startswith("https://") for origin in self.origins)

    @property
    def origin(self) -> str:
        """Give the address that links and QR codes carry."""
        return self.origins[0]


def data_folder() -> Path:
    """Give the folder of the embedded database and the secret key, made when missing."""
    folder = Path(os.environ.get("CAFE_DATA", ROOT / "instance"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def kept_secret(folder: Path) -> str:
    """Give the secret key kept in the data folder, made on the first start."""
    path = folder / "secret_key"
    if not path.exists():
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    return path.read_text().strip()


def settings_from_environment() -> Settings:
    """Read the settings from `CAFE_…` variables; everything has a default that works on one machine."""
    environment = os.environ
    folder = data_folder()
    origins = environment.get("CAFE_ORIGINS", "http://127.0.0.1:8000 http://localhost:8000")
    return Settings(
        database_url=environment.get("CAFE_DATABASE_URL", f"sqlite:///{folder / 'kafedialog.db'}"),
        secret_key=environment.get("CAFE_SECRET_KEY") or kept_secret(folder),
        origins=tuple(origins.split()),
        demo=environment.get("CAFE_DEMO", "") == "1",
        mail_server=environment.get("CAFE_MAIL_SERVER", ""),
        mail_from=environment.get("CAFE_MAIL_FROM", ""),
        feedback_contact=environment.get("CAFE_FEEDBACK_CONTACT", ""),
        trusted_proxies=int(environment.get("CAFE_TRUSTED_PROXIES", "0")),
    )

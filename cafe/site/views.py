"""Pages that belong to no domain: health, static files, language, the accessibility statement."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from cafe.db import answers
from cafe.i18n import LANGUAGE_COOKIE, LANGUAGES
from cafe.inputs import own_path
from cafe.people.identity import settings
from cafe.site.assets import all_assets, asset, send_asset
from cafe.site.assets import version as present_version

site = Blueprint("site", __name__)
YEAR = 365 * 24 * 3600


@site.get("/static/<version>/<path:path>")
def static_file(version: str, path: str) -> Response:
    """Send a static file; only one of the present version is cached for ever."""
    return send_asset(path, request, immutable=version == present_version())


@site.get("/service-worker.js")
def service_worker() -> Response:
    """Send the service worker from the root, so that it may serve every page."""
    return send_asset("js/service-worker.js", request, immutable=False)


@site.get("/service-worker-assets.json")
def service_worker_assets() -> Response:
    """List what the service worker keeps."""
    return jsonify(version=present_version(), assets=all_assets())


@site.get("/manifest.webmanifest")
def manifest() -> Response:
    """Describe the app to a phone that puts it on its home screen."""
    icons = [
        {"src": asset(f"img/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    response = jsonify(
        name="Kafédialog",
        short_name="Kafédialog",
        start_url="/",
        display="standalone",
        background_color="#f7f2e9",
        theme_color="#f7f2e9",
        icons=icons,
    )
    response.mimetype = "application/manifest+json"
    return response


@site.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Say that the process answers."""
    return jsonify(ok=True)


@site.get("/readyz")
def readyz() -> ResponseReturnValue:
    """Say whether the database answers too."""
    return jsonify(ok=answers())


@site.post("/language")
def language() -> ResponseReturnValue:
    """Remember the language chosen and go back to the page."""
    chosen = request.form.get("language", "")
    response = redirect(own_path(request.form.get("next")) or "/")
    if chosen in dict(LANGUAGES):
        response.set_cookie(
            LANGUAGE_COOKIE, chosen, max_age=YEAR, secure=settings().secure, httponly=True, samesite="Lax"
        )
    return response


@site.get("/accessibility")
def accessibility() -> str:
    """Show the accessibility statement, with the contact for feedback."""
    return render_template("site/accessibility.html", contact=settings().feedback_contact)

"""The only wiring: an app made of the domains, with one frozen object of settings."""

from __future__ import annotations

from collections.abc import Collection

import structlog
from flask import Flask, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_alembic import Alembic
from flask_babel import Babel, get_locale, gettext
from flask_login import LoginManager
from flask_wtf.csrf import CSRFError, CSRFProtect
from jinja2 import StrictUndefined
from secure import ContentSecurityPolicy, ReferrerPolicy, Secure, StrictTransportSecurity, XContentTypeOptions
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

import cafe.compass.actions
import cafe.dialogue.actions
import cafe.dialogue.live
import cafe.dialogue.queries.audience
import cafe.dialogue.searched
import cafe.harvest.actions
import cafe.harvest.gathering_part
import cafe.harvest.live
import cafe.harvest.queries.audience
import cafe.harvest.searched
import cafe.mail.actions
import cafe.network.actions
import cafe.plans.actions
import cafe.plans.good_news
import cafe.plans.live
import cafe.plans.onward
import cafe.plans.queries.audience
import cafe.plans.queries.roles
import cafe.plans.searched
import cafe.plans.to_sign
import cafe.reminding.actions
import cafe.unnamed.actions  # noqa: F401 - imported for what they register
from cafe import logs
from cafe.authorisation import anyone_may_open, may_only_guests, require_route
from cafe.clock import ZONE
from cafe.compass.views import compass
from cafe.db import Base, db, on_commit, prepare_engine
from cafe.dialogue.views import dialogue
from cafe.errors import NotAllowed, SafeError
from cafe.gatherings.views import gatherings
from cafe.harvest.views import harvest
from cafe.i18n import DEFAULT_LANGUAGE, LANGUAGES, choose_language
from cafe.live.publish import publisher
from cafe.live.stamp import gather
from cafe.network.views import network
from cafe.overview.views import overview
from cafe.people.identity import actor_of_request
from cafe.people.queries import user_of_cookie
from cafe.people.sockets import wire
from cafe.people.views import people
from cafe.plans.views import plans
from cafe.reminding.views import reminding
from cafe.reminding.views.letters import stop_now
from cafe.settings import PACKAGE, TEMPLATES, Settings
from cafe.site.assets import asset, compress_page
from cafe.site.views import site

MIB = 1024 * 1024
alembic = Alembic(metadatas=Base.metadata, run_mkdir=False)
log = structlog.get_logger()


def create_app(settings: Settings) -> Flask:
    """Make the app from its settings."""
    logs.configure()
    app = Flask("cafe", template_folder=str(TEMPLATES), static_folder=None)
    app.extensions["cafe_settings"] = settings
    app.config.update(
        SECRET_KEY=settings.secret_key,
        TESTING=settings.testing,
        MAX_CONTENT_LENGTH=2 * MIB,
        MAX_FORM_MEMORY_SIZE=2 * MIB,
        SESSION_COOKIE_NAME="__Host-session" if settings.secure else "session",
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        WTF_CSRF_TIME_LIMIT=None,
        # Parameters in the message of a database error would be what somebody wrote.
        SQLALCHEMY_ENGINES={"default": {"url": settings.database_url, "hide_parameters": True}},
        ALEMBIC={"script_location": str(PACKAGE / "migrations")},
    )
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    _database(app)
    _languages(app)
    _identity(app, settings.origins)
    beneath = (site, people, network, gatherings, dialogue, harvest)
    for blueprint in (*beneath, compass, plans, overview, reminding):
        app.register_blueprint(blueprint)
    _answers(app, settings)
    wire(app)
    return app


def _database(app: Flask) -> None:
    db.init_app(app)
    alembic.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    on_commit(gather, publisher.publish)


def _languages(app: Flask) -> None:
    Babel(
        app,
        default_locale=DEFAULT_LANGUAGE,
        default_timezone=ZONE.key,  # a page published after midnight carries the new day's date
        locale_selector=choose_language,
        default_translation_directories=str(PACKAGE / "translations"),
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.globals["asset"] = asset
    app.context_processor(lambda: {"locale": str(get_locale()), "languages": LANGUAGES})


def _identity(app: Flask, origins: Collection[str]) -> None:
    # A mail program that stops letters for its owner has seen no page of ours; the signed link is its right.
    CSRFProtect(app).exempt(stop_now)
    login = LoginManager(app)
    login.session_protection = None  # phones change networks; the cookie itself is signed and HttpOnly
    login.user_loader(user_of_cookie)

    @app.before_request
    def authorise() -> ResponseReturnValue | None:
        origin = request.headers.get("Origin")
        if request.method == "POST" and origin is not None and origin not in origins:
            raise NotAllowed
        if request.endpoint is None or anyone_may_open(request.endpoint):
            return None
        try:
            with db.sessionmaker() as session:
                require_route(session, actor_of_request(), request.endpoint, request.view_args or {})
        except NotAllowed:
            if actor_of_request().user_id or request.method != "GET":
                raise
            if may_only_guests(request.endpoint):
                return redirect(url_for("gatherings.front"))
            return redirect(url_for("people.sign_in", next=request.path))
        return None


def _answers(app: Flask, settings: Settings) -> None:
    csp = ContentSecurityPolicy()
    for name in (
        "script_src",
        "style_src",
        "font_src",
        "connect_src",
        "manifest_src",
        "worker_src",
    ):
        getattr(csp, name)("'self'")
    csp.img_src("'self'", "data:")  # Designsystemet's icons are data URIs in its CSS
    csp.default_src("'none'").form_action("'self'").frame_ancestors("'none'").base_uri("'none'")
    headers = Secure(
        csp=csp,
        referrer=ReferrerPolicy().same_origin(),
        xcto=XContentTypeOptions(),
        hsts=StrictTransportSecurity().max_age(31_536_000) if settings.secure else None,
    )

    @app.after_request
    def finish(response: Response) -> Response:
        if request.endpoint == "site.static_file":
            # The page's policy holds for its files; repeated on fifty small ones it would be a third of them.
            response.headers["X-Content-Type-Options"] = "nosniff"
        else:
            headers.set_headers(response)
        response.headers.setdefault("Cache-Control", "no-store")
        return compress_page(response, request)

    app.context_processor(lambda: {"demo": settings.demo})
    app.register_error_handler(SafeError, _show_refusal)
    app.register_error_handler(HTTPException, _show_http_error)
    app.register_error_handler(CSRFError, _show_old_form)
    if not settings.testing:
        app.register_error_handler(Exception, _show_failure)


def _error_page(title: str, message: str, status: int) -> ResponseReturnValue:
    return render_template("errors/error.html", title=title, message=message), status


def _show_refusal(error: Exception) -> ResponseReturnValue:
    assert isinstance(error, SafeError)  # noqa: S101 - registered for this class alone
    return _error_page(gettext("This did not work"), str(error.message), error.status)


def _show_http_error(error: Exception) -> ResponseReturnValue:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    if error.code == 404:  # noqa: PLR2004
        return _error_page(
            gettext("There is no such page"),
            gettext("The address may be mistyped, or what was here has been taken down."),
            404,
        )
    return _error_page(
        gettext("This did not work"),
        gettext("Nothing was changed. Go back and try again."),
        error.code or 400,
    )


def _show_old_form(_error: Exception) -> ResponseReturnValue:
    return _error_page(
        gettext("The page was open for too long"),
        gettext("Nothing was changed. Go back, reload the page and try again."),
        400,
    )


def _show_failure(error: Exception) -> ResponseReturnValue:
    log.error("a page failed", error_type=type(error).__name__, endpoint=request.endpoint, exc_info=error)
    return _error_page(
        gettext("Something went wrong on our side"),
        gettext("Nothing was changed. Try again in a moment; if it goes on, tell an organiser."),
        500,
    )

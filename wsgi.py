"""The app for gunicorn, started as `cafe serve` does (cafe/serving.py)."""

from gevent import monkey

monkey.patch_all()

from cafe import background  # noqa: E402 - nothing may be imported before the patch
from cafe.app import create_app  # noqa: E402
from cafe.settings import settings_from_environment  # noqa: E402

app = create_app(settings_from_environment())
background.start(app)

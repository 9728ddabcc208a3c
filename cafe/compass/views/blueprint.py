"""The blueprint of the compass."""

from flask import Blueprint

compass = Blueprint("compass", __name__)

"""The blueprint of networks, organisations and teams."""

from flask import Blueprint

network = Blueprint("network", __name__)

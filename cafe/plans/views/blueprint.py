"""The blueprint of the work plans."""

from flask import Blueprint

plans = Blueprint("plans", __name__)

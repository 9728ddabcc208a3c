"""The blueprint of the pages that look across a network."""

from flask import Blueprint

overview = Blueprint("overview", __name__)

"""The blueprint that the views of gatherings register with."""

from flask import Blueprint

gatherings = Blueprint("gatherings", __name__)

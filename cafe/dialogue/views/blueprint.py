"""The blueprint that the views of the café dialogue register with."""

from flask import Blueprint

dialogue = Blueprint("dialogue", __name__)

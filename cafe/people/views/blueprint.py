"""The blueprint that the views of people register with."""

from flask import Blueprint

people = Blueprint("people", __name__)

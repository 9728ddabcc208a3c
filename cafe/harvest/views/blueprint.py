"""The blueprint that the views of the harvest register with."""

from flask import Blueprint

harvest = Blueprint("harvest", __name__)

"""The blueprint that the views of the reminders register with."""

from flask import Blueprint

reminding = Blueprint("reminding", __name__)

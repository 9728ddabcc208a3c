"""Who may do what with gatherings."""

from __future__ import annotations

from cafe.authorisation.rights import ANYONE, GUEST, MEMBER, ORGANISER, TEAM, USER, Table, may

COMMANDS: Table = {
    # gatherings
    "create_gathering": may(USER),
    "change_gathering": may(ORGANISER),
    "add_organisation": may(ORGANISER),
    "register_participant": may(ORGANISER),
    "register_people": may(ORGANISER),
    "invite_organiser": may(ORGANISER),
    "hand_out_cards": may(ORGANISER),
    "join_gathering": may(ANYONE),  # the view has checked the code or the QR's secret
    # the programme, who will come, what teams are asked for, who was there, what people will do
    "set_programme_item": may(ORGANISER),
    "remove_programme_item": may(ORGANISER),
    "restore_programme_item": may(ORGANISER),
    "open_registration": may(ORGANISER),
    "close_registration": may(ORGANISER),
    "register_oneself": may(ANYONE),  # the action asks for the secret of the link
    "register_from_team": may(TEAM),
    "set_assignment": may(ORGANISER),
    "remove_assignment": may(ORGANISER),
    "restore_assignment": may(ORGANISER),
    "hand_in": may(TEAM),
    "give_feedback": may(ORGANISER),
    "set_attendance": may(ORGANISER),
    "commit_oneself": may(GUEST),
    "change_commitment": may(GUEST),
    "answer_evaluation": may(GUEST),
}

ROUTES: Table = {
    "gatherings.front": may(ANYONE),
    "gatherings.enter_code": may(ANYONE),
    "gatherings.scanned": may(ANYONE),
    "gatherings.enter_secret": may(ANYONE),
    "gatherings.name_page": may(ANYONE),  # the signed cookie says which gathering a right code has opened
    "gatherings.join": may(ANYONE),
    "gatherings.newest_place": may(ANYONE),
    "gatherings.place": may(GUEST),
    "gatherings.other_phone": may(GUEST),
    "gatherings.make_transfer_code": may(GUEST),
    "gatherings.index": may(USER),
    "gatherings.new": may(USER),
    "gatherings.show": may(ORGANISER),
    "gatherings.qr": may(ORGANISER),
    "gatherings.change": may(ORGANISER),
    "gatherings.invite": may(ORGANISER),
    "gatherings.add_person": may(ORGANISER),
    "gatherings.import_people": may(ORGANISER),
    "gatherings.people": may(ORGANISER),
    "gatherings.change_registration": may(ORGANISER),
    "gatherings.register": may(ANYONE),
    "gatherings.register_oneself": may(ANYONE),  # the secret of the link says for which gathering
    "gatherings.register_team": may(TEAM),
    "gatherings.programme": may(ORGANISER, MEMBER, GUEST),
    "gatherings.change_programme": may(ORGANISER),
    "gatherings.assignments": may(ORGANISER, MEMBER),
    "gatherings.change_assignments": may(ORGANISER),
    "gatherings.assignment": may(ORGANISER, MEMBER),
    "gatherings.hand_in": may(TEAM),
    "gatherings.give_feedback": may(ORGANISER),
    "gatherings.attendance": may(ORGANISER),
    "gatherings.note_attendance": may(ORGANISER),
    "gatherings.agenda": may(ORGANISER, MEMBER),
    "gatherings.commitments": may(GUEST),
    "gatherings.commit": may(GUEST),
    "gatherings.evaluation": may(ORGANISER, GUEST),
    "gatherings.answer_evaluation": may(GUEST),
}

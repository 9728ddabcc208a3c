"""Who may do what with work plans."""

from __future__ import annotations

from cafe.authorisation.rights import LEADER, MEMBER, ORGANISER, TEAM, USER, Table, may

COMMANDS: Table = {
    # work plans
    "create_plan": may(TEAM),
    "write_text": may(TEAM),
    "change_plan": may(TEAM),
    "submit_plan": may(TEAM),
    "take_plan_back": may(TEAM),
    "start_plan": may(TEAM),
    "sign_plan_off": may(LEADER),
    "keep_version": may(TEAM),
    "answer_plan": may(ORGANISER),
    "carry_over": may(TEAM),
    "set_cycle": may(TEAM),
    "remove_cycle": may(TEAM),
    "restore_cycle": may(TEAM),
    "set_funding": may(TEAM),
    "remove_funding": may(TEAM),
    "restore_funding": may(TEAM),
    "set_pilot": may(TEAM),
    "remove_pilot": may(TEAM),
    "restore_pilot": may(TEAM),
    "add_goal": may(TEAM),
    "change_goal": may(TEAM),
    "remove_goal": may(TEAM),
    "restore_goal": may(TEAM),
    "add_measure": may(TEAM),
    "change_measure": may(TEAM),
    "remove_measure": may(TEAM),
    "restore_measure": may(TEAM),
    "set_status": may(TEAM),
    # indicators
    "set_indicator": may(TEAM),
    "remove_indicator": may(TEAM),
    "restore_indicator": may(TEAM),
    "enter_measurement": may(TEAM),
    "remove_measurement": may(TEAM),
    "restore_measurement": may(TEAM),
    "take_in_measurements": may(TEAM),
    # from the café, and from one another
    "take_home": may(TEAM),
    "borrow_measure": may(TEAM),
    "see_kind_word": may(TEAM),
    # status reports
    "begin_report": may(TEAM),
    "change_report": may(TEAM),
    "submit_report": may(TEAM),
    "reopen_report": may(TEAM),
    "set_score": may(TEAM),
    "give_score": may(ORGANISER),
}

ROUTES: Table = {
    "plans.take_home": may(USER),  # the view asks for who is in a team of the network
    "plans.take_these_home": may(USER),  # the same
    "plans.origin": may(USER),  # the view asks for who belongs to the network
    "plans.borrow": may(MEMBER),
    "plans.borrow_this": may(MEMBER),
    "plans.see_kind_word": may(TEAM),
    "plans.search": may(MEMBER, ORGANISER),
    "plans.like_this": may(TEAM),
    "plans.plan": may(MEMBER, ORGANISER),  # the view leads whoever is not in the team to where it is read
    "plans.earlier_texts": may(TEAM),
    # The pages show what a reader may see; only the team is offered to write, and each command asks again.
    "plans.indicators": may(MEMBER, ORGANISER),
    "plans.indicator": may(MEMBER, ORGANISER),
    "plans.measurements": may(MEMBER, ORGANISER),
    "plans.all_measurements": may(MEMBER, ORGANISER),
    "plans.new_indicator": may(TEAM),
    "plans.change_indicator": may(TEAM),
    "plans.enter_measurement": may(TEAM),
    "plans.remove_measurement": may(TEAM),
    "plans.restore_measurement": may(TEAM),
    "plans.remove_indicator": may(TEAM),
    "plans.restore_indicator": may(TEAM),
    "plans.take_in_one": may(TEAM),
    "plans.take_in_all": may(TEAM),
    "plans.rows": may(MEMBER, ORGANISER),  # the view asks for what `join` asks for
    "plans.new": may(TEAM),
    "plans.read": may(MEMBER, ORGANISER),
    "plans.export": may(MEMBER, ORGANISER),
    "plans.export_network": may(MEMBER, ORGANISER),
    "plans.answer": may(ORGANISER),
    "plans.versions": may(MEMBER, ORGANISER),
    "plans.compare": may(MEMBER, ORGANISER),
    "plans.more": may(TEAM),
    "plans.step": may(TEAM),
    "plans.change": may(TEAM),
    "plans.partners": may(TEAM),
    "plans.funding": may(TEAM),
    "plans.pilot": may(TEAM),
    "plans.begin_cycle": may(TEAM),
    "plans.take_out": may(TEAM),
    "plans.cycle": may(TEAM),
    # The address of a report names a plan and a gathering; the views ask for the role towards the plan alone.
    "plans.report": may(MEMBER, ORGANISER),
    "plans.report_known": may(TEAM),
    "plans.reopen_report": may(TEAM),
    "plans.score_report": may(TEAM, ORGANISER),
    "plans.storyboard": may(MEMBER, ORGANISER),
    "plans.storyboard_pdf": may(MEMBER, ORGANISER),
    "plans.storyboards": may(MEMBER, ORGANISER),
}

"""Who may do what with the harvest."""

from __future__ import annotations

from cafe.authorisation.rights import ANYONE, GUEST, HARVESTER, HOST, ORGANISER, Table, may

COMMANDS: Table = {
    # votes
    "prepare_ballot": may(ORGANISER),
    "open_ballot": may(ORGANISER),
    "close_ballot": may(ORGANISER),
    "show_on_wall": may(ORGANISER),
    "remove_ballot": may(ORGANISER),
    "cast_dots": may(GUEST),
    "enter_dots": may(HOST, ORGANISER),
    "count_votes": may(),
    # harvest
    "write_consolidated": may(HARVESTER, ORGANISER),
    "approve_consolidated": may(ORGANISER),
    "approve_by_hosts": may(HARVESTER),
    "mark_important": may(HARVESTER, ORGANISER),
    "leave_out": may(HARVESTER, ORGANISER),
    "bundle_notes": may(HARVESTER, ORGANISER),
    "add_to_bundle": may(HARVESTER, ORGANISER),
    "take_out_of_bundle": may(HARVESTER, ORGANISER),
    "take_bundle_apart": may(HARVESTER, ORGANISER),
    "write_bundle": may(HARVESTER, ORGANISER),
    # the board
    "create_theme": may(ORGANISER),
    "rename_theme": may(ORGANISER),
    "place_notes": may(ORGANISER),
    "unplace_notes": may(ORGANISER),
    "split_theme": may(ORGANISER),
    "merge_themes": may(ORGANISER),
    "take_theme_apart": may(ORGANISER),
    "remove_theme": may(ORGANISER),
    "restore_theme": may(ORGANISER),
    "move_theme": may(ORGANISER),
    "undo_step": may(ORGANISER),
    "suggest_themes": may(ORGANISER),
    "cancel_suggestions": may(ORGANISER),
    "dismiss_suggestion": may(ORGANISER),
    "bundle_suggestion": may(ORGANISER),
    "write_conclusion": may(ORGANISER),
    "rest_on": may(ORGANISER),
    "approve_conclusion_by_hosts": may(HARVESTER),
    "approve_conclusion": may(ORGANISER),
    "remove_conclusion": may(ORGANISER),
    "restore_conclusion": may(ORGANISER),
    "move_conclusion": may(ORGANISER),
    "set_next_step": may(ORGANISER),
    "remove_next_step": may(ORGANISER),
    "look_at": may(ORGANISER),
    "publish": may(ORGANISER),
    "unpublish": may(ORGANISER),
    "make_report_file": may(ORGANISER),
    "cancel_report_file": may(ORGANISER),
}

ROUTES: Table = {
    "harvest.harvest_page": may(ORGANISER),
    "harvest.votes": may(ORGANISER),
    "harvest.search": may(GUEST, ORGANISER),  # the view asks for those who harvest a topic
    "harvest.preview": may(ORGANISER),
    "harvest.board": may(ORGANISER),
    "harvest.earlier_texts": may(ORGANISER),
    "harvest.report": may(ORGANISER),
    "harvest.report_export": may(ORGANISER),
    "harvest.make_report_file": may(ORGANISER),
    "harvest.report_file_page": may(ORGANISER),
    "harvest.report_file_progress": may(ORGANISER),
    "harvest.cancel_report_file": may(ORGANISER),
    "harvest.fetch_report_file": may(ORGANISER),
    "harvest.together": may(GUEST, ORGANISER),  # the view asks for who hosts tables
    "harvest.earlier_texts_together": may(GUEST, ORGANISER),  # the view asks for who harvests the topic
    "harvest.preview_together": may(GUEST, ORGANISER),  # the same
    "harvest.export": may(ORGANISER),
    "harvest.conclusions": may(ORGANISER),
    "harvest.earlier_conclusions": may(ORGANISER),
    "harvest.passages": may(ORGANISER),
    "harvest.published": may(ANYONE),  # the view asks who may read what is for a network alone
    "harvest.published_file": may(ANYONE),  # the same
    "harvest.published_edition": may(ANYONE),  # the same
    "harvest.published_tables": may(ANYONE),  # the same
    "harvest.published_table": may(ANYONE),  # the same
}

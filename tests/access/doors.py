"""The written table: which act each address asks leave for, and who has it. (trust.md, 2)

Written by hand and apart from the program, so that the two can be held against each other. A new address gets a line
here, in the row of its act. OPEN are addresses that ask for no pass: what they give out has no name of a case in it.
"""

PARTICIPANT, FACILITATOR, CO, SCRIBE, WALL = "participant", "facilitator", "co-facilitator", "scribe", "wall"
LEADS, HELPS = {FACILITATOR, CO}, {FACILITATOR, CO, SCRIBE}
EVERYBODY = {PARTICIPANT, *HELPS, WALL}

WHO = {
    "come to the door": EVERYBODY | {"outsider"},
    "take part": {PARTICIPANT},
    "write for someone without a phone": HELPS,
    "read before the reveal": set(),
    "know who gave unlabelled words": set(),
    "show the wall": {*HELPS, WALL},
    "hear of changes": EVERYBODY,
    "watch the console": HELPS,
    "lead the workshop": LEADS,
    "let somebody help": {FACILITATOR},
    "see all reviews": {FACILITATOR},
    "prepare a review": LEADS,
    "edit findings": HELPS,
    "see real names": {FACILITATOR},
    "take the review out": {FACILITATOR},
    "hold or restore a review": {FACILITATOR},
    "purge a review": {FACILITATOR},
    "be the second person in a purge": LEADS,
}

BY_GRANT = {"see real names": {CO}, "take the review out": {CO}}

OPEN = {
    "static", "start", "workshops.reach", "workshops.say_reached", "styleguide",
    "access.first_start", "access.choose_passphrase", "access.unlock", "access.open_vault", "access.sign_out",
    "workshops.join_page", "workshops.give_code", "workshops.notice", "workshops.choose_position", "workshops.come_in",
    "workshops.pair_page", "workshops.pair", "workshops.waiting", "workshops.come_back",
}  # fmt: skip

# What every phone may ask of its own workshop; whoever types for a seat asks with "seat" and another act.
PHONE = """
workshops.phone workshops.phone_now workshops.phone_stage workshops.say_ready workshops.say_done workshops.leave_with
workshops.help_page workshops.leave workshops.device workshops.invite_device workshops.device_asking
workshops.answer_device narrative.add_on_phone narrative.correct_on_phone narrative.dispute_on_phone
tunnel.case tunnel.give
episodes.propose episodes.support episodes.withdraw_support perspectives.give perspectives.stay_silent
perspectives.own_words perspectives.correct perspectives.withdraw factors.give factors.mark appraisals.give usual.give
patterns.propose findings.test findings.suggest perspectives.look_up perspectives.correct_by_code
perspectives.withdraw_by_code groups.write groups.keep
"""

LEAD = """
workshops.people workshops.people_now workshops.heard_so_far workshops.remove workshops.let_back workshops.undo_move
workshops.move workshops.move_on workshops.move_back workshops.reveal workshops.hide_again workshops.set_clock
workshops.blank workshops.uncover workshops.turn_blank workshops.turn_code workshops.turn_page workshops.write_note
workshops.open_room tunnel.lift tunnel.lower
factors.turn_to_layers narrative.stretch_page narrative.show_stretch narrative.show_episode narrative.show_whole_case
narrative.show_glance
groups.page groups.form groups.end groups.take_in_late groups.turn_on_wall groups.hand_on
differences.page differences.mark differences.take_back differences.put_back
workshops.before workshops.before_checks workshops.try_address workshops.close workshops.reopen
episodes.more episodes.add episodes.choose episodes.undo_choice
episodes.put_in_order episodes.no_good_practice perspectives.star perspectives.setting_aside perspectives.set_aside
perspectives.take_back perspectives.let_in patterns.page patterns.name patterns.edit patterns.change patterns.take
workshops.label_stage perspectives.let_in_together perspectives.ask_to_correct perspectives.reveal_others
offers.page offers.take offers.refuse offers.ask_again together.page together.put together.take_apart
patterns.give_back patterns.remove patterns.put_back findings.draft_in_room findings.own_question findings.ask_own
findings.order findings.settle_order factors.show_marks factors.order factors.settle_order
conversations.agree conversations.take_agreement_back conversations.withdraw
"""

PREPARE = """
reviews.page reviews.purpose reviews.write_purpose reviews.agencies reviews.add_an_agency reviews.add_a_position
reviews.remove_an_agency reviews.remove_a_position reviews.cast reviews.add_to_cast reviews.remove_from_cast
narrative.prepare narrative.add narrative.edit narrative.rewrite narrative.remove narrative.look_at_sheet
narrative.keep_sheet workshops.new_workshop workshops.open_new_workshop
conversations.new conversations.begin conversations.guide
factor_list.page factor_list.add factor_list.leave_out factor_list.offer_again
"""

EDIT = """
findings.desk findings.finding findings.history findings.changes findings.statements findings.board_questions
findings.draft findings.add_paragraph findings.write_paragraph findings.put_evidence findings.lift_evidence
findings.set_state findings.set_scope findings.ask findings.settle findings.episodes findings.episode findings.tell
findings.board findings.board_answer findings.answer preview.whole preview.finding
findings.comment findings.settle_comment findings.open_comment
"""

ACTS = {
    "take part": PHONE,
    "write for someone without a phone": "workshops.add_seat conversations.write conversations.reading",
    "show the wall": "workshops.wall workshops.wall_now",
    "watch the console": "workshops.console workshops.console_region perspectives.held factors.cell",
    "lead the workshop": LEAD,
    "let somebody help": "workshops.let_help workshops.end_help workshops.end_others",
    "see all reviews": "reviews.all_reviews reviews.new_review reviews.begin narrative.start_from_case_file",
    "prepare a review": PREPARE,
    "edit findings": EDIT,
    "hold or restore a review": "keeping.sign_off keeping.undo_sign_off keeping.hold keeping.release",
    "purge a review": "keeping.propose keeping.take_back",
    "be the second person in a purge": "keeping.page keeping.agree",
    "take the review out": "reports.page reports.word reports.findings_only reports.published_json "
    "reports.briefing reports.receipts reports.published_csv reports.archive reports.log_alone reports.leaving "
    "reports.pass_one reports.pass_no_more",
    "hear of changes": "workshops.hint_lists",
    "see real names": "names.page names.open_names names.close_names names.keep_out names.let_go",
}

ACT_OF = {endpoint: act for act, endpoints in ACTS.items() for endpoint in endpoints.split()}

# Socket.IO events: what leave they ask for. "disconnect" carries nothing and asks for none.
EVENTS = {"connect": "hear of changes", "writing": "hear of changes", "disconnect": None}

"""Small mixed groups: people of different agencies talk, and one phone in each writes down who said what."""


def add_kinds():
    from facilitator.groups import screens
    from facilitator.workshops import beside
    from facilitator.workshops.remarks import remark_to_participant

    beside.hang_with(screens.wall)
    beside.carry_with(screens.phone)
    beside.stand_with(screens.how_often_formed)
    beside.come_with(screens.leave_the_wall)
    remark_to_participant(screens.written_for)

"""What the reviewers do at the desk once the room has gone home."""


async def write_up(day):
    """Each key practice episode is told in full: what only an editor can write, beside what the room gave."""
    for number, episode in enumerate(day.case.episodes, 1):
        await day.desk.tell_in_full(number, episode)
        day.showing.update()

"""Which factors mattered most: each marks alone once all have seen them, then the group settles an order.

A case file does not say who marks what, so it is made up here, the same each time. (method.md, 5)
"""

import asyncio

MOST = 3  # places an order has
BECAUSE = "Made up for rehearsal: what most people marked, with the one named first at the top."


async def rank_factors(day, episode):
    if episode is None or not episode.influences:
        return
    await asyncio.gather(*(mark(person, episode) for person in day.people))
    await day.leader.do("/factors/marks/reveal")
    await day.desk.settle_factors(MOST, BECAUSE)
    await day.all_settled()


async def mark(person, episode):
    """Who named a factor marks some of those on their phone; to the others none stands out."""
    await person.think()
    offered = person.page.all("//input[@name='marked']/@value")
    own = [one for one in episode.influences if one.by == person.key]
    first = len(person.key or "") % max(len(offered), 1)
    marked = [*offered[first:], *offered[:first]][: len(own)]
    await person.choose("/factors/marks", {"marked": marked[:MOST]} if marked else None)

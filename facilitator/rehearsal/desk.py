"""What the facilitator writes on pages of their own: patterns, the sentences of findings, questions for the board."""

import re

from facilitator.refusal import Refused
from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.page import one_line, plain

# Under which of the six answers each sentence of a case file belongs, in the order of the report.
SENTENCES = {"issue": "issue", "how-we-know": "how_we_know", "how-widespread": "how_widespread", "means": "means"}


class Desk(Browser):
    """A further window beside the console. case: the Case."""

    def __init__(self, leader, case):
        super().__init__(leader.address, beside=leader)
        self.leader, self.case = leader, case

    async def name_pattern(self, pattern, missing):
        """Put a pattern before the group, with the words it rests on. missing: names of words that were not saved."""
        page = await self.show(self.leader.at("/patterns"))
        said = self.said_words(page)
        known = {episode.key: number for number, episode in enumerate(self.case.episodes, 1)}
        if lost := {*pattern.rests_on, *pattern.against} - said.keys() - missing:
            raise Refused(f"The page of patterns does not offer {', '.join(sorted(lost))}.")
        await self.send(
            page.must("/patterns"),
            title=pattern.title,
            kind=pattern.kind,
            category=list(pattern.categories),
            episode=[known[key] for key in pattern.episodes],
            rests_on=[said[name] for name in pattern.rests_on if name in said],
            against=[said[name] for name in pattern.against if name in said],
        )

    def said_words(self, page):
        """participant.episode.question → number, for every account that stands on the page of patterns."""
        shown = {}
        for card in page.all("//article[.//blockquote]"):
            episode = re.search(r"KPE (\d+)", plain(card.xpath("ancestor::details[1]/summary")[0]))
            mark = (episode and int(episode[1]), position_in(card), plain(card.find(".//blockquote")))
            shown.setdefault(mark, []).append(int(re.search(r"S-(\d+)", plain(card))[1]))
        return {name: shown[mark].pop(0) for name, mark in self.accounts() if shown.get(mark)}

    def accounts(self):
        """participant.episode.question, and by what it is known again: KPE number, agency and role, words."""
        names = {agency.key: agency.name for agency in self.case.agencies}
        positions = {one.key: one_line(f"{names[one.agency]}, {one.role}") for one in self.case.participants}
        for number, episode in enumerate(self.case.episodes, 1):
            for participant, answers in episode.accounts.items():
                for question, words in answers.items():
                    mark = (number, positions[participant], one_line(words))
                    yield f"{participant}.{episode.key}.{question}", mark

    async def answer_offer(self, offer):
        """The group takes what the program asks about, under a name of its own, or says no; and why."""
        page = await self.show(self.leader.at("/offers"))
        beside, reason = f"“{one_line(offer.item)}”", offer.because
        if not offer.title:
            return await self.send(page.must(f"/{offer.effect}/refusal", beside=beside), reason=reason)
        return await self.send(page.must(f"/{offer.effect}/taking", beside=beside), title=offer.title, reason=reason)

    async def put_together(self, title, into):
        """Put one pattern into another, both by their titles."""
        page = await self.show(self.leader.at("/patterns/together"))
        numbers = {shown_in(box): box.get("value") for box in page.all("//input[@name='pattern']")}
        number, whole = (numbers.get(one_line(one)) for one in (title, into))
        await self.send(page.must("/patterns/together"), pattern=number, into=whole)

    async def take_apart(self, title, whole):
        """Take a pattern out of another again. Refused when the page of patterns does not show where it came from."""
        page = await self.show(self.leader.at("/patterns"))
        for card in page.all("//li[.//li]"):
            if f"“{one_line(title)}”" in plain(card) and one_line(whole) in plain(card):
                return await self.send(page.must("/undoing", beside=one_line(whole)))
        raise Refused("The page of patterns does not say what was put together.")

    async def take(self, pattern):
        """The group takes a pattern as its own."""
        page = await self.show(self.leader.at("/patterns"))
        await self.send(page.must("/taking", beside=one_line(pattern.title)))

    async def draft_findings(self):
        page = await self.show(f"{self.leader.review}/findings")
        if form := page.form("/findings"):
            await self.send(form)

    async def number_of(self, *headings):
        """The number of the finding with one of these headings."""
        page = await self.show(f"{self.leader.review}/findings")
        wanted = {one_line(heading) for heading in headings}
        for card in page.all("//article"):
            if wanted & {plain(line) for line in card.iter("p")}:
                return int(re.search(r"Finding (\d+)", plain(card))[1])
        raise Refused("A finding that was drafted is not at the desk.")

    async def mark_difference(self, difference):
        """Mark where accounts differ, on the page where they stand side by side."""
        page = await self.show(self.leader.at("/console"))
        page = await self.show(page.link("See the windows side by side, and mark where they differ"))
        known = {mark[1:]: name for name, mark in self.accounts() if name in difference.between}
        boxes = {known.get(shown_beside(box)): box.get("value") for box in page.all("//input[@name='statement']")}
        if lost := set(difference.between) - boxes.keys():
            raise Refused(f"The page of windows does not offer {', '.join(sorted(lost))}.")
        ticked = [boxes[name] for name in difference.between]
        given = {"kind": difference.kind, "sentence": difference.sentence, "statement": ticked}
        await self.send(page.must("/differences"), **given)

    async def tell_in_full(self, number, episode):
        """What only an editor can write of an episode, beside what the room gave, which stays as it is."""
        page = await self.show(f"{self.leader.review}/episodes/{number}")
        await self.send(page.must(f"/episodes/{number}"), **{"how-sure": episode.how_sure, "changes": episode.changes})

    async def add_episode(self, episode):
        """An episode that nobody in the case file proposed."""
        page = await self.show(self.leader.at("/episodes/more"))
        given = {"title": episode.title, "when": episode.when, "kind": episode.kind, "why": episode.why}
        await self.send(page.must("/episodes"), **given)

    async def settle_order(self, numbers, because):
        """numbers: of the findings, in the order the group settles."""
        page = await self.show(self.leader.at("/findings/order"))
        places = {f"place-{number}": place for place, number in enumerate(numbers, 1)}
        await self.send(page.must("/findings/order"), reason=because, **places)

    async def settle_factors(self, most, because):
        """The group’s order of the factors of the episode it is at: the first of them, `most` at the most."""
        page = await self.show(self.leader.at("/factors/order"))
        named = page.all("(//select[@name='place'])[1]/option/@value[. != '']")
        await self.send(page.must("/factors/order"), place=named[:most], reason=because)

    async def write_finding(self, number, finding):
        """Put the case file's sentences in the place of what was drafted, and beside it where nothing was."""
        if finding.scope:
            page = await self.show(f"{self.leader.review}/findings/{number}")
            await self.send(page.must("/scope"), scope=finding.scope)
        for answer in answers_in(finding):
            await self.write(number, answer, getattr(finding, SENTENCES[answer]))

    async def write(self, number, answer, text):
        page = await self.show(f"{self.leader.review}/findings/{number}")
        if paragraph := first_paragraphs(page).get(answer):
            await self.send(page.must(f"/paragraphs/{paragraph}"), text=text)
        else:
            await self.send(page.must("/paragraphs", answer=answer), text=text)

    async def paragraph(self, number, answer):
        """The first paragraph of an answer as the desk shows it."""
        page = await self.show(f"{self.leader.review}/findings/{number}")
        return page.one("//*[@data-paragraph=$number]", number=first_paragraphs(page)[answer])

    async def ask(self, number, question):
        page = await self.show(f"{self.leader.review}/findings/{number}")
        await self.send(page.must("/questions"), text=question.text, kind=question.kind)


def answers_in(finding):
    """Which of the six answers the case file has a sentence for, in the order of the report."""
    return [answer for answer, name in SENTENCES.items() if getattr(finding, name)]


def position_in(card):
    """Agency and role as they are shown somewhere."""
    position = card.find(".//*[@class='position']")
    agency, role = plain(position.find(".//*[@class='hidden']")), plain(position[-1])
    return f"{agency} {role}"


def shown_beside(box):
    """Position and words beside a tick box on the page of windows."""
    return position_in(next(box.iterancestors("tr"))), plain(box.getparent().find(".//*[@class='words']"))


def shown_in(box):
    """The words beside a tick box."""
    return plain(box.getparent().find(".//*[@class='words']"))


def first_paragraphs(page):
    """Answer → what marks its first paragraph. What stands before the first question is the issue."""
    first, answer = {}, "issue"
    for piece in page.all("//h2[@id] | //*[@data-paragraph]"):
        if piece.tag == "h2":
            answer = piece.get("id")
        else:
            first.setdefault(answer, piece.get("data-paragraph"))
    return first

"""What a phone's page weighs on the wire: its scripts and style sheets, as they are sent."""

import re

FILES = re.compile(r'(?:src|href)="(/static/[^"]+\.(?:js|css)[^"]*)"')


async def of_page(phone):
    """A sentence with the bytes of JavaScript and CSS of this phone's page."""
    sizes = [await size_of(phone, path) for path in FILES.findall(phone.html)]
    return f"The phone's page has {len(sizes)} scripts and style sheets of {sum(sizes) / 1024:.1f} KB on the wire."


async def size_of(phone, path):
    async with phone.http.get(phone.address + path, auto_decompress=False) as answer:
        return len(await answer.read())

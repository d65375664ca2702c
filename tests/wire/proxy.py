"""A bad network of our own: a proxy between phones and the server that does to them what Wi-Fi does.

Each connection meets the next fault. A fault is a function of a Link: it decides what becomes of the bytes.
"""

import asyncio
import random
import socket
import struct


class Link:
    """One connection through the proxy: from_phone, to_phone, from_server, to_server; dice for what goes by chance."""

    def __init__(self, phone, server, dice):
        (self.from_phone, self.to_phone), (self.from_server, self.to_server) = phone, server
        self.dice = dice

    async def pass_on(self, from_one, to_other, delay=0.0, speed=None, at_most=None):
        """Hand bytes over until one side ends. speed: bytes a second. at_most: so many bytes, then nothing more."""
        passed = 0
        while at_most is None or passed < at_most:
            piece = await from_one.read(min(65536, at_most - passed) if at_most else 65536)
            if not piece:
                break
            await asyncio.sleep(delay + (len(piece) / speed if speed else 0))
            to_other.write(piece)
            await to_other.drain()
            passed += len(piece)
        return passed

    async def both_ways(self, up=None, down=None):
        """Pass on in both directions until either ends."""
        ways = [
            asyncio.ensure_future(self.pass_on(self.from_phone, self.to_server, **(up or {}))),
            asyncio.ensure_future(self.pass_on(self.from_server, self.to_phone, **(down or {}))),
        ]
        _, left = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in left:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)

    def reset(self):
        """Break the phone's connection off, as a router does that has forgotten it."""
        self.to_phone.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.to_phone.transport.abort()


async def good(link):
    await link.both_ways()


async def late(link):
    """Everything takes a while."""
    await link.both_ways(up={"delay": link.dice.uniform(0.01, 0.2)}, down={"delay": link.dice.uniform(0.01, 0.2)})


async def narrow(link):
    """A few kilobytes a second."""
    await link.both_ways(up={"speed": 8000}, down={"speed": 30000})


async def cut_on_the_way(link):
    """The line breaks after some bytes of what the phone sends: the server sees half a request."""
    await link.pass_on(link.from_phone, link.to_server, at_most=link.dice.randint(1, 700))
    link.reset()


async def cut_on_the_way_back(link):
    """The server does its work; of its answer only some bytes come through."""
    await link.both_ways(down={"at_most": link.dice.randint(1, 300)})
    link.reset()


async def reset_after_commit(link):
    """The server has committed and answered. The phone gets not one byte of it, only a broken line."""
    sending = asyncio.ensure_future(link.pass_on(link.from_phone, link.to_server))
    await link.from_server.read(1)
    sending.cancel()
    link.reset()


async def black_hole(link):
    """Everything the phone sends is taken and nothing ever comes back."""
    await asyncio.sleep(link.dice.uniform(0.5, 2))
    link.reset()


async def swallowed(link):
    """The server gets everything, late, when the phone has long given up and sent again."""
    request = await link.from_phone.read(65536)
    await asyncio.sleep(link.dice.uniform(0.3, 1.0))
    link.to_server.write(request)
    answered, rest = link.from_server.read(1), link.pass_on(link.from_phone, link.to_server)
    await asyncio.wait([asyncio.ensure_future(answered), asyncio.ensure_future(rest)], timeout=2)
    link.reset()


FAULTS = [late, narrow, cut_on_the_way, cut_on_the_way_back, reset_after_commit, black_hole, swallowed]


class Proxy:
    """Listens on a free port of loopback and passes on to the server's.

    seed: decides everything that goes by chance. bad: the share of connections that meet a fault; while the line flaps,
    connections are turned away besides. met: how often each fault was met.
    """

    def __init__(self, port, seed, bad=0.6, faults=FAULTS):
        self.to, self.dice, self.bad, self.faults = port, random.Random(seed), bad, faults
        self.met, self.links = {}, set()
        self.down_until = 0.0

    async def __aenter__(self):
        self.server = await asyncio.start_server(self.meet, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self.server.close()
        for link in list(self.links):
            link.cancel()
        await asyncio.gather(*self.links, return_exceptions=True)

    def heal(self):
        """From now on the network is good."""
        self.bad = 0.0

    async def meet(self, reader, writer):
        task = asyncio.current_task()
        self.links.add(task)
        to_server = None
        try:
            fault = self.next_fault()
            if self.flaps():
                writer.transport.abort()
                return
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self.to)
            await fault(Link((reader, writer), (from_server, to_server), self.dice))
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self.links.discard(task)
            for one in (writer, to_server):
                if one:
                    one.transport.abort() if fault is not good else one.close()

    def next_fault(self):
        fault = self.dice.choice(self.faults) if self.dice.random() < self.bad else good
        self.met[fault.__name__] = self.met.get(fault.__name__, 0) + 1
        return fault

    def flaps(self):
        """Now and then the line is gone for a moment, for everybody."""
        now = asyncio.get_running_loop().time()
        if self.bad and self.dice.random() < 0.05:
            self.down_until = now + self.dice.uniform(0.05, 0.4)
        return bool(self.bad) and now < self.down_until

"""The bad network as a process of its own, for a browser. One line in, one line out.

python standing.py PORT says which port it listens on. A number makes the network as bad as that seed has it and breaks
off every connection there is; an empty line heals it. Both say how often each fault was met so far.
"""

import asyncio
import json
import random
import sys

from tests.wire.proxy import Proxy

BAD = 0.8


async def stand(port):
    # A line that is broken off is what this is for; nobody need hear of each.
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    async with Proxy(port, seed=0, bad=0.0) as network:
        say(network.port)
        while line := await asyncio.to_thread(sys.stdin.readline):
            if line.strip():
                spoil(network, int(line))
            else:
                network.heal()
            say(network.met)


def spoil(network, seed):
    network.dice, network.bad = random.Random(seed), BAD
    for link in list(network.links):
        link.cancel()


def say(what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


asyncio.run(stand(int(sys.argv[1])))

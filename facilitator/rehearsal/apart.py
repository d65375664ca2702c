"""Playing made-up people in a process of its own, and ending it with a sentence and an exit code."""

import asyncio
import os
import signal

import aiohttp

from facilitator.refusal import Refused
from facilitator.rehearsal.progress import refuse, say

REFUSED, STOPPED = 1, 2


def play_apart(play, without_answer):
    """Run play(), a coroutine that returns an exit code, and return it.

    A Refused is said and gives 1; being stopped, by Ctrl+C or by whoever started us, lets play put its things away and
    gives 2; a server that no longer answers is said and gives without_answer.
    """
    try:
        return asyncio.run(stoppable(play))
    except Refused as refused:
        refuse(refused.sentence)
        return REFUSED
    except (KeyboardInterrupt, asyncio.CancelledError):
        say.print("Stopped.")
        return STOPPED
    except (aiohttp.ClientError, ConnectionError, TimeoutError) as error:
        refuse(f"The server did not answer any more ({type(error).__name__}).")
        return without_answer


async def stoppable(play):
    if os.name != "nt":
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asyncio.current_task().cancel)
    return await play()

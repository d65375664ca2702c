"""One device that asks for far too much: a hundred connections, 500 requests a second. A process of its own.

`python hostile_device.py PORT SECONDS ADDRESS`: ADDRESS is where it sits. It writes how often it got which answer.
"""

import asyncio
import json
import sys
import time

CONNECTIONS, A_SECOND = 100, 500


async def ask_on_and_on(port, until, address, codes):
    pause = CONNECTIONS / A_SECOND
    while time.monotonic() < until:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
            while time.monotonic() < until:
                began = time.monotonic()
                writer.write(f"GET /join HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
                head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
                await reader.readexactly(int(head.split("content-length: ")[1].split("\r")[0]))
                codes.append(head[9:12])
                if "connection: close" in head:
                    break
                await asyncio.sleep(max(0, pause - (time.monotonic() - began)))
            writer.close()
        except (OSError, asyncio.IncompleteReadError):
            codes.append("0")
            await asyncio.sleep(pause)


async def main(port, seconds, address):
    codes, until = [], time.monotonic() + seconds
    await asyncio.gather(*(ask_on_and_on(port, until, address, codes) for _ in range(CONNECTIONS)))
    sys.stdout.write(json.dumps({code: codes.count(code) for code in set(codes)}))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3]))

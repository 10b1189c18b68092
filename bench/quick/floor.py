"""The least a page can cost: a bare handler that asks the same SQL and sends the same bytes.

`python -m bench.quick.floor FOLDER PORT`, where FOLDER holds floor.json and floor.body.
"""

import json
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import uvicorn


class Floor:
    def __init__(self, folder: Path) -> None:
        told = json.loads((folder / "floor.json").read_text())
        self.statements = told["statements"]
        self.body = (folder / "floor.body").read_bytes()
        self.connection = sqlite3.connect(told["database"], check_same_thread=False)

    async def __call__(
        self, scope: dict[str, Any], receive: Any, send: Callable[[Any], Awaitable[None]]
    ) -> None:
        if scope["type"] != "http":
            return
        for statement in self.statements:
            self.connection.execute(statement).fetchall()
        length = str(len(self.body)).encode()
        headers = [(b"content-type", b"text/html"), (b"content-length", length)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


if __name__ == "__main__":
    floor = Floor(Path(sys.argv[1]))
    uvicorn.run(floor, port=int(sys.argv[2]), access_log=False, log_level="warning", lifespan="off")

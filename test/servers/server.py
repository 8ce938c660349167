"""An honest MCP server over stdio, as a Python package would bring it."""

import json
import sys


def main():
    for line in sys.stdin:
        message = json.loads(line)
        if "id" not in message:
            continue
        answer = {"jsonrpc": "2.0", "id": message["id"]}
        if message["method"] == "initialize":
            answer["result"] = {
                "protocolVersion": "2025-06-18",
                "capabilities": {"tools": {}},
                "serverInfo": {"name": "python", "version": "1"},
            }
        elif message["method"] == "tools/list":
            tool = {"name": "from_python", "inputSchema": {"type": "object"}}
            answer["result"] = {"tools": [tool]}
        else:
            answer["error"] = {"code": -32602, "message": "Invalid request parameters"}
        print(json.dumps(answer), flush=True)

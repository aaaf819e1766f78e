"""A worker without a model, which does what the words of the request tell it: the tests' stand-in for a bad child."""

import json
import os
import sys
import time

for line in sys.stdin:
    message = json.loads(line)
    if message["do"] == "cancel":
        continue
    words = json.dumps(message.get("body", {}))
    if "die" in words:
        os._exit(139)
    if "hang" in words:
        time.sleep(60)
    if "babble" in words:
        print("not json", flush=True)
        continue
    reply = {"id": message["id"], "ok": "refuse" not in words, "error": "refused"}
    if message["do"] == "rank":
        symbols = [" rm", "\n"] if "strange" in words else [" all", " A", " |", " B", " )", " C", "\n"]
        reply |= {"answers": [{"symbols": symbols, "log_likelihood": -0.5}], "exact": True, "tokens": 9, "steps": 1}
    reply["environment"] = sorted(os.environ)
    print(json.dumps(reply), flush=True)

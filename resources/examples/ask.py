#!/usr/bin/env python3
"""May these messages go out? Reads lines of CATEGORY SUBJECT..., asks Refrain, prints SUBJECT deliver|skip RULE."""

import json
import os
import sys
import urllib.error
import urllib.request


class Refrain:
    """Answers for one workspace. Remembers what each category says to do while Refrain cannot be asked."""

    def __init__(self, url, workspace, key, timeout=3):
        self._address = f"{url}/v1/workspaces/{workspace}/decisions"
        self._headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        self._timeout = timeout
        self._on_failure = {}

    def decide(self, category, subjects):
        """A list of (subject, "deliver" or "skip", rule), in the order of `subjects`."""
        question = json.dumps({"category": category, "subjects": subjects}).encode()
        request = urllib.request.Request(self._address, question, self._headers)
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as reply:
                answer = json.load(reply)
        except urllib.error.HTTPError as error:
            if error.code != 429 and error.code < 500:
                print(json.load(error)["detail"], file=sys.stderr)
                return [(subject, "skip", "not_asked") for subject in subjects]
            return self._unanswered(category, subjects)
        except (OSError, ValueError):  # no network, no answer in time, or no JSON
            return self._unanswered(category, subjects)
        self._on_failure[category] = answer["onFailure"]
        return [(item["subject"], item["decision"], item["rule"]) for item in answer["items"]]

    def _unanswered(self, category, subjects):
        decision = self._on_failure.get(category, "skip")
        return [(subject, decision, "on_failure") for subject in subjects]


def main():
    refrain = Refrain(os.environ["REFRAIN_URL"], os.environ["REFRAIN_WORKSPACE"], os.environ["REFRAIN_KEY"])
    for line in sys.stdin:
        category, *subjects = line.split()
        for answer in refrain.decide(category, subjects):
            print(*answer, flush=True)


if __name__ == "__main__":
    main()

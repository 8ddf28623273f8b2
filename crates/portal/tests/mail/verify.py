"""Says whether the DKIM signature of a mail holds. Arguments: MAIL NAME KEY, where KEY is the public
key's record and NAME the only name in the DNS at which it is found."""

import sys

import dkim

mail, name, record = open(sys.argv[1], "rb").read(), sys.argv[2], sys.argv[3]
asked = []


def found(asked_for, timeout=5):
    asked.append(asked_for.decode())
    return record.encode() if asked_for.decode() == f"{name}." else None


try:
    holds = dkim.verify(mail, dnsfunc=found)
except dkim.DKIMException as error:
    holds = False
    print(error, file=sys.stderr)
assert asked, "it did not ask for the key"
print("holds" if holds else "does not hold")

"""A relay for mail: aiosmtpd with TLS, sign-in, and answers that a test sets.

Arguments: FOLDER PORT HOW CERTIFICATE KEY. PORT 0 takes any free one, and is printed. HOW is "tls"
(from the start) or "starttls". Every mail that is taken lies in FOLDER as N.eml, with its envelope
beside it as N.json. While a file FOLDER/answer-MAIL, -RCPT, -DATA or -AUTH is there, its line is the
answer to that command; with answer-HOLD a mail is taken and not answered; with answer-HANGUP it is
taken, and the connection ends without an answer. Ends with its standard input.
"""

import asyncio
import json
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

folder, port, how, certificate, key = Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:6]
taken = len(list(folder.glob("*.eml")))


def told(command):
    try:
        return (folder / f"answer-{command}").read_text().strip()
    except FileNotFoundError:
        return None


class Takes:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if not told("MAIL"):
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return told("MAIL") or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if not told("RCPT"):
            envelope.rcpt_tos.append(address)
        return told("RCPT") or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global taken
        if told("DATA"):
            return told("DATA").replace("{text}", envelope.content.decode("utf-8", "replace")[:400])
        taken += 1
        facts = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "login": session.auth_data and session.auth_data.decode(),
            "tls": session.ssl is not None or how == "tls",
            "peer": session.peer[1],
        }
        (folder / f"{taken}.json").write_text(json.dumps(facts))
        unfinished = folder / f".{taken}"
        unfinished.write_bytes(envelope.original_content)
        unfinished.rename(folder / f"{taken}.eml")
        while told("HOLD"):
            await asyncio.sleep(0.02)
        if told("HANGUP"):
            server.transport.abort()
        return "250 OK"


def signs_in(server, session, envelope, mechanism, data):
    if told("AUTH"):
        return AuthResult(success=False, handled=False, message=told("AUTH"))
    good = data.login == b"portal" and data.password == b"a password of the relay"
    return AuthResult(success=good, auth_data=data.login)


async def main():
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)

    def connection():
        return SMTP(
            Takes(),
            hostname="relay",
            enable_SMTPUTF8=True,
            tls_context=tls if how == "starttls" else None,
            require_starttls=how == "starttls",
            auth_required=True,
            auth_require_tls=how == "starttls",
            authenticator=signs_in,
        )

    wrapped = tls if how == "tls" else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(connection, "127.0.0.1", port, ssl=wrapped)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())

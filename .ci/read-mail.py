"""Reads mailboxes by IMAP and holds what is in them against what was built: <port> <password> <folder>."""

import email
import email.policy
import imaplib
import re
import subprocess
import sys
import time

import dkim

port, password, work = int(sys.argv[1]), sys.argv[2], sys.argv[3]
public = subprocess.run(["openssl", "rsa", "-in", f"{work}/dkim.pem", "-pubout", "-outform", "DER"], capture_output=True, check=True).stdout
key = __import__("base64").b64encode(public)


def dns(name, timeout=5):
    assert name == b"news._domainkey.quay.example.", name
    return b"v=DKIM1; k=rsa; p=" + key


def messages(user, wanted):
    """All messages of a mailbox, once there are as many as wanted and a moment longer."""
    for _ in range(100):
        box = imaplib.IMAP4("127.0.0.1", port)
        box.login(user, password)
        box.select("INBOX", readonly=True)
        numbers = box.search(None, "ALL")[1][0].split()
        found = [box.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers]
        box.logout()
        if len(found) >= wanted:
            return found
        time.sleep(0.2)
    raise SystemExit(f"{user} has {len(found)} messages instead of {wanted}")


def built(kind):
    with open(f"{work}/dist/mail/morning/2026-11-20.{kind}", encoding="utf-8", newline="") as file:
        return file.read()


def same(what, found, wanted):
    if found != wanted:
        raise SystemExit(f"{what}: {found!r} instead of {wanted!r}")


tokens = set()
for user, name, address in [
    ("ada", "Lark, Ada", "ada@strait.example"),
    ("bo", "", "bo@strait.example"),
    ("cleo", "Cléo Žitná", "cleo@xn--resund-vxa.example"),
]:
    found = messages(address, 1)
    same(f"messages of {user}", len(found), 1)
    raw = found[0]
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    same("defects", mail.defects, [])
    to = mail["To"].addresses
    same("To", [(one.display_name, one.addr_spec) for one in to], [(name, address)])
    same("From", str(mail["From"]), "The Quay Observer <morning@quay.example>")
    same("Reply-To", str(mail["Reply-To"]), "desk@quay.example")
    same("Subject", str(mail["Subject"]), "The crane is back")
    same("Return-Path", str(mail["Return-Path"]), "<morning@quay.example>")
    assert re.fullmatch(r"<morning\.2026-11-20\.[\w-]{22}@quay\.example>", mail["Message-ID"].strip()), mail["Message-ID"]
    same("List-Id", str(mail["List-Id"]), '"Morning Tide" <morning.quay.example>')
    same("Auto-Submitted", str(mail["Auto-Submitted"]), "auto-generated")
    same("Precedence", str(mail["Precedence"]), "bulk")
    same("Feedback-ID", str(mail["Feedback-ID"]), "morning:quay")
    same("List-Unsubscribe, how often", len(mail.get_all("List-Unsubscribe")), 1)
    ways = re.fullmatch(r"<(https://quay\.example/out\?list=morning&reader=(morning\.[\w-]{32}))>,\s*<mailto:desk@quay\.example\?subject=unsubscribe%20\2>", mail["List-Unsubscribe"].strip())
    assert ways, mail["List-Unsubscribe"]
    same("List-Unsubscribe-Post", str(mail["List-Unsubscribe-Post"]), "List-Unsubscribe=One-Click")
    tokens.add(ways[2])

    parts = {part.get_content_type(): part.get_content() for part in mail.walk() if not part.is_multipart()}
    same("parts", list(parts), ["text/plain", "text/html"])
    same("text", parts["text/plain"].replace("\r\n", "\n"), built("txt").replace("%%UNSUBSCRIBE%%", ways[1]))
    same("HTML", parts["text/html"].replace("\r\n", "\n").rstrip("\n"), built("html").replace("%%UNSUBSCRIBE%%", ways[1].replace("&", "&amp;")).rstrip("\n"))

    # Delivery puts Return-Path and Received in front; a verifier sees the whole.
    assert dkim.verify(raw, dnsfunc=dns), "DKIM does not hold"
    signed = re.search(r"[;\s]h=([^;]+);", re.sub(r"\r?\n[ \t]+", "", raw.decode("latin1")))[1].lower().split(":")
    for header in ["from", "to", "subject", "date", "message-id", "list-id", "list-unsubscribe", "list-unsubscribe-post", "feedback-id"]:
        assert header in signed, f"{header} is not signed"
    for old, new in [(b"The crane", b"The drain"), (b"One-Click", b"Two-Click"), (b"quay.example/out", b"evil.example/out")]:
        assert not dkim.verify(raw.replace(old, new), dnsfunc=dns), f"DKIM holds though {old} was changed"

same("tokens", len(tokens), 3)
(test,) = messages("me@strait.example", 1)
same("the test's subject", str(email.message_from_bytes(test, policy=email.policy.default)["Subject"]), "[Test] The crane is back")

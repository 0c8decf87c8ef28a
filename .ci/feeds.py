"""Subscribes readers from Debian to a newsroom's feeds over loopback HTTP, changes the newsroom, and looks at what they show."""

import calendar
import datetime
import functools
import http.server
import json
import mailbox
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import threading

import feedparser

HERE = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = HERE / "test/newsrooms/golden/content"
AS_OF = "2026-11-24T09:00"
FOLDERS = ["", "sections/water/", "people/ines-duarte/", "topics/harbour/", "newsletters/morning/", "languages/ar/", "corrections/"]

work = pathlib.Path(tempfile.mkdtemp(prefix="feed-readers-"))
root = work / "newsroom"
site = root / "dist/site"
shutil.copytree(GOLDEN, root / "content")
faults = []


def expect(what, found, wanted):
    if found != wanted:
        faults.append(what)
        print(f"  not so: {what}\n    found:  {found}\n    wanted: {wanted}")


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        # The publication stands below a folder, and each build replaces the site.
        return str(site / path.split("?")[0].removeprefix("/paper/").lstrip("/"))

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/paper/"


def command(*arguments):
    run = subprocess.run(
        ["node", "--import", "tsx", "src/cli/main.ts", *arguments, "--root", str(root), "--as-of", AS_OF], cwd=HERE, capture_output=True, text=True
    )
    if run.returncode != 0:
        raise SystemExit(f"broadsheet {arguments[0]} failed:\n{run.stderr}")
    return run.stdout


def article(name):
    return root / "content/articles/2026/11" / name


def change(file, *pairs):
    text = file.read_text()
    for old, new in pairs:
        if old not in text:
            raise SystemExit(f"{file.name} does not say {old!r} any more; this script has to follow")
        text = text.replace(old, new)
    file.write_text(text)


# --- feedparser: field by field


def moment(text):
    return calendar.timegm(datetime.datetime.fromisoformat(text).utctimetuple())


def read_back(edition):
    articles = {f"tag:quay.example,2026:{one['id']}": one for one in edition["articles"]}
    for name in ["feed.xml", "atom.xml", "feeds/archive/2026.xml"]:
        if not (site / name).exists():
            continue
        feed = feedparser.parse(url + name)
        expect(f"{name} is well-formed", (feed.bozo, feed.get("bozo_exception")), (0, None))
        expect(f"{name} names itself", [link.href for link in feed.feed.links if link.rel == "self"], [url + name])
        for entry in feed.entries:
            wanted = articles[entry.id]
            at = f"{name}, {wanted['id']}"
            changes = [wanted["published"], wanted["updated"], *(note["at"] for note in wanted["corrections"])]
            expect(f"headline of {at}", entry.title, wanted["headline"])
            expect(f"address of {at}", entry.link, wanted["url"])
            expect(f"standfirst of {at}", entry.summary, wanted["standfirst"] or wanted["text"].split("\n\n")[0])
            expect(f"published of {at}", calendar.timegm(entry.published_parsed), moment(wanted["published"]))
            expect(f"updated of {at}", calendar.timegm(entry.updated_parsed), max(moment(one) for one in changes if one))
            expect(f"authors of {at}", [author.name for author in entry.get("authors", [])], [one["name"] for one in wanted["byline"]])
            sections = {one["id"]: one["name"] for one in edition["publication"]["sections"]}
            expect(f"subjects of {at}", [tag.term for tag in entry.get("tags", [])], [sections[one] for one in [wanted["section"]] if one] + wanted["topics"])
            content = entry.content[0].value
            for paragraph in wanted["text"].split("\n\n"):
                expect(f"a paragraph of {at}", words(paragraph) in words(content, html=True), True)
            figure = wanted["figure"]
            if figure and figure["src"] and figure["rights"]["feeds"]:
                media = entry.media_content[0]
                file = site / media["url"].removeprefix(url)
                expect(f"picture of {at}", (media["type"], int(media["filesize"])), ("image/jpeg", file.stat().st_size))
                expect(f"alt of {at}", entry.get("media_description", entry.get("summary")) is not None, True)
                expect(f"enclosure of {at}", [(one.href, int(one.length)) for one in entry.enclosures], [(media["url"], file.stat().st_size)])
            elif figure and figure["src"]:
                expect(f"withheld picture of {at}", entry.get("media_content"), None)
    for folder in FOLDERS:
        for name in ["feed.xml", "atom.xml"]:
            feed = feedparser.parse(url + folder + name)
            expect(f"{folder}{name} is well-formed", feed.bozo, 0)
            expect(f"{folder}{name} has items, each once", len({entry.id for entry in feed.entries}), len(feed.entries))


def words(text, html=False):
    if html:
        import html as markup
        import re

        text = markup.unescape(re.sub(r"<[^>]*>", " ", text))
    return "".join(text.split())


# --- newsboat and rss2email: each item once

FEEDS = [folder + name for folder in ["", "sections/water/", "corrections/"] for name in ["feed.xml", "atom.xml"]]
boat = work / "newsboat"
boat.mkdir()
(boat / "config").write_text("")
mails = work / "mail"
mails.mkdir()
r2e_config = work / "rss2email.cfg"
r2e_config.write_text(
    f"[DEFAULT]\nto = reader@reader.example\nfrom = feeds@reader.example\nemail-protocol = maildir\nmaildir-path = {mails}\nmaildir-mailbox = inbox\n"
)
r2e = ["r2e", "--config", str(r2e_config), "--data", str(work / "rss2email.json")]


def subscribe():
    for number, name in enumerate(FEEDS):
        subprocess.run([*r2e, "add", f"feed{number}", url + name], check=True, capture_output=True)


def fetch():
    """What each reader holds of each feed: newsboat by guid and title, rss2email by the titles it has mailed."""
    held = {}
    for number, name in enumerate(FEEDS):
        # Newsboat keeps an item once however many feeds bring it, so each feed has a newsboat of its own.
        urls, kept = boat / f"urls{number}", boat / f"cache{number}.db"
        urls.write_text(f"{url}{name}\n")
        subprocess.run(["newsboat", "-C", boat / "config", "-u", urls, "-c", kept, "-x", "reload"], check=True, capture_output=True)
        with sqlite3.connect(kept) as cache:
            held[name] = sorted(cache.execute("select guid, title from rss_item where deleted = 0").fetchall())
    run = subprocess.run([*r2e, "run"], capture_output=True, text=True)
    if run.returncode != 0 or "error" in run.stderr.lower():
        faults.append("rss2email")
        print(run.stderr)
    box = mailbox.Maildir(mails / "inbox", create=False)
    return held, len(box)


def current(name):
    return sorted((entry.id, entry.title) for entry in feedparser.parse(url + name).entries)


def look(what, new_mails):
    global mailed
    held, count = fetch()
    print(f"{what}: newsboat holds {sum(len(items) for items in held.values())} items, rss2email mailed {count - mailed}")
    for name in FEEDS:
        guids = [guid for guid, _ in held[name]]
        expect(f"newsboat shows no item of {name} twice ({what})", len(set(guids)), len(guids))
        expect(f"newsboat shows all items of {name} as they are ({what})", [item for item in current(name) if item not in held[name]], [])
    expect(f"rss2email mails what is new, once ({what})", count - mailed, new_mails)
    mailed = count
    return held


mailed = 0
change(root / "content/publication.yaml", ("https://quay.example/paper/", url), ("tag: quay.example,2026", "tag: quay.example,2026\nkillNotice: true"))
change(article("2026-11-19-withdrawn.md"), ("status: killed", "status: published"))
command("build")
read_back(json.loads(command("inspect", "--json")))
subscribe()
first = look("at first", sum(len(current(name)) for name in FEEDS))
again = look("when nothing changed", 0)
expect("nothing changed", again, first)

change(article("2026-11-23-fog.md"), ("published: ", "updated: 2026-11-24T08:00\npublished: "))
with article("2026-11-23-fog.md").open("a") as file:
    file.write("\nThe fog lifted at noon.\n")
command("build")
held = look("after an update", 0)
expect("an update is no new item", {name: len(items) for name, items in held.items()}, {name: len(items) for name, items in first.items()})

crane = article("2026-11-20-crane-returns.md")
change(crane, ("headline: The old crane returns to the quay", "id: 2026-11-20-crane-returns\nslug: crane\nheadline: The crane is home"), ("section: water", "section: town"))
crane.rename(article("crane.md"))
command("build")
held = look("after a new headline, address and section", 0)
expect("a rename is no new item", [title for guid, title in held["feed.xml"] if guid.endswith("crane-returns")], ["The crane is home"])

change(article("2026-11-19-withdrawn.md"), ("status: published", "status: killed\nkill: { at: 2026-11-24T08:30, text: We withdrew a story. }"))
command("build")
# The notice is a new item of its own in the whole feed and among the corrections, in both formats.
look("after a kill", 4)
for name in FEEDS:
    expect(f"the killed story is gone from {name}", [guid for guid, _ in current(name) if guid.endswith("2026-11-19-withdrawn")], [])

shutil.rmtree(work)
print(f"{len(faults)} faults." if faults else "Every reader shows every item once, and reads what the edition holds.")
raise SystemExit(1 if faults else 0)

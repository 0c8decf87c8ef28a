import { readMailbox } from "../model/mailbox.ts";
import type { Newsletter, Section } from "../model/publication.ts";
import { complain, languageOf, type Report, webAddress } from "./copy-file.ts";
import { savedFeedFolder } from "./elsewhere-copy.ts";
import { suggest } from "./nearest.ts";
import type { Checked, publicationSchema } from "./schema.ts";
import { checkSending } from "./sending-copy.ts";
import { slugOf } from "./slug.ts";

type Settings = Checked<typeof publicationSchema>["newsletters"][number];

/** What a newsletter's settings may name. */
export interface NewsletterAround {
  readonly sections: readonly Section[];
  /** The publication's. */
  readonly language: string;
  /** Ids of all newsletters. */
  readonly newsletters: readonly string[];
  /** Files below the folder of saved feeds, as paths below the root. */
  readonly savedFeeds: readonly string[];
}

/** A newsletter from its settings. What does not fit is reported; the newsroom does not open then. */
export function readNewsletter(settings: Settings, index: number, around: NewsletterAround, report: Report): Newsletter {
  const way = (...steps: readonly (string | number)[]) => ["newsletters", index, ...steps];
  for (const key of ["from", "replyTo"] as const) {
    const mailbox = settings[key];
    if (mailbox !== null && readMailbox(mailbox) === null) {
      complain(
        report,
        "bad-mailbox",
        way(key),
        `“${mailbox}” is no mailbox.`,
        "Write it like The Paper <desk@example.org>, or the address alone.",
      );
    }
  }
  const ids = around.sections.map((section) => section.id);
  settings.select.sections?.forEach((id, at) => {
    if (ids.includes(id)) return;
    const hint = suggest(id, ids) || `These are known: ${ids.join(", ")}.`;
    complain(report, "unknown-section", way("select", "sections", at), `There is no section “${id}”.`, hint);
  });
  const others = around.newsletters.filter((id) => id !== settings.id);
  settings.select.except.forEach((id, at) => {
    if (others.includes(id)) return;
    const there = others.length === 0 ? "There is no other newsletter." : `The others are: ${others.join(", ")}.`;
    const message = id === settings.id ? "A newsletter cannot leave out what it tells itself." : `There is no newsletter “${id}”.`;
    complain(report, "unknown-newsletter", way("select", "except", at), message, suggest(id, others) || there);
  });
  if (settings.select.min > settings.select.max) {
    complain(
      report,
      "min-above-max",
      way("select", "min"),
      `${settings.name} wants at least ${settings.select.min} stories and at most ${settings.select.max}, so it would never go out.`,
      "Make min the smaller of the two.",
    );
  }
  settings.elsewhere?.feeds.forEach(({ file }, at) => {
    checkSavedFeed(file, way("elsewhere", "feeds", at), around.savedFeeds, report);
  });
  settings.sponsors.forEach((sponsor, at) => {
    webAddress(sponsor.url, way("sponsors", at, "url"), report);
    for (const key of ["from", "until"] as const) checkDay(sponsor[key], way("sponsors", at, key), report);
    if (sponsor.from !== null && sponsor.until !== null && sponsor.from > sponsor.until) {
      complain(
        report,
        "sponsor-never",
        way("sponsors", at, "until"),
        `The slot of ${sponsor.name} ends before it begins.`,
        "Exchange `from:` and `until:`, or correct one of them.",
      );
    }
  });
  checkSending(settings.sending, settings.from, way("sending"), report);
  const { days } = settings.schedule;
  return {
    ...settings,
    schedule: { ...settings.schedule, days: days.length > 0 ? days : ["mon", "tue", "wed", "thu", "fri"] },
    select: { ...settings.select, topics: settings.select.topics?.map((topic) => slugOf(topic) || topic) ?? null },
    language: settings.language === null ? around.language : (languageOf(settings.language, way("language"), report) ?? around.language),
  };
}

function checkDay(day: string | null, way: readonly (string | number)[], report: Report): void {
  if (day === null) return;
  const real = /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  if (!real) complain(report, "impossible-date", way, `“${day}” is no day in the calendar.`, "Write it like 2026-11-23.");
}

function checkSavedFeed(file: string, way: readonly (string | number)[], saved: readonly string[], report: Report): void {
  if (saved.includes(`${savedFeedFolder}/${file}`)) return;
  const names = saved.map((name) => name.slice(savedFeedFolder.length + 1));
  const there = names.length === 0 ? "Nothing is saved there yet." : `These are there: ${names.join(", ")}.`;
  complain(
    report,
    "saved-feed-missing",
    way,
    `There is no saved feed ${savedFeedFolder}/${file}.`,
    suggest(file, names) || `Save the feed under that name, or correct the name. ${there}`,
  );
}

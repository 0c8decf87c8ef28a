import type { DeskRule } from "./desk-rules.ts";
import type { Picture } from "./picture.ts";

export interface Section {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
}

/** A language that articles are written in. */
export interface Language {
  /** As part of an address: `pt-br`. */
  readonly id: string;
  /** BCP 47. */
  readonly tag: string;
  /** Its name in itself: `français`. */
  readonly name: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly bio: string | null;
}

export interface Agency {
  readonly id: string;
  readonly name: string;
}

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** How a newsletter is sent. Nothing secret: passwords and keys come from the environment. */
export interface Sending {
  /** Where a reader unsubscribes (RFC 8058), `{token}` standing for the reader's token; `null` when the newsroom has no such address. */
  readonly unsubscribeUrl: string | null;
  /** Address that takes mails asking to unsubscribe; `null`: the one that answers go to. */
  readonly unsubscribeMail: string | null;
  /** Header that Gmail's postmaster pages count complaints by. */
  readonly feedbackId: string | null;
  /** Whose key signs the messages (RFC 6376); `null` leaves that to the mail server. */
  readonly dkim: { readonly domain: string; readonly selector: string } | null;
  /** Connections to the mail server at the same time. */
  readonly connections: number;
  /** Messages a second at most, in all and to one domain; `null` for no limit. */
  readonly perSecond: number | null;
  readonly perSecondAndDomain: number | null;
  /** Hours after its time in which an issue may still be sent. */
  readonly within: number;
  /** Minutes to wait before a deferred reader is tried the second, third, … time; after the last the run ends. */
  readonly retryAfter: readonly number[];
  /** Failures in a row after which sending stops. */
  readonly stopAfter: number;
}

/** A sponsor's words, always labelled. */
export interface Sponsor {
  /** `null`: the language's own word for an advertisement. */
  readonly label: string | null;
  readonly name: string;
  readonly text: string;
  readonly url: string;
  readonly position: "top" | "after-lead" | "end";
}

/** A sponsor of a newsletter's issues from a day until a day, both included; `yyyy-mm-dd`. */
export interface SponsorSlot extends Sponsor {
  readonly from: string | null;
  readonly until: string | null;
}

/** A recurring email product, such as a morning briefing. */
export interface Newsletter {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Mailbox in the form `Name <address>` or `address`. */
  readonly from: string;
  readonly replyTo: string | null;
  /** `at` is HH:MM in the publication's zone. */
  readonly schedule: { readonly days: readonly Weekday[]; readonly at: string };
  readonly select: {
    /** Section ids; `null` takes all. */
    readonly sections: readonly string[] | null;
    /** Topic ids; `null` takes all. */
    readonly topics: readonly string[] | null;
    /** Stories in full. */
    readonly max: number;
    /** With fewer there is no issue. */
    readonly min: number;
    /** Further stories of which only the headline stands. */
    readonly short: number;
    /** The story on top: the newest; the one with a picture and the most words; the newest that its editor marked as lead. */
    readonly lead: "newest" | "weight" | "chosen";
    /** Days: what was published longer before the last issue is no news. */
    readonly within: number;
    /** Ids of newsletters: what one of them told is left out, so that a reader of both gets it once. */
    readonly except: readonly string[];
  };
  /** Saved feeds below `content/elsewhere` whose headlines an issue may carry, at most `max` of them. */
  readonly elsewhere: { readonly feeds: readonly { readonly file: string; readonly source: string | null }[]; readonly max: number } | null;
  /** In the order of their right to the one slot of an issue. */
  readonly sponsors: readonly SponsorSlot[];
  /** BCP 47; its articles are those in this language. */
  readonly language: string;
  /** Characters of the brief edition for chats and short messages. */
  readonly brief: number;
  readonly intro: string | null;
  /** Postal address or other words at the foot of the mail. */
  readonly footer: string | null;
  readonly sending: Sending;
}

/** Those whose rules for feeds are known. */
export type FeedPartner = "flipboard";

/** What one feed does otherwise than the rest. */
export interface FeedChoice {
  /** The folder of its address: `sections/sport`, `topics/ferries`, `corrections`; empty for the whole publication's. */
  readonly feed: string;
  /** The partner that takes it, and whose rules it should keep. */
  readonly for: FeedPartner | null;
  readonly items: number | null;
  readonly content: "full" | "summary" | null;
}

export interface FeedSettings {
  /** How many articles a feed holds at most. */
  readonly items: number;
  readonly content: "full" | "summary";
  /** How many kilobytes a feed may have; older articles that do not fit are left to the archive. */
  readonly size: number;
  /** A topic with fewer articles makes no feed of its own, unless `each` names it. */
  readonly quietBelow: number;
  readonly each: readonly FeedChoice[];
  /** WebSub hub. */
  readonly hub: string | null;
}

/** What the desk's eye need not warn of in this newsroom. */
export interface DeskSettings {
  readonly silence: readonly DeskRule[];
  /** Acronyms that its readers know. */
  readonly acronyms: readonly string[];
  /** Names that belong to one person each, whatever different offices articles give them. */
  readonly onePerson: readonly string[];
}

export interface Colours {
  readonly ink: string;
  readonly paper: string;
  readonly accent: string;
  readonly sea: string;
}

/** The title and its settings: `content/publication.yaml`. */
export interface Publication {
  readonly name: string;
  readonly tagline: string | null;
  readonly description: string;
  /** Absolute, with a slash at the end: `https://example.org/paper/`. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA. */
  readonly zone: string;
  readonly rights: string | null;
  readonly contact: { readonly email: string | null; readonly address: string | null };
  /**
   * Authority of the permanent ids (RFC 4151), `lantern.example,2026`. Written once, it keeps ids the same when the address of the
   * publication changes.
   */
  readonly tag: string;
  readonly logo: Picture | null;
  readonly colours: Colours;
  readonly sections: readonly Section[];
  readonly people: readonly Person[];
  readonly agencies: readonly Agency[];
  readonly newsletters: readonly Newsletter[];
  readonly feeds: FeedSettings;
  readonly desk: DeskSettings;
  /** Whether a killed article leaves a notice among the corrections and in the feeds. */
  readonly killNotice: boolean;
}

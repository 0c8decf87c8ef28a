import { makeStory } from "../../src/edition/make-story.ts";
import { absoluteUrl, issueAddress } from "../../src/model/address.ts";
import type { Issue } from "../../src/model/issue.ts";
import type { Newsletter } from "../../src/model/publication.ts";
import { moment, sampleArticle, samplePublication } from "./sample-edition.ts";

export const morning: Newsletter = {
  id: "morning",
  name: "Morning Post",
  description: null,
  from: "The Lantern <morning@lantern.example>",
  replyTo: "desk@lantern.example",
  schedule: { days: ["mon"], at: "06:00" },
  select: { sections: null, topics: null, max: 10, min: 1, short: 0, lead: "newest", within: 30, except: [] },
  elsewhere: null,
  sponsors: [],
  language: "en",
  brief: 1000,
  intro: null,
  footer: "The Lantern, 1 Quay Street",
  sending: {
    unsubscribeUrl: null,
    unsubscribeMail: null,
    feedbackId: null,
    dkim: null,
    connections: 5,
    perSecond: null,
    perSecondAndDomain: null,
    within: 24,
    retryAfter: [],
    stopAfter: 20,
  },
};

/** A frozen issue with one story; give what matters to the test. */
export function sampleIssue(given: Partial<Issue> = {}): Issue {
  const address = issueAddress("morning", "2026-11-23");
  return {
    newsletter: morning,
    kind: "frozen",
    number: 12,
    date: "2026-11-23",
    moment: moment("2026-11-23T06:00"),
    address,
    url: absoluteUrl(samplePublication.url, address),
    subject: "Fares rise",
    preheader: "And a quiet word from the quay",
    intro: "Good morning.",
    stories: [makeStory(sampleArticle())],
    withdrawn: 0,
    sponsor: null,
    elsewhere: [],
    corrections: [],
    notes: [],
    passedOver: null,
    frozen: null,
    sent: null,
    ...given,
  };
}

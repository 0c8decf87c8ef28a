import { describe, expect, it } from "vitest";
import { findQuotes } from "../../src/wire/find-quotes.ts";

const names = (copy: string) => findQuotes(copy).map(({ speaker }) => speaker?.name ?? null);
const speakers = (copy: string) => findQuotes(copy).map(({ speaker }) => (speaker ? { name: speaker.name, role: speaker.role } : null));

describe("the speaker of a quotation", () => {
  it.each([
    ["after an inverted verb", "“The boats are late again this week,” said Ana Cruz.", "Ana Cruz"],
    ["before the verb", "“The boats are late again this week,” Ana Cruz said.", "Ana Cruz"],
    ["before an adverb and the verb", "“The boats are late again this week,” Ana Cruz later admitted.", "Ana Cruz"],
    ["before a day and the verb", "“The boats are late again this week,” Ana Cruz on Tuesday told the Lantern.", "Ana Cruz"],
    ["with an apposition between", "“The boats are late again this week,” Ana Cruz, who runs the port, said.", "Ana Cruz"],
    ["with two appositions between", "“The boats are late again this week,” Ana Cruz, 61, the port’s manager, said.", "Ana Cruz"],
    ["with a bracket between", "“The boats are late again this week,” Ana Cruz (Salina Bay) said.", "Ana Cruz"],
    ["with its initial", "“The boats are late again this week,” said Ana J. Cruz.", "Ana J. Cruz"],
    ["with a nickname inside", "“The boats are late again this week,” said Ana “Nettie” Cruz.", "Ana “Nettie” Cruz"],
    ["with particles inside", "“The boats are late again this week,” said Ana de la Cruz.", "Ana de la Cruz"],
    ["in a participle's main clause", "Ana Cruz defended the timetable, saying “the boats are late because the tide is”.", "Ana Cruz"],
    ["in a second verb's main clause", "Ana Cruz walked to the quay and said: “The boats are late because the tide is.”", "Ana Cruz"],
    [
      "with a subject of the participle's own",
      "The hall was noisy, with Ana Cruz shouting: “The boats are late because the tide is.”",
      "Ana Cruz",
    ],
    ["quoted by a paper", "The Velmar Lantern quoted Ana Cruz as saying “the boats are late because the tide is”.", "Ana Cruz"],
    ["quoted as saying", "Ana Cruz was quoted as saying “the boats are late because the tide is”.", "Ana Cruz"],
    ["in passing", "The cost, says Ana Cruz, is “more than the island earns in a year”.", "Ana Cruz"],
    ["at the end of a whole sentence", "The cost is “more than the island earns in a year”, said Ana Cruz.", "Ana Cruz"],
    [
      "who says that someone else said it would",
      "Ana Cruz told the court that she feared “another winter without a single boat”.",
      "Ana Cruz",
    ],
    [
      "with more of the sentence after the verb",
      "“The boats are late again this week,” Ana Cruz told reporters after Tom Neri had left.",
      "Ana Cruz",
    ],
    ["after a word of time", "Hours later, Ana Cruz returned to the quay, saying: “The boats are late because the tide is.”", "Ana Cruz"],
    ["after a dateline", "VELMAR, Nov. 7 (Tern) — Ana Cruz was firm: “The boats are late because the tide is.”", "Ana Cruz"],
    [
      "after the quotation its participle leads in",
      "Calling the timetable “a long and expensive joke at our cost”, Ana Cruz left the hall.",
      "Ana Cruz",
    ],
    [
      "before a relative clause without commas",
      "An official who had seen the letter and feared for his post said “the boats are late because the tide is”.",
      "An official",
    ],
    ["with an answering verb", "“The boats are late because the tide is,” Ana Cruz shot back.", "Ana Cruz"],
    [
      "with what somebody works for before the name",
      "“The boats are late because the tide is,” Strait Line staffer Ana Cruz said.",
      "Ana Cruz",
    ],
    ["with a country before the name", "“The boats are late because the tide is,” US President Ana Cruz said.", "Ana Cruz"],
    [
      "with a party and a state in brackets",
      "“The boats are late because the tide is,” said Sen. Ana Cruz (D-N.V.), who chairs the panel.",
      "Ana Cruz",
    ],
    [
      "not in a noun that looks like a verb",
      "One passenger was furious, writing in a blog post “the boats are late because the tide is”.",
      "One passenger",
    ],
    [
      "whom a minister's title and a comma lead in",
      "The minister, Ana Cruz, told parliament: “The boats are late because the tide is.”",
      "Ana Cruz",
    ],
    [
      "after a description and a form of address",
      "“The boats are late because the tide is,” said the club’s manager, Dame Ana Cruz.",
      "Ana Cruz",
    ],
    ["after the office and what it is over", "Mayor of Salina Bay Ana Cruz: “The boats are late because the tide is.”", "Ana Cruz"],
    [
      "with where they work between",
      "Ana Cruz of the University of Velmar told reporters “the boats are late because the tide is”.",
      "Ana Cruz",
    ],
    ["near a source", "Sources close to the mayor said “the boats are late because the tide is”.", "Sources close to the mayor"],
    ["in what a text reads", "The editor disagreed in an editorial, which read: “The boats are late because the tide is.”", "an editorial"],
    ["before any verb, where a comma closes the quotation", "“The boats are late because the tide is,” Ana Cruz deadpanned.", "Ana Cruz"],
  ])("is read %s", (_name, copy, name) => {
    expect(names(copy)).toEqual([name]);
  });

  it("is named in full, with the role the article gives anywhere", () => {
    expect(
      speakers(
        "Premier Cruz met the islanders on Monday.\n\n“The boats will run,” Cruz said.\n\nTom Neri, a fisherman, left early.\n\n“We will see about that,” Neri said.\n\nAna Cruz took office in May.",
      ),
    ).toEqual([
      { name: "Ana Cruz", role: "premier" },
      { name: "Tom Neri", role: "fisherman" },
    ]);
    expect(speakers("“The boats will run,” said harbour master Ana Cruz.")).toEqual([{ name: "Ana Cruz", role: "harbour master" }]);
    expect(speakers("“The boats will run,” said Velmar’s deputy mayor Ana Cruz.")).toEqual([{ name: "Ana Cruz", role: "deputy mayor" }]);
    expect(speakers("“The boats will run,” said Ana Cruz, director of the Strait Line.")).toEqual([
      { name: "Ana Cruz", role: "director of the Strait Line" },
    ]);
    expect(speakers("The mayor, Ana Cruz, said: “The boats will run whatever the weather.”")).toEqual([
      { name: "Ana Cruz", role: "mayor" },
    ]);
    expect(speakers("“The boats will run,” said Ana Cruz.")).toEqual([{ name: "Ana Cruz", role: null }]);
  });

  it("has the role of an apposition, whatever its noun, but no relation and no clause for a role", () => {
    const role = (copy: string) => findQuotes(copy)[0]?.speaker?.role;
    expect(role("“The light does not mind,” said Ana Cruz, the lighthouse keeper.")).toBe("lighthouse keeper");
    expect(role("“The light does not mind,” said Ana Cruz, 61, warden of the bay.")).toBe("warden of the bay");
    expect(role("“The light does not mind,” said Ana Cruz, a retired postwoman who lives by the mole.")).toBe("retired postwoman");
    expect(role("“The light does not mind,” said Ana Cruz, who keeps it.")).toBeNull();
    expect(role("“The light does not mind,” said Ana Cruz, his mother.")).toBeNull();
    expect(role("“The light does not mind,” said Ana Cruz, the woman in the window.")).toBeNull();
  });

  it("is the person, not the company or the place they are of", () => {
    expect(names("Ana Cruz, the director of the Strait Line, was in the hall. “We have no spare boat this winter,” she said.")).toEqual([
      "Ana Cruz",
    ]);
    expect(names("Ana Cruz of Salina Bay was first in the queue. “I have waited here since four,” she said.")).toEqual(["Ana Cruz"]);
    expect(
      names("“We have no spare boat this winter,” said Cruz.\n\nAna Cruz joined the Strait Line in May. Tom Neri of Salina Bay did not."),
    ).toEqual(["Ana Cruz"]);
    expect(names("“We have no spare boat this winter,” Tom Neri of the Strait Line said.")).toEqual(["Tom Neri"]);
  });

  it("stays a description where the article gives no name", () => {
    expect(names("“We were not told of the change,” said a spokeswoman for the ministry.")).toEqual(["a spokeswoman for the ministry"]);
    expect(names("“We were not told of the change,” one passenger said.")).toEqual(["one passenger"]);
    expect(names("A spokesman for the Ministry of Fisheries said: “We were not told of the change.”")).toEqual([
      "A spokesman for the Ministry of Fisheries",
    ]);
    expect(names("“We were not told of the change,” the director of the Strait Line told the Lantern.")).toEqual([
      "the director of the Strait Line",
    ]);
    expect(names("“We were not told of the change,” residents near the quay said on Monday.")).toEqual(["residents near the quay"]);
    expect(names("The report’s authors say there was “no sign of a second vessel in the fog”.")).toEqual(["The report’s authors"]);
    expect(names("“Anyone may board without a ticket until March,” the notice reads.")).toEqual(["the notice"]);
  });

  it("may be a body", () => {
    expect(names("“Fares will not rise this year,” the Strait Line said.")).toEqual(["Strait Line"]);
    expect(names("“Fares will not rise this year,” said the Ministry of Transport.")).toEqual(["Ministry of Transport"]);
    expect(names("The Velmar Times wrote that “fares will not rise this year”.")).toEqual(["Velmar Times"]);
    expect(names("The company posted on its page: “Fares will not rise this year.” It added: “Nor the next, if we can help it.”")).toEqual([
      "The company",
      "The company",
    ]);
  });

  it("behind a pronoun is whoever it means", () => {
    expect(
      names(
        "Ana Cruz met Tom Neri on the quay.\n\n“She should have told us before the summer,” he said.\n\n“He never reads his letters,” she replied.",
      ),
    ).toEqual(["Tom Neri", "Ana Cruz"]);
    expect(
      names(
        "Harbour master Ana Cruz opened the meeting. “We have three boats and four crews,” she said.\n\n“One of them is always in dock,” she added.",
      ),
    ).toEqual(["Ana Cruz", "Ana Cruz"]);
    expect(
      names("Tom Neri has sold tickets for nine years. His mother did so before him. “I know every face on this island,” he said."),
    ).toEqual(["Tom Neri"]);
    expect(
      names("Tom Neri’s boat may be “lost,” said Pavel Renko, a diver from the mainland. “Nobody dives in this weather,” he said."),
    ).toEqual(["Pavel Renko"]);
    expect(
      names(
        "Lead author Ana Cruz of the University of Velmar told the Lantern of her find. She continued: “This is its first visit, and maybe its last.”",
      ),
    ).toEqual(["Ana Cruz"]);
    expect(
      names(
        "Many islanders admire Tom Neri. Kester Quill, 33, of Salina Bay, dismisses the idea. “I cannot find anybody here to trust,” he said.",
      ),
    ).toEqual(["Kester Quill"]);
    expect(
      names("There is little money left, Chief of Staff Ana Cruz explained. “That is by design, I can assure you,” she said."),
    ).toEqual(["Ana Cruz"]);
    expect(names("Many women in the harbour know Ana Cruz. “I have mended every net on this quay,” she said.")).toEqual(["Ana Cruz"]);
    expect(names("As for Tom Neri, he is not worried. “The sea has always come back to us,” he said.")).toEqual(["Tom Neri"]);
    expect(names("Pavel Renko said he had answered Tom Neri’s charge. “I have nothing to hide from the island,” he said.")).toEqual([
      "Pavel Renko",
    ]);
    expect(names("“I know every face on this island,” he said. The door was shut.")).toEqual([null]);
  });

  it("of a name shared by two is not guessed: their full names stay apart and the bare one stays bare", () => {
    const copy =
      "“We sail at nine,” Ana Cruz said.\n\n“We sail at ten,” said her brother, Tom Cruz.\n\n“We will see about that,” Cruz said.";
    expect(names(copy)).toEqual(["Ana Cruz", "Tom Cruz", "Cruz"]);
    expect(names("Ana Cruz and Tom Cruz disagree.\n\n“We sail at nine,” Ms Cruz said.\n\n“We sail at ten,” Mr Cruz said.")).toEqual([
      "Ana Cruz",
      "Tom Cruz",
    ]);
  });

  it("goes on in the next sentence and the next paragraph of quotation alone, until another speaks", () => {
    expect(
      names("“We sail at nine,” Ana Cruz said. “The tide will not wait.”\n\n“Nor will I.”\n\n“We sail at ten,” said Tom Neri."),
    ).toEqual(["Ana Cruz", "Ana Cruz", "Ana Cruz", "Tom Neri"]);
  });

  it("named after the first of two sentences speaks both", () => {
    expect(names("“The tide will not wait for us. We sail at nine,” Ana Cruz said.")).toEqual(["Ana Cruz"]);
    expect(names("Ana Cruz shook her head. “The tide will not wait for anyone.”")).toEqual(["Ana Cruz"]);
  });

  it("of one surname is told apart by the form of address where no given name is known", () => {
    expect(
      names(
        "“The water came over the wall,” said Mr Neri.\n\nMrs Neri said: “We took the cat and the radio with us.”\n\n“And the cheese from the cellar,” Mr Neri added.",
      ),
    ).toEqual(["Mr Neri", "Mrs Neri", "Mr Neri"]);
    expect(names("“The water came over the wall,” said Tom Neri.\n\nMrs Neri said: “We took the cat and the radio with us.”")).toEqual([
      "Tom Neri",
      "Mrs Neri",
    ]);
    expect(names("“The water came over the wall,” said Mr Neri.\n\n“Then it went away again,” Neri said.")).toEqual(["Neri", "Neri"]);
  });

  it("behind a pronoun may be somebody whom the sentence before only describes", () => {
    expect(
      names(
        "Tom Neri lost his car. “It floated past my window,” he said.\n\nThe mayor of Salina Bay was on the mainland. “I shall be back on the first boat,” he said.",
      ),
    ).toEqual(["Tom Neri", "The mayor of Salina Bay"]);
  });

  it("is no letter, and no word that only begins a sentence", () => {
    expect(names("Q: When did you know?\n\nA: “On Tuesday night, when the telephones went dead.”")).toEqual([null]);
    expect(names("One banner was small. Another: “We are all editors now, every one of us”.")).toEqual([null]);
  });

  it("with particles is one person whether the given name stands before them or not", () => {
    expect(
      speakers(
        "Ana Cruz’s lawyer, Piet van den Berg, came late. “My client will not be moved,” he said.\n\nVan den Berg said the ticket was “for a bicycle which she does not own”.",
      ),
    ).toEqual([
      { name: "Piet van den Berg", role: "Cruz’s lawyer" },
      { name: "Piet van den Berg", role: "Cruz’s lawyer" },
    ]);
  });

  it("is null when nobody is named", () => {
    expect(names("On the wall somebody had painted “the sea takes what it wants”.")).toEqual([null]);
    expect(names("“The sea takes what it wants, and more.”\n\nThe wall was painted over in spring.")).toEqual([null]);
  });

  it("does not change when another quotation follows in the same sentence", () => {
    expect(names("Ana Cruz said “the tide will not wait for us”, and Tom Neri replied “then we will swim across it”.")).toEqual([
      "Ana Cruz",
      "Tom Neri",
    ]);
  });
});

describe("quotations in other languages", () => {
  it("are found, and given to a speaker where a common verb of saying tells", () => {
    expect(speakers("« Nous ne partirons pas avant midi », a déclaré Ana Cruz.")).toEqual([{ name: "Ana Cruz", role: null }]);
    expect(names("«No saldremos antes del mediodía de mañana», dijo Ana Cruz.")).toEqual(["Ana Cruz"]);
    expect(names("„Wir fahren heute nicht vor dem Mittag“, sagte Ana Cruz.")).toEqual(["Ana Cruz"]);
  });

  it("are given to whom they are according to, and to the pronoun that a French verb carries", () => {
    expect(names("Selon Ana Cruz, « la ligne est à deux marées de la faillite ».")).toEqual(["Ana Cruz"]);
    expect(
      names("« Nous ne partirons pas avant midi », a déclaré Ana Cruz.\n\n« La mer décidera de tout cela », a-t-elle ajouté."),
    ).toEqual(["Ana Cruz", "Ana Cruz"]);
  });

  it("are found without a speaker where no rule tells", () => {
    expect(findQuotes("وقالت آنا كروث: «لن تبحر العبارة قبل الظهر اليوم».")).toMatchObject([
      { text: "لن تبحر العبارة قبل الظهر اليوم", speaker: null },
    ]);
    expect(findQuotes("船長は「正午まで船は出ません」と話した。")).toMatchObject([{ text: "正午まで船は出ません", speaker: null }]);
    expect(findQuotes("Капитан сказала: «Паром не выйдет раньше полудня».")).toMatchObject([
      { text: "Паром не выйдет раньше полудня", speaker: null },
    ]);
    expect(findQuotes('הקברניטה אמרה: "המעבורת לא תצא לפני הצהריים היום".')).toMatchObject([
      { text: "המעבורת לא תצא לפני הצהריים היום", speaker: null },
    ]);
  });
});

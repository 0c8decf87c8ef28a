import { describe, expect, it } from "vitest";
import { type Answer, answersIn } from "./quote-passages.ts";

/** Invented copy in the manners of many newsrooms: each quotation of five words or more by its first words, its speaker, and the role where it matters. */
const passages: readonly (readonly [title: string, text: string, answers: readonly Answer[]])[] = [
  [
    "an American agency: name, age and calling between commas, then short attributions",
    `PORT MERIDIAN, Ohio (AP) — The levee held, but only just.

"We sandbagged until four in the morning and then we prayed," said Dale Hutchins, 61, a retired machinist who lives two blocks from the river. "I never want to do that again."

Mayor Teresa Okafor told reporters Tuesday that the city would seek federal money. "This was a warning, and we intend to heed it," she said.

Hutchins isn't waiting. "I'm selling the house in the spring," he said.`,
    [
      ["We sandbagged until", "Dale Hutchins", "retired machinist"],
      ["I never want", "Dale Hutchins"],
      ["This was a warning,", "Teresa Okafor", "Mayor"],
      ["I'm selling the", "Dale Hutchins"],
    ],
  ],
  [
    "a British broadcaster: office before the name, colon lead-ins, a statement by an organisation",
    `Council leader Priya Raman said the closure was "a decision nobody in this building wanted to take".

She told the programme: "We have run out of road, and we have run out of money."

In a statement, the Department for Communities said: "We are committed to a fair settlement for every council."`,
    [
      ["a decision nobody", "Priya Raman", "Council leader"],
      ["We have run", "Priya Raman"],
      ["We are committed", "Department for Communities"],
    ],
  ],
  [
    "a British daily with single marks outside and double ones within",
    `‘I told them “not on my watch” and I meant it,’ said Eleanor Platt, who has run the lido since 1998. ‘People’s memories of this place don’t fit on a spreadsheet.’

The council’s finance chief, Hugh Marlow, was unmoved. ‘The swimmers’ association has had three years to find a partner,’ he said.`,
    [
      ["I told them", "Eleanor Platt"],
      ["People’s memories of", "Eleanor Platt"],
      ["The swimmers’ association", "Hugh Marlow", "council’s finance chief"],
    ],
  ],
  [
    "straight single marks with apostrophes on every side",
    `'We don't know what's in the boys' lockers and it isn't our job to know,' said the caretaker, Len Moss. Staff at St Agnes' school said they'd been told nothing.

'It's the parents' call,' Mr Moss added.`,
    [
      ["We don't know", "Len Moss", "caretaker"],
    ],
  ],
  [
    "a Kenyan daily: the office with the surname, later the full name, and a verb after a full stop",
    `Governor Achieng on Monday toured the flooded estates.

"Nobody will sleep outside tonight. I have ordered the halls opened." Achieng posted on her Facebook page.

"We are talking to the contractor and he will return to the site," she added.

"The drainage was never finished, and the county will not pay for it twice," Kisumu Governor Beatrice Achieng stated.`,
    [
      ["Nobody will sleep", "Beatrice Achieng", "Kisumu Governor"],
      ["We are talking", "Beatrice Achieng"],
      ["The drainage was", "Beatrice Achieng"],
    ],
  ],
  [
    "a Nigerian paper: lead-ins with 'thus' and 'saying', titles and initials",
    `The Chairman of the Traders' Union, Alhaji Musa B. Danladi, has appealed to the state government, saying, "We are begging the governor to reopen the market before the rains."

Reacting, the Commissioner for Works, Mrs. Folake Adeyemi, said: "The market is not safe and I will not be the one to sign it open."

Danladi, however, insisted: "No engineer has shown us one crack."`,
    [
      ["We are begging", "Musa B. Danladi", "Chairman of the Traders' Union"],
      ["The market is", "Folake Adeyemi", "Commissioner for Works"],
      ["No engineer has", "Musa B. Danladi"],
    ],
  ],
  [
    "an Indian paper: 'the minister said' after the minister was named",
    `Union Minister for Ports Ramesh Kulkarni on Friday inaugurated the new jetty. "This jetty will change the fate of the coast," he said.

"We will not let a single fisherman lose his livelihood," the minister said. Opposition leader Sunita Deshpande called the project "an expensive photograph of nothing at all".`,
    [
      ["This jetty will", "Ramesh Kulkarni", "Union Minister for Ports"],
      ["We will not", "the minister"],
      ["an expensive photograph", "Sunita Deshpande", "Opposition leader"],
    ],
  ],
  [
    "a Chinese agency: surname first, and said only by surname afterwards",
    `HARBIN, Jan. 4 (Xinhua) -- "Visitors come for the ice, but they stay for the soup," said Wei Jianlin, manager of a restaurant near the park.

Wei said the number of guests had doubled. "Every table is booked until the festival ends," Wei said.`,
    [
      ["Visitors come for", "Wei Jianlin", "manager of a restaurant near the park"],
      ["Every table is", "Wei Jianlin"],
    ],
  ],
  [
    "a tabloid: one-sentence paragraphs, a neighbour without a name",
    `A stunned neighbour said: "I heard a bang and the whole street shook."

Another added: "There were bricks in my bath."

Mum-of-three Kelly Drew, 29, fumed: "I've been ringing them for weeks and nobody came."

The gas firm said it was investigating.`,
    [
      ["I heard a", "A stunned neighbour"],
      ["There were bricks", "Another"],
      ["I've been ringing", "Kelly Drew", "Mum-of-three"],
    ],
  ],
  [
    "a press release: the full name, the title after it, then a second statement",
    `"This partnership puts clean water within reach of ten thousand households," said Dr. Amara Nwosu, Chief Executive Officer of Brightwell Trust. "It is the result of years of patient work."

"We are proud to stand with Brightwell," commented Lars Holm, Vice President, Public Affairs at Nordkraft AS.`,
    [
      ["This partnership puts", "Amara Nwosu", "Chief Executive Officer of Brightwell Trust"],
      ["It is the", "Amara Nwosu"],
      ["We are proud", "Lars Holm", "Vice President"],
    ],
  ],
  [
    "a match report: the coach, the striker, and a pronoun that means the striker",
    `Rovers coach Danilo Ferri praised his bench. "They won it for us when our legs had gone," Ferri said.

Striker Tom Abara, who scored twice, was substituted late on. "I could have played another half," he said with a grin.

"He always says that," Ferri laughed.`,
    [
      ["They won it", "Danilo Ferri", "Rovers coach"],
      ["I could have", "Tom Abara", "Striker"],
    ],
  ],
  [
    "a court report: counsel, the judge, and the accused's own words",
    `Prosecuting, Miriam Castle KC told the jury: "This was not a moment of madness but a plan carried out over many weeks."

The defendant, Colin Reeve, 44, of Mill Lane, Oldcastle, denied the charge. He told police: "I was at my sister's house the whole time."

Judge Anthony Bellwether said Reeve had shown "not one flicker of remorse for what he did".

Sentencing him, the judge said: "You took from those who trusted you most."`,
    [
      ["This was not", "Miriam Castle"],
      ["I was at", "Colin Reeve"],
      ["not one flicker", "Anthony Bellwether", "Judge"],
      ["You took from", "the judge"],
    ],
  ],
  [
    "a quotation that runs over three paragraphs with reopened marks",
    `Addressing the assembly, President Liska Moran said: "We have buried too many of our young.

"We have signed too many papers that nobody read.

"Today we begin to read them aloud."

The assembly rose to applaud.`,
    [
      ["We have buried", "Liska Moran", "President"],
      ["We have signed", "Liska Moran"],
      ["Today we begin", "Liska Moran"],
    ],
  ],
  [
    "one statement interrupted by its own attribution",
    `“If they had asked us,” said Joaquim Vidal, the harbour pilot, “we would have told them about the sandbank.”

“And the wind,” he added, “never comes from where the model says it does.”`,
    [
      ["If they had asked us", "Joaquim Vidal", "harbour pilot"],
      ["we would have", "Joaquim Vidal"],
      ["never comes from", "Joaquim Vidal"],
    ],
  ],
  [
    "a paragraph that names the speaker and the next that is nothing but their words",
    `Farmer Nomsa Dube has watched the dam fall every week since August.

"My grandmother told me it was dry once before, and they ate the seed."

Last week the district sent a tanker.`,
    [["My grandmother told", "Nomsa Dube", "Farmer"]],
  ],
  [
    "a social post led in by the account",
    `Singer Carla Vance announced the news on Instagram, writing: "Two hearts, one song, and a very tired drummer."

The band's label tweeted: "No comment until the tour is over."`,
    [
      ["Two hearts, one", "Carla Vance", "Singer"],
      ["No comment until", "The band's label"],
    ],
  ],
  [
    "according to, before and after",
    `According to marine biologist Ines Prado, the reef is "closer to collapse than at any time on record".

The boats are "older than most of the men who sail them", according to a report by the Seafarers' Institute.`,
    [
      ["closer to collapse", "Ines Prado", "marine biologist"],
      ["older than most", "a report by the Seafarers' Institute"],
    ],
  ],
  [
    "unnamed officials keep their description",
    `"The talks collapsed over a single word," said a senior diplomat who was in the room.

A spokesman for the interior ministry said: "We do not comment on operations that are under way."

"There were at least two shots," one witness told local radio. Police said they had "no reason to believe the public is at risk".`,
    [
      ["The talks collapsed", "a senior diplomat"],
      ["We do not comment", "A spokesman for the interior ministry"],
      ["There were at", "one witness"],
      ["no reason to", "Police"],
    ],
  ],
  [
    "a man and a woman, and pronouns that tell them apart",
    `Opposition MP Karin Holt and the transport minister, Peter Sallow, clashed over the ferries.

"There is no timetable because there is no plan," she said.

"There is a plan, and she has read it," he replied.`,
    [
      ["There is no timetable", "Karin Holt", "Opposition MP"],
      ["There is a plan", "Peter Sallow", "transport minister"],
    ],
  ],
  [
    "two people of one surname are told apart and never merged",
    `Brothers Owen Pryce and Rhys Pryce have not spoken since the sale. "He sold our father's land without a word," Owen Pryce said.

"I sold what the bank would have taken," said Rhys Pryce.

"There is nothing left to argue about," Pryce said.`,
    [
      ["He sold our", "Owen Pryce"],
      ["I sold what", "Rhys Pryce"],
      ["There is nothing", "Pryce"],
    ],
  ],
  [
    "husband and wife told apart by their courtesy titles",
    `Alan Firth and his wife Joyce Firth bought the mill in 1990. "The roof was in the river when we came," Mr Firth said.

"And the river was in the kitchen," Mrs Firth said.`,
    [
      ["The roof was", "Alan Firth"],
      ["And the river", "Joyce Firth"],
    ],
  ],
  [
    "titles, nicknames, signs and scare quotes are no quotations",
    `The film, "The Long Way Home to Carrick Bay", opens on Friday. Its star, Joe "The Hammer" Lund, trained for a year. The so-called "free trade zone" employs nobody, and a banner reading "Welcome" hangs over the gate.

Critics liked "A Winter of Small and Terrible Mercies" rather less.`,
    [],
  ],
  [
    "French copy: guillemets, an inverted pronoun, and the subject after the verb",
    `« Nous n'avons rien à cacher dans cette affaire », a déclaré le maire, Étienne Garnier. « Les comptes sont ouverts à tous les habitants », a-t-il ajouté.

Selon Claire Dumas, présidente de l'association, la commune « a perdu la confiance de ses propres élus ».`,
    [
      ["Nous n'avons rien", "Étienne Garnier", "maire"],
      ["Les comptes sont", "Étienne Garnier"],
      ["a perdu la", "Claire Dumas", "présidente de l'association"],
    ],
  ],
  [
    "Arabic copy: the verb before the subject",
    `قال الوزير سامي الخطيب: «لن نترك أي قرية من دون ماء هذا الصيف».

وأضاف الخطيب: «العمل بدأ منذ أسبوع في الشمال كله».`,
    [
      ["لن نترك أي", "سامي الخطيب", "الوزير"],
      ["العمل بدأ منذ", "سامي الخطيب"],
    ],
  ],
  [
    "a language without rules: found, and left without a speaker",
    `「この港はもう終わりだと思っていた。しかし船は帰ってきた」と漁師は語った。`,
    [],
  ],
  [
    "German marks",
    `„Wir haben den Fehler gefunden und behoben“, sagte die Ingenieurin Petra Lindner am Montag.`,
    [["Wir haben den", "Petra Lindner", "Ingenieurin"]],
  ],
  [
    "long attribution clauses that carry more news",
    `"The numbers are worse than the public has been told," Sir Duncan Hale, the former auditor general who resigned in protest in March, told the committee on Thursday in a session that lasted past midnight.

"I would do it again tomorrow," Hale, who now teaches in Leeds, added after a pause.`,
    [
      ["The numbers are", "Duncan Hale", "former auditor general"],
      ["I would do", "Duncan Hale"],
    ],
  ],
  [
    "a name that follows the body it belongs to",
    `Secretary of the Dockers' Union Manuel Roca told Radio Sur the men were "tired of being counted and never being heard".

"Nobody asked for a revolution," Roca said, adding: "We asked for gloves."`,
    [
      ["tired of being", "Manuel Roca", "Secretary of the Dockers' Union"],
    ],
  ],
  [
    "a block quotation with a line that says whose it is",
    `The letter was short.

"Do not come back to the island this year, or any year."
— Grace Mbeki, ferry owner

Nobody did.`,
    [["Do not come", "Grace Mbeki", "ferry owner"]],
  ],
  [
    "documents and organisations speak too",
    `The report concludes that the bridge was "inspected by nobody for eleven years".

Oakline Energy said in a filing that it expected "a material and lasting fall in revenue".

"Customers need not take any action at this time," the company said.`,
    [
      ["inspected by nobody", "The report"],
      ["a material and", "Oakline Energy"],
      ["Customers need not", "the company"],
    ],
  ],
  [
    "a verb that comes after the narration, and one sentence of two voices",
    `Dr Helen Cho looked at the chart for a long time and said, "We should have seen it in June."

While her deputy, Marco Silvestri, called the figures "a rounding error that grew legs", Cho said the trend was "plain to anyone who can count".`,
    [
      ["We should have", "Helen Cho"],
      ["a rounding error", "Marco Silvestri", "deputy"],
      ["plain to anyone", "Helen Cho"],
    ],
  ],
  [
    "a feature: first names, silence, and words that go on after a gesture",
    `Rosa Lindqvist wipes the counter, then wipes it again.

"You get used to the quiet." She nods at the window. "What you don't get used to is the post not coming."

Her son Emil, 12, has another view. "There's nobody to play football with," he says.`,
    [
      ["You get used", "Rosa Lindqvist"],
      ["What you don't", "Rosa Lindqvist"],
      ["There's nobody to", "Emil"],
    ],
  ],
  [
    "an unknown voice stays unknown",
    `The rain came at noon. Over the loudspeaker came the order everyone had feared:

"All boats must leave the basin before the tide turns."`,
    [["All boats must", null]],
  ],
  [
    "a spokeswoman with a name, for someone with a name",
    `President Adaeze Obi's spokeswoman, Ruth Lawal, told journalists: "The president is resting and in good spirits."

A lawyer for Obi said the charges were "invented from the first page to the last".`,
    [
      ["The president is", "Ruth Lawal", "President Adaeze Obi's spokeswoman"],
      ["invented from the", "A lawyer for Obi"],
    ],
  ],
];

describe("the speakers of quotations in the manners of many newsrooms", () => {
  it.each(passages)("%s", (_title, text, answers) => {
    expect(answersIn(text, answers)).toEqual(answers);
  });
});

/** Verbs of saying, in the forms that stand beside a quotation. A general list of English reporting verbs (Quirk et al. 1985, 16.31, and their like), with some French ones. */
export const sayingVerbs: ReadonlySet<string> = new Set(
  `said says say saying told tells tell telling added adds adding asked asks asking stated states stating wrote writes writing posted posts tweeted tweets explained explains explaining
  noted notes noting argued argues warned warns warning claimed claims announced announces replied replies answered answers responded responds insisted insists continued continues
  recalled recalls declared declares admitted admits commented comments concluded concludes remarked remarks observed observes stressed stresses emphasised emphasized emphasises suggested suggests
  confirmed confirms denied denies acknowledged acknowledges agreed agrees believed believes complained complains conceded concedes described describes demanded demands
  exclaimed joked jokes lamented laments maintained maintains mentioned mentions pleaded pledged predicted promised promises protested quipped read reads reiterated remembered repeated
  reported reports revealed reveals shouted shouts sighed testified thinks thought urged urges vowed vows whispered cried called calls went put puts joining joked recounted reflected ruled cautioned
  contended countered boasted criticised criticized praised thanked hailed affirmed alleged asserted assured appealed apologised apologized advised disclosed elaborated expressed expresses
  hinted implied indicated informed interjected muttered objected opined outlined pointed proclaimed pronounced questioned reasoned reassured recommended rejoined remonstrated retorted
  summarised summarized surmised speculated swore tells underlined underscored voiced welcomed wondered yelled cited quoted clarified
  dit déclaré déclare ajouté ajoute expliqué explique affirmé affirme précisé précise estime estimé raconte souligne assure répond`.split(
    /\s+/,
  ),
);

/** Words that may stand between a subject and its verb. */
export const betweenWords: ReadonlySet<string> = new Set(
  "has had have also later then once further again has, would will did never always reportedly still already quickly simply just only even earlier recently subsequently publicly repeatedly is was a".split(
    " ",
  ),
);

export const pronouns: ReadonlyMap<string, "male" | "female" | "any" | "self"> = new Map([
  ["he", "male"],
  ["she", "female"],
  ["they", "any"],
  ["it", "any"],
  ["i", "self"],
  ["we", "self"],
  ["who", "any"],
  ["il", "male"],
  ["elle", "female"],
] as const);

export const honorifics: ReadonlyMap<string, "male" | "female" | null> = new Map([
  ["mr", "male"],
  ["mrs", "female"],
  ["ms", "female"],
  ["miss", "female"],
  ["sir", "male"],
  ["dame", "female"],
  ["lord", "male"],
  ["lady", "female"],
  ["dr", null],
  ["prof", null],
  ["king", "male"],
  ["queen", "female"],
] as const);

/** Words that name an office and may stand, in either case, before a name: they are its role, not part of it. */
export const offices: ReadonlySet<string> = new Set(
  `president vice-president premier prime minister secretary chancellor mayor governor senator representative congressman congresswoman councillor councilman councilwoman
  judge justice general colonel captain major lieutenant sergeant commander admiral commissioner chief chair chairman chairwoman chairperson director manager head coach captain professor doctor
  spokesman spokeswoman spokesperson ambassador attorney lawyer inspector officer detective superintendent deputy former acting archbishop bishop father pope pastor reverend rabbi imam sheikh
  king queen prince princess editor founder owner master engineer teacher farmer fisherman resident analyst economist author actor actress singer leader state us uk un eu defence defense foreign
  finance interior health education executive harbour harbor co-founder ceo cto cfo mp mep police fire chief`.split(/\s+/),
);

/** Lower-case words that stand inside a name. */
export const nameParticles: ReadonlySet<string> = new Set(
  "de da do dos di del della der den van von bin ibn al el la le ten ter y e af av zu du des".split(" "),
);

/** Capitalised words that begin sentences and are no names. */
export const notNames: ReadonlySet<string> = new Set(
  `the a an this that these those in on at to for from with by of and but or nor so yet as if when while after before since because although though until once however
  meanwhile moreover it he she they we i you his her their its our my your there here what who why how where which not no yes one two three some many most all both each every
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  mr mrs ms dr according last next earlier later today yesterday now then also still asked speaking he’s she’s it’s`.split(/\s+/),
);

const list = (words: string) => new Set(words.split(/\s+/));

/** Words that stand before a name and say that a person follows: offices, trades and forms of address, in small letters. */
export const titles: ReadonlySet<string> = list(
  `mr mrs ms miss sir dame lord lady dr prof president vice-president premier minister secretary chancellor mayor governor senator representative congressman
congresswoman councillor councilman councilwoman judge justice general colonel captain major lieutenant sergeant commander admiral commissioner chief chair chairman
chairwoman chairperson director manager head coach professor doctor spokesman spokeswoman spokesperson ambassador attorney lawyer inspector officer detective superintendent
deputy archbishop bishop father pope pastor reverend rabbi imam sheikh king queen prince princess editor founder owner master engineer teacher farmer fisherman resident
analyst economist author actor actress singer leader prime executive ceo cto cfo mp mep librarian nurse writer reporter artist`,
);

/** Small words that stand inside a name. */
export const particles: ReadonlySet<string> = list(
  "de da do dos di del della der den van von bin ibn al el la le ten ter y e af av zu du des",
);

/** Verbs beside which a name is a speaker. */
export const speaking: ReadonlySet<string> = list(
  `said says told tells added adds asked asks wrote writes explained explains noted notes argued argues warned warns claimed claims announced replied answered insisted
recalled declared admitted commented concluded stressed suggested confirmed denied acknowledged agreed posted stated recounted joked testified`,
);

/** Capitalised words that are no names: they begin sentences, or name days and months. */
export const beginners: ReadonlySet<string> = list(
  `the a an this that these those in on at to for from with by of and but or nor so yet as if when while after before since because although though until once however
meanwhile moreover it he she they we i you his her their its our my your there here what who why how where which not no yes one two three some many most all both each every
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december according last next earlier
later today yesterday tomorrow now then also still asked speaking he’s she’s it’s`,
);

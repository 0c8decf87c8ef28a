/** What a pronoun can stand for: a man, a woman, several people, a thing; or nobody outside the quotation. */
export type Gender = "male" | "female";

const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

export const pronouns: ReadonlyMap<string, Gender | "group" | "thing" | "self" | "relative"> = new Map([
  ["he", "male"],
  ["she", "female"],
  ["they", "group"],
  ["it", "thing"],
  ["him", "male"],
  ["them", "group"],
  ["i", "self"],
  ["we", "self"],
  ["you", "self"],
  ["me", "self"],
  ["us", "self"],
  ["il", "male"],
  ["elle", "female"],
  ["ils", "group"],
  ["elles", "group"],
  ["él", "male"],
  ["ella", "female"],
  ["er", "male"],
  ["who", "relative"],
  ["which", "relative"],
  ["that", "relative"],
] as const);

/** Words that do what "according to" does, in French, Spanish and German. */
export const accordingTo: ReadonlySet<string> = list("selon según laut");

/** Forms of address, which stand before a name and tell the gender or nothing. */
export const courtesies: ReadonlyMap<string, Gender | null> = new Map([
  ["mr", "male"],
  ["mrs", "female"],
  ["ms", "female"],
  ["miss", "female"],
  ["mx", null],
  ["sir", "male"],
  ["dame", "female"],
  ["lord", "male"],
  ["lady", "female"],
  ["dr", null],
  ["prof", null],
  ["rev", null],
  ["hon", null],
  ["señor", "male"],
  ["señora", "female"],
  ["monsieur", "male"],
  ["madame", "female"],
  ["mme", "female"],
  ["herr", "male"],
  ["frau", "female"],
] as const);

/** Words that name an office, a trade or a relation: before or after a name they are its role, and alone they may mean the person. */
export const offices: ReadonlySet<string> = list(`
  warden keeper matron winger mate gov amb supt insp cllr del pres president vice-president premier minister secretary undersecretary under-secretary chancellor mayor governor senator sen representative rep congressman congresswoman councillor councilor councilman
  councilwoman alderman commissioner legislator lawmaker deputy delegate candidate nominee judge justice magistrate prosecutor attorney lawyer solicitor barrister counsel advocate litigator
  general gen colonel col captain capt major maj lieutenant lt sergeant sgt corporal commander cmdr admiral brigadier marshal sheriff chief constable inspector superintendent detective officer
  chair chairman chairwoman chairperson director manager head coach trainer player captain striker goalkeeper defender midfielder skipper umpire referee professor prof doctor dr nurse surgeon physician
  spokesman spokeswoman spokesperson ambassador envoy diplomat consul attaché adviser advisor aide strategist consultant operative pollster activist organizer organiser campaigner volunteer member
  archbishop bishop father pope pastor reverend rev priest rabbi imam sheikh cardinal king queen prince princess emperor duke duchess editor publisher columnist journalist reporter correspondent
  broadcaster presenter anchor host blogger commentator critic founder co-founder cofounder owner partner master engineer architect designer developer programmer teacher lecturer headteacher principal
  dean rector provost student pupil researcher scientist historian economist analyst expert author co-author coauthor writer novelist poet playwright actor actress director producer singer
  musician composer guitarist drummer rapper artist photographer painter curator dancer farmer fisherman fisher trader shopkeeper merchant driver pilot sailor worker labourer builder baker cook chef
  waiter resident neighbour neighbor witness bystander survivor victim tourist passenger customer voter supporter fan leader organiser official executive ceo cto cfo coo mp mep msp mla boss
  superintendent speaker whip treasurer clerk registrar auditor ombudsman librarian archivist conductor investor banker broker entrepreneur businessman businesswoman mogul billionaire developer hacker
  mother father brother sister son daughter husband wife widow widower uncle aunt cousin grandmother grandfather grandson granddaughter friend colleague co-worker neighbour girlfriend boyfriend
  man woman boy girl teenager mechanic plumber carpenter biologist chemist physicist psychologist psychiatrist epidemiologist virologist geologist ecologist conservationist meteorologist astronomer
  lifeguard firefighter paramedic soldier veteran guard guide pastor chaplain president-elect campaigner co-chair vice-chair negotiator representative coordinator co-ordinator caretaker mediator
  chairmen director-general secretary-general attorney-general governor-general postmaster harbourmaster harbormaster receptionist biographer policeman policewoman spokesperson ranger skipper`);

/** Words that go before an office and belong to it: "former deputy prime minister". */
export const officeParts: ReadonlySet<string> = list(`
  prime vice deputy former acting interim then ex late retired assistant associate senior junior chief executive managing general foreign finance home interior defence defense health education labor labour
  trade justice energy transport environment agriculture fisheries communications press media political policy campaign press-secretary executive regional national local state federal county city district
  first lead leading principal shadow opposition majority minority democratic republican conservative liberal labour tory us u.s. uk u.k. un eu nato incoming outgoing veteran co- honorary emeritus staff police fire
  harbour harbor port team party union company club committee council board government presidential vice-presidential gubernatorial mayoral head super human rights pac gop`);

/** Words whose presence makes a name that of a body, a place or a thing. */
export const bodyWords: ReadonlySet<string> = list(`
  ministry department council university college school academy institute institution hospital clinic museum gallery library theatre theater church cathedral mosque temple synagogue street road avenue lane
  square bridge park river lake bay sea ocean strait straits island islands mountain mountains valley harbour harbor port airport station line lines railway railways airways airlines ferries party union association
  federation confederation league club society foundation trust fund bank group company corporation corp inc ltd plc llc gmbh holdings industries partners agency authority commission committee board bureau office
  court parliament senate congress assembly house government administration cabinet service services force forces army navy police guard fire times post herald tribune gazette journal news chronicle guardian
  telegraph mail press magazine review lantern radio television tv network channel media center centre campaign project initiative program programme act bill treaty agreement conference summit cup championship
  olympics games festival award awards prize city county district province state states kingdom republic nation nations security secretariat facebook twitter google microsoft apple amazon youtube netflix
  internet team band orchestra choir factory works mill plant mine hotel restaurant café cafe pub bar store stores shop market exchange index report coalition alliance movement front brigade corps command mission
  embassy consulate forum network society council's tower towers building hall castle palace prison jail borough town village capital region north south east west northern southern eastern western central
  international national world global democrats republicans conservatives united rights watch nato gop fbi cia nasa bbc cnn msnbc nbc abc cbs npr afp ap reuters un eu who fox bloomberg xinhua coastguard watchdog
  survey study poll app systems technologies technology software studios records pictures entertainment airlines motors energy oil gas airline capitol kremlin pentagon hill wall`);

/** Heads of descriptions that speak as paper does: "the statement read". */
export const documents: ReadonlySet<string> = list(`
  statement letter report study survey poll email e-mail memo note document documents filing complaint lawsuit indictment ruling judgment verdict order decree law bill resolution treaty charter constitution book novel
  article editorial column op-ed story headline post tweet message text caption sign placard banner poster advert ad advertisement website page site blog newspaper paper magazine transcript recording song poem
  release release's notice leaflet brochure manifesto platform plan proposal interview speech address remarks analysis inscription plaque affidavit summary warning description review dispatch cable`);

/** Bodies and groups of people that speak as one. */
export const collectives: ReadonlySet<string> = list(`
  campaign team camp family supporters allies officials office administration aides representatives spokespeople government party group staff followers fans critics users lawyers attorneys parents relatives backers
  people company newspaper agency police union council committee board ministry department court city state county firm bank club association organization organisation organizers organisers residents neighbours
  neighbors villagers workers leaders experts scientists researchers authors doctors teachers students protesters demonstrators opponents proponents advocates activists authorities prosecutors investigators
  lawmakers senators republicans democrats conservatives liberals voters witnesses sources source insiders analysts economists historians reporters journalists editors observers commentators military army navy
  church university school hospital institute foundation charity commission regulator watchdog network channel station outlet paper publisher website couple crowd members member senate house parliament panel jury
  community coalition alliance movement ambassadors embassy airline utility operator manufacturer retailer supplier giant maker startup start-up`);

/** Lower-case words that stand inside a name. */
export const nameParticles: ReadonlySet<string> = list(
  "de da do dos di del della der den van von bin ibn al el la le ten ter y e af av zu du des ben",
);

export const determiners: ReadonlySet<string> = list(
  "the a an one another some several many two three four five six both all each every any no his her their its our my your this that these those other most few",
);

export const prepositions: ReadonlySet<string> = list(
  `of for at in from with on to by about into over under after before during against between among through without within near as since until towards toward around across behind beyond despite besides outside inside
  via upon off per than like`,
);

/** Words that end a noun phrase. */
export const phraseStops: ReadonlySet<string> = list(`
  who whom whose which that when while whilst where whereas because if though although unless until as than after before since but or so yet nor is are was were be been being am has have had having do does did doing
  will would can could may might must shall should isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't not never 's 'd 've 'll 're 'm to and how what why whether`);

/** Auxiliaries and adverbs, which may stand between a subject and its verb. */
export const auxiliaries: ReadonlySet<string> = list(`
  now today has have had having would will did does do could can may might must should was is were are been be also later then once further again never always still already quickly simply just only even earlier recently
  subsequently publicly repeatedly reportedly not soon often sometimes first finally instead meanwhile elsewhere himself herself themselves itself reported quoted cited heard once since therefore thus too both all
  each a`);

/** Words of time that stand without a preposition between subject and verb, or end a description. */
export const adverbs: ReadonlySet<string> = list(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec today yesterday tonight tomorrow earlier later recently afterwards afterward morning afternoon evening night midday noon week month year weekend last late early next`);

/** Capitalised words that begin sentences and are no names. */
export const notNames: ReadonlySet<string> = list(`
  the a an this that these those in on at to for from with by of and but or nor so yet as if when while after before since because although though until once however meanwhile moreover it he she they we i you
  his her their its our my your him them us me there here what who whom whose why how where which not no yes one two three four five six seven eight nine ten some many most all both each every any another other others several few
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  according last next earlier later today yesterday tonight now then also still asked speaking he’s she’s it’s they’re we’re i’m that’s there’s he's she's it's they're we're i'm that's there's let
  despite during under over about against between among through without within near like unlike more less very even just only perhaps maybe indeed instead too again never always often sometimes usually
  is are was were be been being has have had do does did will would can could may might must shall should such same likewise similarly similar another first second third new old good great big high
  democrat democrats republican republicans democratic conservative conservatives liberal liberals
  selon según laut internet covid covid-19 asked photo image update updated breaking watch read see getty`);

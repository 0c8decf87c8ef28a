import type { Token } from "./quote-tokens.ts";
import { determiners, offices, pronouns } from "./speaker-words.ts";

/**
 * English verbs that report speech or writing, after the classes of Quirk et al. 1985, 16.31 and Levin 1993, 37: regular ones by their base, irregular ones in all forms.
 * A handful of French, Spanish and German ones stand beside them, in the forms of news.
 */
const regular = `
  add answer argue ask announce acknowledge admit affirm agree allege allow assert assure boast caution claim clarify comment complain concede conclude confess confirm contend continue counter cry declare demand
  deny explain exclaim elaborate emphasise emphasize express fume gush hint imply inform insist interject joke lament maintain mention mutter note object observe opine plead pledge point post predict proclaim promise
  propose protest quip reason reassure recall reckon recommend recount reflect reiterate remark remember reply report repeat respond retort reveal rule scoff scold shout sigh signal speculate state stress suggest
  summarise summarize surmise testify thunder tweet retweet underline underscore urge voice volunteer vow warn whisper wonder yell advise apologise apologize appeal blog bemoan conjecture decry enthuse growl grumble
  instruct intone lecture marvel moan muse outline preach pronounce question quote rant rave remind request scream snap specify stipulate venture wail crow bark chime fire holler implore interrupt beg cheer
  welcome thank congratulate lambaste accuse criticise criticize blame praise dismiss denounce condemn slam blast mock ridicule label brand dub defend bemoan deride decry hail rebuke scold commend chastise characterise characterize challenge
  concur chant tout theorise theorize theorize theorise theorize rejoin postulate philosophise message email text chuckle laugh smile shrug nod describe`;
const irregular = `
  say says said saying tell tells told telling write writes wrote written writing read reads reading think thinks thought thinking believe believes believed believing feel feels felt swear swears swore sworn
  put puts putting begin begins began rebut rebutted rebuts admit admitted admitting quip quips quipped quipping plead pled refer refers referred deny denied denies denying reply replied
  replies cry cried cries testify testified testifies call calls called calling
  dit disait déclare déclaré ajoute ajouté explique expliqué affirme affirmé précise précisé estime estimé raconte raconté souligne souligné assure assuré répond répondu écrit lance lancé
  dijo dice afirmó explicó añadió declaró señaló aseguró indicó manifestó comentó agregó subrayó sagte sagt erklärte betonte meinte fügte schrieb kritisierte`;
/** Verbs that only report when they stand right beside a quotation, or need "that" or a colon. */
const loose = new Set(
  `think thinks thought thinking feel feels felt go goes went put puts putting begin begins began hold holds held read reads reading call calls called calling describe describes described describing
  close closes closed order orders ordered rule rules ruled fire fires fired point points pointed question questions questioned express expresses expressed signal signals signaled make hear refer refers referred
  speak speaks spoke spoken laugh laughs laughed smile smiles smiled shrug shrugs shrugged nod nods nodded chuckle chuckles chuckled text texts texted cheer cheers cheered report reports reported allow allows allowed
  agree agrees agreed outline outlines outlined reveal reveals revealed request requests requested voice voices voiced quote quotes quoted remember remembers remembered email emails emailed message tout touts touted
  accuse accuses accused accusing criticise criticises criticised criticising criticize criticizes criticized criticizing blame blames blamed blaming praise praises praised praising dismiss dismisses dismissed dismissing
  denounce denounces denounced denouncing condemn condemns condemned condemning slam slams blast blasts blasted blasting mock mocks mocked mocking label labels labeled labelled labeling brand brands branded branding dub dubs
  dubbed defend defends defended defending deride derides derided hail hails hailed hailing rebuke rebuked commend commended characterise characterised characterize characterized characterizes challenge challenges challenged
  welcome welcomes welcomed welcoming thank thanks thanked thanking congratulated lambasted
  appeal appeals appealed believe believes believed believing sum sums summed confess volunteer volunteers volunteered deny denied denies denying urge urges urged propose proposes proposed`.split(
    /\s+/,
  ),
);

function formsOf(base: string): readonly string[] {
  if (base.endsWith("e")) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const third = /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`;
  const doubled = /^(?:concur|beg|snap|slam|shrug|nod|quip)$/.test(base) ? base + base.slice(-1) : base;
  return [base, third, `${doubled}ed`, `${doubled}ing`];
}

const reporting: ReadonlySet<string> = new Set([...regular.trim().split(/\s+/).flatMap(formsOf), ...irregular.trim().split(/\s+/)]);

/** Verbs whose bare form and form in -s are as common as nouns: "a blog post", "his remarks". */
const nouns = new Set(
  `answer claim comment note point post promise remark report reply replie rule sigh signal state stress tweet voice vow whisper appeal blog order question quote request email text message call cry crie shout scream
  joke hint caution boast lecture rant moan laugh smile nod shrug fire close cheer bark chime demand object pledge charge address blame praise slam blast label brand challenge demand estimate protest counter volunteer
  exclaim venture cheer rebuke hail defend plea venture point mention preach yell`.split(/\s+/),
);

/** Forms that may as well be nouns are so after a determiner, an owner or another noun; a bare form is a verb only after what a verb follows. */
function isNounHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  // French: "a déclaré".
  if (before.lower === "a" && /(?:é|dit|écrit|répondu)$/.test(token.lower)) return false;
  if (
    before.kind === "word" &&
    (before.possessive ||
      (determiners.has(before.lower) && !/^(?:all|both|each|most|that|several|many|this|some|few|one)$/.test(before.lower)))
  )
    return true;
  const base = token.lower;
  if (nouns.has(base))
    return !/^(?:they|we|i|you|to|who|will|would|can|could|may|might|should|must|not|also|and|people|critics|officials|experts)$/.test(
      before.lower,
    );
  if (base.endsWith("s") && (nouns.has(base.slice(0, -1)) || nouns.has(base.slice(0, -2)))) {
    if (before.kind !== "word") return before.text !== "," && before.kind !== "quote" && before.text !== ")";
    return !(
      before.capital ||
      pronouns.has(before.lower) ||
      isOfficeWord(before.lower) ||
      /(?:ly|also|then|now|again)$/.test(before.lower) ||
      bodyEnds.test(before.lower)
    );
  }
  return false;
}

function isOfficeWord(lower: string): boolean {
  return offices.has(lower);
}

const bodyEnds =
  /^(?:letter|statement|memo|report|email|e-mail|study|complaint|document|lawsuit|indictment|ruling|post|tweet|ad|article|editorial|headline|sign|caption|party|council|government|campaign|company|agency|group|city)$/;

/** Whether a token is a verb of saying where it stands. */
export function isReportingVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return false;
  if (
    tokens[at + 1]?.lower === "back" &&
    /^(?:shot|shoots|fired|fires|hit|hits|pushed|pushes|wrote|writes|snapped|snaps)$/.test(token.lower)
  )
    return true;
  if (!reporting.has(token.lower) || isNounHere(tokens, at)) return false;
  if (/^(?:continu|beg[ia]n)/.test(token.lower) && tokens[at + 1]?.lower === "to") return false;
  return !token.capital || (startsSentence(tokens, at) && !isReportingVerb(tokens, at + 1));
}

/** A verb that says little by itself that someone spoke: "felt", "went", "called". */
export function isLooseVerb(token: Token): boolean {
  return loose.has(token.lower);
}

function startsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "quote" || /^[.!?…:—–-]$/.test(before.text);
}

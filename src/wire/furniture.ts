import { countWords } from "./lines.ts";

/** What a line of page furniture does to what stands around it. */
export type Furniture = "plain" | "related" | "comments" | "footer" | "end";

const longest = 420;

const socialWords = new Set(
  `share shares shared this that article story post page on via to by the and or with with: in us a copy link url tweet tweets facebook twitter x whatsapp telegram linkedin pinterest reddit email e-mail mail
  mailto print printer friendly messenger instagram youtube tiktok flipboard tumblr google google+ plus pocket save saved bookmark comment comments like likes follow pin sms threads bluesky mastodon
  snapchat rss feed friend send viber line vk icon logo opens new window click partager imprimer compartir teilen drucken condividi compartilhar more options embed gift`.split(
    /\s+/,
  ),
);

const whole: readonly RegExp[] = [
  /^(?:skip|jump) to (?:main |the )?(?:content|navigation|search|footer)/i,
  /^(?:home|menu|search(?: for)?|search\.*|suchen?(?: nach:?)?(?:\s+suchen)?|rechercher|buscar|cerca|zoeken|sök|szukaj|menü|menu|anmelden|abonnieren|einloggen|kommentare|teilen|s[’']abonner|se connecter|iniciar sesión|suscríbete|accedi|abbonati|sign in|sign up|log ?in|log ?out|register|subscribe(?: now| today)?|my account|account|profile|newsletters?|e-?paper|live tv|watch live|live|close|open|toggle .{1,30}|navigation|next|previous|prev|back|back to top|top|more|see more|show more|load more|view all|see all|loading[^\p{L}\p{N}]*|continue|cancel|submit|ok|yes|no|edit|delete|reply|report|hide|expand|collapse|accept|decline|dismiss|got it|x|×|»|«|›|‹|\|)[^\p{L}\p{N}]*$/iu,
  /^(?:- )?(?:advertisements?(?: \d+)?|ads?|adverts?|publicidad|publicité|anzeige|werbung|pubblicità|publicidade|sponsored(?: content| by.{0,40})?|promoted(?: content)?|paid (?:content|post)|anuncio|annonce|annons|reklama|реклама|iklan|story continues below.*|article continues.*|continue reading(?: below.*|[^\p{L}\p{N}]*)|scroll (?:down )?to continue.*|recommended by.*|promoted by.*|sponsored links?.*|powered by.{0,40})(?: -)?$/iu,
  /^(?:listen|listen to (?:this )?(?:article|story)|listen now|play|play (?:video|audio)|pause|mute|watch|video|audio|gallery|slideshow|photos?|\d+ photos?|\d+ of \d+|\d+\/\d+|image \d+ of \d+|view (?:image|gallery|photos?|slideshow)?( in fullscreen)?|view .{0,20}fullscreen|open this photo in gallery|bild vergrößern|enlarge(?: this)?(?: image)?|hide caption|toggle caption|image caption|caption|click to .{1,30}|tap to .{1,30}|fullscreen)[^\p{L}\p{N}]*(?:\d{1,2}:\d\d)?$/iu,
  /^(?:\d+|one|a few|an?)\s*[-–]?\s*min(?:ute)?s?(?:\s+(?:read|listen|watch|to read).*)?$/i,
  /^(?:reading time|read time|estimated reading|time to read)\b.{0,40}$/i,
  /^(?:text size|font size|a\s*a\s*a|a[+-]|[+-]a|print this.*|resize|dark mode|light mode|contrast)[^\p{L}\p{N}]*/iu,
  /^(?:tags?|topics?|related topics|keywords|filed under|categories|category|labels|in this (?:article|story)|more (?:about|on)|tópicos|etiquetas|schlagworte|mots-clés)\s*:.{0,300}$/i,
  /^(?:tags?|topics?|related topics|filed under|categories)$/i,
  /^(?:\d[\d,.]*\s*k?\s*)?(?:views?|shares?|likes?|comments?|reads?|retweets?|replies|reactions?|clicks)[^\p{L}\p{N}]*(?:\d[\d,.]*k?)?$/iu,
  /^(?:follow|like|join|connect with|find|subscribe to|add)\b.{0,50}\b(?:on|to|our|as|us|via)\b.{0,60}\b(?:whatsapp|telegram|facebook|twitter|instagram|youtube|google news|tiktok|linkedin|x|threads|flipboard|snapchat|pinterest|reddit|channel|social media|preferred source)\b.{0,80}$/i,
  /^(?:follow|like) (?:us|@\w+|[\w .]{2,30} on [\w ]{1,15})[^\p{L}\p{N}]*$/iu,
  /^follow .{2,60} on (?:twitter|facebook|instagram|x)\b.{0,60}$/i,
  /^(?:download|get|install) (?:the|our) .{0,40}\bapp\b.{0,120}$/i,
  /^(?:have|do you have|got) (?:a|any|an) (?:news |story |confidential )?(?:tips?|story|stories|questions?|views?|comment|complaint)\b.{0,200}$/i,
  /^(?:do you know|know) (?:something|more) about this story\b.{0,200}$/i,
  /^(?:subscribe|sign up|register|log in|sign in|become a (?:member|subscriber)|support (?:our|us|the)|donate|start your)\b.{0,160}$/i,
  /^already (?:a|have an?|registered|subscribed)\b.{0,80}$/i,
  /^(?:this (?:article|story|content|page) (?:is|was) (?:for|only|available|reserved|brought|locked|exclusive)|you have .{0,20}(?:free )?articles?|to (?:continue|keep) reading|get unlimited|unlock this)\b.{0,160}$/i,
  /^(?:your support|if you (?:like|enjoy|value|appreciate)(?:ed)? (?:this|our)|help us|support independent)\b.{0,300}$/i,
  /^(?:please )?(?:enable|turn on|allow|disable) (?:javascript|cookies|your ad).{0,200}$/i,
  /^javascript (?:is|must|seems|has).{0,200}$/i,
  /^(?:image|photo|video|picture)$/i,
  /\bsharing options\b/i,
  /^click to .{2,60}\(opens in new window\).{0,30}$/i,
  /\(opens in (?:a )?new (?:window|tab)\)$/i,
  /^(?:view|email|follow|contact) (?:the )?(?:author|writer|reporter)\b.{0,40}$/i,
  /^(?:get )?author rss.{0,20}$|^view author archive$/i,
  /^continue reading the main story$|^supported by$|^(?:short )?url:?$/i,
  /^[^\p{L}\p{N}]*(?:\d{1,2}:\d\d[^\p{L}\p{N}]*){1,3}$/u,
  /^\P{L}*$/u,
  /^(?:@|#)\S+(?:\s+(?:@|#)\S+)*$/,
  /^https?:\/\/\S+$/i,
  /^(?:www\.)\S+$/i,
  /^\S+@\S+\.\w{2,}$/,
  /^(?:our standards|editor's note on sources|acquire licensing rights|purchase licensing|opens new tab|reprints|report an? (?:error|typo|issue|correction)|corrections?|see (?:inaccuracy|something wrong)).{0,140}$/i,
  /^(?:most|all) (?:important|relevant) (?:stories|news) .{0,80}(?:inbox|email).{0,40}$/i,
  /^(?:this (?:site|website|page)|we|our (?:site|website)|by (?:using|continuing|clicking|signing|subscribing|submitting)|protected by)\b.{0,120}\b(?:cookies?|recaptcha|privacy policy|terms of (?:use|service)|terms and conditions|terms & conditions)\b.{0,260}$/i,
  /^(?:manage|accept|reject|cookie|privacy|consent)\b.{0,30}\b(?:cookies?|settings|preferences|policy|notice|options)[^\p{L}\p{N}]*$/iu,
  /^thank(?:s| you) for (?:reading|subscribing|signing|visiting|your)\b.{0,120}$/i,
  /^(?:view|read|see|show|hide) (?:all )?(?:the )?(?:comments?|replies|profile|bio|more (?:articles|posts|stories) (?:by|from).{0,40}|all posts.{0,40})(?:\s*\(?\d*\)?)?[^\p{L}\p{N}]*$/iu,
  /^(?:more|all|other|read more) (?:stories |articles |posts |news )?(?:by|from) (?:this|the) author[^\p{L}\p{N}]*$/iu,
  /^(?:breaking news|latest news|just in|live updates?|developing|exclusive|premium|subscriber(?:s)? only|for subscribers|sponsored|updated)$/i,
];

const inside: readonly RegExp[] = [
  /\b(?:sign up|subscribe|join|get|receive|delivered)\b[^.]{0,90}\b(?:newsletter|inbox|mailing list|email updates|daily briefing)\b/i,
  /\bnewsletter\b[^.]{0,60}\b(?:sign up|subscribe|inbox|email)\b/i,
  /\b(?:we|site|website|page)\b[^.]{0,40}\buses? cookies\b/i,
  /\baccept(?:ing)?\b[^.]{0,30}\bcookies\b/i,
  /\byour e-?mail address will not be published\b/i,
  /\bfollow .{2,40}\bon (?:whatsapp|telegram|facebook|twitter|instagram)\b.{0,40}$/i,
  /\b(?:send|share) (?:us )?(?:your )?(?:news tips?|story ideas?)\b/i,
  /\bclick here to (?:subscribe|join|sign up|follow|get|download|read)\b/i,
];

// What a site says to its reader, in a line that quotes nobody.
const toReader: readonly RegExp[] = [
  /\b(?:this|the|your) (?:advertisement|ad|video|page|content|audio)\b[^.]{0,20}\b(?:has not loaded|(?:has )?failed to load|is loading|could not be (?:loaded|played)|will (?:start|begin|resume))\b/i,
  /\bunlimited (?:digital |online )?access\b|\bsubscrib\w+\b[^.]{0,60}\b(?:our|your|now|here|unlimited|benefits?|subscription)\b|\bunsubscribe\b|\bno spam\b/i,
  /\bour (?:\w+ ){0,2}(?:newsletters?|apps?|website|web site|youtube|forums?|privacy|terms of|commenting|e-?paper|channels?)\b/i,
  /\byour (?:\w+ )?(?:inbox|subscription|letterbox|e-?mail address|consent)\b/i,
  /^(?:get|receive|discover|enjoy|browse|explore|unlock|download|check out|tell us|let us|join|support|follow|listen|watch|submit|plus|share|access|create|want|need)\b[^.]{0,90}\b(?:our|us|here|newsletters?|app|inbox|one account|your thoughts|journalism|e-?paper|podcasts?|crossword|latest (?:\w+,? ){1,3}news)\b[^.]{0,60}[.!?…]?$/i,
  /\b(?:tap|click|browse|press|swipe) (?:here|below|above|the (?:link|button|image|icon))\b/i,
  /\bthis (?:cookie|advertisement|newsletter|website|site|page|document|article)\b[^.]{0,60}\b(?:uses?|is set|is used|contains? affiliate|is subject to copyright|was (?:first|originally) published|may (?:be|contain))\b/i,
  /\bcookies? (?:is|are|was) (?:set|used|installed)\b|\bby google analytics\b/i,
  /^(?:comments? (?:are|is) (?:closed|off|disabled)|we (?:apologi[sz]e|value|care about|may earn|have no|are temporarily)|interested in more|would you like to|do you (?:rely|want|have)|please (?:read|note|log|sign|check|try|consider|wait|visit)|(?:first|originally) published (?:in|by|on|at)\b|article content|citation:|(?:e-?mail|contact|reach|write to)\b[^.]{0,30}@|privacy notice:?|explore further|powered by|exclusive articles|daily puzzles|daily content|manage print|access to)/i,
];
const speech = /["“”„«»]/;

const relatedHead =
  /^(?!(?:story|news|video|report) by )(?:(?:related|recommended|similar|suggested|further|associated|popular|trending|top|latest|recent|featured|other|must[- ]read|must read|more|read|see|also|most|you|don['’]t|up|in|next|the|keep|what|editor['’]?s?)\b[ -]?)?(?:(?:related|recommended|similar|suggested|popular|trending|top|latest|recent|other|more|featured)\s+)*(?:articles?|stories|story|news|posts?|headlines|content|coverage|links|reads?|reading|picks?|topics? for you|videos|trending|popular|recommended|related|viewed|commented|shared|also|too|for you|now|stories you|might also like|may also like|may like|may have missed|missed|in other news|other news|next|miss|next up|elsewhere|on this story|to read)(?:\s+(?:news|stories|articles|posts|today|now|this week|for you|on .{2,30}|from .{2,40}|in .{2,30}|by .{2,30}|like|missed|reading|it|below|about .{2,30}))?\s*[:»›>]?$/i;
const relatedPhrase =
  /^(?:you (?:may|might|could|will) (?:also )?(?:like|enjoy|be interested|have missed).{0,20}|(?:more|read more|also|read also|see also|also read|related) ?(?:on this|from|in|on|stories|about)?(?: [\w&' ]{2,40})?:?|(?:latest|recent|more|top) (?:from|in|on) .{2,40}|people (?:are )?(?:also )?read(?:ing)?.{0,20}|what to read next|what others are reading|from our partners|around the web|from (?:around )?the web|sur le même sujet|à lire aussi|lire aussi|articles liés|(?:você|voce) (?:pode|também).{0,24}|também pode.{0,24}|ti potrebbe.{0,24}|(?:lee|lea|leer) (?:también|además)|noticias relacionadas|te puede interesar|mehr zum thema|das könnte sie auch interessieren|lesen sie auch|auch interessant|leia (?:também|mais)|veja também|leggi anche|potrebbe interessarti|lees ook|habari zinazohusiana|soma (?:pia|zaidi)|mais lidas|más leídas|les plus lus|meistgelesen|baca juga|اقرأ أيضا[ً]?|مواضيع ذات صلة)\s*(?:[:»›>]|\.{3}|…)?$/iu;
const inlineRelated =
  /^[^\p{L}\p{N}]{0,3}(?:read also|also read|see also|read more|read|read next|related|related story|related article|more|watch|also see|don['’]t miss|must read|recommended|lire aussi|à lire aussi|lee también|lea también|lesen sie auch|leia também|leggi anche|soma pia|soma zaidi|baca juga)\s*[:|–—-]+\s*(\S.{14,220})$/iu;

const commentHead =
  /^(?:(?:\d[\d,]*\s+)?(?:comments?|responses?|replies|thoughts? on .{1,150})(?:\s*\(?\d+\)?)?(?: on .{1,150})?|(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response).{0,30}|join (?:the|in the) (?:conversation|discussion).{0,40}|(?:view|show|read|see) (?:the )?(?:\d+ )?comments.{0,20}|what do you think\??|have your say|commentaires?|comentarios|kommentare|commenti|reacties|maoni)\s*:?$/iu;
const commentLine =
  /^(?:\d[\d,]*\s+(?:responses?|comments?|repl(?:y|ies)|thoughts?)\s+(?:to|on|so far)\b.{0,200}|(?:top[- ]rated|featured|recent|reader|newest|oldest) comments?|rating:\s*\d+.{0,12}|.{2,60}\b(?:19|20)\d\d\b.{0,24}\bsaid:|(?:\S+\s+){1,4}says:)$/i;
const footer =
  /^(?:©|\(c\)\s|copyright\b|all rights reserved|terms (?:of|and|&) (?:use|service|conditions)|privacy (?:policy|notice|statement|center)|about us|contact us|advertise(?: with us)?$|cookie policy|site ?map|careers|help cent(?:er|re)|frequently asked|do not sell).{0,240}$/i;
const copyright =
  /(?:©\s*(?:19|20)\d\d|copyright\s+(?:©\s*)?(?:19|20)\d\d|\ball rights reserved\b|may not be (?:published|reproduced|reprinted)|this material may not be)/i;
const endMark = /^\W{0,4}(?:enditem|ends?|end of (?:story|article|text)|-?30-?|#{2,}|###|xxx|more to follow|\/end|fin|ende|■|●|▪)\W{0,4}$/i;
const endLine =
  /^[^\p{L}\p{N}]?(?:\(?(?:reporting|additional reporting|writing|editing|compiled|translated|reported and written)\s+by\b.{2,300}|(?:associated press|ap|reuters|afp|bloomberg)\s+(?:\w+\s+){0,3}(?:writers?|journalists?|reporters?|correspondents?)\b.{2,240}\b(?:contributed|reported).{0,60}|.{3,160}\bcontributed to this (?:report|story|article)\.?|(?:the|this) (?:associated press|ap)(?:['’]s)? .{0,60}(?:receives? (?:financial )?support|is solely responsible).{0,260}|find ap['’]s standards.{0,200})\)?$/iu;

/** Reads the headline after “Read also:” and the like in the middle of the copy; `null` when the line is none. */
export function readInlineRelated(text: string): string | null {
  if (text.length > 260) return null;
  return inlineRelated.exec(text)?.[1]?.trim() ?? null;
}

/** Whether a line credits those who edited or helped, as agencies do below a story. */
export function isSignOff(text: string): boolean {
  return text.length <= 420 && endLine.test(text);
}

function isSocial(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[\s,|/•·()[\]]+/)
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > 24) return false;
  const social = words.filter((word) => socialWords.has(word.replace(/[:.]+$/, "")) || /^[\d.,]+k?$/.test(word));
  const telling = words.filter((word) =>
    /^(?:share|shares|tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|email|e-mail|print|messenger|copy|save|like|comment|comments|follow|pin|flipboard|instagram|youtube|x|partager|compartir|teilen)\W?$/.test(
      word,
    ),
  );
  return social.length === words.length && telling.length > 0 && telling.length >= words.length / 4;
}

/** Whether a line is a breadcrumb: `Home › News › Politics`. */
export function isBreadcrumb(text: string): boolean {
  if (text.length > 240) return false;
  const parts = text.split(/\s*[>›»→]\s*|\s+[/|]\s+/);
  const crumbs = parts.slice(0, -1);
  if (crumbs.length < 1 || crumbs.some((part) => countWords(part) > 4 || part === "")) return false;
  return /^home$|^news$/i.test(crumbs[0] ?? "") || (crumbs.length >= 2 && /[>›»→]/.test(text));
}

function isCookieNotice(text: string): boolean {
  const told = text.slice(0, 1500).match(/\bcookies?\b/gi)?.length ?? 0;
  return text.length <= 1500 && told >= 2 && /\b(?:web ?site|browser|consent|privacy|preferences)\b/i.test(text);
}

/** What kind of page furniture a line is; `null` for copy. */
export function readFurniture(text: string): Furniture | null {
  if (text.length > longest) return isCookieNotice(text) ? "plain" : null;
  if (endMark.test(text) || endLine.test(text)) return "end";
  if (commentHead.test(text) || commentLine.test(text)) return "comments";
  if (
    text.length <= 70 &&
    (/\s/.test(text) || /^(?:related|recommended|trending|popular)/i.test(text)) &&
    (relatedPhrase.test(text) || relatedHead.test(text))
  )
    return "related";
  if (isSocial(text) || isBreadcrumb(text)) return "plain";
  if (footer.test(text) || copyright.test(text)) return "footer";
  if (whole.some((shape) => shape.test(text)) || (!/^["“„«]/.test(text) && inside.some((shape) => shape.test(text)))) return "plain";
  if (text.length <= 240 && !speech.test(text) && toReader.some((shape) => shape.test(text))) return "plain";
  return null;
}

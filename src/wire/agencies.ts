// Agencies whose names stand in bylines, datelines and credits all over the world.
const wires = `
  AP; A.P.; Associated Press; The Associated Press; AFP; Agence France-Presse; Reuters; Thomson Reuters; Xinhua; Bloomberg;
  UPI; dpa; DPA; EFE; ANSA; TASS; PA; PA Media; Press Association; PTI; ANI; IANS; Kyodo; Kyodo News; Yonhap; AAP; CP;
  The Canadian Press; Canadian Press; Anadolu; Anadolu Agency; AA; MENA; WAM; SPA; NAN; KNA; GNA; PANA; APA; ATS; Belga; ANP;
  NTB; TT; Ritzau; STT; Lusa; Antara; Bernama; VNA; CNA; RIA Novosti; Interfax; Sputnik; IRNA; SANA; KCNA; PAP; SID; EPA;
  EPA-EFE; BBC; CNN; NPR; VOA; DW; RFI; Agencies; Agencias; Agences; Agentur; IPS; PRNewswire; Business Wire; GlobeNewswire
`;
// Agencies, collections and sites that stand in credits but write nothing.
const pictures = `
  Getty Images; Getty; Shutterstock; Alamy; iStock; iStockphoto; Unsplash; Pexels; Pixabay; Wikimedia Commons; Wikipedia; Flickr;
  AP Photo; NurPhoto; Anadolu Agency via Getty Images; Imago; Picture Alliance; Europa Press; ZUMA; Magnum; Rex; PCS; File; Handout;
  Supplied; Courtesy; Facebook; Twitter; Instagram; YouTube; Telegram; NASA; USGS; CDC; NOAA; UN Photo
`;
const list = (text: string): ReadonlySet<string> => new Set(text.split(";").map((name) => name.trim().toLowerCase()));
const writing = list(wires);
const known = new Set([...writing, ...list(pictures)]);

const houseWord =
  /(?:^|\s)(?:agenc(?:y|ies)|agence|agencia|agenzia|newswire|press|news|staff|team|desk|bureau|media|network|newsroom|service|wire|reporters?|correspondents?|editors?|writers|times|post|herald|tribune|gazette|chronicle|standard|guardian|telegraph|nation|daily|magazine|journal|board|contributors?|admin|redacci[oó]n|redaktion|r[eé]daction)$/i;

/** Whether a name is an agency known around the world. */
export function isKnownAgency(name: string): boolean {
  if (/^\p{Ll}+\p{Lu}/u.test(name) && name.length <= 4) return false;
  return known.has(name.replace(/^the\s+/i, "").toLowerCase()) || known.has(name.toLowerCase());
}

/** Whether a name is an agency that writes: one that can stand in a byline. */
export function isWire(name: string): boolean {
  return writing.has(name.replace(/^the\s+/i, "").toLowerCase());
}

/** Whether a name reads as an agency, a paper or a desk rather than a person. */
export function isHouse(name: string): boolean {
  return isKnownAgency(name) || houseWord.test(name);
}

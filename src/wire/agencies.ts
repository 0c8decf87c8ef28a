// Agencies whose names stand in bylines, datelines and credits all over the world.
const names = `
  AP; A.P.; Associated Press; The Associated Press; AFP; Agence France-Presse; Reuters; Thomson Reuters; Xinhua; Bloomberg;
  UPI; dpa; DPA; EFE; ANSA; TASS; PA; PA Media; Press Association; PTI; ANI; IANS; Kyodo; Kyodo News; Yonhap; AAP; CP;
  The Canadian Press; Canadian Press; Anadolu; Anadolu Agency; AA; MENA; WAM; SPA; NAN; KNA; GNA; PANA; APA; ATS; Belga; ANP;
  NTB; TT; Ritzau; STT; Lusa; Antara; Bernama; VNA; CNA; RIA Novosti; Interfax; Sputnik; IRNA; SANA; Getty Images; Getty; EPA;
  EPA-EFE; Shutterstock; Alamy; iStock; Unsplash; Pexels; Pixabay; Wikimedia Commons; Wikipedia; Flickr; AP Photo; NurPhoto;
  Anadolu Agency via Getty Images; ZUMA; Magnum; Rex; PCS; File; Handout; Courtesy; Facebook; Twitter; Instagram; YouTube;
  BBC; CNN; NPR; VOA; DW; RFI; Agencies; Agencias; Agences; Agentur; IPS; PRNewswire; Business Wire; GlobeNewswire; NASA;
  USGS; CDC; NOAA; UN Photo
`;
const known = new Set(names.split(";").map((name) => name.trim().toLowerCase()));

const houseWord =
  /(?:^|\s)(?:agenc(?:y|ies)|agence|agencia|agenzia|newswire|press|news|staff|team|desk|bureau|media|network|newsroom|service|wire|reporters?|correspondents?|editors?|writers|times|post|herald|tribune|gazette|chronicle|standard|guardian|telegraph|nation|daily|magazine|journal|board|contributors?|admin|redacci[oó]n|redaktion|r[eé]daction)$/i;

/** Whether a name is an agency known around the world. */
export function isKnownAgency(name: string): boolean {
  return known.has(name.replace(/^the\s+/i, "").toLowerCase()) || known.has(name.toLowerCase());
}

/** Whether a name reads as an agency, a paper or a desk rather than a person. */
export function isHouse(name: string): boolean {
  return isKnownAgency(name) || houseWord.test(name);
}

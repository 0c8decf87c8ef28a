// Month and weekday names of the languages copy most often arrives in, without their accents.
const monthNames: readonly string[] = [
  "january jan janvier janv enero ene januar janeiro gennaio genn januari styczen stycznia ocak tammikuu",
  "february feb fevrier fevr febrero februar fevereiro febbraio febbr februari luty lutego subat",
  "march mar mars marzo marz marco maart machi marzec marca mart",
  "april apr avril avr abril abr aprile aprili kwiecien kwietnia nisan",
  "may mai mayo maio maggio magg mei mag maj maja mayis",
  "june jun juin junio juni junho giugno czerwiec czerwca haziran",
  "july jul juillet juil julio juli julho luglio julai lipiec lipca temmuz",
  "august aug aout agosto ago augustus agosti sierpien sierpnia agustos",
  "september sep sept septembre septiembre setembro set settembre septemba wrzesien wrzesnia eylul",
  "october oct octobre octubre outubro out oktober okt ottobre ott oktoba pazdziernik pazdziernika ekim",
  "november nov novembre noviembre novembro novemba listopad listopada kasim",
  "december dec decembre diciembre dic dezember dez dezembro dicembre desemba grudzien grudnia aralik des desember",
];
const weekdayNames: readonly string[] = [
  "monday mon lundi lunes montag segunda-feira segunda lunedi maandag jumatatu mandag poniedzialek pazartesi",
  "tuesday tue tues mardi martes dienstag terca-feira terca martedi dinsdag jumanne tirsdag tisdag wtorek sali",
  "wednesday wed mercredi miercoles mittwoch quarta-feira quarta mercoledi woensdag jumatano onsdag sroda carsamba",
  "thursday thu thur thurs jeudi jueves donnerstag quinta-feira quinta giovedi donderdag alhamisi torsdag czwartek persembe",
  "friday fri vendredi viernes freitag sexta-feira sexta venerdi vrijdag ijumaa fredag piatek cuma",
  "saturday sat samedi sabado samstag sonnabend sabato zaterdag jumamosi lordag sobota cumartesi",
  "sunday sun dimanche domingo sonntag domenica zondag jumapili sondag niedziela pazar",
];

const table = (rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, at) => row.split(" ").map((name): readonly [string, number] => [name, at + 1])));
const months = table(monthNames);
const weekdays = table(weekdayNames);

const plain = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/ı/g, "i")
    .replace(/\.$/, "")
    .toLowerCase();

/** The month a word names, 1 to 12, or `null`. */
export function monthOf(word: string): number | null {
  return months.get(plain(word)) ?? null;
}

/** The weekday a word names, 1 for Monday to 7 for Sunday, or `null`. */
export function weekdayOf(word: string): number | null {
  return weekdays.get(plain(word)) ?? null;
}

/** The zone that an abbreviation after a time names: an IANA zone or a fixed offset; `null` for one that is not known. */
export function zoneOf(word: string): string | null {
  const name = word.toUpperCase().replaceAll(".", "");
  const offset = /^(?:UTC|GMT)?\s*([+-])\s*(\d{1,2})(?::?(\d\d))?$/.exec(name);
  if (offset) return `UTC${offset[1]}${offset[2]}${offset[3] && offset[3] !== "00" ? `:${offset[3]}` : ""}`;
  return zones.get(name) ?? null;
}

const zones: ReadonlyMap<string, string> = new Map([
  ["UTC", "UTC"],
  ["GMT", "UTC"],
  ["Z", "UTC"],
  ["EAT", "Africa/Nairobi"],
  ["CAT", "Africa/Maputo"],
  ["WAT", "Africa/Lagos"],
  ["SAST", "Africa/Johannesburg"],
  ["ET", "America/New_York"],
  ["EST", "America/New_York"],
  ["EDT", "America/New_York"],
  ["CT", "America/Chicago"],
  ["CDT", "America/Chicago"],
  ["MT", "America/Denver"],
  ["MST", "America/Denver"],
  ["MDT", "America/Denver"],
  ["PT", "America/Los_Angeles"],
  ["PST", "America/Los_Angeles"],
  ["PDT", "America/Los_Angeles"],
  ["BST", "Europe/London"],
  ["CET", "Europe/Paris"],
  ["CEST", "Europe/Paris"],
  ["EET", "Europe/Athens"],
  ["EEST", "Europe/Athens"],
  ["MSK", "Europe/Moscow"],
  ["PKT", "Asia/Karachi"],
  ["JST", "Asia/Tokyo"],
  ["KST", "Asia/Seoul"],
  ["HKT", "Asia/Hong_Kong"],
  ["SGT", "Asia/Singapore"],
  ["WIB", "Asia/Jakarta"],
  ["AEST", "Australia/Sydney"],
  ["AEDT", "Australia/Sydney"],
  ["NZST", "Pacific/Auckland"],
  ["NZDT", "Pacific/Auckland"],
]);

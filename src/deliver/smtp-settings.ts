/** A mail server as SMTP_URL names it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the start (RFC 8314); `required`: STARTTLS or nothing; `off`: in the clear. */
  readonly tls: "implicit" | "required" | "off";
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** SMTP_URL cannot be used. The message says what to do, without repeating the password. */
export class SmtpUrlError extends Error {
  override readonly name = "SmtpUrlError";
}

const example =
  "Write it like smtps://user:password@mail.example.org or smtp://user:password@mail.example.org:587; letters such as @ or / in a password as %40 or %2F.";

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`, with `?tls=required` (the default of smtp) or `?tls=off`.
 * @throws SmtpUrlError when it is none of these
 */
export function readSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "smtp:" && url.protocol !== "smtps:") || url.hostname === "") {
    throw new SmtpUrlError(`SMTP_URL is no address of a mail server. ${example}`);
  }
  const unknown = [...url.searchParams.keys()].find((key) => key !== "tls");
  if (unknown !== undefined || !/^\/?$/.test(url.pathname) || url.hash !== "") {
    throw new SmtpUrlError(`SMTP_URL has more than a server and ?tls= in it. ${example}`);
  }
  const secure = url.protocol === "smtps:";
  const tls = url.searchParams.get("tls") ?? "required";
  if (tls !== "required" && tls !== "off") throw new SmtpUrlError("SMTP_URL says ?tls= with something other than required or off.");
  if (secure && tls === "off")
    throw new SmtpUrlError("SMTP_URL says smtps:// and ?tls=off, which contradict each other. Remove one of the two.");
  const login = url.username === "" && url.password === "" ? null : { user: decode(url.username), password: decode(url.password) };
  if (login !== null && (login.user === "" || login.password === ""))
    throw new SmtpUrlError(`SMTP_URL has a user without a password or the other way round. ${example}`);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    tls: secure ? "implicit" : tls,
    login,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SmtpUrlError(`SMTP_URL has a % in its user or password that is no escape; write it as %25. ${example}`);
  }
}

/** How a hub took the news that a feed changed. */
export type PingOutcome =
  | { readonly kind: "accepted" }
  /** The hub answered and said no. */
  | { readonly kind: "refused"; readonly words: string }
  /** The hub did not answer. */
  | { readonly kind: "unreachable"; readonly words: string };

const patience = 15_000;

/**
 * Tells a WebSub hub that a feed has something new, so that the hub fetches it and passes it on (W3C WebSub, section 6).
 * How publishers do that is not in the specification; all public hubs take the form of PubSubHubbub 0.4, some under the older name of its field.
 * @param topic the feed's own address, as its `self` link says
 */
export async function pingHub(hub: string, topic: string): Promise<PingOutcome> {
  let response: Response;
  try {
    response = await fetch(hub, {
      method: "POST",
      body: new URLSearchParams({ "hub.mode": "publish", "hub.url": topic, "hub.topic": topic }),
      // A POST that is sent elsewhere arrives as a GET and tells nobody anything.
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    return { kind: "unreachable", words: reason(error) };
  }
  if (response.ok) {
    await response.body?.cancel();
    return { kind: "accepted" };
  }
  const location = response.headers.get("location");
  if (location !== null) return { kind: "refused", words: `${response.status}, it has moved to ${location}` };
  const said = firstLine(await response.text().catch(() => ""));
  return { kind: "refused", words: `${response.status}${said === "" ? "" : `, ${said}`}` };
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${patience / 1000} seconds`;
  const { cause } = error;
  return cause instanceof Error ? cause.message || ("code" in cause ? String(cause.code) : error.message) : error.message;
}

/** What a stranger's server says, fit for a terminal. */
function firstLine(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line
    .replaceAll(/<[^>]*>|\p{Cc}/gu, " ")
    .split(/\s+/)
    .join(" ")
    .trim()
    .slice(0, 200);
}

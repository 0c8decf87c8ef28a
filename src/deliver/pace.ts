import type { Reader } from "./read-recipients.ts";

/** Hands out readers no faster than a mail server bears. */
export interface Pace {
  /** The next reader and how many milliseconds to wait for their turn; `null` when none is left. */
  readonly next: (now: number) => { readonly reader: Reader; readonly wait: number } | null;
  /** How many are left. */
  readonly left: () => number;
}

interface Queue {
  readonly readers: Reader[];
  taken: number;
  /** When the domain may be written to again, in milliseconds. */
  ready: number;
  readonly order: number;
}

/**
 * Paces readers by their number a second in all and to one domain. With a limit for domains, one that must wait lets the others pass;
 * else the list's order is kept.
 */
export function paceReaders(
  readers: readonly Reader[],
  limits: { readonly perSecond: number | null; readonly perSecondAndDomain: number | null },
): Pace {
  const gap = limits.perSecond === null ? 0 : 1000 / limits.perSecond;
  const domainGap = limits.perSecondAndDomain === null ? 0 : 1000 / limits.perSecondAndDomain;
  const queues = new Map<string, Queue>();
  for (const reader of readers) {
    const name = domainGap === 0 ? "" : reader.domain;
    const queue = queues.get(name) ?? { readers: [], taken: 0, ready: 0, order: queues.size };
    queue.readers.push(reader);
    queues.set(name, queue);
  }
  const heap = [...queues.values()];
  let left = readers.length;
  let free = 0;
  return {
    left: () => left,
    next: (now) => {
      const queue = heap[0];
      const reader = queue?.readers[queue.taken];
      if (queue === undefined || reader === undefined) return null;
      const at = Math.max(now, free, queue.ready);
      free = at + gap;
      queue.ready = at + domainGap;
      queue.taken += 1;
      left -= 1;
      if (queue.taken === queue.readers.length) {
        const last = heap.pop();
        if (last !== undefined && last !== queue) heap[0] = last;
      }
      sinkFirst(heap);
      return { reader, wait: at - now };
    },
  };
}

/** Puts the first queue where it belongs, so that the one that may go soonest comes first. */
function sinkFirst(heap: Queue[]): void {
  for (let at = 0; ; ) {
    let first = at;
    for (const child of [2 * at + 1, 2 * at + 2]) if (comesBefore(heap[child], heap[first])) first = child;
    if (first === at) return;
    const [one, other] = [heap[at], heap[first]];
    if (one === undefined || other === undefined) return;
    heap[at] = other;
    heap[first] = one;
    at = first;
  }
}

function comesBefore(one: Queue | undefined, other: Queue | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.ready < other.ready || (one.ready === other.ready && one.order < other.order);
}

import { afterEach, describe, expect, it, vi } from "vitest";
import { isoMoment, readMoment } from "../../src/model/time.ts";

describe("readMoment", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("reads an hour that comes twice, and one that is left out, the same in summer and in winter", () => {
    for (const today of ["2026-01-10", "2026-07-10"]) {
      vi.useFakeTimers({ now: new Date(today) });
      expect(readMoment("2026-10-25T02:30", "Europe/Malta")?.toUTC().toISO(), today).toBe("2026-10-25T00:30:00.000Z");
      expect(readMoment("2026-10-25T02:30+01:00", "Europe/Malta")?.toUTC().toISO(), today).toBe("2026-10-25T01:30:00.000Z");
      expect(readMoment("2026-03-29T02:30", "Europe/Malta")?.toUTC().toISO(), today).toBe("2026-03-29T01:30:00.000Z");
    }
  });
});

describe("isoMoment", () => {
  it("writes a moment that readMoment reads back, to the second", () => {
    const moment = readMoment("2026-11-24T06:31:07", "Europe/Malta");
    const written = moment && isoMoment(moment.plus({ milliseconds: 92 }));
    expect(written).toBe("2026-11-24T06:31:07+01:00");
    expect(readMoment(written ?? "", "Europe/Malta")?.toMillis()).toBe(moment?.toMillis());
  });
});

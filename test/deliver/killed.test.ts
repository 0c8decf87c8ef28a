import { describe, expect, it } from "vitest";
import { killSender } from "./kill-sender.ts";

describe("a sender that is killed", () => {
  // Three times here; .ci/mail does it two hundred times.
  it("leaves nobody with two messages, and nobody without one in silence", async () => {
    const { kills, faults } = await killSender(3, Math.random);
    expect(kills).toBe(3);
    expect(faults).toEqual([]);
  });
});

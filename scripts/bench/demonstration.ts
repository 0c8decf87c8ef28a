import { spawnSync } from "node:child_process";

interface Figure {
  readonly name: string;
  readonly runs: number;
  /** Seconds of user and system time, children included; the median. */
  readonly cpu: number;
  /** Seconds on the clock; the median. */
  readonly wall: number;
}

const measured: readonly (readonly [string, readonly string[], number])[] = [
  ["build of the demonstration, pictures in the cache", ["npm", "run", "--silent", "build"], 5],
  ["npm test", ["npm", "test", "--silent"], 1],
];

function measure([name, [command, ...rest], runs]: (typeof measured)[number]): Figure {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    // The shell's own `times` tells what the children used; Node only counts itself.
    const { stdout, status } = spawnSync("sh", ["-c", `"$@" >&2; code=$?; times; exit $code`, "sh", command ?? "", ...rest], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    if (status !== 0) throw new Error(`${name} failed, so there is nothing to measure.`);
    return { cpu: childSeconds(stdout), wall: (performance.now() - started) / 1000 };
  });
  return { name, runs, cpu: median(times.map(({ cpu }) => cpu)), wall: median(times.map(({ wall }) => wall)) };
}

/** The second line of `times`: user and system time of the children, as `0m1.234s 0m0.456s`. */
function childSeconds(times: string): number {
  const line = times.trim().split("\n").at(-1) ?? "";
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

spawnSync("npm", ["run", "--silent", "build"], { stdio: "ignore" });
const figures = measured.map(measure);

for (const { name, runs, cpu, wall } of figures) {
  process.stdout.write(`${name.padEnd(52)} ${cpu.toFixed(2)} s CPU  ${wall.toFixed(2)} s wall  (median of ${runs})\n`);
}

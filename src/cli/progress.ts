/** A line on the terminal that is written over and over: how many, how fast, how long still. */
export interface ProgressLine {
  readonly show: (done: number, all: number) => void;
  readonly clear: () => void;
}

const pause = 200;

/** @param stream a terminal */
export function progressLine(stream: { readonly write: (text: string) => unknown }): ProgressLine {
  const started = performance.now();
  let last = 0;
  return {
    show: (done, all) => {
      const now = performance.now();
      if (now - last < pause && done < all) return;
      last = now;
      const rate = done / Math.max((now - started) / 1000, 0.001);
      stream.write(
        `\r\u001b[K${done.toLocaleString("en")} of ${all.toLocaleString("en")}, ${rate.toFixed(rate < 10 ? 1 : 0)} a second, ${inWords((all - done) / Math.max(rate, 0.001))} left`,
      );
    },
    clear: () => {
      if (last > 0) stream.write("\r\u001b[K");
    },
  };
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}

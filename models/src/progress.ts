/** A download's progress: one line that moves on a terminal, a few lines in a log. */

/** Without a terminal, a line is printed each time another such part is done. */
const LOG_STEPS = 4;
const MIB = 1024 * 1024;

export interface ProgressOutput {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** Returns a function that takes the bytes so far. */
export function progressOf(name: string, total: number, out: ProgressOutput): (bytes: number) => void {
  let printed = -1;
  return (bytes) => {
    const steps = out.isTTY === true ? 100 : LOG_STEPS;
    const step = Math.floor((bytes / total) * steps);
    if (step === printed) return;
    printed = step;
    const text = `${name}: ${(bytes / MIB).toFixed(1)} of ${(total / MIB).toFixed(1)} MiB`;
    if (out.isTTY === true) out.write(`\r${text}${bytes >= total ? '\n' : ''}`);
    else out.write(`${text}\n`);
  };
}

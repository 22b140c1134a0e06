// Preload (node --import): the time of day is as far off as the file $MOVED_CLOCK says, in milliseconds, in every
// thread and from one moment to the next; as on a real machine, performance.now() and timers go on as they were.
import { readFileSync } from 'node:fs';

const RealDate = globalThis.Date;
const offset = () => Number(readFileSync(process.env.MOVED_CLOCK, 'utf8'));
const now = () => RealDate.now() + offset();

globalThis.Date = class MovedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }

  static now() {
    return now();
  }
};

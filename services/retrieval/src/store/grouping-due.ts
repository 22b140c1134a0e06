/** Whether the library's themes and domains still do, or enough has changed to make them again. */

/** From this share of all books on. A grouping takes minutes; below it, themes hardly differ. */
const CHANGED_SHARE = 0.1;

export interface GroupingState {
  /** Of the last grouping; 0 if there is none. */
  generation: number;
  /** Books that came or were replaced since. */
  changed: number;
  /** All books. */
  books: number;
}

export function isGroupingCurrent({ generation, changed, books }: GroupingState): boolean {
  return generation > 0 && changed < CHANGED_SHARE * books;
}

/**
 * How a reader wants text to be set: one choice a group, kept as words in one attribute of the root element
 * (`data-type="s-3 w-1"`), which styles/reader.css reads and public/theme.js restores before the first paint. Pure.
 */

/** The first choice of a group that is not named is the empty one: as designed. */
export const TYPE_GROUPS = {
  size: ['s-1', '', 's-3', 's-4', 's-5'],
  leading: ['l-1', '', 'l-3'],
  measure: ['w-1', '', 'w-3'],
  face: ['', 'f-sans', 'f-clear'],
  edge: ['', 'e-even'],
} as const;

export type TypeGroup = keyof typeof TYPE_GROUPS;

/** The name in the browser's storage and of the attribute (`data-type`). */
export const TYPE_KEY = 'type';

/** The choice of a group within the settings. */
export function choiceOf(settings: string, group: TypeGroup): string {
  const words = settings.split(' ');
  return TYPE_GROUPS[group].find((choice) => choice !== '' && words.includes(choice)) ?? '';
}

/** The settings with one group's choice changed; words that are no longer known fall away. */
export function withChoice(settings: string, group: TypeGroup, choice: string): string {
  return (Object.keys(TYPE_GROUPS) as TypeGroup[])
    .map((name) => (name === group ? choice : choiceOf(settings, name)))
    .filter((word) => word !== '')
    .join(' ');
}

/** Plain text as blocks hold it. */

/** Soft hyphen, zero-width space, joiners of lines (not of letters: those are spelling in some scripts), BOM. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** NFC, no invisible characters, white space of every kind collapsed to single spaces, trimmed. */
export function plainText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** White-space-separated words. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

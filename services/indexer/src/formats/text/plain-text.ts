/** Plain text as blocks hold it. */

/** Soft hyphen, zero-width space, joiners of lines (not of letters: those are spelling in some scripts), BOM. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * What no text has a use for and a page could suffer from: controls but white space, noncharacters, and the marks
 * that turn the direction of everything after them (UTR 36, 2.5; those that stand for one letter stay).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNFIT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g;

/** Letters that printers join: "ﬁ", "ﬄ", "ﬆ". Readers do not type them. */
const LIGATURES = /[\ufb00-\ufb06\ufb13-\ufb17]/g;

/** NFC, no unfit and no invisible characters, no ligatures, white space of every kind collapsed to single spaces. */
export function visibleText(text: string): string {
  return text
    .normalize('NFC')
    .replace(UNFIT, '')
    .replace(INVISIBLE, '')
    .replace(LIGATURES, (letters) => letters.normalize('NFKC'))
    .replace(/\s+/g, ' ');
}

/** `visibleText`, trimmed. */
export function plainText(text: string): string {
  return visibleText(text).trim();
}

/** White-space-separated words. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

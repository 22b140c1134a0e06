/** What copying says; see strings.ts. */

export const copying = {
  copyQuote: 'Copy quote',
  copyLink: 'Copy link',
  copiedQuote: 'Quote copied, with its source and link.',
  citation: 'Copy citation',
  citationAs: { text: 'Text', markdown: 'Markdown', bibtex: 'BibTeX', csl: 'CSL-JSON' },
  copiedCitation: 'Citation copied.',
  copiedLink: 'Link copied.',
  notCopied: 'The browser did not allow copying: select the text and copy it yourself.',
} as const;

/** What the panel beside the search box says; see strings.ts. */
export const help = {
  button: 'How to search',
  title: 'How to search',
  intro: 'Type an idea, a question or a quotation in your own words. To be more precise, use:',
  forms: {
    quoted: 'Passages with exactly these words come first.',
    author: 'Only books by this author. The start of a name is enough.',
    title: 'Only books with this word in the title.',
    in: 'Only this book, by title or number.',
    lang: 'Only books in this language.',
    without: 'Excludes passages with this word.',
  },
  together: 'Combine them in any order, with no space around the colon or after the minus.',
} as const;

/** What the panel beside the search box says; see strings.ts. */
export const help = {
  button: 'How to search',
  title: 'How to search',
  intro: 'Type an idea, a question or a line in your own words. Marks say more exactly what you mean:',
  forms: {
    quoted: 'Passages that hold these words in a row come first.',
    author: 'Only books by this author. The beginning of a name is enough.',
    title: 'Only books with this word in the title.',
    in: 'Only in this book. Its title or its number.',
    lang: 'Only books in this language.',
    without: 'Leaves out passages that hold the word after the minus.',
  },
  together: 'They go together, in any order, without a space around the colon or after the minus.',
} as const;

/** What the list of keyboard shortcuts says; see strings.ts. */

export const keys = {
  title: 'Keyboard shortcuts',
  note: 'Single letters work outside text fields. You can turn them off in the menu.',
  groups: [
    {
      title: 'Everywhere',
      keys: [
        ['/', 'Search box'],
        ['Ctrl K', 'Command palette'],
        ['?', 'This list'],
        ['g s', 'Search'],
        ['g b', 'Books'],
        ['g t', 'Themes'],
        ['g d', 'Domains'],
        ['g u', 'Universe'],
        ['g r', 'Trails'],
        ['g l', 'Add books'],
      ],
    },
    {
      title: 'Results',
      keys: [
        ['↓ ↑', 'Next, previous result (also j k)'],
        ['Enter', 'Open the book'],
        ['o', 'Open the passage'],
        ['w', 'Why this result'],
        ['t', 'Start a trail at the passage'],
        ['1 – 6', 'Kind of answer'],
      ],
    },
    {
      title: 'Reading',
      keys: [
        ['[ ]', 'Previous, next hit'],
        ['← →', 'Previous, next section'],
        ['c', 'Copy the passage'],
        ['t', 'Start a trail at the passage'],
        ['a', 'Text settings'],
        ['Esc', 'Back to the results'],
      ],
    },
    {
      title: 'Universe and trails',
      keys: [
        ['v', '3-D, map, list'],
        ['+ −', 'Zoom in, out'],
        ['Home', 'Show everything'],
        ['Space', 'Add to the selection'],
        ['n', 'Another trail'],
      ],
    },
  ],
} as const;

/** What is said when something is wrong; see strings.ts. */

export const errors = {
  retry: 'Try again',
  unavailable: 'The library is not responding',
  unavailableText: 'The retrieval service is starting, stopped or unreachable. Your books are safe.',
  deadline: 'The request took too long',
  deadlineText: 'The library is busy. Try again.',
  other: 'Something went wrong',
  offline: 'This browser cannot reach the server.',
  notFound: 'Page not found',
  notFoundText: 'The address is wrong, or the book is no longer in the library.',
  home: 'Search the library',
  request: (id: string) => `Request ${id}`,
  status: 'Show status',
} as const;

/** What is said when something is wrong; see strings.ts. */

export const errors = {
  retry: 'Try again',
  unavailable: 'The library does not answer',
  unavailableText:
    'The retrieval service is starting, stopped or unreachable. Your books are safe; nothing was lost.',
  deadline: 'That took too long',
  deadlineText: 'The library was busy and gave up on this request. It usually works on the second try.',
  other: 'That did not work',
  offline: 'The server cannot be reached from this browser.',
  notFound: 'This page is not on the shelf',
  notFoundText: 'The address is wrong, or the book has left the library since the link was made.',
  home: 'Search the library',
  request: (id: string) => `Request ${id}`,
  status: 'See what is running',
} as const;

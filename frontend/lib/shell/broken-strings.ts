/** Of the page that stands in where one broke: part of every page's first load, twice, so it is short and on its own. */
export const broken = {
  title: 'That did not work',
  text: 'Something went wrong while this page was made. The server’s log has the details.',
  request: 'Request',
  retry: 'Try again',
  home: 'Search the library',
  status: 'See what is running',
} as const;

/** Strings of the error page. They are part of every page's first load, twice, so this file is short. */
export const broken = {
  title: 'Something went wrong',
  text: 'This page could not be shown. The server’s log has the details.',
  request: 'Request',
  retry: 'Try again',
  home: 'Search the library',
  status: 'Show status',
} as const;

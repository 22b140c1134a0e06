/** What the login page and the form for the token say; see strings.ts. */
export const access = {
  title: 'This library needs a password',
  intro: 'Enter the password to search and read its books.',
  password: 'Password',
  enter: 'Log in',
  wrong: 'Wrong password. Try again.',
  tooOften: 'Too many attempts. Wait a moment, then try again.',
  token: 'Access token',
  tokenText:
    'This browser can read only. To add or remove books, enter the access token once. It was printed at the first start, or is set as LIBTRAILS_TOKEN.',
  allow: 'Allow this browser',
  readOnly: 'This is the password for reading. To add books, enter the access token.',
  granted: 'This browser can add and remove books.',
  signOut: 'Log out',
} as const;

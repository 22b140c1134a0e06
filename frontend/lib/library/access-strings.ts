/** Of the door and of the right to write; see strings.ts. */
export const access = {
  title: 'This library has a door',
  intro: 'Its books are for those who have the password.',
  password: 'Password',
  enter: 'Go in',
  wrong: 'That is not the password.',
  tooOften: 'Too many attempts. Wait a moment, then try again.',
  token: 'Token of this library',
  tokenText:
    'This browser may read. To add and remove books, enter the token once: the first start showed it, or it is LIBTRAILS_TOKEN.',
  allow: 'Allow this browser',
  readOnly: 'That is the password for reading. Adding books needs the token.',
  granted: 'This browser may add and remove books.',
  signOut: 'Sign out',
} as const;

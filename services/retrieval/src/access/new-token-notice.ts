/** The notice with a new token. It is shown once: the token itself is not stored. */
export function newTokenNotice(token: string): string {
  return `
  Token of this library, shown this once:

      ${token}

  It lets other machines, and browsers that do not run on this one, add and remove books.
  Lost? A new one is made by: npm run token -- --data FOLDER
  (in Docker: docker compose exec retrieval node services/retrieval/src/renew-token.ts)
`;
}

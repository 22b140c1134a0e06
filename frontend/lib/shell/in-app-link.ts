/** Which clicks on links open a page within the running app, without a page load. Pure. */

interface Click {
  button: number;
  defaultPrevented: boolean;
  metaKey: boolean;
  ctrlKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

interface ClickedLink {
  /** As the browser resolves it. */
  href: string;
  target: string;
  hasDownload: boolean;
}

/** An address within this site that a link or a form gave: a path; anything else, such as another site, is the home page. */
export function localAddress(given: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : '/';
}

/** Not pages: what the service answers, and files. */
const NO_PAGE = /^\/api\/|\.\w+$/;

/**
 * The address to open without a page load; undefined where the browser's own way is meant: another tab, a download,
 * another origin, a place on the page that is shown, or a click that a component has dealt with.
 * @param here address of the page that is shown
 */
export function inAppAddress(click: Click, link: ClickedLink, here: string): string | undefined {
  const modified = click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
  if (click.button !== 0 || click.defaultPrevented || modified) return undefined;
  if (link.hasDownload || (link.target !== '' && link.target !== '_self')) return undefined;
  const [to, from] = [new URL(link.href), new URL(here)];
  if (to.origin !== from.origin || NO_PAGE.test(to.pathname)) return undefined;
  const address = to.pathname + to.search;
  return to.hash !== '' && address === from.pathname + from.search ? undefined : address + to.hash;
}

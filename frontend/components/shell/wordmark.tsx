import * as strings from '../../lib/strings.ts';

/** The name with its mark: a trail of three places. Leads home. */
export function Wordmark() {
  return (
    <a
      href="/"
      className="flex min-h-11 items-center gap-2 justify-self-start font-serif text-h3 font-semibold"
      aria-label={strings.shell.home}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 26 22"
        className="h-5 w-6 text-accent"
        fill="none"
        stroke="currentColor"
      >
        <path d="M4 18c6 0 3-7 9-7s3-7 9-7" strokeWidth="2" strokeLinecap="round" />
        <circle cx="4" cy="18" r="3" fill="currentColor" stroke="none" />
        <circle cx="13" cy="11" r="3" strokeWidth="2" className="fill-paper" />
        <circle cx="22" cy="4" r="3" fill="currentColor" stroke="none" />
      </svg>
      <span className="wordmark-name">{strings.name}</span>
    </a>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Wordmark } from '../../components/shell/wordmark.tsx';
import { access } from '../../lib/library/access-strings.ts';
import { MAIN_ID } from '../../lib/shell/ids.ts';
import { localAddress } from '../../lib/shell/in-app-link.ts';
import { rightsOnServer } from '../../lib/upstream/imports-on-server.ts';

export const metadata: Metadata = { title: access.title };
export const dynamic = 'force-dynamic';

interface Props {
  searchParams: Promise<{ next?: string | string[]; refused?: string | string[] }>;
}

/** The login of a library with a password. A plain form: it works without script. */
export default async function LoginPage({ searchParams }: Props) {
  const { next, refused } = await searchParams;
  const target = localAddress(typeof next === 'string' ? next : '');
  // No password is set, or this browser has given it: there is nothing to ask for.
  if ((await rightsOnServer())?.read) redirect(target);
  const problem =
    refused === undefined ? undefined : refused === 'rate_limited' ? access.tooOften : access.wrong;
  return (
    <main
      id={MAIN_ID}
      className="mx-auto flex min-h-[80vh] w-full max-w-[26rem] flex-col justify-center gap-8 px-4 py-8"
    >
      <Wordmark />
      <form method="post" action="/api/v1/session" className="flex flex-col gap-4">
        <h1 className="font-serif text-h1 font-semibold">{access.title}</h1>
        <p className="text-ink-2">{access.intro}</p>
        <input type="hidden" name="next" value={target} />
        <label className="block">
          <span className="mb-1 block font-medium">{access.password}</span>
          <input
            name="secret"
            type="password"
            required
            className="field w-full"
            autoComplete="current-password"
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : 'problem'}
          />
        </label>
        {problem === undefined ? null : (
          <p id="problem" role="alert" className="text-bad">
            {problem}
          </p>
        )}
        <button type="submit" className="button button-primary self-start">
          {access.enter}
        </button>
      </form>
    </main>
  );
}

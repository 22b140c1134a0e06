'use client';

import { type FormEvent, useEffect, useId, useState } from 'react';
import { errorWords } from '../../lib/errors/error-words.ts';
import { access } from '../../lib/library/access-strings.ts';
import { type Rights, readRights, signIn, signOut } from '../../lib/upstream/session-api.ts';

interface WriteAccessProps {
  /** What the server knew when it made the page. */
  initial: Rights | undefined;
  onGranted: () => void;
}

/** Where this browser may not change the library: the token, asked for once. Nothing where it may by itself. */
export function WriteAccess({ initial, onGranted }: WriteAccessProps) {
  const field = useId();
  const [rights, setRights] = useState(initial);
  // Submitted without script, the token would be in the address.
  const [alive, setAlive] = useState(false);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    setAlive(true);
    readRights().then((now) => setRights((before) => now ?? before));
  }, []);

  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const secret = String(new FormData(event.currentTarget).get('secret') ?? '');
    const outcome = await signIn(secret);
    const now = await readRights();
    setRights(now);
    if (now?.write) {
      setProblem('');
      onGranted();
    } else {
      setProblem(outcome.ok ? access.readOnly : errorWords(outcome.problem).text);
    }
  };
  const leave = async () => {
    await signOut();
    window.location.reload();
  };

  if (rights?.write && rights.signedIn) {
    return (
      <p className="text-ink-2">
        {access.granted}{' '}
        <button type="button" className="link min-h-8" onClick={leave}>
          {access.signOut}
        </button>
      </p>
    );
  }
  if (rights === undefined || rights.write) return null;
  return (
    <form onSubmit={enter} className="max-w-reading rounded-card border border-line bg-page p-5">
      <label htmlFor={field} className="block font-medium">
        {access.token}
      </label>
      <p className="mt-1 mb-3 text-ink-2">{access.tokenText}</p>
      <div className="flex flex-wrap gap-3">
        <input
          id={field}
          name="secret"
          type="password"
          required
          disabled={!alive}
          className="field min-w-0 flex-1"
          autoComplete="current-password"
          aria-describedby={problem === '' ? undefined : `${field}-problem`}
        />
        <button type="submit" disabled={!alive} className="button button-primary">
          {access.allow}
        </button>
      </div>
      {problem === '' ? null : (
        <p id={`${field}-problem`} role="alert" className="mt-3 text-bad">
          {problem}
        </p>
      )}
    </form>
  );
}

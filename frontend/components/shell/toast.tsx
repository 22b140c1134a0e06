'use client';

import { useEffect, useState } from 'react';
import { onToast, type ToastMessage } from '../../lib/shell/toast.ts';

/** Milliseconds that a message stays; one with an action stays until another comes or it is used. */
const SHOWN_MS = 4_000;

/** The place where messages of `lib/shell/toast.ts` appear: once in the shell. */
export function Toast() {
  const [message, setMessage] = useState<ToastMessage>();
  useEffect(() => onToast(setMessage), []);
  useEffect(() => {
    if (!message || message.action) return;
    const timer = setTimeout(() => setMessage(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const action = message?.action;
  return (
    <div role="status" className="toast">
      {message ? (
        <p className="toast-text">
          {message.text}
          {action ? (
            <button
              type="button"
              className="ms-4 min-h-8 font-semibold underline underline-offset-4"
              onClick={() => {
                action.run();
                setMessage(undefined);
              }}
            >
              {action.label}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

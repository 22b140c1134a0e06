'use client';

import { useCallback, useEffect, useState } from 'react';
import { errorWords } from './error-words.ts';
import { uploadBook } from './upstream/jobs-api.ts';

/** Uploads under way at once: one would leave the line idle between files, more would only share it. */
const AT_ONCE = 2;

export interface Upload {
  id: number;
  file: File;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Why it failed, in words. */
  problem: string;
}

export interface Uploads {
  uploads: readonly Upload[];
  add(files: readonly File[]): void;
  retry(upload: Upload): void;
  /** The server wants a token before it takes a book. */
  refused: boolean;
}

/** Sends files two at a time; one that failed starts again alone. */
export function useUploads(token: string): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [refused, setRefused] = useState(false);
  const change = useCallback((id: number, part: Partial<Upload>) => {
    setUploads((now) => now.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }, []);

  useEffect(() => {
    const sending = uploads.filter((upload) => upload.state === 'sending').length;
    const next = uploads.filter((upload) => upload.state === 'waiting').slice(0, AT_ONCE - sending);
    for (const { id, file } of next) {
      change(id, { state: 'sending' });
      uploadBook(file, token).then((outcome) => {
        if (outcome.ok) {
          setRefused(false);
          change(id, { state: 'sent' });
        } else {
          setRefused(outcome.problem.code === 'permission_denied');
          const { title, text } = errorWords(outcome.problem);
          change(id, { state: 'failed', problem: text || title });
        }
      });
    }
  }, [uploads, token, change]);

  return {
    uploads,
    refused,
    add: (files) =>
      setUploads((now) => [
        ...now,
        ...files.map((file, i) => ({ id: now.length + i, file, state: 'waiting' as const, problem: '' })),
      ]),
    retry: ({ id }) => change(id, { state: 'waiting', problem: '' }),
  };
}

'use client';

import { useCallback, useEffect, useState } from 'react';
import { errorWords } from '../errors/error-words.ts';
import { uploadBook } from '../upstream/jobs-api.ts';

/** Uploads under way at once: one would leave the line idle between files, more would only share it. */
const AT_ONCE = 2;

/** Codes of the error table that speak of the file and not of the moment. */
const FINAL: ReadonlySet<string> = new Set(['unsupported_media_type', 'too_large', 'invalid_argument']);

export interface Upload {
  id: number;
  file: File;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Why it failed, in words. */
  problem: string;
  /** The server wants to know first who sends it. */
  refused: boolean;
  /** The file itself is the reason: sending it again cannot help. */
  final: boolean;
}

export interface Uploads {
  uploads: readonly Upload[];
  add(files: readonly File[]): void;
  retry(upload: Upload): void;
  /** Takes a failed one off the list. */
  dismiss(upload: Upload): void;
  /** Sends again what was refused for want of a right that is there now. */
  retryRefused(): void;
}

/** Sends files two at a time; one that failed starts again alone. */
export function useUploads(): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = useCallback((id: number, part: Partial<Upload>) => {
    setUploads((now) => now.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }, []);

  useEffect(() => {
    const sending = uploads.filter((upload) => upload.state === 'sending').length;
    const next = uploads.filter((upload) => upload.state === 'waiting').slice(0, AT_ONCE - sending);
    for (const { id, file } of next) {
      change(id, { state: 'sending' });
      uploadBook(file).then((outcome) => {
        if (outcome.ok) {
          change(id, { state: 'sent' });
        } else {
          const { title, text } = errorWords(outcome.problem);
          const refused = outcome.problem.code === 'permission_denied';
          const final = FINAL.has(outcome.problem.code);
          change(id, { state: 'failed', problem: text || title, refused, final });
        }
      });
    }
  }, [uploads, change]);

  return {
    uploads,
    add: (files) =>
      setUploads((now) => [
        ...now,
        ...files.map((file, i) => ({
          id: (now.at(-1)?.id ?? -1) + 1 + i,
          file,
          state: 'waiting' as const,
          problem: '',
          refused: false,
          final: false,
        })),
      ]),
    retry: ({ id }) => change(id, { state: 'waiting', problem: '', refused: false }),
    dismiss: ({ id }) => setUploads((now) => now.filter((upload) => upload.id !== id)),
    retryRefused: () =>
      setUploads((now) =>
        now.map((upload) =>
          upload.refused ? { ...upload, state: 'waiting', problem: '', refused: false } : upload,
        ),
      ),
  };
}

'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Icon } from '../ui/icon.tsx';

interface TrailDownloadProps {
  href: string;
  /** Name of the file. */
  file: string;
  children: ReactNode;
}

/** The trail as a file. Its passages link to these pages, whose address only the browser knows for sure. */
export function TrailDownload({ href, file, children }: TrailDownloadProps) {
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(window.location.origin), []);
  return (
    <a
      href={origin === '' ? href : `${href}&origin=${encodeURIComponent(origin)}`}
      download={file}
      className="button"
    >
      <Icon name="download" className="size-4" />
      <span>{children}</span>
    </a>
  );
}

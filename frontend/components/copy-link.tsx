'use client';

import { copyText } from '../lib/copy-text.ts';
import { margin } from '../lib/reading-strings.ts';
import { toast } from '../lib/toast.ts';
import { Icon } from './icon.tsx';

/** Copies the address of this page. */
export function CopyLink() {
  const copy = async () => {
    const copied = await copyText(window.location.href);
    toast({ text: copied ? margin.copiedLink : margin.notCopied });
  };
  return (
    <button type="button" onClick={copy} className="button no-print">
      <Icon name="link" className="size-4" />
      {margin.copyLink}
    </button>
  );
}

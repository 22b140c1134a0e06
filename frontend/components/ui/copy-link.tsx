'use client';

import { copying } from '../../lib/shell/copy-strings.ts';
import { copyText } from '../../lib/shell/copy-text.ts';
import { toast } from '../../lib/shell/toast.ts';
import { Icon } from './icon.tsx';

/** Copies the address of this page. */
export function CopyLink() {
  const copy = async () => {
    const copied = await copyText(window.location.href);
    toast({ text: copied ? copying.copiedLink : copying.notCopied });
  };
  return (
    <button type="button" onClick={copy} className="button no-print">
      <Icon name="link" className="size-4" />
      {copying.copyLink}
    </button>
  );
}

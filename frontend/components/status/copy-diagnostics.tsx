'use client';

import { copyText } from '../../lib/shell/copy-text.ts';
import { toast } from '../../lib/shell/toast.ts';
import * as strings from '../../lib/status/status-strings.ts';

/** The text is visible, so it can also be copied by hand. */
export function CopyDiagnostics({ text }: { text: string }) {
  const copy = async () => {
    if (await copyText(text)) toast({ text: strings.status.copied });
  };
  return (
    <>
      <button type="button" onClick={copy} className="button no-print">
        {strings.status.copy}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keys as well */}
      <pre tabIndex={0} className="mt-3 max-w-page overflow-x-auto rounded-card bg-sunk p-3 text-meta">
        {text}
      </pre>
    </>
  );
}

'use client';

import type { QuotedPlace } from '../../lib/passage/citation.ts';
import { REFERENCE_FORMATS, type ReferenceFormat, reference } from '../../lib/passage/reference.ts';
import { copying } from '../../lib/shell/copy-strings.ts';
import { copyText } from '../../lib/shell/copy-text.ts';
import { toast } from '../../lib/shell/toast.ts';

/** Copies a reference to a place, in the form that the reader's notes take. */
export function CopyCitation({ place }: { place: QuotedPlace }) {
  const copy = async (format: ReferenceFormat) => {
    const copied = await copyText(reference(place, format));
    toast({ text: copied ? copying.copiedCitation : copying.notCopied });
  };
  return (
    <fieldset className="mt-1 flex flex-wrap items-center gap-x-3 px-3 text-meta">
      <legend className="float-start pe-3 text-ink-3">{copying.citation}</legend>
      {REFERENCE_FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          onClick={() => copy(format)}
          className="link inline-flex min-h-6 items-center"
        >
          {copying.citationAs[format]}
        </button>
      ))}
    </fieldset>
  );
}

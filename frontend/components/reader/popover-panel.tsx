import type { ReactNode } from 'react';
import { margin } from '../../lib/reading-strings.ts';
import { Icon } from '../icon.tsx';

/** Opens and closes a panel; works without script. */
export function PopoverButton({
  panel,
  label,
  keyName,
  children,
}: {
  panel: string;
  label: string;
  keyName?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      popoverTarget={panel}
      aria-label={label}
      aria-keyshortcuts={keyName}
      title={keyName ? `${label} (${keyName})` : label}
      className="reader-tool"
    >
      {children}
    </button>
  );
}

/** A panel beside its button, on a phone a sheet from below. */
export function PopoverPanel({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      className="popover reader-panel"
    >
      <div className="mb-2 flex items-start justify-between gap-4">
        <h2 id={`${id}-title`} className="text-body font-semibold">
          {title}
        </h2>
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          aria-label={margin.close}
          className="reader-tool -m-2"
        >
          <Icon name="close" className="size-4" />
        </button>
      </div>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

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

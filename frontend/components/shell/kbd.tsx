import type { ReactNode } from 'react';

/** A key as printed on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-6 items-center justify-center rounded-control border border-line bg-page px-1.5 font-sans text-meta text-ink-2">
      {children}
    </kbd>
  );
}

'use client';

import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';

interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays in sight below the scrolling content: what the sheet is for. */
  foot?: ReactNode;
}

/** A dialog that slides in from the bottom on a phone and is centred elsewhere. */
export function Sheet({ title, onClose, children, foot }: SheetProps) {
  return (
    <Dialog title={title} onClose={onClose} className="dialog-sheet">
      {children}
      {foot ? (
        <div className="sticky bottom-0 -mx-5 -mb-5 border-t border-line bg-page p-4">{foot}</div>
      ) : null}
    </Dialog>
  );
}

'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { CloseButton } from './close-button.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** No visible heading: the content is its own, such as a search box. */
  bare?: boolean;
  className?: string;
}

/**
 * A modal dialog, open as long as it is rendered. The native element keeps the focus inside, closes by Esc and gives
 * the focus back to where it was.
 */
export function Dialog({ title, onClose, children, bare = false, className = '' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it by itself
    <dialog
      ref={dialog}
      aria-label={title}
      className={`dialog ${className}`}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={bare ? '' : 'p-5'}>
        {bare ? null : (
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 className="font-serif text-h3 font-semibold">{title}</h2>
            <CloseButton onClick={onClose} />
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}

import type { ReactNode } from 'react';
import { CloseButton } from './close-button.tsx';

interface PopoverProps {
  /** Unique on the page; what `popovertarget` of its button names. */
  id: string;
  title: string;
  children: ReactNode;
  className?: string;
}

/**
 * A panel beside the button that opens it, a sheet from the bottom on a phone. The native popover brings Esc, a click
 * outside, focus return, and works without script.
 */
export function Popover({ id, title, children, className = '' }: PopoverProps) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      className={`popover whitespace-normal ${className}`}
    >
      <div className="flex items-start justify-between gap-4">
        <h3 id={`${id}-title`} className="font-serif text-h3 font-semibold">
          {title}
        </h3>
        <CloseButton popoverTarget={id} popoverTargetAction="hide" />
      </div>
      {children}
    </div>
  );
}

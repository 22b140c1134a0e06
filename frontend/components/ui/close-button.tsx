/** The cross of a dialog or popover, as large as a finger on a touch screen. */
import type { ButtonHTMLAttributes } from 'react';
import * as strings from '../../lib/strings.ts';
import { Icon } from './icon.tsx';

export function CloseButton(props: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'>) {
  return (
    <button
      {...props}
      type="button"
      aria-label={strings.shell.close}
      className="-m-2 flex size-10 shrink-0 items-center justify-center rounded-control text-ink-2 hover:text-ink pointer-coarse:size-11"
    >
      <Icon name="close" className="size-4" />
    </button>
  );
}

'use client';

import * as strings from '../../lib/shell/key-strings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyList } from './key-list.tsx';

/** All keys, by where they work. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={strings.keys.title} onClose={onClose}>
      <KeyList />
    </Dialog>
  );
}

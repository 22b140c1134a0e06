'use client';

import * as strings from '../lib/key-strings.ts';
import { Dialog } from './dialog.tsx';
import { KeyList } from './key-list.tsx';

/** All keys, by where they work. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={strings.keys.title} onClose={onClose}>
      <KeyList />
    </Dialog>
  );
}

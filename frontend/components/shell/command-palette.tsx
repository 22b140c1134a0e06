'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { queryUrl } from '../../lib/search/query.ts';
import type { Option } from '../../lib/search-box/combobox-options.ts';
import { useSuggestions } from '../../lib/search-box/use-suggestions.ts';
import { copying } from '../../lib/shell/copy-strings.ts';
import { copyText } from '../../lib/shell/copy-text.ts';
import { chooseDisplay } from '../../lib/shell/display-setting.ts';
import { KEY_SHEET_EVENT } from '../../lib/shell/ids.ts';
import { actionOf, type PaletteAction, paletteOptions } from '../../lib/shell/palette-options.ts';
import { palette } from '../../lib/shell/palette-strings.ts';
import { toast } from '../../lib/shell/toast.ts';
import { Combobox } from '../search/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Pages, the library's books, authors, topics and themes, and what can be done, from one box. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const options = paletteOptions(text, useSuggestions(text, true));

  const onPick = (option: Option) => {
    onClose();
    const action = actionOf(option);
    if (action) run(action);
    else router.push(option.href ?? queryUrl(option.text));
  };

  return (
    <Dialog title={palette.title} onClose={onClose} bare className="palette">
      <form
        action="/search"
        onSubmit={(event) => {
          event.preventDefault();
          // Enter without an arrow means the first line.
          if (options[0]) onPick(options[0]);
        }}
      >
        <Combobox
          id="palette-input"
          aria-label={palette.title}
          placeholder={palette.placeholder}
          value={text}
          options={options}
          open
          onOpen={(open) => {
            if (!open) onClose();
          }}
          onPick={onPick}
          onEscape={onClose}
          onClear={text === '' ? undefined : () => setText('')}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

async function run(action: PaletteAction): Promise<void> {
  if (action === 'keys') document.dispatchEvent(new Event(KEY_SHEET_EVENT));
  else if (action === 'copy link') {
    const copied = await copyText(window.location.href);
    toast({ text: copied ? copying.copiedLink : copying.notCopied });
  } else {
    const [setting, value] = action.split(' ') as ['theme', 'dark'] | ['density', 'compact'];
    if (setting === 'theme') chooseDisplay('theme', value);
    else chooseDisplay('density', value);
  }
}

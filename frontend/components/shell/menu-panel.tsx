'use client';

import {
  chooseDisplay,
  DISPLAY_SETTINGS,
  type DisplaySetting,
  useDisplaySetting,
} from '../../lib/shell/display-setting.ts';
import { KEY_SHEET_EVENT, MENU_ID, PALETTE_EVENT } from '../../lib/shell/ids.ts';
import * as strings from '../../lib/strings.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

const PLACES: readonly { href: string; label: string; icon: IconName; phoneOnly?: boolean }[] = [
  { href: '/library', label: strings.shell.add, icon: 'add', phoneOnly: true },
  { href: '/status', label: strings.shell.status, icon: 'status' },
  { href: '/about', label: strings.shell.about, icon: 'info' },
];

/** What does not need a place in the bar: the look, the keys, status and about. */
export function MenuPanel() {
  return (
    <Popover id={MENU_ID} title={strings.shell.menu} className="menu-panel">
      <ul className="mt-2">
        {PLACES.map(({ href, label, icon, phoneOnly }) => (
          <li key={href} className={phoneOnly ? 'lg:hidden' : undefined}>
            <a href={href} onClick={hide} className="menu-row">
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
        <li>
          <Opener event={PALETTE_EVENT} icon="search" label={strings.shell.palette} />
        </li>
        <li className="pointer-coarse:hidden">
          <Opener event={KEY_SHEET_EVENT} icon="keys" label={strings.shell.keySheet} />
        </li>
      </ul>
      <Choice name="theme" />
      <Choice name="density" />
      <div className="pointer-coarse:hidden">
        <Choice name="keys" />
      </div>
    </Popover>
  );
}

const hide = () => document.getElementById(MENU_ID)?.hidePopover();

/** Opens a dialog in the menu's place. */
function Opener({ event, icon, label }: { event: string; icon: IconName; label: string }) {
  const open = () => {
    hide();
    document.dispatchEvent(new Event(event));
  };
  return (
    <button type="button" className="menu-row w-full" onClick={open}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** One setting of the look as radio buttons. */
function Choice({ name }: { name: DisplaySetting }) {
  const chosen = useDisplaySetting(name);
  const words: { title: string } & Record<string, string> = strings.display[name];
  return (
    <fieldset className="mt-3 border-t border-line pt-3">
      <legend className="float-start mb-1.5 w-full text-meta text-ink-2">{words.title}</legend>
      <div className="clear-both flex flex-wrap gap-1.5">
        {DISPLAY_SETTINGS[name].map((value) => (
          <label key={value} className="chip choice">
            <input
              type="radio"
              name={`display-${name}`}
              checked={value === chosen}
              onChange={() => chooseDisplay(name, value)}
              className="sr-only"
            />
            {words[value]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

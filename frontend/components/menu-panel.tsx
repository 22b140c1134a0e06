'use client';

import Link from 'next/link';
import {
  chooseDisplay,
  DISPLAY_SETTINGS,
  type DisplaySetting,
  useDisplaySetting,
} from '../lib/display-setting.ts';
import { KEY_SHEET_EVENT, MENU_ID } from '../lib/ids.ts';
import * as strings from '../lib/strings.ts';
import { Icon, type IconName } from './icon.tsx';
import { Popover } from './popover.tsx';

const PLACES: readonly { href: string; label: string; icon: IconName; phoneOnly?: boolean }[] = [
  { href: '/library', label: strings.shell.add, icon: 'add', phoneOnly: true },
  { href: '/status', label: strings.shell.status, icon: 'status' },
  { href: '/about', label: strings.shell.about, icon: 'info' },
];

/** What does not need a place in the bar: the look, the keys, status and about. */
export function MenuPanel() {
  const hide = () => document.getElementById(MENU_ID)?.hidePopover();
  return (
    <Popover id={MENU_ID} title={strings.shell.menu} className="menu-panel">
      <ul className="mt-2">
        {PLACES.map(({ href, label, icon, phoneOnly }) => (
          <li key={href} className={phoneOnly ? 'lg:hidden' : undefined}>
            <Link href={href} prefetch={false} onClick={hide} className="menu-row">
              <Icon name={icon} />
              {label}
            </Link>
          </li>
        ))}
        <li className="pointer-coarse:hidden">
          <button
            type="button"
            className="menu-row w-full"
            onClick={() => {
              hide();
              document.dispatchEvent(new Event(KEY_SHEET_EVENT));
            }}
          >
            <Icon name="keys" />
            {strings.shell.keySheet}
          </button>
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

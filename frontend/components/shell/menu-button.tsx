import { MENU_ID } from '../../lib/shell/ids.ts';
import * as strings from '../../lib/strings.ts';
import { Icon } from '../ui/icon.tsx';

/** Opens the menu from the top bar; on a phone the bar at the bottom has its own button. */
export function MenuButton() {
  return (
    <button
      type="button"
      popoverTarget={MENU_ID}
      className="-me-3 hidden size-11 items-center justify-center rounded-control text-ink-2 [grid-area:tools] hover:text-ink lg:flex"
      aria-label={strings.shell.menu}
      title={strings.shell.menu}
    >
      <Icon name="menu" />
    </button>
  );
}

'use client';

import {
  forgetAll,
  isRemembering,
  setRemembering,
  useRecentSearches,
} from '../../lib/search-box/recent-searches.ts';
import * as strings from '../../lib/strings.ts';

/** Below the recent searches: delete all, or stop saving them. */
export function RecentFoot() {
  const recent = useRecentSearches();
  const on = isRemembering();
  return (
    <p className="flex flex-wrap gap-x-4 border-t border-line px-3 py-1.5 text-meta">
      {recent.length > 0 ? (
        <button type="button" onClick={forgetAll} className="link min-h-6">
          {strings.box.forgetAll}
        </button>
      ) : null}
      <button type="button" onClick={() => setRemembering(!on)} className="link min-h-6">
        {on ? strings.box.rememberOff : strings.box.rememberOn}
      </button>
    </p>
  );
}

import type { Book, Theme } from '../../lib/model.ts';
import { EMPTY_SEARCH, searchUrl } from '../../lib/search/search-url.ts';
import { help } from '../../lib/search-box/help-strings.ts';
import { searchForms } from '../../lib/search-box/search-forms.ts';
import { SEARCH_HELP_ID } from '../../lib/shell/ids.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

/** What can be typed beside plain words, behind a button next to the box. Rendered on the server, works without script. */
export function SearchHelp({ books, themes }: { books: readonly Book[]; themes: readonly Theme[] }) {
  const forms = searchForms(books, themes);
  if (forms.length === 0) return null;
  return (
    <>
      <button type="button" popoverTarget={SEARCH_HELP_ID} title={help.button} className="search-help">
        <Icon name="info" />
        <span>{help.button}</span>
      </button>
      <Popover id={SEARCH_HELP_ID} title={help.title} className="menu-panel help-panel">
        <p className="mt-2 text-ink-2">{help.intro}</p>
        <ul className="mt-3">
          {forms.map(({ form, query }) => (
            <li key={form} className="border-t border-line py-1.5">
              <a
                href={searchUrl({ ...EMPTY_SEARCH, query })}
                className="link inline-flex min-h-8 items-center font-serif text-body pointer-coarse:min-h-11"
              >
                {query}
              </a>
              <p className="text-meta text-ink-2">{help.forms[form]}</p>
            </li>
          ))}
        </ul>
        <p className="border-t border-line pt-3 text-meta text-ink-2">{help.together}</p>
      </Popover>
    </>
  );
}

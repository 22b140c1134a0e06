import { Fragment } from 'react';
import * as strings from '../../lib/shell/key-strings.ts';
import { Kbd } from './kbd.tsx';

/** All keys by where they work, for the key sheet and the About page. */
export function KeyList() {
  return (
    <>
      <div className="gap-x-8 sm:columns-2">
        {strings.keys.groups.map((group) => (
          <section key={group.title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 font-semibold">{group.title}</h3>
            <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1.5">
              {group.keys.map(([key, meaning]) => (
                <Fragment key={key}>
                  <dt className="whitespace-nowrap">
                    {key.split(' ').map((k) => (
                      <Fragment key={k}>
                        <Kbd>{k}</Kbd>{' '}
                      </Fragment>
                    ))}
                  </dt>
                  <dd className="text-ink-2">{meaning}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-meta text-ink-3">{strings.keys.note}</p>
    </>
  );
}

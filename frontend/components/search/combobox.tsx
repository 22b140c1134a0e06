'use client';

import {
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useState,
} from 'react';
import type { Option } from '../../lib/search-box/combobox-options.ts';
import * as strings from '../../lib/strings.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { SearchField } from './search-field.tsx';

const ICONS: Record<Option['kind'], IconName> = {
  recent: 'clock',
  search: 'search',
  title: 'books',
  author: 'person',
  name: 'person',
  topic: 'topic',
  theme: 'themes',
  page: 'right',
  action: 'check',
};

interface ComboboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onSelect'> {
  inputRef?: Ref<HTMLInputElement>;
  value: string;
  options: readonly Option[];
  open: boolean;
  onOpen: (open: boolean) => void;
  /** An option was chosen, by Enter or by a click. */
  onPick: (option: Option) => void;
  /** A recent search is to be forgotten: Delete while it is pointed at, or its cross. */
  onForget?: (text: string) => void;
  /** Esc in a box whose list is closed. */
  onEscape: () => void;
  onClear?: (() => void) | undefined;
  /** Below the options. */
  foot?: ReactNode;
}

/**
 * An editable combobox after the WAI-ARIA Authoring Practices, with manual selection: the focus stays in the box, the
 * arrows only point, Home and End move the caret, and Enter without a pointed-at option is the form's.
 */
export function Combobox({
  options,
  open,
  onOpen,
  onPick,
  onForget,
  onEscape,
  foot,
  ...field
}: ComboboxProps) {
  const id = useId();
  const [pointed, setPointed] = useState<string>();
  const at = options.findIndex((o) => o.key === pointed);
  const shown = open && (options.length > 0 || foot !== undefined);
  const optionId = (index: number) => `${id}-${index}`;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onOpen(true);
      // Past either end stands the box itself.
      const stops = options.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = ((shown ? at : -1) + 1 + step + stops) % stops;
      setPointed(options[next - 1]?.key);
    } else if (event.key === 'Enter' && shown && options[at]) {
      event.preventDefault();
      onPick(options[at]);
      setPointed(undefined);
    } else if (event.key === 'Delete' && shown && options[at]?.kind === 'recent') {
      event.preventDefault();
      onForget?.(options[at].text);
    } else if (event.key === 'Escape') {
      if (shown) {
        event.preventDefault();
        onOpen(false);
        setPointed(undefined);
      } else onEscape();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the focus leave box and list together
    <div
      className="relative"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setPointed(undefined);
        onOpen(false);
      }}
    >
      <SearchField
        {...field}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? optionId(at) : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setPointed(undefined);
          field.onChange?.(event);
        }}
      />
      <div className="combobox-popup" hidden={!shown}>
        <div id={`${id}-list`} role="listbox" aria-label={strings.box.suggestions}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keys
            <div
              key={option.key}
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              className="combobox-option"
              ref={index === at ? scrollIntoView : undefined}
              // A press would take the focus out of the box.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(option)}
            >
              <Icon name={ICONS[option.kind]} className="size-4 text-ink-3" />
              <span className="truncate">
                {option.kind === 'search' ? strings.box.searchFor(option.text) : option.text}
              </span>
              <span className="ms-auto text-meta whitespace-nowrap text-ink-3">
                {strings.box.kinds[option.kind]}
              </span>
              {option.kind === 'recent' && onForget ? (
                // Del does the same by keyboard; an option may not contain another control.
                <span
                  aria-hidden="true"
                  title={strings.box.forget(option.text)}
                  className="-my-1 -me-2 flex size-8 items-center justify-center"
                  onClick={(event) => {
                    event.stopPropagation();
                    onForget(option.text);
                  }}
                >
                  <Icon name="close" className="size-3.5 text-ink-3" />
                </span>
              ) : null}
            </div>
          ))}
        </div>
        {foot}
      </div>
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

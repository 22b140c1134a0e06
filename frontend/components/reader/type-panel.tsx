'use client';

import { useEffect, useState } from 'react';
import { type as words } from '../../lib/reader/reading-strings.ts';
import {
  choiceOf,
  TYPE_GROUPS,
  TYPE_KEY,
  type TypeGroup,
  withChoice,
} from '../../lib/reader/type-settings.ts';
import { chooseDisplay, DISPLAY_SETTINGS, useDisplaySetting } from '../../lib/shell/display-setting.ts';

/** Size, lines, width, face, right edge and colours of the text; kept in this browser. */
export function TypeChoices() {
  const [settings, setSettings] = useState('');
  const theme = useDisplaySetting('theme');
  useEffect(() => {
    setSettings(document.documentElement.dataset.type ?? '');
  }, []);
  const choose = (group: TypeGroup, choice: string) => {
    const next = withChoice(settings, group, choice);
    setSettings(next);
    keep(TYPE_KEY, next);
  };
  return (
    <div className="mt-3 flex flex-col gap-3">
      {(Object.keys(TYPE_GROUPS) as TypeGroup[]).map((group) => (
        <Choices
          key={group}
          name={group}
          label={words.groups[group].label}
          choices={TYPE_GROUPS[group].map((value) => [value, choiceLabel(group, value)])}
          chosen={choiceOf(settings, group)}
          onChoose={(choice) => choose(group, choice)}
        />
      ))}
      <Choices
        name="theme"
        label={words.theme}
        choices={DISPLAY_SETTINGS.theme.map((value) => [value, words.themes[value]])}
        chosen={theme}
        onChoose={(choice) =>
          chooseDisplay('theme', DISPLAY_SETTINGS.theme.find((t) => t === choice) ?? 'system')
        }
      />
    </div>
  );
}

function choiceLabel(group: TypeGroup, value: string): string {
  const labels: Readonly<Record<string, string>> = words.groups[group].choices;
  return labels[value] ?? value;
}

/** Sets the attribute and stores it for the next page. */
function keep(name: string, value: string): void {
  const root = document.documentElement;
  if (value === '') delete root.dataset[name];
  else root.dataset[name] = value;
  try {
    if (value === '') localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // A browser without storage keeps the choice for this page.
  }
}

function Choices({
  name,
  label,
  choices,
  chosen,
  onChoose,
}: {
  name: string;
  label: string;
  choices: readonly (readonly [value: string, label: string])[];
  chosen: string;
  onChoose: (value: string) => void;
}) {
  return (
    <fieldset className="type-choices">
      <legend>{label}</legend>
      <div>
        {choices.map(([value, text]) => (
          <label key={value}>
            <input
              type="radio"
              name={`type-${name}`}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

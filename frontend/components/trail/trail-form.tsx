import { MAX_QUERY_LENGTH } from '../../lib/search/query.ts';
import { trail as words } from '../../lib/trail/trail-strings.ts';
import { MAX_STEPS, MIN_STEPS, type TrailState, trailEnd, trailUrl } from '../../lib/trail/trail-url.ts';
import { Icon } from '../ui/icon.tsx';

interface TrailFormProps {
  state: TrailState;
  /** What the ends are called where they are things of the library and no words. */
  names: { from: string; to: string };
}

/** The two ends of a trail and its length: a plain form that needs no script. */
export function TrailForm({ state, names }: TrailFormProps) {
  return (
    <form action="/trail" aria-label={words.form} className="trail-form no-print">
      <End name="from" state={state} label={words.from} thing={names.from} />
      <Icon name="right" className="trail-arrow size-5 text-ink-3" />
      <End name="to" state={state} label={words.to} thing={names.to} />
      <label className="trail-field trail-length">
        <span>{words.steps}</span>
        <input
          type="number"
          name="steps"
          min={MIN_STEPS}
          max={MAX_STEPS}
          defaultValue={state.steps}
          className="field"
        />
      </label>
      <button type="submit" className="button button-primary">
        {words.find}
      </button>
    </form>
  );
}

interface EndProps {
  name: 'from' | 'to';
  state: TrailState;
  label: string;
  thing: string;
}

/** Words in a field; a passage or a topic by its name, with the way back to words. */
function End({ name, state, label, thing }: EndProps) {
  const value = state[name];
  if (trailEnd(value).kind !== 'words') {
    return (
      <div className="trail-field">
        <span>{label}</span>
        <input type="hidden" name={name} value={value} />
        <p className="trail-thing">
          <span className="truncate">{thing}</span>
          <a
            href={trailUrl({ ...state, [name]: '', drop: [], pins: [], seed: 0 })}
            aria-label={words.otherEnd}
          >
            <Icon name="close" className="size-4" />
          </a>
        </p>
      </div>
    );
  }
  return (
    <label className="trail-field">
      <span>{label}</span>
      <input
        // Another trail has other words, so the field is recreated.
        key={value}
        type="text"
        name={name}
        required={name === 'from'}
        defaultValue={value}
        maxLength={MAX_QUERY_LENGTH}
        placeholder={name === 'from' ? words.fromPlaceholder : words.toPlaceholder}
        autoComplete="off"
        className="field"
      />
    </label>
  );
}

import { type SparkSlot, sparkLabel } from '../../lib/search/signals.ts';

const BAR = 5;
const STEP = 7;
/** Between the word signals and the meaning signals. */
const GAP = 4;
const HEIGHT = 16;

/** A bar for each signal in fixed slots: words solid, meaning outlined, not found a dot, could not answer a hatch. */
export function SignalSpark({ slots }: { slots: readonly SparkSlot[] }) {
  const width = slots.length * STEP + GAP;
  return (
    <svg
      role="img"
      aria-label={sparkLabel(slots)}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
    >
      {slots.map((slot, i) => (
        <Bar key={slot.name} slot={slot} x={i * STEP + (slot.family === 'keyword' ? 0 : GAP)} />
      ))}
    </svg>
  );
}

function Bar({ slot, x }: { slot: SparkSlot; x: number }) {
  if (slot.state === 'unasked') return null;
  if (slot.state === 'silent') {
    const hatches = [3, 7, 11].map((y) => `M${x} ${y + 3}L${x + BAR} ${y}`).join('');
    return <path d={hatches} className="stroke-ink-3" strokeWidth="1" fill="none" />;
  }
  if (slot.state === 'missed')
    return <circle cx={x + BAR / 2} cy={HEIGHT - 1.5} r="1.25" className="fill-ink-3" />;
  const height = (HEIGHT * slot.level) / 4;
  const y = HEIGHT - height;
  return slot.family === 'keyword' ? (
    <rect x={x} y={y} width={BAR} height={height} className="fill-sig-word" />
  ) : (
    <rect
      x={x + 0.75}
      y={y + 0.75}
      width={BAR - 1.5}
      height={height - 1.5}
      className="fill-sig-meaning stroke-sig-meaning"
      fillOpacity="0.3"
      strokeWidth="1.5"
    />
  );
}

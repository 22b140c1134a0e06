interface ChoiceLinksProps {
  label: string;
  current: string;
  choices: readonly { value: string; label: string; href: string }[];
}

/** One choice of a few, as links. */
export function ChoiceLinks({ label, current, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ui">
      <span className="text-ink-3">{label}</span>
      {choices.map((choice) => (
        <a
          key={choice.value}
          href={choice.href}
          aria-current={choice.value === current ? 'true' : undefined}
          className="quiet-link inline-flex min-h-8 items-center text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {choice.label}
        </a>
      ))}
    </nav>
  );
}

/** A neighbouring passage: its paragraphs in the secondary ink. */
export function PlainPassage({ text }: { text: string }) {
  return (
    <div className="my-4 flex flex-col gap-4 text-ink-2">
      {text.split(/\n+/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}

/**
 * Between a section's offsets and the page's text nodes. Every block element carries `data-start`, the offset of
 * its first character, and holds the block's text and nothing else.
 */

/** The DOM ranges that cover [start, end) below `root`; one a block. */
export function domRanges(root: ParentNode, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (const block of root.querySelectorAll<HTMLElement>('[data-start]')) {
    const from = Number(block.dataset.start);
    const length = block.textContent?.length ?? 0;
    if (from >= end || from + length <= start) continue;
    const first = point(block, Math.max(0, start - from));
    const last = point(block, Math.min(length, end - from));
    if (!first || !last) continue;
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(...last);
    ranges.push(range);
  }
  return ranges;
}

/** The text node and place in it at `offset` of an element's text. */
function point(element: Element, offset: number): [Text, number] | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (offset <= before + node.length) return [node, offset - before];
    before += node.length;
  }
  return undefined;
}

/** What the reader selected, as offsets of the section; undefined if nothing within `root` is. */
export function selectedRange(root: Element): { start: number; end: number; text: string } | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = offsetOf(root, range.endContainer, range.endOffset);
  const text = selection.toString().trim();
  return start === undefined || end === undefined || end <= start || text === ''
    ? undefined
    : { start, end, text };
}

function offsetOf(root: Element, container: Node, offset: number): number | undefined {
  const element = container instanceof Element ? container : container.parentElement;
  const block = element?.closest<HTMLElement>('[data-start]');
  if (!block || !root.contains(block)) return undefined;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(container, offset);
  return Number(block.dataset.start) + before.toString().length;
}

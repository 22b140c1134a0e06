/** Markdown of any kind, with front matter. */
import { readFrontMatter } from '@libtrails/indexer/formats/markdown/front-matter';
import { readMarkdown } from '@libtrails/indexer/formats/markdown/parse';
import { checkContent } from '../check-blocks.ts';
import { mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES =
  '---\n|title: |: |- |&a |*a |{|}|[|](|)|![|`|```|**|__|~~~|> |1. |    |\t|# |===|\\|<b>|</b>|<!--|-->|<a href="x">|&amp;|&#0;|[x]: y|| a | b |\n|\n\n|\u0000|\ufdd0|\ud800|word '.split(
    '|',
  );
const GOOD = `---
title: A Text
author: [Ada Marlow, {name: Ben Okuda}]
date: 1871
---

# One

A [link](http://example.org) and *stress*, \`code\`.

> quoted
> - item

| a | b |
|---|---|
| 1 | 2 |

## Two

<div>html</div>
`;

export const open: OpenTarget = () => ({
  run(random) {
    const { body } = readFrontMatter(mutateText(GOOD, PIECES, random));
    checkContent(() => readMarkdown(body, 'a.md'));
  },
});

/** What the head of an HTML file says of the book. */
import { Parser } from 'htmlparser2';
import type { BookMetadata } from '../../book.ts';
import { authorNames } from '../epub/author-names.ts';
import { yearIn } from '../text/metadata-of.ts';

/** How far into the file it is looked for, in UTF-16 units: style sheets may stand before it. */
const HEAD_UNITS = 256 * 1024;
const MAX_VALUES = 100;
/** What may stand in a head. Any other element begins the body, as it does in a browser. */
const OF_HEAD: ReadonlySet<string> = new Set([
  ...['html', 'head', 'title', 'meta', 'link', 'base', 'style', 'script', 'noscript', 'template'],
]);
/** Names under which `<meta>`s give one thing, the surest first: Dublin Core, Highwire, Open Graph, HTML's own. */
const NAMES = {
  title: ['dc.title', 'dcterms.title', 'citation_title', 'og:title'],
  author: ['dc.creator', 'dcterms.creator', 'marcrel.aut', 'citation_author', 'author', 'book:author'],
  language: ['dc.language', 'dcterms.language', 'citation_language'],
  date: ['dcterms.created', 'dc.date', 'dcterms.date', 'citation_publication_date', 'date'],
  description: ['dc.description', 'dcterms.abstract', 'description', 'og:description'],
  subject: ['dc.subject', 'dcterms.subject', 'keywords'],
  publisher: ['dc.publisher', 'dcterms.publisher', 'citation_publisher'],
} as const;

export function readHead(source: string): Partial<BookMetadata> {
  const metas = new Map<string, string[]>();
  let language = '';
  let title = '';
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, { name: key, property, content, lang, 'xml:lang': xmlLang }) {
      if (!OF_HEAD.has(name)) parser.pause();
      else if (name === 'html') language = lang ?? xmlLang ?? '';
      else if (name === 'title') inTitle = title === '';
      else if (name === 'meta' && content !== undefined) {
        const under = (key ?? property ?? '').toLowerCase();
        const values = metas.get(under) ?? [];
        if (values.length < MAX_VALUES && content.trim() !== '') values.push(content);
        metas.set(under, values);
      }
    },
    ontext: (text) => {
      if (inTitle) title += text;
    },
    onclosetag: (name) => {
      if (name === 'title') inTitle = false;
    },
  });
  parser.write(source.slice(0, HEAD_UNITS));
  const all = (key: keyof typeof NAMES) => {
    const name = NAMES[key].find((candidate) => metas.has(candidate));
    return name === undefined ? [] : metas.get(name)!;
  };
  const own = ofGutenberg(title.replace(/\s+/g, ' ').trim());
  const authors = all('author').flatMap((name) => authorNames(name, ''));
  return {
    title: all('title')[0] || own.title,
    authors: authors.length > 0 ? authors : own.authors,
    language: all('language')[0] || language,
    year: yearIn(all('date')[0] ?? ''),
    description: all('description')[0] ?? '',
    subjects: all('subject').flatMap((text) => text.split(/\s*[,;]\s*/)),
    publisher: all('publisher')[0] ?? '',
  };
}

/** "The Project Gutenberg eBook of X, by Y", or "X | Project Gutenberg", as its files are titled. */
function ofGutenberg(title: string): { title: string; authors: string[] } {
  const bare = title.replace(/\s*\|\s*Project Gutenberg$/i, '');
  const [, inner] = /^the project gutenberg e-?(?:book|text) of (.+)$/i.exec(bare) ?? [];
  if (inner === undefined) return { title: bare, authors: [] };
  const at = inner.search(/,? by (?!.*,? by )/i);
  if (at < 1) return { title: inner, authors: [] };
  const author = inner
    .slice(at)
    .replace(/^,? by /i, '')
    .replace(/\.$/, '');
  return { title: inner.slice(0, at), authors: author.split(/\s+and\s+/) };
}

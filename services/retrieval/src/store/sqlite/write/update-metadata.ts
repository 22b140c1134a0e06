/** Replaces the metadata of a book whose text stays. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { SourceRow } from '../../admission.ts';
import type { LibraryChange } from '../../change.ts';
import type { MetadataUpdate } from '../../writer.ts';
import type { WriteSession } from './session.ts';
import { authorKey, titleKey } from './sort-keys.ts';

/** @throws LibTrailsError not_found if the source has no book */
export function updateMetadata(
  session: WriteSession,
  { source, metadata, catalogue }: MetadataUpdate,
): { change: LibraryChange } {
  return session.write(() => {
    const { fileName, size, modifiedMs } = source;
    const id = session.row<SourceRow>('source-by-name', fileName)?.bookId ?? undefined;
    if (id === undefined) throw new LibTrailsError('not_found', `There is no book of "${fileName}"`);
    const language = metadata.language || (session.value<string>('book-language', id) ?? 'und');
    const { title, authors, subjects, titleSort, authorSort } = metadata;
    session.run('fts-books-delete', id);
    session.run('book-update-metadata', {
      id,
      title,
      sortTitle: titleKey(title, language, titleSort),
      authors: JSON.stringify(authors),
      authorText: authors.join(', '),
      sortAuthor: authorKey(authors, authorSort),
      language,
      year: metadata.year,
      description: metadata.description,
      subjects: JSON.stringify(subjects),
      subjectText: subjects.join(', '),
      publisher: metadata.publisher,
      identifiers: JSON.stringify(metadata.identifiers),
      series: metadata.series,
      seriesIndex: metadata.seriesIndex,
      subtitle: metadata.subtitle,
      link: catalogue.link,
      rating: catalogue.rating,
    });
    session.run('fts-books-insert', id);
    session.run('source-touch', { name: fileName, size, modified: modifiedMs });
    session.run('source-catalogued', { name: fileName, version: catalogue.version });
  });
}

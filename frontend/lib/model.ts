/**
 * What the pages show. These are the contract's own messages as the gRPC client hands them over; answers of the
 * HTTP API are brought into the same shape at its border (upstream/search-api.ts), so a component knows one form.
 */
export type { Block__Out as Block } from '@libtrails/proto/types/library/v1/Block';
export type { Book__Out as Book } from '@libtrails/proto/types/library/v1/Book';
export type { BookCount__Out as BookCount } from '@libtrails/proto/types/library/v1/BookCount';
export type { BookDetail__Out as BookDetail } from '@libtrails/proto/types/library/v1/BookDetail';
export type { ContentsEntry__Out as ContentsEntry } from '@libtrails/proto/types/library/v1/ContentsEntry';
export type { DistinctTopic__Out as DistinctTopic } from '@libtrails/proto/types/library/v1/DistinctTopic';
export type { Domain__Out as Domain } from '@libtrails/proto/types/library/v1/Domain';
export type { DomainRef__Out as DomainRef } from '@libtrails/proto/types/library/v1/DomainRef';
export type { DomainShare__Out as DomainShare } from '@libtrails/proto/types/library/v1/DomainShare';
export type { Facets__Out as Facets } from '@libtrails/proto/types/library/v1/Facets';
export type { FacetValue__Out as FacetValue } from '@libtrails/proto/types/library/v1/FacetValue';
export type { JobStatus__Out as JobStatus } from '@libtrails/proto/types/library/v1/JobStatus';
export type { Journey__Out as Journey } from '@libtrails/proto/types/library/v1/Journey';
export type { PageStart__Out as PageStart } from '@libtrails/proto/types/library/v1/PageStart';
export type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
export type { Range__Out as Range } from '@libtrails/proto/types/library/v1/Range';
export type { RefusedFile__Out as RefusedFile } from '@libtrails/proto/types/library/v1/RefusedFile';
export type { RelatedBook__Out as RelatedBook } from '@libtrails/proto/types/library/v1/RelatedBook';
export type { RelatedPassage__Out as RelatedPassage } from '@libtrails/proto/types/library/v1/RelatedPassage';
export type { RelatedResponse__Out as RelatedBooksAnswer } from '@libtrails/proto/types/library/v1/RelatedResponse';
export type { Result__Out as Result } from '@libtrails/proto/types/library/v1/Result';
export type { SearchResponse__Out as SearchAnswer } from '@libtrails/proto/types/library/v1/SearchResponse';
export type { SectionRef__Out as SectionRef } from '@libtrails/proto/types/library/v1/SectionRef';
export type { SectionText__Out as SectionText } from '@libtrails/proto/types/library/v1/SectionText';
export type { SignalState__Out as SignalState } from '@libtrails/proto/types/library/v1/SignalState';
export type { SignalTrace__Out as SignalTrace } from '@libtrails/proto/types/library/v1/SignalTrace';
export type { StatusResponse__Out as LibraryStatus } from '@libtrails/proto/types/library/v1/StatusResponse';
export type { Theme__Out as Theme } from '@libtrails/proto/types/library/v1/Theme';
export type { ThemeCard__Out as ThemeCard } from '@libtrails/proto/types/library/v1/ThemeCard';
export type { ThemeNeighbour__Out as ThemeNeighbour } from '@libtrails/proto/types/library/v1/ThemeNeighbour';
export type { ThemeShare__Out as ThemeShare } from '@libtrails/proto/types/library/v1/ThemeShare';
export type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
export type { TopicPassage__Out as TopicPassage } from '@libtrails/proto/types/library/v1/TopicPassage';
export type { TrailLink__Out as TrailLink } from '@libtrails/proto/types/library/v1/TrailLink';
export type { TrailStep__Out as TrailStep } from '@libtrails/proto/types/library/v1/TrailStep';

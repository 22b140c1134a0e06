// Original file: proto/libtrails/library/v1/library.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BookDetail as _libtrails_library_v1_BookDetail, BookDetail__Out as _libtrails_library_v1_BookDetail__Out } from '../../../libtrails/library/v1/BookDetail.ts';
import type { Cover as _libtrails_library_v1_Cover, Cover__Out as _libtrails_library_v1_Cover__Out } from '../../../libtrails/library/v1/Cover.ts';
import type { DomainDetail as _libtrails_library_v1_DomainDetail, DomainDetail__Out as _libtrails_library_v1_DomainDetail__Out } from '../../../libtrails/library/v1/DomainDetail.ts';
import type { GetBookRequest as _libtrails_library_v1_GetBookRequest, GetBookRequest__Out as _libtrails_library_v1_GetBookRequest__Out } from '../../../libtrails/library/v1/GetBookRequest.ts';
import type { GetCoverRequest as _libtrails_library_v1_GetCoverRequest, GetCoverRequest__Out as _libtrails_library_v1_GetCoverRequest__Out } from '../../../libtrails/library/v1/GetCoverRequest.ts';
import type { GetDomainRequest as _libtrails_library_v1_GetDomainRequest, GetDomainRequest__Out as _libtrails_library_v1_GetDomainRequest__Out } from '../../../libtrails/library/v1/GetDomainRequest.ts';
import type { GetPassageRequest as _libtrails_library_v1_GetPassageRequest, GetPassageRequest__Out as _libtrails_library_v1_GetPassageRequest__Out } from '../../../libtrails/library/v1/GetPassageRequest.ts';
import type { GetSectionRequest as _libtrails_library_v1_GetSectionRequest, GetSectionRequest__Out as _libtrails_library_v1_GetSectionRequest__Out } from '../../../libtrails/library/v1/GetSectionRequest.ts';
import type { GetThemeRequest as _libtrails_library_v1_GetThemeRequest, GetThemeRequest__Out as _libtrails_library_v1_GetThemeRequest__Out } from '../../../libtrails/library/v1/GetThemeRequest.ts';
import type { GetTopicRequest as _libtrails_library_v1_GetTopicRequest, GetTopicRequest__Out as _libtrails_library_v1_GetTopicRequest__Out } from '../../../libtrails/library/v1/GetTopicRequest.ts';
import type { Journey as _libtrails_library_v1_Journey, Journey__Out as _libtrails_library_v1_Journey__Out } from '../../../libtrails/library/v1/Journey.ts';
import type { ListBooksRequest as _libtrails_library_v1_ListBooksRequest, ListBooksRequest__Out as _libtrails_library_v1_ListBooksRequest__Out } from '../../../libtrails/library/v1/ListBooksRequest.ts';
import type { ListBooksResponse as _libtrails_library_v1_ListBooksResponse, ListBooksResponse__Out as _libtrails_library_v1_ListBooksResponse__Out } from '../../../libtrails/library/v1/ListBooksResponse.ts';
import type { ListDomainsRequest as _libtrails_library_v1_ListDomainsRequest, ListDomainsRequest__Out as _libtrails_library_v1_ListDomainsRequest__Out } from '../../../libtrails/library/v1/ListDomainsRequest.ts';
import type { ListDomainsResponse as _libtrails_library_v1_ListDomainsResponse, ListDomainsResponse__Out as _libtrails_library_v1_ListDomainsResponse__Out } from '../../../libtrails/library/v1/ListDomainsResponse.ts';
import type { ListSignalsRequest as _libtrails_library_v1_ListSignalsRequest, ListSignalsRequest__Out as _libtrails_library_v1_ListSignalsRequest__Out } from '../../../libtrails/library/v1/ListSignalsRequest.ts';
import type { ListSignalsResponse as _libtrails_library_v1_ListSignalsResponse, ListSignalsResponse__Out as _libtrails_library_v1_ListSignalsResponse__Out } from '../../../libtrails/library/v1/ListSignalsResponse.ts';
import type { ListThemesRequest as _libtrails_library_v1_ListThemesRequest, ListThemesRequest__Out as _libtrails_library_v1_ListThemesRequest__Out } from '../../../libtrails/library/v1/ListThemesRequest.ts';
import type { ListThemesResponse as _libtrails_library_v1_ListThemesResponse, ListThemesResponse__Out as _libtrails_library_v1_ListThemesResponse__Out } from '../../../libtrails/library/v1/ListThemesResponse.ts';
import type { PassageContext as _libtrails_library_v1_PassageContext, PassageContext__Out as _libtrails_library_v1_PassageContext__Out } from '../../../libtrails/library/v1/PassageContext.ts';
import type { RelatedPassagesRequest as _libtrails_library_v1_RelatedPassagesRequest, RelatedPassagesRequest__Out as _libtrails_library_v1_RelatedPassagesRequest__Out } from '../../../libtrails/library/v1/RelatedPassagesRequest.ts';
import type { RelatedPassagesResponse as _libtrails_library_v1_RelatedPassagesResponse, RelatedPassagesResponse__Out as _libtrails_library_v1_RelatedPassagesResponse__Out } from '../../../libtrails/library/v1/RelatedPassagesResponse.ts';
import type { RelatedRequest as _libtrails_library_v1_RelatedRequest, RelatedRequest__Out as _libtrails_library_v1_RelatedRequest__Out } from '../../../libtrails/library/v1/RelatedRequest.ts';
import type { RelatedResponse as _libtrails_library_v1_RelatedResponse, RelatedResponse__Out as _libtrails_library_v1_RelatedResponse__Out } from '../../../libtrails/library/v1/RelatedResponse.ts';
import type { ResolvePlaceRequest as _libtrails_library_v1_ResolvePlaceRequest, ResolvePlaceRequest__Out as _libtrails_library_v1_ResolvePlaceRequest__Out } from '../../../libtrails/library/v1/ResolvePlaceRequest.ts';
import type { ResolvedPlace as _libtrails_library_v1_ResolvedPlace, ResolvedPlace__Out as _libtrails_library_v1_ResolvedPlace__Out } from '../../../libtrails/library/v1/ResolvedPlace.ts';
import type { SearchRequest as _libtrails_library_v1_SearchRequest, SearchRequest__Out as _libtrails_library_v1_SearchRequest__Out } from '../../../libtrails/library/v1/SearchRequest.ts';
import type { SearchResponse as _libtrails_library_v1_SearchResponse, SearchResponse__Out as _libtrails_library_v1_SearchResponse__Out } from '../../../libtrails/library/v1/SearchResponse.ts';
import type { SectionText as _libtrails_library_v1_SectionText, SectionText__Out as _libtrails_library_v1_SectionText__Out } from '../../../libtrails/library/v1/SectionText.ts';
import type { StatusRequest as _libtrails_library_v1_StatusRequest, StatusRequest__Out as _libtrails_library_v1_StatusRequest__Out } from '../../../libtrails/library/v1/StatusRequest.ts';
import type { StatusResponse as _libtrails_library_v1_StatusResponse, StatusResponse__Out as _libtrails_library_v1_StatusResponse__Out } from '../../../libtrails/library/v1/StatusResponse.ts';
import type { SuggestRequest as _libtrails_library_v1_SuggestRequest, SuggestRequest__Out as _libtrails_library_v1_SuggestRequest__Out } from '../../../libtrails/library/v1/SuggestRequest.ts';
import type { SuggestResponse as _libtrails_library_v1_SuggestResponse, SuggestResponse__Out as _libtrails_library_v1_SuggestResponse__Out } from '../../../libtrails/library/v1/SuggestResponse.ts';
import type { ThemeDetail as _libtrails_library_v1_ThemeDetail, ThemeDetail__Out as _libtrails_library_v1_ThemeDetail__Out } from '../../../libtrails/library/v1/ThemeDetail.ts';
import type { TopicDetail as _libtrails_library_v1_TopicDetail, TopicDetail__Out as _libtrails_library_v1_TopicDetail__Out } from '../../../libtrails/library/v1/TopicDetail.ts';
import type { TrailRequest as _libtrails_library_v1_TrailRequest, TrailRequest__Out as _libtrails_library_v1_TrailRequest__Out } from '../../../libtrails/library/v1/TrailRequest.ts';
import type { TrailResponse as _libtrails_library_v1_TrailResponse, TrailResponse__Out as _libtrails_library_v1_TrailResponse__Out } from '../../../libtrails/library/v1/TrailResponse.ts';
import type { UniverseRequest as _libtrails_library_v1_UniverseRequest, UniverseRequest__Out as _libtrails_library_v1_UniverseRequest__Out } from '../../../libtrails/library/v1/UniverseRequest.ts';
import type { UniverseResponse as _libtrails_library_v1_UniverseResponse, UniverseResponse__Out as _libtrails_library_v1_UniverseResponse__Out } from '../../../libtrails/library/v1/UniverseResponse.ts';

export interface LibraryServiceClient extends grpc.Client {
  GetBook(argument: _libtrails_library_v1_GetBookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_BookDetail__Out>): grpc.ClientUnaryCall;
  GetBook(argument: _libtrails_library_v1_GetBookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_BookDetail__Out>): grpc.ClientUnaryCall;
  GetBook(argument: _libtrails_library_v1_GetBookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_BookDetail__Out>): grpc.ClientUnaryCall;
  GetBook(argument: _libtrails_library_v1_GetBookRequest, callback: grpc.requestCallback<_libtrails_library_v1_BookDetail__Out>): grpc.ClientUnaryCall;
  getBook(argument: _libtrails_library_v1_GetBookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_BookDetail__Out>): grpc.ClientUnaryCall;
  getBook(argument: _libtrails_library_v1_GetBookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_BookDetail__Out>): grpc.ClientUnaryCall;
  getBook(argument: _libtrails_library_v1_GetBookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_BookDetail__Out>): grpc.ClientUnaryCall;
  getBook(argument: _libtrails_library_v1_GetBookRequest, callback: grpc.requestCallback<_libtrails_library_v1_BookDetail__Out>): grpc.ClientUnaryCall;
  
  GetCover(argument: _libtrails_library_v1_GetCoverRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_Cover__Out>): grpc.ClientUnaryCall;
  GetCover(argument: _libtrails_library_v1_GetCoverRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_Cover__Out>): grpc.ClientUnaryCall;
  GetCover(argument: _libtrails_library_v1_GetCoverRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_Cover__Out>): grpc.ClientUnaryCall;
  GetCover(argument: _libtrails_library_v1_GetCoverRequest, callback: grpc.requestCallback<_libtrails_library_v1_Cover__Out>): grpc.ClientUnaryCall;
  getCover(argument: _libtrails_library_v1_GetCoverRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_Cover__Out>): grpc.ClientUnaryCall;
  getCover(argument: _libtrails_library_v1_GetCoverRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_Cover__Out>): grpc.ClientUnaryCall;
  getCover(argument: _libtrails_library_v1_GetCoverRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_Cover__Out>): grpc.ClientUnaryCall;
  getCover(argument: _libtrails_library_v1_GetCoverRequest, callback: grpc.requestCallback<_libtrails_library_v1_Cover__Out>): grpc.ClientUnaryCall;
  
  GetDomain(argument: _libtrails_library_v1_GetDomainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_DomainDetail__Out>): grpc.ClientUnaryCall;
  GetDomain(argument: _libtrails_library_v1_GetDomainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_DomainDetail__Out>): grpc.ClientUnaryCall;
  GetDomain(argument: _libtrails_library_v1_GetDomainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_DomainDetail__Out>): grpc.ClientUnaryCall;
  GetDomain(argument: _libtrails_library_v1_GetDomainRequest, callback: grpc.requestCallback<_libtrails_library_v1_DomainDetail__Out>): grpc.ClientUnaryCall;
  getDomain(argument: _libtrails_library_v1_GetDomainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_DomainDetail__Out>): grpc.ClientUnaryCall;
  getDomain(argument: _libtrails_library_v1_GetDomainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_DomainDetail__Out>): grpc.ClientUnaryCall;
  getDomain(argument: _libtrails_library_v1_GetDomainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_DomainDetail__Out>): grpc.ClientUnaryCall;
  getDomain(argument: _libtrails_library_v1_GetDomainRequest, callback: grpc.requestCallback<_libtrails_library_v1_DomainDetail__Out>): grpc.ClientUnaryCall;
  
  GetJourney(argument: _libtrails_library_v1_GetBookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_Journey__Out>): grpc.ClientUnaryCall;
  GetJourney(argument: _libtrails_library_v1_GetBookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_Journey__Out>): grpc.ClientUnaryCall;
  GetJourney(argument: _libtrails_library_v1_GetBookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_Journey__Out>): grpc.ClientUnaryCall;
  GetJourney(argument: _libtrails_library_v1_GetBookRequest, callback: grpc.requestCallback<_libtrails_library_v1_Journey__Out>): grpc.ClientUnaryCall;
  getJourney(argument: _libtrails_library_v1_GetBookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_Journey__Out>): grpc.ClientUnaryCall;
  getJourney(argument: _libtrails_library_v1_GetBookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_Journey__Out>): grpc.ClientUnaryCall;
  getJourney(argument: _libtrails_library_v1_GetBookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_Journey__Out>): grpc.ClientUnaryCall;
  getJourney(argument: _libtrails_library_v1_GetBookRequest, callback: grpc.requestCallback<_libtrails_library_v1_Journey__Out>): grpc.ClientUnaryCall;
  
  GetPassage(argument: _libtrails_library_v1_GetPassageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_PassageContext__Out>): grpc.ClientUnaryCall;
  GetPassage(argument: _libtrails_library_v1_GetPassageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_PassageContext__Out>): grpc.ClientUnaryCall;
  GetPassage(argument: _libtrails_library_v1_GetPassageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_PassageContext__Out>): grpc.ClientUnaryCall;
  GetPassage(argument: _libtrails_library_v1_GetPassageRequest, callback: grpc.requestCallback<_libtrails_library_v1_PassageContext__Out>): grpc.ClientUnaryCall;
  getPassage(argument: _libtrails_library_v1_GetPassageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_PassageContext__Out>): grpc.ClientUnaryCall;
  getPassage(argument: _libtrails_library_v1_GetPassageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_PassageContext__Out>): grpc.ClientUnaryCall;
  getPassage(argument: _libtrails_library_v1_GetPassageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_PassageContext__Out>): grpc.ClientUnaryCall;
  getPassage(argument: _libtrails_library_v1_GetPassageRequest, callback: grpc.requestCallback<_libtrails_library_v1_PassageContext__Out>): grpc.ClientUnaryCall;
  
  GetSection(argument: _libtrails_library_v1_GetSectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SectionText__Out>): grpc.ClientUnaryCall;
  GetSection(argument: _libtrails_library_v1_GetSectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_SectionText__Out>): grpc.ClientUnaryCall;
  GetSection(argument: _libtrails_library_v1_GetSectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SectionText__Out>): grpc.ClientUnaryCall;
  GetSection(argument: _libtrails_library_v1_GetSectionRequest, callback: grpc.requestCallback<_libtrails_library_v1_SectionText__Out>): grpc.ClientUnaryCall;
  getSection(argument: _libtrails_library_v1_GetSectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SectionText__Out>): grpc.ClientUnaryCall;
  getSection(argument: _libtrails_library_v1_GetSectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_SectionText__Out>): grpc.ClientUnaryCall;
  getSection(argument: _libtrails_library_v1_GetSectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SectionText__Out>): grpc.ClientUnaryCall;
  getSection(argument: _libtrails_library_v1_GetSectionRequest, callback: grpc.requestCallback<_libtrails_library_v1_SectionText__Out>): grpc.ClientUnaryCall;
  
  GetTheme(argument: _libtrails_library_v1_GetThemeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ThemeDetail__Out>): grpc.ClientUnaryCall;
  GetTheme(argument: _libtrails_library_v1_GetThemeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ThemeDetail__Out>): grpc.ClientUnaryCall;
  GetTheme(argument: _libtrails_library_v1_GetThemeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ThemeDetail__Out>): grpc.ClientUnaryCall;
  GetTheme(argument: _libtrails_library_v1_GetThemeRequest, callback: grpc.requestCallback<_libtrails_library_v1_ThemeDetail__Out>): grpc.ClientUnaryCall;
  getTheme(argument: _libtrails_library_v1_GetThemeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ThemeDetail__Out>): grpc.ClientUnaryCall;
  getTheme(argument: _libtrails_library_v1_GetThemeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ThemeDetail__Out>): grpc.ClientUnaryCall;
  getTheme(argument: _libtrails_library_v1_GetThemeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ThemeDetail__Out>): grpc.ClientUnaryCall;
  getTheme(argument: _libtrails_library_v1_GetThemeRequest, callback: grpc.requestCallback<_libtrails_library_v1_ThemeDetail__Out>): grpc.ClientUnaryCall;
  
  GetTopic(argument: _libtrails_library_v1_GetTopicRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_TopicDetail__Out>): grpc.ClientUnaryCall;
  GetTopic(argument: _libtrails_library_v1_GetTopicRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_TopicDetail__Out>): grpc.ClientUnaryCall;
  GetTopic(argument: _libtrails_library_v1_GetTopicRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_TopicDetail__Out>): grpc.ClientUnaryCall;
  GetTopic(argument: _libtrails_library_v1_GetTopicRequest, callback: grpc.requestCallback<_libtrails_library_v1_TopicDetail__Out>): grpc.ClientUnaryCall;
  getTopic(argument: _libtrails_library_v1_GetTopicRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_TopicDetail__Out>): grpc.ClientUnaryCall;
  getTopic(argument: _libtrails_library_v1_GetTopicRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_TopicDetail__Out>): grpc.ClientUnaryCall;
  getTopic(argument: _libtrails_library_v1_GetTopicRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_TopicDetail__Out>): grpc.ClientUnaryCall;
  getTopic(argument: _libtrails_library_v1_GetTopicRequest, callback: grpc.requestCallback<_libtrails_library_v1_TopicDetail__Out>): grpc.ClientUnaryCall;
  
  ListBooks(argument: _libtrails_library_v1_ListBooksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListBooksResponse__Out>): grpc.ClientUnaryCall;
  ListBooks(argument: _libtrails_library_v1_ListBooksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ListBooksResponse__Out>): grpc.ClientUnaryCall;
  ListBooks(argument: _libtrails_library_v1_ListBooksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListBooksResponse__Out>): grpc.ClientUnaryCall;
  ListBooks(argument: _libtrails_library_v1_ListBooksRequest, callback: grpc.requestCallback<_libtrails_library_v1_ListBooksResponse__Out>): grpc.ClientUnaryCall;
  listBooks(argument: _libtrails_library_v1_ListBooksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListBooksResponse__Out>): grpc.ClientUnaryCall;
  listBooks(argument: _libtrails_library_v1_ListBooksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ListBooksResponse__Out>): grpc.ClientUnaryCall;
  listBooks(argument: _libtrails_library_v1_ListBooksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListBooksResponse__Out>): grpc.ClientUnaryCall;
  listBooks(argument: _libtrails_library_v1_ListBooksRequest, callback: grpc.requestCallback<_libtrails_library_v1_ListBooksResponse__Out>): grpc.ClientUnaryCall;
  
  ListDomains(argument: _libtrails_library_v1_ListDomainsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListDomainsResponse__Out>): grpc.ClientUnaryCall;
  ListDomains(argument: _libtrails_library_v1_ListDomainsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ListDomainsResponse__Out>): grpc.ClientUnaryCall;
  ListDomains(argument: _libtrails_library_v1_ListDomainsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListDomainsResponse__Out>): grpc.ClientUnaryCall;
  ListDomains(argument: _libtrails_library_v1_ListDomainsRequest, callback: grpc.requestCallback<_libtrails_library_v1_ListDomainsResponse__Out>): grpc.ClientUnaryCall;
  listDomains(argument: _libtrails_library_v1_ListDomainsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListDomainsResponse__Out>): grpc.ClientUnaryCall;
  listDomains(argument: _libtrails_library_v1_ListDomainsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ListDomainsResponse__Out>): grpc.ClientUnaryCall;
  listDomains(argument: _libtrails_library_v1_ListDomainsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListDomainsResponse__Out>): grpc.ClientUnaryCall;
  listDomains(argument: _libtrails_library_v1_ListDomainsRequest, callback: grpc.requestCallback<_libtrails_library_v1_ListDomainsResponse__Out>): grpc.ClientUnaryCall;
  
  ListSignals(argument: _libtrails_library_v1_ListSignalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListSignalsResponse__Out>): grpc.ClientUnaryCall;
  ListSignals(argument: _libtrails_library_v1_ListSignalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ListSignalsResponse__Out>): grpc.ClientUnaryCall;
  ListSignals(argument: _libtrails_library_v1_ListSignalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListSignalsResponse__Out>): grpc.ClientUnaryCall;
  ListSignals(argument: _libtrails_library_v1_ListSignalsRequest, callback: grpc.requestCallback<_libtrails_library_v1_ListSignalsResponse__Out>): grpc.ClientUnaryCall;
  listSignals(argument: _libtrails_library_v1_ListSignalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListSignalsResponse__Out>): grpc.ClientUnaryCall;
  listSignals(argument: _libtrails_library_v1_ListSignalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ListSignalsResponse__Out>): grpc.ClientUnaryCall;
  listSignals(argument: _libtrails_library_v1_ListSignalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListSignalsResponse__Out>): grpc.ClientUnaryCall;
  listSignals(argument: _libtrails_library_v1_ListSignalsRequest, callback: grpc.requestCallback<_libtrails_library_v1_ListSignalsResponse__Out>): grpc.ClientUnaryCall;
  
  ListThemes(argument: _libtrails_library_v1_ListThemesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListThemesResponse__Out>): grpc.ClientUnaryCall;
  ListThemes(argument: _libtrails_library_v1_ListThemesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ListThemesResponse__Out>): grpc.ClientUnaryCall;
  ListThemes(argument: _libtrails_library_v1_ListThemesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListThemesResponse__Out>): grpc.ClientUnaryCall;
  ListThemes(argument: _libtrails_library_v1_ListThemesRequest, callback: grpc.requestCallback<_libtrails_library_v1_ListThemesResponse__Out>): grpc.ClientUnaryCall;
  listThemes(argument: _libtrails_library_v1_ListThemesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListThemesResponse__Out>): grpc.ClientUnaryCall;
  listThemes(argument: _libtrails_library_v1_ListThemesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ListThemesResponse__Out>): grpc.ClientUnaryCall;
  listThemes(argument: _libtrails_library_v1_ListThemesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ListThemesResponse__Out>): grpc.ClientUnaryCall;
  listThemes(argument: _libtrails_library_v1_ListThemesRequest, callback: grpc.requestCallback<_libtrails_library_v1_ListThemesResponse__Out>): grpc.ClientUnaryCall;
  
  Related(argument: _libtrails_library_v1_RelatedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_RelatedResponse__Out>): grpc.ClientUnaryCall;
  Related(argument: _libtrails_library_v1_RelatedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_RelatedResponse__Out>): grpc.ClientUnaryCall;
  Related(argument: _libtrails_library_v1_RelatedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_RelatedResponse__Out>): grpc.ClientUnaryCall;
  Related(argument: _libtrails_library_v1_RelatedRequest, callback: grpc.requestCallback<_libtrails_library_v1_RelatedResponse__Out>): grpc.ClientUnaryCall;
  related(argument: _libtrails_library_v1_RelatedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_RelatedResponse__Out>): grpc.ClientUnaryCall;
  related(argument: _libtrails_library_v1_RelatedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_RelatedResponse__Out>): grpc.ClientUnaryCall;
  related(argument: _libtrails_library_v1_RelatedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_RelatedResponse__Out>): grpc.ClientUnaryCall;
  related(argument: _libtrails_library_v1_RelatedRequest, callback: grpc.requestCallback<_libtrails_library_v1_RelatedResponse__Out>): grpc.ClientUnaryCall;
  
  RelatedPassages(argument: _libtrails_library_v1_RelatedPassagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_RelatedPassagesResponse__Out>): grpc.ClientUnaryCall;
  RelatedPassages(argument: _libtrails_library_v1_RelatedPassagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_RelatedPassagesResponse__Out>): grpc.ClientUnaryCall;
  RelatedPassages(argument: _libtrails_library_v1_RelatedPassagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_RelatedPassagesResponse__Out>): grpc.ClientUnaryCall;
  RelatedPassages(argument: _libtrails_library_v1_RelatedPassagesRequest, callback: grpc.requestCallback<_libtrails_library_v1_RelatedPassagesResponse__Out>): grpc.ClientUnaryCall;
  relatedPassages(argument: _libtrails_library_v1_RelatedPassagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_RelatedPassagesResponse__Out>): grpc.ClientUnaryCall;
  relatedPassages(argument: _libtrails_library_v1_RelatedPassagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_RelatedPassagesResponse__Out>): grpc.ClientUnaryCall;
  relatedPassages(argument: _libtrails_library_v1_RelatedPassagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_RelatedPassagesResponse__Out>): grpc.ClientUnaryCall;
  relatedPassages(argument: _libtrails_library_v1_RelatedPassagesRequest, callback: grpc.requestCallback<_libtrails_library_v1_RelatedPassagesResponse__Out>): grpc.ClientUnaryCall;
  
  ResolvePlace(argument: _libtrails_library_v1_ResolvePlaceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ResolvedPlace__Out>): grpc.ClientUnaryCall;
  ResolvePlace(argument: _libtrails_library_v1_ResolvePlaceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ResolvedPlace__Out>): grpc.ClientUnaryCall;
  ResolvePlace(argument: _libtrails_library_v1_ResolvePlaceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ResolvedPlace__Out>): grpc.ClientUnaryCall;
  ResolvePlace(argument: _libtrails_library_v1_ResolvePlaceRequest, callback: grpc.requestCallback<_libtrails_library_v1_ResolvedPlace__Out>): grpc.ClientUnaryCall;
  resolvePlace(argument: _libtrails_library_v1_ResolvePlaceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ResolvedPlace__Out>): grpc.ClientUnaryCall;
  resolvePlace(argument: _libtrails_library_v1_ResolvePlaceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_ResolvedPlace__Out>): grpc.ClientUnaryCall;
  resolvePlace(argument: _libtrails_library_v1_ResolvePlaceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_ResolvedPlace__Out>): grpc.ClientUnaryCall;
  resolvePlace(argument: _libtrails_library_v1_ResolvePlaceRequest, callback: grpc.requestCallback<_libtrails_library_v1_ResolvedPlace__Out>): grpc.ClientUnaryCall;
  
  Search(argument: _libtrails_library_v1_SearchRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SearchResponse__Out>): grpc.ClientUnaryCall;
  Search(argument: _libtrails_library_v1_SearchRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_SearchResponse__Out>): grpc.ClientUnaryCall;
  Search(argument: _libtrails_library_v1_SearchRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SearchResponse__Out>): grpc.ClientUnaryCall;
  Search(argument: _libtrails_library_v1_SearchRequest, callback: grpc.requestCallback<_libtrails_library_v1_SearchResponse__Out>): grpc.ClientUnaryCall;
  search(argument: _libtrails_library_v1_SearchRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SearchResponse__Out>): grpc.ClientUnaryCall;
  search(argument: _libtrails_library_v1_SearchRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_SearchResponse__Out>): grpc.ClientUnaryCall;
  search(argument: _libtrails_library_v1_SearchRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SearchResponse__Out>): grpc.ClientUnaryCall;
  search(argument: _libtrails_library_v1_SearchRequest, callback: grpc.requestCallback<_libtrails_library_v1_SearchResponse__Out>): grpc.ClientUnaryCall;
  
  Status(argument: _libtrails_library_v1_StatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_StatusResponse__Out>): grpc.ClientUnaryCall;
  Status(argument: _libtrails_library_v1_StatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_StatusResponse__Out>): grpc.ClientUnaryCall;
  Status(argument: _libtrails_library_v1_StatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_StatusResponse__Out>): grpc.ClientUnaryCall;
  Status(argument: _libtrails_library_v1_StatusRequest, callback: grpc.requestCallback<_libtrails_library_v1_StatusResponse__Out>): grpc.ClientUnaryCall;
  status(argument: _libtrails_library_v1_StatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_StatusResponse__Out>): grpc.ClientUnaryCall;
  status(argument: _libtrails_library_v1_StatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_StatusResponse__Out>): grpc.ClientUnaryCall;
  status(argument: _libtrails_library_v1_StatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_StatusResponse__Out>): grpc.ClientUnaryCall;
  status(argument: _libtrails_library_v1_StatusRequest, callback: grpc.requestCallback<_libtrails_library_v1_StatusResponse__Out>): grpc.ClientUnaryCall;
  
  Suggest(argument: _libtrails_library_v1_SuggestRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SuggestResponse__Out>): grpc.ClientUnaryCall;
  Suggest(argument: _libtrails_library_v1_SuggestRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_SuggestResponse__Out>): grpc.ClientUnaryCall;
  Suggest(argument: _libtrails_library_v1_SuggestRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SuggestResponse__Out>): grpc.ClientUnaryCall;
  Suggest(argument: _libtrails_library_v1_SuggestRequest, callback: grpc.requestCallback<_libtrails_library_v1_SuggestResponse__Out>): grpc.ClientUnaryCall;
  suggest(argument: _libtrails_library_v1_SuggestRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SuggestResponse__Out>): grpc.ClientUnaryCall;
  suggest(argument: _libtrails_library_v1_SuggestRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_SuggestResponse__Out>): grpc.ClientUnaryCall;
  suggest(argument: _libtrails_library_v1_SuggestRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_SuggestResponse__Out>): grpc.ClientUnaryCall;
  suggest(argument: _libtrails_library_v1_SuggestRequest, callback: grpc.requestCallback<_libtrails_library_v1_SuggestResponse__Out>): grpc.ClientUnaryCall;
  
  Trail(argument: _libtrails_library_v1_TrailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_TrailResponse__Out>): grpc.ClientUnaryCall;
  Trail(argument: _libtrails_library_v1_TrailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_TrailResponse__Out>): grpc.ClientUnaryCall;
  Trail(argument: _libtrails_library_v1_TrailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_TrailResponse__Out>): grpc.ClientUnaryCall;
  Trail(argument: _libtrails_library_v1_TrailRequest, callback: grpc.requestCallback<_libtrails_library_v1_TrailResponse__Out>): grpc.ClientUnaryCall;
  trail(argument: _libtrails_library_v1_TrailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_TrailResponse__Out>): grpc.ClientUnaryCall;
  trail(argument: _libtrails_library_v1_TrailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_TrailResponse__Out>): grpc.ClientUnaryCall;
  trail(argument: _libtrails_library_v1_TrailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_TrailResponse__Out>): grpc.ClientUnaryCall;
  trail(argument: _libtrails_library_v1_TrailRequest, callback: grpc.requestCallback<_libtrails_library_v1_TrailResponse__Out>): grpc.ClientUnaryCall;
  
  Universe(argument: _libtrails_library_v1_UniverseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_UniverseResponse__Out>): grpc.ClientUnaryCall;
  Universe(argument: _libtrails_library_v1_UniverseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_UniverseResponse__Out>): grpc.ClientUnaryCall;
  Universe(argument: _libtrails_library_v1_UniverseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_UniverseResponse__Out>): grpc.ClientUnaryCall;
  Universe(argument: _libtrails_library_v1_UniverseRequest, callback: grpc.requestCallback<_libtrails_library_v1_UniverseResponse__Out>): grpc.ClientUnaryCall;
  universe(argument: _libtrails_library_v1_UniverseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_UniverseResponse__Out>): grpc.ClientUnaryCall;
  universe(argument: _libtrails_library_v1_UniverseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_library_v1_UniverseResponse__Out>): grpc.ClientUnaryCall;
  universe(argument: _libtrails_library_v1_UniverseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_library_v1_UniverseResponse__Out>): grpc.ClientUnaryCall;
  universe(argument: _libtrails_library_v1_UniverseRequest, callback: grpc.requestCallback<_libtrails_library_v1_UniverseResponse__Out>): grpc.ClientUnaryCall;
  
}

export interface LibraryServiceHandlers extends grpc.UntypedServiceImplementation {
  GetBook: grpc.handleUnaryCall<_libtrails_library_v1_GetBookRequest__Out, _libtrails_library_v1_BookDetail>;
  
  GetCover: grpc.handleUnaryCall<_libtrails_library_v1_GetCoverRequest__Out, _libtrails_library_v1_Cover>;
  
  GetDomain: grpc.handleUnaryCall<_libtrails_library_v1_GetDomainRequest__Out, _libtrails_library_v1_DomainDetail>;
  
  GetJourney: grpc.handleUnaryCall<_libtrails_library_v1_GetBookRequest__Out, _libtrails_library_v1_Journey>;
  
  GetPassage: grpc.handleUnaryCall<_libtrails_library_v1_GetPassageRequest__Out, _libtrails_library_v1_PassageContext>;
  
  GetSection: grpc.handleUnaryCall<_libtrails_library_v1_GetSectionRequest__Out, _libtrails_library_v1_SectionText>;
  
  GetTheme: grpc.handleUnaryCall<_libtrails_library_v1_GetThemeRequest__Out, _libtrails_library_v1_ThemeDetail>;
  
  GetTopic: grpc.handleUnaryCall<_libtrails_library_v1_GetTopicRequest__Out, _libtrails_library_v1_TopicDetail>;
  
  ListBooks: grpc.handleUnaryCall<_libtrails_library_v1_ListBooksRequest__Out, _libtrails_library_v1_ListBooksResponse>;
  
  ListDomains: grpc.handleUnaryCall<_libtrails_library_v1_ListDomainsRequest__Out, _libtrails_library_v1_ListDomainsResponse>;
  
  ListSignals: grpc.handleUnaryCall<_libtrails_library_v1_ListSignalsRequest__Out, _libtrails_library_v1_ListSignalsResponse>;
  
  ListThemes: grpc.handleUnaryCall<_libtrails_library_v1_ListThemesRequest__Out, _libtrails_library_v1_ListThemesResponse>;
  
  Related: grpc.handleUnaryCall<_libtrails_library_v1_RelatedRequest__Out, _libtrails_library_v1_RelatedResponse>;
  
  RelatedPassages: grpc.handleUnaryCall<_libtrails_library_v1_RelatedPassagesRequest__Out, _libtrails_library_v1_RelatedPassagesResponse>;
  
  ResolvePlace: grpc.handleUnaryCall<_libtrails_library_v1_ResolvePlaceRequest__Out, _libtrails_library_v1_ResolvedPlace>;
  
  Search: grpc.handleUnaryCall<_libtrails_library_v1_SearchRequest__Out, _libtrails_library_v1_SearchResponse>;
  
  Status: grpc.handleUnaryCall<_libtrails_library_v1_StatusRequest__Out, _libtrails_library_v1_StatusResponse>;
  
  Suggest: grpc.handleUnaryCall<_libtrails_library_v1_SuggestRequest__Out, _libtrails_library_v1_SuggestResponse>;
  
  Trail: grpc.handleUnaryCall<_libtrails_library_v1_TrailRequest__Out, _libtrails_library_v1_TrailResponse>;
  
  Universe: grpc.handleUnaryCall<_libtrails_library_v1_UniverseRequest__Out, _libtrails_library_v1_UniverseResponse>;
  
}

export interface LibraryServiceDefinition extends grpc.ServiceDefinition {
  GetBook: MethodDefinition<_libtrails_library_v1_GetBookRequest, _libtrails_library_v1_BookDetail, _libtrails_library_v1_GetBookRequest__Out, _libtrails_library_v1_BookDetail__Out>
  GetCover: MethodDefinition<_libtrails_library_v1_GetCoverRequest, _libtrails_library_v1_Cover, _libtrails_library_v1_GetCoverRequest__Out, _libtrails_library_v1_Cover__Out>
  GetDomain: MethodDefinition<_libtrails_library_v1_GetDomainRequest, _libtrails_library_v1_DomainDetail, _libtrails_library_v1_GetDomainRequest__Out, _libtrails_library_v1_DomainDetail__Out>
  GetJourney: MethodDefinition<_libtrails_library_v1_GetBookRequest, _libtrails_library_v1_Journey, _libtrails_library_v1_GetBookRequest__Out, _libtrails_library_v1_Journey__Out>
  GetPassage: MethodDefinition<_libtrails_library_v1_GetPassageRequest, _libtrails_library_v1_PassageContext, _libtrails_library_v1_GetPassageRequest__Out, _libtrails_library_v1_PassageContext__Out>
  GetSection: MethodDefinition<_libtrails_library_v1_GetSectionRequest, _libtrails_library_v1_SectionText, _libtrails_library_v1_GetSectionRequest__Out, _libtrails_library_v1_SectionText__Out>
  GetTheme: MethodDefinition<_libtrails_library_v1_GetThemeRequest, _libtrails_library_v1_ThemeDetail, _libtrails_library_v1_GetThemeRequest__Out, _libtrails_library_v1_ThemeDetail__Out>
  GetTopic: MethodDefinition<_libtrails_library_v1_GetTopicRequest, _libtrails_library_v1_TopicDetail, _libtrails_library_v1_GetTopicRequest__Out, _libtrails_library_v1_TopicDetail__Out>
  ListBooks: MethodDefinition<_libtrails_library_v1_ListBooksRequest, _libtrails_library_v1_ListBooksResponse, _libtrails_library_v1_ListBooksRequest__Out, _libtrails_library_v1_ListBooksResponse__Out>
  ListDomains: MethodDefinition<_libtrails_library_v1_ListDomainsRequest, _libtrails_library_v1_ListDomainsResponse, _libtrails_library_v1_ListDomainsRequest__Out, _libtrails_library_v1_ListDomainsResponse__Out>
  ListSignals: MethodDefinition<_libtrails_library_v1_ListSignalsRequest, _libtrails_library_v1_ListSignalsResponse, _libtrails_library_v1_ListSignalsRequest__Out, _libtrails_library_v1_ListSignalsResponse__Out>
  ListThemes: MethodDefinition<_libtrails_library_v1_ListThemesRequest, _libtrails_library_v1_ListThemesResponse, _libtrails_library_v1_ListThemesRequest__Out, _libtrails_library_v1_ListThemesResponse__Out>
  Related: MethodDefinition<_libtrails_library_v1_RelatedRequest, _libtrails_library_v1_RelatedResponse, _libtrails_library_v1_RelatedRequest__Out, _libtrails_library_v1_RelatedResponse__Out>
  RelatedPassages: MethodDefinition<_libtrails_library_v1_RelatedPassagesRequest, _libtrails_library_v1_RelatedPassagesResponse, _libtrails_library_v1_RelatedPassagesRequest__Out, _libtrails_library_v1_RelatedPassagesResponse__Out>
  ResolvePlace: MethodDefinition<_libtrails_library_v1_ResolvePlaceRequest, _libtrails_library_v1_ResolvedPlace, _libtrails_library_v1_ResolvePlaceRequest__Out, _libtrails_library_v1_ResolvedPlace__Out>
  Search: MethodDefinition<_libtrails_library_v1_SearchRequest, _libtrails_library_v1_SearchResponse, _libtrails_library_v1_SearchRequest__Out, _libtrails_library_v1_SearchResponse__Out>
  Status: MethodDefinition<_libtrails_library_v1_StatusRequest, _libtrails_library_v1_StatusResponse, _libtrails_library_v1_StatusRequest__Out, _libtrails_library_v1_StatusResponse__Out>
  Suggest: MethodDefinition<_libtrails_library_v1_SuggestRequest, _libtrails_library_v1_SuggestResponse, _libtrails_library_v1_SuggestRequest__Out, _libtrails_library_v1_SuggestResponse__Out>
  Trail: MethodDefinition<_libtrails_library_v1_TrailRequest, _libtrails_library_v1_TrailResponse, _libtrails_library_v1_TrailRequest__Out, _libtrails_library_v1_TrailResponse__Out>
  Universe: MethodDefinition<_libtrails_library_v1_UniverseRequest, _libtrails_library_v1_UniverseResponse, _libtrails_library_v1_UniverseRequest__Out, _libtrails_library_v1_UniverseResponse__Out>
}

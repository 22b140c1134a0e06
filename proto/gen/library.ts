import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Block as _libtrails_library_v1_Block, Block__Out as _libtrails_library_v1_Block__Out } from './libtrails/library/v1/Block.ts';
import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from './libtrails/library/v1/Book.ts';
import type { BookCount as _libtrails_library_v1_BookCount, BookCount__Out as _libtrails_library_v1_BookCount__Out } from './libtrails/library/v1/BookCount.ts';
import type { BookDetail as _libtrails_library_v1_BookDetail, BookDetail__Out as _libtrails_library_v1_BookDetail__Out } from './libtrails/library/v1/BookDetail.ts';
import type { ContentsEntry as _libtrails_library_v1_ContentsEntry, ContentsEntry__Out as _libtrails_library_v1_ContentsEntry__Out } from './libtrails/library/v1/ContentsEntry.ts';
import type { Counts as _libtrails_library_v1_Counts, Counts__Out as _libtrails_library_v1_Counts__Out } from './libtrails/library/v1/Counts.ts';
import type { Cover as _libtrails_library_v1_Cover, Cover__Out as _libtrails_library_v1_Cover__Out } from './libtrails/library/v1/Cover.ts';
import type { Degradation as _libtrails_library_v1_Degradation, Degradation__Out as _libtrails_library_v1_Degradation__Out } from './libtrails/library/v1/Degradation.ts';
import type { DistinctTopic as _libtrails_library_v1_DistinctTopic, DistinctTopic__Out as _libtrails_library_v1_DistinctTopic__Out } from './libtrails/library/v1/DistinctTopic.ts';
import type { Domain as _libtrails_library_v1_Domain, Domain__Out as _libtrails_library_v1_Domain__Out } from './libtrails/library/v1/Domain.ts';
import type { DomainDetail as _libtrails_library_v1_DomainDetail, DomainDetail__Out as _libtrails_library_v1_DomainDetail__Out } from './libtrails/library/v1/DomainDetail.ts';
import type { DomainRef as _libtrails_library_v1_DomainRef, DomainRef__Out as _libtrails_library_v1_DomainRef__Out } from './libtrails/library/v1/DomainRef.ts';
import type { DomainShare as _libtrails_library_v1_DomainShare, DomainShare__Out as _libtrails_library_v1_DomainShare__Out } from './libtrails/library/v1/DomainShare.ts';
import type { EmbeddingStatus as _libtrails_library_v1_EmbeddingStatus, EmbeddingStatus__Out as _libtrails_library_v1_EmbeddingStatus__Out } from './libtrails/library/v1/EmbeddingStatus.ts';
import type { FacetValue as _libtrails_library_v1_FacetValue, FacetValue__Out as _libtrails_library_v1_FacetValue__Out } from './libtrails/library/v1/FacetValue.ts';
import type { Facets as _libtrails_library_v1_Facets, Facets__Out as _libtrails_library_v1_Facets__Out } from './libtrails/library/v1/Facets.ts';
import type { FieldMatch as _libtrails_library_v1_FieldMatch, FieldMatch__Out as _libtrails_library_v1_FieldMatch__Out } from './libtrails/library/v1/FieldMatch.ts';
import type { FilterCost as _libtrails_library_v1_FilterCost, FilterCost__Out as _libtrails_library_v1_FilterCost__Out } from './libtrails/library/v1/FilterCost.ts';
import type { GetBookRequest as _libtrails_library_v1_GetBookRequest, GetBookRequest__Out as _libtrails_library_v1_GetBookRequest__Out } from './libtrails/library/v1/GetBookRequest.ts';
import type { GetCoverRequest as _libtrails_library_v1_GetCoverRequest, GetCoverRequest__Out as _libtrails_library_v1_GetCoverRequest__Out } from './libtrails/library/v1/GetCoverRequest.ts';
import type { GetDomainRequest as _libtrails_library_v1_GetDomainRequest, GetDomainRequest__Out as _libtrails_library_v1_GetDomainRequest__Out } from './libtrails/library/v1/GetDomainRequest.ts';
import type { GetPassageRequest as _libtrails_library_v1_GetPassageRequest, GetPassageRequest__Out as _libtrails_library_v1_GetPassageRequest__Out } from './libtrails/library/v1/GetPassageRequest.ts';
import type { GetSectionRequest as _libtrails_library_v1_GetSectionRequest, GetSectionRequest__Out as _libtrails_library_v1_GetSectionRequest__Out } from './libtrails/library/v1/GetSectionRequest.ts';
import type { GetThemeRequest as _libtrails_library_v1_GetThemeRequest, GetThemeRequest__Out as _libtrails_library_v1_GetThemeRequest__Out } from './libtrails/library/v1/GetThemeRequest.ts';
import type { GetTopicRequest as _libtrails_library_v1_GetTopicRequest, GetTopicRequest__Out as _libtrails_library_v1_GetTopicRequest__Out } from './libtrails/library/v1/GetTopicRequest.ts';
import type { IndexVersion as _libtrails_library_v1_IndexVersion, IndexVersion__Out as _libtrails_library_v1_IndexVersion__Out } from './libtrails/library/v1/IndexVersion.ts';
import type { JobStatus as _libtrails_library_v1_JobStatus, JobStatus__Out as _libtrails_library_v1_JobStatus__Out } from './libtrails/library/v1/JobStatus.ts';
import type { Journey as _libtrails_library_v1_Journey, Journey__Out as _libtrails_library_v1_Journey__Out } from './libtrails/library/v1/Journey.ts';
import type { JourneyCell as _libtrails_library_v1_JourneyCell, JourneyCell__Out as _libtrails_library_v1_JourneyCell__Out } from './libtrails/library/v1/JourneyCell.ts';
import type { Latency as _libtrails_library_v1_Latency, Latency__Out as _libtrails_library_v1_Latency__Out } from './libtrails/library/v1/Latency.ts';
import type { LibraryServiceClient as _libtrails_library_v1_LibraryServiceClient, LibraryServiceDefinition as _libtrails_library_v1_LibraryServiceDefinition } from './libtrails/library/v1/LibraryService.ts';
import type { ListBooksRequest as _libtrails_library_v1_ListBooksRequest, ListBooksRequest__Out as _libtrails_library_v1_ListBooksRequest__Out } from './libtrails/library/v1/ListBooksRequest.ts';
import type { ListBooksResponse as _libtrails_library_v1_ListBooksResponse, ListBooksResponse__Out as _libtrails_library_v1_ListBooksResponse__Out } from './libtrails/library/v1/ListBooksResponse.ts';
import type { ListDomainsRequest as _libtrails_library_v1_ListDomainsRequest, ListDomainsRequest__Out as _libtrails_library_v1_ListDomainsRequest__Out } from './libtrails/library/v1/ListDomainsRequest.ts';
import type { ListDomainsResponse as _libtrails_library_v1_ListDomainsResponse, ListDomainsResponse__Out as _libtrails_library_v1_ListDomainsResponse__Out } from './libtrails/library/v1/ListDomainsResponse.ts';
import type { ListJobsResponse as _libtrails_library_v1_ListJobsResponse, ListJobsResponse__Out as _libtrails_library_v1_ListJobsResponse__Out } from './libtrails/library/v1/ListJobsResponse.ts';
import type { ListSignalsRequest as _libtrails_library_v1_ListSignalsRequest, ListSignalsRequest__Out as _libtrails_library_v1_ListSignalsRequest__Out } from './libtrails/library/v1/ListSignalsRequest.ts';
import type { ListSignalsResponse as _libtrails_library_v1_ListSignalsResponse, ListSignalsResponse__Out as _libtrails_library_v1_ListSignalsResponse__Out } from './libtrails/library/v1/ListSignalsResponse.ts';
import type { ListThemesRequest as _libtrails_library_v1_ListThemesRequest, ListThemesRequest__Out as _libtrails_library_v1_ListThemesRequest__Out } from './libtrails/library/v1/ListThemesRequest.ts';
import type { ListThemesResponse as _libtrails_library_v1_ListThemesResponse, ListThemesResponse__Out as _libtrails_library_v1_ListThemesResponse__Out } from './libtrails/library/v1/ListThemesResponse.ts';
import type { PageStart as _libtrails_library_v1_PageStart, PageStart__Out as _libtrails_library_v1_PageStart__Out } from './libtrails/library/v1/PageStart.ts';
import type { Passage as _libtrails_library_v1_Passage, Passage__Out as _libtrails_library_v1_Passage__Out } from './libtrails/library/v1/Passage.ts';
import type { PassageContext as _libtrails_library_v1_PassageContext, PassageContext__Out as _libtrails_library_v1_PassageContext__Out } from './libtrails/library/v1/PassageContext.ts';
import type { Problem as _libtrails_library_v1_Problem, Problem__Out as _libtrails_library_v1_Problem__Out } from './libtrails/library/v1/Problem.ts';
import type { Range as _libtrails_library_v1_Range, Range__Out as _libtrails_library_v1_Range__Out } from './libtrails/library/v1/Range.ts';
import type { RefusedFile as _libtrails_library_v1_RefusedFile, RefusedFile__Out as _libtrails_library_v1_RefusedFile__Out } from './libtrails/library/v1/RefusedFile.ts';
import type { RelatedBook as _libtrails_library_v1_RelatedBook, RelatedBook__Out as _libtrails_library_v1_RelatedBook__Out } from './libtrails/library/v1/RelatedBook.ts';
import type { RelatedPassage as _libtrails_library_v1_RelatedPassage, RelatedPassage__Out as _libtrails_library_v1_RelatedPassage__Out } from './libtrails/library/v1/RelatedPassage.ts';
import type { RelatedPassagesRequest as _libtrails_library_v1_RelatedPassagesRequest, RelatedPassagesRequest__Out as _libtrails_library_v1_RelatedPassagesRequest__Out } from './libtrails/library/v1/RelatedPassagesRequest.ts';
import type { RelatedPassagesResponse as _libtrails_library_v1_RelatedPassagesResponse, RelatedPassagesResponse__Out as _libtrails_library_v1_RelatedPassagesResponse__Out } from './libtrails/library/v1/RelatedPassagesResponse.ts';
import type { RelatedRequest as _libtrails_library_v1_RelatedRequest, RelatedRequest__Out as _libtrails_library_v1_RelatedRequest__Out } from './libtrails/library/v1/RelatedRequest.ts';
import type { RelatedResponse as _libtrails_library_v1_RelatedResponse, RelatedResponse__Out as _libtrails_library_v1_RelatedResponse__Out } from './libtrails/library/v1/RelatedResponse.ts';
import type { ResolvePlaceRequest as _libtrails_library_v1_ResolvePlaceRequest, ResolvePlaceRequest__Out as _libtrails_library_v1_ResolvePlaceRequest__Out } from './libtrails/library/v1/ResolvePlaceRequest.ts';
import type { ResolvedPlace as _libtrails_library_v1_ResolvedPlace, ResolvedPlace__Out as _libtrails_library_v1_ResolvedPlace__Out } from './libtrails/library/v1/ResolvedPlace.ts';
import type { Result as _libtrails_library_v1_Result, Result__Out as _libtrails_library_v1_Result__Out } from './libtrails/library/v1/Result.ts';
import type { Rights as _libtrails_library_v1_Rights, Rights__Out as _libtrails_library_v1_Rights__Out } from './libtrails/library/v1/Rights.ts';
import type { ScopeCount as _libtrails_library_v1_ScopeCount, ScopeCount__Out as _libtrails_library_v1_ScopeCount__Out } from './libtrails/library/v1/ScopeCount.ts';
import type { SearchFilters as _libtrails_library_v1_SearchFilters, SearchFilters__Out as _libtrails_library_v1_SearchFilters__Out } from './libtrails/library/v1/SearchFilters.ts';
import type { SearchRequest as _libtrails_library_v1_SearchRequest, SearchRequest__Out as _libtrails_library_v1_SearchRequest__Out } from './libtrails/library/v1/SearchRequest.ts';
import type { SearchResponse as _libtrails_library_v1_SearchResponse, SearchResponse__Out as _libtrails_library_v1_SearchResponse__Out } from './libtrails/library/v1/SearchResponse.ts';
import type { SectionRef as _libtrails_library_v1_SectionRef, SectionRef__Out as _libtrails_library_v1_SectionRef__Out } from './libtrails/library/v1/SectionRef.ts';
import type { SectionText as _libtrails_library_v1_SectionText, SectionText__Out as _libtrails_library_v1_SectionText__Out } from './libtrails/library/v1/SectionText.ts';
import type { SignalInfo as _libtrails_library_v1_SignalInfo, SignalInfo__Out as _libtrails_library_v1_SignalInfo__Out } from './libtrails/library/v1/SignalInfo.ts';
import type { SignalState as _libtrails_library_v1_SignalState, SignalState__Out as _libtrails_library_v1_SignalState__Out } from './libtrails/library/v1/SignalState.ts';
import type { SignalTrace as _libtrails_library_v1_SignalTrace, SignalTrace__Out as _libtrails_library_v1_SignalTrace__Out } from './libtrails/library/v1/SignalTrace.ts';
import type { StatusRequest as _libtrails_library_v1_StatusRequest, StatusRequest__Out as _libtrails_library_v1_StatusRequest__Out } from './libtrails/library/v1/StatusRequest.ts';
import type { StatusResponse as _libtrails_library_v1_StatusResponse, StatusResponse__Out as _libtrails_library_v1_StatusResponse__Out } from './libtrails/library/v1/StatusResponse.ts';
import type { SuggestRequest as _libtrails_library_v1_SuggestRequest, SuggestRequest__Out as _libtrails_library_v1_SuggestRequest__Out } from './libtrails/library/v1/SuggestRequest.ts';
import type { SuggestResponse as _libtrails_library_v1_SuggestResponse, SuggestResponse__Out as _libtrails_library_v1_SuggestResponse__Out } from './libtrails/library/v1/SuggestResponse.ts';
import type { Suggestion as _libtrails_library_v1_Suggestion, Suggestion__Out as _libtrails_library_v1_Suggestion__Out } from './libtrails/library/v1/Suggestion.ts';
import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from './libtrails/library/v1/Theme.ts';
import type { ThemeCard as _libtrails_library_v1_ThemeCard, ThemeCard__Out as _libtrails_library_v1_ThemeCard__Out } from './libtrails/library/v1/ThemeCard.ts';
import type { ThemeDetail as _libtrails_library_v1_ThemeDetail, ThemeDetail__Out as _libtrails_library_v1_ThemeDetail__Out } from './libtrails/library/v1/ThemeDetail.ts';
import type { ThemeNeighbour as _libtrails_library_v1_ThemeNeighbour, ThemeNeighbour__Out as _libtrails_library_v1_ThemeNeighbour__Out } from './libtrails/library/v1/ThemeNeighbour.ts';
import type { ThemeShare as _libtrails_library_v1_ThemeShare, ThemeShare__Out as _libtrails_library_v1_ThemeShare__Out } from './libtrails/library/v1/ThemeShare.ts';
import type { TookMs as _libtrails_library_v1_TookMs, TookMs__Out as _libtrails_library_v1_TookMs__Out } from './libtrails/library/v1/TookMs.ts';
import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from './libtrails/library/v1/Topic.ts';
import type { TopicDetail as _libtrails_library_v1_TopicDetail, TopicDetail__Out as _libtrails_library_v1_TopicDetail__Out } from './libtrails/library/v1/TopicDetail.ts';
import type { TopicPassage as _libtrails_library_v1_TopicPassage, TopicPassage__Out as _libtrails_library_v1_TopicPassage__Out } from './libtrails/library/v1/TopicPassage.ts';
import type { TrailLink as _libtrails_library_v1_TrailLink, TrailLink__Out as _libtrails_library_v1_TrailLink__Out } from './libtrails/library/v1/TrailLink.ts';
import type { TrailPin as _libtrails_library_v1_TrailPin, TrailPin__Out as _libtrails_library_v1_TrailPin__Out } from './libtrails/library/v1/TrailPin.ts';
import type { TrailRequest as _libtrails_library_v1_TrailRequest, TrailRequest__Out as _libtrails_library_v1_TrailRequest__Out } from './libtrails/library/v1/TrailRequest.ts';
import type { TrailResponse as _libtrails_library_v1_TrailResponse, TrailResponse__Out as _libtrails_library_v1_TrailResponse__Out } from './libtrails/library/v1/TrailResponse.ts';
import type { TrailStep as _libtrails_library_v1_TrailStep, TrailStep__Out as _libtrails_library_v1_TrailStep__Out } from './libtrails/library/v1/TrailStep.ts';
import type { UniversePoint as _libtrails_library_v1_UniversePoint, UniversePoint__Out as _libtrails_library_v1_UniversePoint__Out } from './libtrails/library/v1/UniversePoint.ts';
import type { UniverseRequest as _libtrails_library_v1_UniverseRequest, UniverseRequest__Out as _libtrails_library_v1_UniverseRequest__Out } from './libtrails/library/v1/UniverseRequest.ts';
import type { UniverseResponse as _libtrails_library_v1_UniverseResponse, UniverseResponse__Out as _libtrails_library_v1_UniverseResponse__Out } from './libtrails/library/v1/UniverseResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  libtrails: {
    library: {
      v1: {
        Block: MessageTypeDefinition<_libtrails_library_v1_Block, _libtrails_library_v1_Block__Out>
        Book: MessageTypeDefinition<_libtrails_library_v1_Book, _libtrails_library_v1_Book__Out>
        BookCount: MessageTypeDefinition<_libtrails_library_v1_BookCount, _libtrails_library_v1_BookCount__Out>
        BookDetail: MessageTypeDefinition<_libtrails_library_v1_BookDetail, _libtrails_library_v1_BookDetail__Out>
        ContentsEntry: MessageTypeDefinition<_libtrails_library_v1_ContentsEntry, _libtrails_library_v1_ContentsEntry__Out>
        Counts: MessageTypeDefinition<_libtrails_library_v1_Counts, _libtrails_library_v1_Counts__Out>
        Cover: MessageTypeDefinition<_libtrails_library_v1_Cover, _libtrails_library_v1_Cover__Out>
        Degradation: MessageTypeDefinition<_libtrails_library_v1_Degradation, _libtrails_library_v1_Degradation__Out>
        DistinctTopic: MessageTypeDefinition<_libtrails_library_v1_DistinctTopic, _libtrails_library_v1_DistinctTopic__Out>
        Domain: MessageTypeDefinition<_libtrails_library_v1_Domain, _libtrails_library_v1_Domain__Out>
        DomainDetail: MessageTypeDefinition<_libtrails_library_v1_DomainDetail, _libtrails_library_v1_DomainDetail__Out>
        DomainRef: MessageTypeDefinition<_libtrails_library_v1_DomainRef, _libtrails_library_v1_DomainRef__Out>
        DomainShare: MessageTypeDefinition<_libtrails_library_v1_DomainShare, _libtrails_library_v1_DomainShare__Out>
        EmbeddingStatus: MessageTypeDefinition<_libtrails_library_v1_EmbeddingStatus, _libtrails_library_v1_EmbeddingStatus__Out>
        FacetValue: MessageTypeDefinition<_libtrails_library_v1_FacetValue, _libtrails_library_v1_FacetValue__Out>
        Facets: MessageTypeDefinition<_libtrails_library_v1_Facets, _libtrails_library_v1_Facets__Out>
        FieldMatch: MessageTypeDefinition<_libtrails_library_v1_FieldMatch, _libtrails_library_v1_FieldMatch__Out>
        FilterCost: MessageTypeDefinition<_libtrails_library_v1_FilterCost, _libtrails_library_v1_FilterCost__Out>
        GetBookRequest: MessageTypeDefinition<_libtrails_library_v1_GetBookRequest, _libtrails_library_v1_GetBookRequest__Out>
        GetCoverRequest: MessageTypeDefinition<_libtrails_library_v1_GetCoverRequest, _libtrails_library_v1_GetCoverRequest__Out>
        GetDomainRequest: MessageTypeDefinition<_libtrails_library_v1_GetDomainRequest, _libtrails_library_v1_GetDomainRequest__Out>
        GetPassageRequest: MessageTypeDefinition<_libtrails_library_v1_GetPassageRequest, _libtrails_library_v1_GetPassageRequest__Out>
        GetSectionRequest: MessageTypeDefinition<_libtrails_library_v1_GetSectionRequest, _libtrails_library_v1_GetSectionRequest__Out>
        GetThemeRequest: MessageTypeDefinition<_libtrails_library_v1_GetThemeRequest, _libtrails_library_v1_GetThemeRequest__Out>
        GetTopicRequest: MessageTypeDefinition<_libtrails_library_v1_GetTopicRequest, _libtrails_library_v1_GetTopicRequest__Out>
        IndexVersion: MessageTypeDefinition<_libtrails_library_v1_IndexVersion, _libtrails_library_v1_IndexVersion__Out>
        JobStatus: MessageTypeDefinition<_libtrails_library_v1_JobStatus, _libtrails_library_v1_JobStatus__Out>
        Journey: MessageTypeDefinition<_libtrails_library_v1_Journey, _libtrails_library_v1_Journey__Out>
        JourneyCell: MessageTypeDefinition<_libtrails_library_v1_JourneyCell, _libtrails_library_v1_JourneyCell__Out>
        Latency: MessageTypeDefinition<_libtrails_library_v1_Latency, _libtrails_library_v1_Latency__Out>
        LibraryService: SubtypeConstructor<typeof grpc.Client, _libtrails_library_v1_LibraryServiceClient> & { service: _libtrails_library_v1_LibraryServiceDefinition }
        ListBooksRequest: MessageTypeDefinition<_libtrails_library_v1_ListBooksRequest, _libtrails_library_v1_ListBooksRequest__Out>
        ListBooksResponse: MessageTypeDefinition<_libtrails_library_v1_ListBooksResponse, _libtrails_library_v1_ListBooksResponse__Out>
        ListDomainsRequest: MessageTypeDefinition<_libtrails_library_v1_ListDomainsRequest, _libtrails_library_v1_ListDomainsRequest__Out>
        ListDomainsResponse: MessageTypeDefinition<_libtrails_library_v1_ListDomainsResponse, _libtrails_library_v1_ListDomainsResponse__Out>
        ListJobsResponse: MessageTypeDefinition<_libtrails_library_v1_ListJobsResponse, _libtrails_library_v1_ListJobsResponse__Out>
        ListSignalsRequest: MessageTypeDefinition<_libtrails_library_v1_ListSignalsRequest, _libtrails_library_v1_ListSignalsRequest__Out>
        ListSignalsResponse: MessageTypeDefinition<_libtrails_library_v1_ListSignalsResponse, _libtrails_library_v1_ListSignalsResponse__Out>
        ListThemesRequest: MessageTypeDefinition<_libtrails_library_v1_ListThemesRequest, _libtrails_library_v1_ListThemesRequest__Out>
        ListThemesResponse: MessageTypeDefinition<_libtrails_library_v1_ListThemesResponse, _libtrails_library_v1_ListThemesResponse__Out>
        Mode: EnumTypeDefinition
        PageStart: MessageTypeDefinition<_libtrails_library_v1_PageStart, _libtrails_library_v1_PageStart__Out>
        Passage: MessageTypeDefinition<_libtrails_library_v1_Passage, _libtrails_library_v1_Passage__Out>
        PassageContext: MessageTypeDefinition<_libtrails_library_v1_PassageContext, _libtrails_library_v1_PassageContext__Out>
        Problem: MessageTypeDefinition<_libtrails_library_v1_Problem, _libtrails_library_v1_Problem__Out>
        Range: MessageTypeDefinition<_libtrails_library_v1_Range, _libtrails_library_v1_Range__Out>
        RefusedFile: MessageTypeDefinition<_libtrails_library_v1_RefusedFile, _libtrails_library_v1_RefusedFile__Out>
        RelatedBook: MessageTypeDefinition<_libtrails_library_v1_RelatedBook, _libtrails_library_v1_RelatedBook__Out>
        RelatedPassage: MessageTypeDefinition<_libtrails_library_v1_RelatedPassage, _libtrails_library_v1_RelatedPassage__Out>
        RelatedPassagesRequest: MessageTypeDefinition<_libtrails_library_v1_RelatedPassagesRequest, _libtrails_library_v1_RelatedPassagesRequest__Out>
        RelatedPassagesResponse: MessageTypeDefinition<_libtrails_library_v1_RelatedPassagesResponse, _libtrails_library_v1_RelatedPassagesResponse__Out>
        RelatedRequest: MessageTypeDefinition<_libtrails_library_v1_RelatedRequest, _libtrails_library_v1_RelatedRequest__Out>
        RelatedResponse: MessageTypeDefinition<_libtrails_library_v1_RelatedResponse, _libtrails_library_v1_RelatedResponse__Out>
        ResolvePlaceRequest: MessageTypeDefinition<_libtrails_library_v1_ResolvePlaceRequest, _libtrails_library_v1_ResolvePlaceRequest__Out>
        ResolvedPlace: MessageTypeDefinition<_libtrails_library_v1_ResolvedPlace, _libtrails_library_v1_ResolvedPlace__Out>
        Result: MessageTypeDefinition<_libtrails_library_v1_Result, _libtrails_library_v1_Result__Out>
        Rights: MessageTypeDefinition<_libtrails_library_v1_Rights, _libtrails_library_v1_Rights__Out>
        Scope: EnumTypeDefinition
        ScopeCount: MessageTypeDefinition<_libtrails_library_v1_ScopeCount, _libtrails_library_v1_ScopeCount__Out>
        SearchFilters: MessageTypeDefinition<_libtrails_library_v1_SearchFilters, _libtrails_library_v1_SearchFilters__Out>
        SearchRequest: MessageTypeDefinition<_libtrails_library_v1_SearchRequest, _libtrails_library_v1_SearchRequest__Out>
        SearchResponse: MessageTypeDefinition<_libtrails_library_v1_SearchResponse, _libtrails_library_v1_SearchResponse__Out>
        SectionRef: MessageTypeDefinition<_libtrails_library_v1_SectionRef, _libtrails_library_v1_SectionRef__Out>
        SectionText: MessageTypeDefinition<_libtrails_library_v1_SectionText, _libtrails_library_v1_SectionText__Out>
        SignalInfo: MessageTypeDefinition<_libtrails_library_v1_SignalInfo, _libtrails_library_v1_SignalInfo__Out>
        SignalState: MessageTypeDefinition<_libtrails_library_v1_SignalState, _libtrails_library_v1_SignalState__Out>
        SignalTrace: MessageTypeDefinition<_libtrails_library_v1_SignalTrace, _libtrails_library_v1_SignalTrace__Out>
        StatusRequest: MessageTypeDefinition<_libtrails_library_v1_StatusRequest, _libtrails_library_v1_StatusRequest__Out>
        StatusResponse: MessageTypeDefinition<_libtrails_library_v1_StatusResponse, _libtrails_library_v1_StatusResponse__Out>
        SuggestRequest: MessageTypeDefinition<_libtrails_library_v1_SuggestRequest, _libtrails_library_v1_SuggestRequest__Out>
        SuggestResponse: MessageTypeDefinition<_libtrails_library_v1_SuggestResponse, _libtrails_library_v1_SuggestResponse__Out>
        Suggestion: MessageTypeDefinition<_libtrails_library_v1_Suggestion, _libtrails_library_v1_Suggestion__Out>
        Theme: MessageTypeDefinition<_libtrails_library_v1_Theme, _libtrails_library_v1_Theme__Out>
        ThemeCard: MessageTypeDefinition<_libtrails_library_v1_ThemeCard, _libtrails_library_v1_ThemeCard__Out>
        ThemeDetail: MessageTypeDefinition<_libtrails_library_v1_ThemeDetail, _libtrails_library_v1_ThemeDetail__Out>
        ThemeNeighbour: MessageTypeDefinition<_libtrails_library_v1_ThemeNeighbour, _libtrails_library_v1_ThemeNeighbour__Out>
        ThemeShare: MessageTypeDefinition<_libtrails_library_v1_ThemeShare, _libtrails_library_v1_ThemeShare__Out>
        TookMs: MessageTypeDefinition<_libtrails_library_v1_TookMs, _libtrails_library_v1_TookMs__Out>
        Topic: MessageTypeDefinition<_libtrails_library_v1_Topic, _libtrails_library_v1_Topic__Out>
        TopicDetail: MessageTypeDefinition<_libtrails_library_v1_TopicDetail, _libtrails_library_v1_TopicDetail__Out>
        TopicPassage: MessageTypeDefinition<_libtrails_library_v1_TopicPassage, _libtrails_library_v1_TopicPassage__Out>
        TrailLink: MessageTypeDefinition<_libtrails_library_v1_TrailLink, _libtrails_library_v1_TrailLink__Out>
        TrailPin: MessageTypeDefinition<_libtrails_library_v1_TrailPin, _libtrails_library_v1_TrailPin__Out>
        TrailRequest: MessageTypeDefinition<_libtrails_library_v1_TrailRequest, _libtrails_library_v1_TrailRequest__Out>
        TrailResponse: MessageTypeDefinition<_libtrails_library_v1_TrailResponse, _libtrails_library_v1_TrailResponse__Out>
        TrailStep: MessageTypeDefinition<_libtrails_library_v1_TrailStep, _libtrails_library_v1_TrailStep__Out>
        UniversePoint: MessageTypeDefinition<_libtrails_library_v1_UniversePoint, _libtrails_library_v1_UniversePoint__Out>
        UniverseRequest: MessageTypeDefinition<_libtrails_library_v1_UniverseRequest, _libtrails_library_v1_UniverseRequest__Out>
        UniverseResponse: MessageTypeDefinition<_libtrails_library_v1_UniverseResponse, _libtrails_library_v1_UniverseResponse__Out>
      }
    }
  }
}


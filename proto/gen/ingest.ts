import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Backup as _libtrails_ingest_v1_Backup, Backup__Out as _libtrails_ingest_v1_Backup__Out } from './libtrails/ingest/v1/Backup.ts';
import type { BlockSpan as _libtrails_ingest_v1_BlockSpan, BlockSpan__Out as _libtrails_ingest_v1_BlockSpan__Out } from './libtrails/ingest/v1/BlockSpan.ts';
import type { BookFooter as _libtrails_ingest_v1_BookFooter, BookFooter__Out as _libtrails_ingest_v1_BookFooter__Out } from './libtrails/ingest/v1/BookFooter.ts';
import type { BookHeader as _libtrails_ingest_v1_BookHeader, BookHeader__Out as _libtrails_ingest_v1_BookHeader__Out } from './libtrails/ingest/v1/BookHeader.ts';
import type { BookMetadata as _libtrails_ingest_v1_BookMetadata, BookMetadata__Out as _libtrails_ingest_v1_BookMetadata__Out } from './libtrails/ingest/v1/BookMetadata.ts';
import type { BookPhrase as _libtrails_ingest_v1_BookPhrase, BookPhrase__Out as _libtrails_ingest_v1_BookPhrase__Out } from './libtrails/ingest/v1/BookPhrase.ts';
import type { CancelJobRequest as _libtrails_ingest_v1_CancelJobRequest, CancelJobRequest__Out as _libtrails_ingest_v1_CancelJobRequest__Out } from './libtrails/ingest/v1/CancelJobRequest.ts';
import type { CatalogueEntry as _libtrails_ingest_v1_CatalogueEntry, CatalogueEntry__Out as _libtrails_ingest_v1_CatalogueEntry__Out } from './libtrails/ingest/v1/CatalogueEntry.ts';
import type { Chunk as _libtrails_ingest_v1_Chunk, Chunk__Out as _libtrails_ingest_v1_Chunk__Out } from './libtrails/ingest/v1/Chunk.ts';
import type { ChunkBatch as _libtrails_ingest_v1_ChunkBatch, ChunkBatch__Out as _libtrails_ingest_v1_ChunkBatch__Out } from './libtrails/ingest/v1/ChunkBatch.ts';
import type { ChunkTopic as _libtrails_ingest_v1_ChunkTopic, ChunkTopic__Out as _libtrails_ingest_v1_ChunkTopic__Out } from './libtrails/ingest/v1/ChunkTopic.ts';
import type { CoverImage as _libtrails_ingest_v1_CoverImage, CoverImage__Out as _libtrails_ingest_v1_CoverImage__Out } from './libtrails/ingest/v1/CoverImage.ts';
import type { CoverSize as _libtrails_ingest_v1_CoverSize, CoverSize__Out as _libtrails_ingest_v1_CoverSize__Out } from './libtrails/ingest/v1/CoverSize.ts';
import type { CreateBackupRequest as _libtrails_ingest_v1_CreateBackupRequest, CreateBackupRequest__Out as _libtrails_ingest_v1_CreateBackupRequest__Out } from './libtrails/ingest/v1/CreateBackupRequest.ts';
import type { CreateJobRequest as _libtrails_ingest_v1_CreateJobRequest, CreateJobRequest__Out as _libtrails_ingest_v1_CreateJobRequest__Out } from './libtrails/ingest/v1/CreateJobRequest.ts';
import type { DeleteBookRequest as _libtrails_ingest_v1_DeleteBookRequest, DeleteBookRequest__Out as _libtrails_ingest_v1_DeleteBookRequest__Out } from './libtrails/ingest/v1/DeleteBookRequest.ts';
import type { DeleteBookResponse as _libtrails_ingest_v1_DeleteBookResponse, DeleteBookResponse__Out as _libtrails_ingest_v1_DeleteBookResponse__Out } from './libtrails/ingest/v1/DeleteBookResponse.ts';
import type { DomainBatch as _libtrails_ingest_v1_DomainBatch, DomainBatch__Out as _libtrails_ingest_v1_DomainBatch__Out } from './libtrails/ingest/v1/DomainBatch.ts';
import type { GroupingFooter as _libtrails_ingest_v1_GroupingFooter, GroupingFooter__Out as _libtrails_ingest_v1_GroupingFooter__Out } from './libtrails/ingest/v1/GroupingFooter.ts';
import type { GroupingHeader as _libtrails_ingest_v1_GroupingHeader, GroupingHeader__Out as _libtrails_ingest_v1_GroupingHeader__Out } from './libtrails/ingest/v1/GroupingHeader.ts';
import type { IndexingState as _libtrails_ingest_v1_IndexingState, IndexingState__Out as _libtrails_ingest_v1_IndexingState__Out } from './libtrails/ingest/v1/IndexingState.ts';
import type { IngestServiceClient as _libtrails_ingest_v1_IngestServiceClient, IngestServiceDefinition as _libtrails_ingest_v1_IngestServiceDefinition } from './libtrails/ingest/v1/IngestService.ts';
import type { Job as _libtrails_ingest_v1_Job, Job__Out as _libtrails_ingest_v1_Job__Out } from './libtrails/ingest/v1/Job.ts';
import type { LeaseJobRequest as _libtrails_ingest_v1_LeaseJobRequest, LeaseJobRequest__Out as _libtrails_ingest_v1_LeaseJobRequest__Out } from './libtrails/ingest/v1/LeaseJobRequest.ts';
import type { ListSourcesRequest as _libtrails_ingest_v1_ListSourcesRequest, ListSourcesRequest__Out as _libtrails_ingest_v1_ListSourcesRequest__Out } from './libtrails/ingest/v1/ListSourcesRequest.ts';
import type { Merge as _libtrails_ingest_v1_Merge, Merge__Out as _libtrails_ingest_v1_Merge__Out } from './libtrails/ingest/v1/Merge.ts';
import type { MergeBatch as _libtrails_ingest_v1_MergeBatch, MergeBatch__Out as _libtrails_ingest_v1_MergeBatch__Out } from './libtrails/ingest/v1/MergeBatch.ts';
import type { NewDomain as _libtrails_ingest_v1_NewDomain, NewDomain__Out as _libtrails_ingest_v1_NewDomain__Out } from './libtrails/ingest/v1/NewDomain.ts';
import type { NewTheme as _libtrails_ingest_v1_NewTheme, NewTheme__Out as _libtrails_ingest_v1_NewTheme__Out } from './libtrails/ingest/v1/NewTheme.ts';
import type { NewTopic as _libtrails_ingest_v1_NewTopic, NewTopic__Out as _libtrails_ingest_v1_NewTopic__Out } from './libtrails/ingest/v1/NewTopic.ts';
import type { PageStart as _libtrails_ingest_v1_PageStart, PageStart__Out as _libtrails_ingest_v1_PageStart__Out } from './libtrails/ingest/v1/PageStart.ts';
import type { PauseIndexingRequest as _libtrails_ingest_v1_PauseIndexingRequest, PauseIndexingRequest__Out as _libtrails_ingest_v1_PauseIndexingRequest__Out } from './libtrails/ingest/v1/PauseIndexingRequest.ts';
import type { PhraseBatch as _libtrails_ingest_v1_PhraseBatch, PhraseBatch__Out as _libtrails_ingest_v1_PhraseBatch__Out } from './libtrails/ingest/v1/PhraseBatch.ts';
import type { PutBookRequest as _libtrails_ingest_v1_PutBookRequest, PutBookRequest__Out as _libtrails_ingest_v1_PutBookRequest__Out } from './libtrails/ingest/v1/PutBookRequest.ts';
import type { PutBookResponse as _libtrails_ingest_v1_PutBookResponse, PutBookResponse__Out as _libtrails_ingest_v1_PutBookResponse__Out } from './libtrails/ingest/v1/PutBookResponse.ts';
import type { PutGroupingRequest as _libtrails_ingest_v1_PutGroupingRequest, PutGroupingRequest__Out as _libtrails_ingest_v1_PutGroupingRequest__Out } from './libtrails/ingest/v1/PutGroupingRequest.ts';
import type { PutGroupingResponse as _libtrails_ingest_v1_PutGroupingResponse, PutGroupingResponse__Out as _libtrails_ingest_v1_PutGroupingResponse__Out } from './libtrails/ingest/v1/PutGroupingResponse.ts';
import type { ReadUploadRequest as _libtrails_ingest_v1_ReadUploadRequest, ReadUploadRequest__Out as _libtrails_ingest_v1_ReadUploadRequest__Out } from './libtrails/ingest/v1/ReadUploadRequest.ts';
import type { RefuseSourceRequest as _libtrails_ingest_v1_RefuseSourceRequest, RefuseSourceRequest__Out as _libtrails_ingest_v1_RefuseSourceRequest__Out } from './libtrails/ingest/v1/RefuseSourceRequest.ts';
import type { RefuseSourceResponse as _libtrails_ingest_v1_RefuseSourceResponse, RefuseSourceResponse__Out as _libtrails_ingest_v1_RefuseSourceResponse__Out } from './libtrails/ingest/v1/RefuseSourceResponse.ts';
import type { ReportProgressRequest as _libtrails_ingest_v1_ReportProgressRequest, ReportProgressRequest__Out as _libtrails_ingest_v1_ReportProgressRequest__Out } from './libtrails/ingest/v1/ReportProgressRequest.ts';
import type { ReportProgressResponse as _libtrails_ingest_v1_ReportProgressResponse, ReportProgressResponse__Out as _libtrails_ingest_v1_ReportProgressResponse__Out } from './libtrails/ingest/v1/ReportProgressResponse.ts';
import type { ReportSkippedRequest as _libtrails_ingest_v1_ReportSkippedRequest, ReportSkippedRequest__Out as _libtrails_ingest_v1_ReportSkippedRequest__Out } from './libtrails/ingest/v1/ReportSkippedRequest.ts';
import type { ReportSkippedResponse as _libtrails_ingest_v1_ReportSkippedResponse, ReportSkippedResponse__Out as _libtrails_ingest_v1_ReportSkippedResponse__Out } from './libtrails/ingest/v1/ReportSkippedResponse.ts';
import type { ResumeIndexingRequest as _libtrails_ingest_v1_ResumeIndexingRequest, ResumeIndexingRequest__Out as _libtrails_ingest_v1_ResumeIndexingRequest__Out } from './libtrails/ingest/v1/ResumeIndexingRequest.ts';
import type { RetryJobRequest as _libtrails_ingest_v1_RetryJobRequest, RetryJobRequest__Out as _libtrails_ingest_v1_RetryJobRequest__Out } from './libtrails/ingest/v1/RetryJobRequest.ts';
import type { Section as _libtrails_ingest_v1_Section, Section__Out as _libtrails_ingest_v1_Section__Out } from './libtrails/ingest/v1/Section.ts';
import type { SkippedEntry as _libtrails_ingest_v1_SkippedEntry, SkippedEntry__Out as _libtrails_ingest_v1_SkippedEntry__Out } from './libtrails/ingest/v1/SkippedEntry.ts';
import type { Source as _libtrails_ingest_v1_Source, Source__Out as _libtrails_ingest_v1_Source__Out } from './libtrails/ingest/v1/Source.ts';
import type { StreamTopicsRequest as _libtrails_ingest_v1_StreamTopicsRequest, StreamTopicsRequest__Out as _libtrails_ingest_v1_StreamTopicsRequest__Out } from './libtrails/ingest/v1/StreamTopicsRequest.ts';
import type { ThemeBatch as _libtrails_ingest_v1_ThemeBatch, ThemeBatch__Out as _libtrails_ingest_v1_ThemeBatch__Out } from './libtrails/ingest/v1/ThemeBatch.ts';
import type { ThemeMember as _libtrails_ingest_v1_ThemeMember, ThemeMember__Out as _libtrails_ingest_v1_ThemeMember__Out } from './libtrails/ingest/v1/ThemeMember.ts';
import type { TopicBatch as _libtrails_ingest_v1_TopicBatch, TopicBatch__Out as _libtrails_ingest_v1_TopicBatch__Out } from './libtrails/ingest/v1/TopicBatch.ts';
import type { TopicVector as _libtrails_ingest_v1_TopicVector, TopicVector__Out as _libtrails_ingest_v1_TopicVector__Out } from './libtrails/ingest/v1/TopicVector.ts';
import type { UpdateMetadataRequest as _libtrails_ingest_v1_UpdateMetadataRequest, UpdateMetadataRequest__Out as _libtrails_ingest_v1_UpdateMetadataRequest__Out } from './libtrails/ingest/v1/UpdateMetadataRequest.ts';
import type { UpdateMetadataResponse as _libtrails_ingest_v1_UpdateMetadataResponse, UpdateMetadataResponse__Out as _libtrails_ingest_v1_UpdateMetadataResponse__Out } from './libtrails/ingest/v1/UpdateMetadataResponse.ts';
import type { UploadPiece as _libtrails_ingest_v1_UploadPiece, UploadPiece__Out as _libtrails_ingest_v1_UploadPiece__Out } from './libtrails/ingest/v1/UploadPiece.ts';
import type { WatchJobsRequest as _libtrails_ingest_v1_WatchJobsRequest, WatchJobsRequest__Out as _libtrails_ingest_v1_WatchJobsRequest__Out } from './libtrails/ingest/v1/WatchJobsRequest.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  libtrails: {
    ingest: {
      v1: {
        Backup: MessageTypeDefinition<_libtrails_ingest_v1_Backup, _libtrails_ingest_v1_Backup__Out>
        BlockSpan: MessageTypeDefinition<_libtrails_ingest_v1_BlockSpan, _libtrails_ingest_v1_BlockSpan__Out>
        BookFooter: MessageTypeDefinition<_libtrails_ingest_v1_BookFooter, _libtrails_ingest_v1_BookFooter__Out>
        BookHeader: MessageTypeDefinition<_libtrails_ingest_v1_BookHeader, _libtrails_ingest_v1_BookHeader__Out>
        BookMetadata: MessageTypeDefinition<_libtrails_ingest_v1_BookMetadata, _libtrails_ingest_v1_BookMetadata__Out>
        BookPhrase: MessageTypeDefinition<_libtrails_ingest_v1_BookPhrase, _libtrails_ingest_v1_BookPhrase__Out>
        CancelJobRequest: MessageTypeDefinition<_libtrails_ingest_v1_CancelJobRequest, _libtrails_ingest_v1_CancelJobRequest__Out>
        CatalogueEntry: MessageTypeDefinition<_libtrails_ingest_v1_CatalogueEntry, _libtrails_ingest_v1_CatalogueEntry__Out>
        Chunk: MessageTypeDefinition<_libtrails_ingest_v1_Chunk, _libtrails_ingest_v1_Chunk__Out>
        ChunkBatch: MessageTypeDefinition<_libtrails_ingest_v1_ChunkBatch, _libtrails_ingest_v1_ChunkBatch__Out>
        ChunkTopic: MessageTypeDefinition<_libtrails_ingest_v1_ChunkTopic, _libtrails_ingest_v1_ChunkTopic__Out>
        CoverImage: MessageTypeDefinition<_libtrails_ingest_v1_CoverImage, _libtrails_ingest_v1_CoverImage__Out>
        CoverSize: MessageTypeDefinition<_libtrails_ingest_v1_CoverSize, _libtrails_ingest_v1_CoverSize__Out>
        CreateBackupRequest: MessageTypeDefinition<_libtrails_ingest_v1_CreateBackupRequest, _libtrails_ingest_v1_CreateBackupRequest__Out>
        CreateJobRequest: MessageTypeDefinition<_libtrails_ingest_v1_CreateJobRequest, _libtrails_ingest_v1_CreateJobRequest__Out>
        DeleteBookRequest: MessageTypeDefinition<_libtrails_ingest_v1_DeleteBookRequest, _libtrails_ingest_v1_DeleteBookRequest__Out>
        DeleteBookResponse: MessageTypeDefinition<_libtrails_ingest_v1_DeleteBookResponse, _libtrails_ingest_v1_DeleteBookResponse__Out>
        DomainBatch: MessageTypeDefinition<_libtrails_ingest_v1_DomainBatch, _libtrails_ingest_v1_DomainBatch__Out>
        GroupingFooter: MessageTypeDefinition<_libtrails_ingest_v1_GroupingFooter, _libtrails_ingest_v1_GroupingFooter__Out>
        GroupingHeader: MessageTypeDefinition<_libtrails_ingest_v1_GroupingHeader, _libtrails_ingest_v1_GroupingHeader__Out>
        IndexingState: MessageTypeDefinition<_libtrails_ingest_v1_IndexingState, _libtrails_ingest_v1_IndexingState__Out>
        IngestService: SubtypeConstructor<typeof grpc.Client, _libtrails_ingest_v1_IngestServiceClient> & { service: _libtrails_ingest_v1_IngestServiceDefinition }
        Job: MessageTypeDefinition<_libtrails_ingest_v1_Job, _libtrails_ingest_v1_Job__Out>
        LeaseJobRequest: MessageTypeDefinition<_libtrails_ingest_v1_LeaseJobRequest, _libtrails_ingest_v1_LeaseJobRequest__Out>
        ListSourcesRequest: MessageTypeDefinition<_libtrails_ingest_v1_ListSourcesRequest, _libtrails_ingest_v1_ListSourcesRequest__Out>
        Merge: MessageTypeDefinition<_libtrails_ingest_v1_Merge, _libtrails_ingest_v1_Merge__Out>
        MergeBatch: MessageTypeDefinition<_libtrails_ingest_v1_MergeBatch, _libtrails_ingest_v1_MergeBatch__Out>
        NewDomain: MessageTypeDefinition<_libtrails_ingest_v1_NewDomain, _libtrails_ingest_v1_NewDomain__Out>
        NewTheme: MessageTypeDefinition<_libtrails_ingest_v1_NewTheme, _libtrails_ingest_v1_NewTheme__Out>
        NewTopic: MessageTypeDefinition<_libtrails_ingest_v1_NewTopic, _libtrails_ingest_v1_NewTopic__Out>
        PageStart: MessageTypeDefinition<_libtrails_ingest_v1_PageStart, _libtrails_ingest_v1_PageStart__Out>
        PauseIndexingRequest: MessageTypeDefinition<_libtrails_ingest_v1_PauseIndexingRequest, _libtrails_ingest_v1_PauseIndexingRequest__Out>
        PhraseBatch: MessageTypeDefinition<_libtrails_ingest_v1_PhraseBatch, _libtrails_ingest_v1_PhraseBatch__Out>
        PutBookRequest: MessageTypeDefinition<_libtrails_ingest_v1_PutBookRequest, _libtrails_ingest_v1_PutBookRequest__Out>
        PutBookResponse: MessageTypeDefinition<_libtrails_ingest_v1_PutBookResponse, _libtrails_ingest_v1_PutBookResponse__Out>
        PutGroupingRequest: MessageTypeDefinition<_libtrails_ingest_v1_PutGroupingRequest, _libtrails_ingest_v1_PutGroupingRequest__Out>
        PutGroupingResponse: MessageTypeDefinition<_libtrails_ingest_v1_PutGroupingResponse, _libtrails_ingest_v1_PutGroupingResponse__Out>
        ReadUploadRequest: MessageTypeDefinition<_libtrails_ingest_v1_ReadUploadRequest, _libtrails_ingest_v1_ReadUploadRequest__Out>
        RefuseSourceRequest: MessageTypeDefinition<_libtrails_ingest_v1_RefuseSourceRequest, _libtrails_ingest_v1_RefuseSourceRequest__Out>
        RefuseSourceResponse: MessageTypeDefinition<_libtrails_ingest_v1_RefuseSourceResponse, _libtrails_ingest_v1_RefuseSourceResponse__Out>
        ReportProgressRequest: MessageTypeDefinition<_libtrails_ingest_v1_ReportProgressRequest, _libtrails_ingest_v1_ReportProgressRequest__Out>
        ReportProgressResponse: MessageTypeDefinition<_libtrails_ingest_v1_ReportProgressResponse, _libtrails_ingest_v1_ReportProgressResponse__Out>
        ReportSkippedRequest: MessageTypeDefinition<_libtrails_ingest_v1_ReportSkippedRequest, _libtrails_ingest_v1_ReportSkippedRequest__Out>
        ReportSkippedResponse: MessageTypeDefinition<_libtrails_ingest_v1_ReportSkippedResponse, _libtrails_ingest_v1_ReportSkippedResponse__Out>
        ResumeIndexingRequest: MessageTypeDefinition<_libtrails_ingest_v1_ResumeIndexingRequest, _libtrails_ingest_v1_ResumeIndexingRequest__Out>
        RetryJobRequest: MessageTypeDefinition<_libtrails_ingest_v1_RetryJobRequest, _libtrails_ingest_v1_RetryJobRequest__Out>
        Section: MessageTypeDefinition<_libtrails_ingest_v1_Section, _libtrails_ingest_v1_Section__Out>
        SkippedEntry: MessageTypeDefinition<_libtrails_ingest_v1_SkippedEntry, _libtrails_ingest_v1_SkippedEntry__Out>
        Source: MessageTypeDefinition<_libtrails_ingest_v1_Source, _libtrails_ingest_v1_Source__Out>
        StreamTopicsRequest: MessageTypeDefinition<_libtrails_ingest_v1_StreamTopicsRequest, _libtrails_ingest_v1_StreamTopicsRequest__Out>
        ThemeBatch: MessageTypeDefinition<_libtrails_ingest_v1_ThemeBatch, _libtrails_ingest_v1_ThemeBatch__Out>
        ThemeMember: MessageTypeDefinition<_libtrails_ingest_v1_ThemeMember, _libtrails_ingest_v1_ThemeMember__Out>
        TopicBatch: MessageTypeDefinition<_libtrails_ingest_v1_TopicBatch, _libtrails_ingest_v1_TopicBatch__Out>
        TopicVector: MessageTypeDefinition<_libtrails_ingest_v1_TopicVector, _libtrails_ingest_v1_TopicVector__Out>
        UpdateMetadataRequest: MessageTypeDefinition<_libtrails_ingest_v1_UpdateMetadataRequest, _libtrails_ingest_v1_UpdateMetadataRequest__Out>
        UpdateMetadataResponse: MessageTypeDefinition<_libtrails_ingest_v1_UpdateMetadataResponse, _libtrails_ingest_v1_UpdateMetadataResponse__Out>
        UploadPiece: MessageTypeDefinition<_libtrails_ingest_v1_UploadPiece, _libtrails_ingest_v1_UploadPiece__Out>
        WatchJobsRequest: MessageTypeDefinition<_libtrails_ingest_v1_WatchJobsRequest, _libtrails_ingest_v1_WatchJobsRequest__Out>
      }
    }
  }
}


// Original file: proto/libtrails/ingest/v1/ingest.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Backup as _libtrails_ingest_v1_Backup, Backup__Out as _libtrails_ingest_v1_Backup__Out } from '../../../libtrails/ingest/v1/Backup.ts';
import type { CancelJobRequest as _libtrails_ingest_v1_CancelJobRequest, CancelJobRequest__Out as _libtrails_ingest_v1_CancelJobRequest__Out } from '../../../libtrails/ingest/v1/CancelJobRequest.ts';
import type { CreateBackupRequest as _libtrails_ingest_v1_CreateBackupRequest, CreateBackupRequest__Out as _libtrails_ingest_v1_CreateBackupRequest__Out } from '../../../libtrails/ingest/v1/CreateBackupRequest.ts';
import type { CreateJobRequest as _libtrails_ingest_v1_CreateJobRequest, CreateJobRequest__Out as _libtrails_ingest_v1_CreateJobRequest__Out } from '../../../libtrails/ingest/v1/CreateJobRequest.ts';
import type { DeleteBookRequest as _libtrails_ingest_v1_DeleteBookRequest, DeleteBookRequest__Out as _libtrails_ingest_v1_DeleteBookRequest__Out } from '../../../libtrails/ingest/v1/DeleteBookRequest.ts';
import type { DeleteBookResponse as _libtrails_ingest_v1_DeleteBookResponse, DeleteBookResponse__Out as _libtrails_ingest_v1_DeleteBookResponse__Out } from '../../../libtrails/ingest/v1/DeleteBookResponse.ts';
import type { IndexingState as _libtrails_ingest_v1_IndexingState, IndexingState__Out as _libtrails_ingest_v1_IndexingState__Out } from '../../../libtrails/ingest/v1/IndexingState.ts';
import type { Job as _libtrails_ingest_v1_Job, Job__Out as _libtrails_ingest_v1_Job__Out } from '../../../libtrails/ingest/v1/Job.ts';
import type { LeaseJobRequest as _libtrails_ingest_v1_LeaseJobRequest, LeaseJobRequest__Out as _libtrails_ingest_v1_LeaseJobRequest__Out } from '../../../libtrails/ingest/v1/LeaseJobRequest.ts';
import type { ListSourcesRequest as _libtrails_ingest_v1_ListSourcesRequest, ListSourcesRequest__Out as _libtrails_ingest_v1_ListSourcesRequest__Out } from '../../../libtrails/ingest/v1/ListSourcesRequest.ts';
import type { PauseIndexingRequest as _libtrails_ingest_v1_PauseIndexingRequest, PauseIndexingRequest__Out as _libtrails_ingest_v1_PauseIndexingRequest__Out } from '../../../libtrails/ingest/v1/PauseIndexingRequest.ts';
import type { PutBookRequest as _libtrails_ingest_v1_PutBookRequest, PutBookRequest__Out as _libtrails_ingest_v1_PutBookRequest__Out } from '../../../libtrails/ingest/v1/PutBookRequest.ts';
import type { PutBookResponse as _libtrails_ingest_v1_PutBookResponse, PutBookResponse__Out as _libtrails_ingest_v1_PutBookResponse__Out } from '../../../libtrails/ingest/v1/PutBookResponse.ts';
import type { PutGroupingRequest as _libtrails_ingest_v1_PutGroupingRequest, PutGroupingRequest__Out as _libtrails_ingest_v1_PutGroupingRequest__Out } from '../../../libtrails/ingest/v1/PutGroupingRequest.ts';
import type { PutGroupingResponse as _libtrails_ingest_v1_PutGroupingResponse, PutGroupingResponse__Out as _libtrails_ingest_v1_PutGroupingResponse__Out } from '../../../libtrails/ingest/v1/PutGroupingResponse.ts';
import type { ReadUploadRequest as _libtrails_ingest_v1_ReadUploadRequest, ReadUploadRequest__Out as _libtrails_ingest_v1_ReadUploadRequest__Out } from '../../../libtrails/ingest/v1/ReadUploadRequest.ts';
import type { RefuseSourceRequest as _libtrails_ingest_v1_RefuseSourceRequest, RefuseSourceRequest__Out as _libtrails_ingest_v1_RefuseSourceRequest__Out } from '../../../libtrails/ingest/v1/RefuseSourceRequest.ts';
import type { RefuseSourceResponse as _libtrails_ingest_v1_RefuseSourceResponse, RefuseSourceResponse__Out as _libtrails_ingest_v1_RefuseSourceResponse__Out } from '../../../libtrails/ingest/v1/RefuseSourceResponse.ts';
import type { ReportProgressRequest as _libtrails_ingest_v1_ReportProgressRequest, ReportProgressRequest__Out as _libtrails_ingest_v1_ReportProgressRequest__Out } from '../../../libtrails/ingest/v1/ReportProgressRequest.ts';
import type { ReportProgressResponse as _libtrails_ingest_v1_ReportProgressResponse, ReportProgressResponse__Out as _libtrails_ingest_v1_ReportProgressResponse__Out } from '../../../libtrails/ingest/v1/ReportProgressResponse.ts';
import type { ReportSkippedRequest as _libtrails_ingest_v1_ReportSkippedRequest, ReportSkippedRequest__Out as _libtrails_ingest_v1_ReportSkippedRequest__Out } from '../../../libtrails/ingest/v1/ReportSkippedRequest.ts';
import type { ReportSkippedResponse as _libtrails_ingest_v1_ReportSkippedResponse, ReportSkippedResponse__Out as _libtrails_ingest_v1_ReportSkippedResponse__Out } from '../../../libtrails/ingest/v1/ReportSkippedResponse.ts';
import type { ResumeIndexingRequest as _libtrails_ingest_v1_ResumeIndexingRequest, ResumeIndexingRequest__Out as _libtrails_ingest_v1_ResumeIndexingRequest__Out } from '../../../libtrails/ingest/v1/ResumeIndexingRequest.ts';
import type { RetryJobRequest as _libtrails_ingest_v1_RetryJobRequest, RetryJobRequest__Out as _libtrails_ingest_v1_RetryJobRequest__Out } from '../../../libtrails/ingest/v1/RetryJobRequest.ts';
import type { Source as _libtrails_ingest_v1_Source, Source__Out as _libtrails_ingest_v1_Source__Out } from '../../../libtrails/ingest/v1/Source.ts';
import type { StreamTopicsRequest as _libtrails_ingest_v1_StreamTopicsRequest, StreamTopicsRequest__Out as _libtrails_ingest_v1_StreamTopicsRequest__Out } from '../../../libtrails/ingest/v1/StreamTopicsRequest.ts';
import type { TopicVector as _libtrails_ingest_v1_TopicVector, TopicVector__Out as _libtrails_ingest_v1_TopicVector__Out } from '../../../libtrails/ingest/v1/TopicVector.ts';
import type { UpdateMetadataRequest as _libtrails_ingest_v1_UpdateMetadataRequest, UpdateMetadataRequest__Out as _libtrails_ingest_v1_UpdateMetadataRequest__Out } from '../../../libtrails/ingest/v1/UpdateMetadataRequest.ts';
import type { UpdateMetadataResponse as _libtrails_ingest_v1_UpdateMetadataResponse, UpdateMetadataResponse__Out as _libtrails_ingest_v1_UpdateMetadataResponse__Out } from '../../../libtrails/ingest/v1/UpdateMetadataResponse.ts';
import type { UploadPiece as _libtrails_ingest_v1_UploadPiece, UploadPiece__Out as _libtrails_ingest_v1_UploadPiece__Out } from '../../../libtrails/ingest/v1/UploadPiece.ts';
import type { WatchJobsRequest as _libtrails_ingest_v1_WatchJobsRequest, WatchJobsRequest__Out as _libtrails_ingest_v1_WatchJobsRequest__Out } from '../../../libtrails/ingest/v1/WatchJobsRequest.ts';

export interface IngestServiceClient extends grpc.Client {
  CancelJob(argument: _libtrails_ingest_v1_CancelJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  CancelJob(argument: _libtrails_ingest_v1_CancelJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  CancelJob(argument: _libtrails_ingest_v1_CancelJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  CancelJob(argument: _libtrails_ingest_v1_CancelJobRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  cancelJob(argument: _libtrails_ingest_v1_CancelJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  cancelJob(argument: _libtrails_ingest_v1_CancelJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  cancelJob(argument: _libtrails_ingest_v1_CancelJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  cancelJob(argument: _libtrails_ingest_v1_CancelJobRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  
  CreateBackup(argument: _libtrails_ingest_v1_CreateBackupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Backup__Out>): grpc.ClientUnaryCall;
  CreateBackup(argument: _libtrails_ingest_v1_CreateBackupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Backup__Out>): grpc.ClientUnaryCall;
  CreateBackup(argument: _libtrails_ingest_v1_CreateBackupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Backup__Out>): grpc.ClientUnaryCall;
  CreateBackup(argument: _libtrails_ingest_v1_CreateBackupRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Backup__Out>): grpc.ClientUnaryCall;
  createBackup(argument: _libtrails_ingest_v1_CreateBackupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Backup__Out>): grpc.ClientUnaryCall;
  createBackup(argument: _libtrails_ingest_v1_CreateBackupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Backup__Out>): grpc.ClientUnaryCall;
  createBackup(argument: _libtrails_ingest_v1_CreateBackupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Backup__Out>): grpc.ClientUnaryCall;
  createBackup(argument: _libtrails_ingest_v1_CreateBackupRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Backup__Out>): grpc.ClientUnaryCall;
  
  CreateJob(argument: _libtrails_ingest_v1_CreateJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  CreateJob(argument: _libtrails_ingest_v1_CreateJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  CreateJob(argument: _libtrails_ingest_v1_CreateJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  CreateJob(argument: _libtrails_ingest_v1_CreateJobRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  createJob(argument: _libtrails_ingest_v1_CreateJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  createJob(argument: _libtrails_ingest_v1_CreateJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  createJob(argument: _libtrails_ingest_v1_CreateJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  createJob(argument: _libtrails_ingest_v1_CreateJobRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  
  DeleteBook(argument: _libtrails_ingest_v1_DeleteBookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_DeleteBookResponse__Out>): grpc.ClientUnaryCall;
  DeleteBook(argument: _libtrails_ingest_v1_DeleteBookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_DeleteBookResponse__Out>): grpc.ClientUnaryCall;
  DeleteBook(argument: _libtrails_ingest_v1_DeleteBookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_DeleteBookResponse__Out>): grpc.ClientUnaryCall;
  DeleteBook(argument: _libtrails_ingest_v1_DeleteBookRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_DeleteBookResponse__Out>): grpc.ClientUnaryCall;
  deleteBook(argument: _libtrails_ingest_v1_DeleteBookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_DeleteBookResponse__Out>): grpc.ClientUnaryCall;
  deleteBook(argument: _libtrails_ingest_v1_DeleteBookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_DeleteBookResponse__Out>): grpc.ClientUnaryCall;
  deleteBook(argument: _libtrails_ingest_v1_DeleteBookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_DeleteBookResponse__Out>): grpc.ClientUnaryCall;
  deleteBook(argument: _libtrails_ingest_v1_DeleteBookRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_DeleteBookResponse__Out>): grpc.ClientUnaryCall;
  
  LeaseJob(argument: _libtrails_ingest_v1_LeaseJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  LeaseJob(argument: _libtrails_ingest_v1_LeaseJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  LeaseJob(argument: _libtrails_ingest_v1_LeaseJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  LeaseJob(argument: _libtrails_ingest_v1_LeaseJobRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  leaseJob(argument: _libtrails_ingest_v1_LeaseJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  leaseJob(argument: _libtrails_ingest_v1_LeaseJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  leaseJob(argument: _libtrails_ingest_v1_LeaseJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  leaseJob(argument: _libtrails_ingest_v1_LeaseJobRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  
  ListSources(argument: _libtrails_ingest_v1_ListSourcesRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_Source__Out>;
  ListSources(argument: _libtrails_ingest_v1_ListSourcesRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_Source__Out>;
  listSources(argument: _libtrails_ingest_v1_ListSourcesRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_Source__Out>;
  listSources(argument: _libtrails_ingest_v1_ListSourcesRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_Source__Out>;
  
  PauseIndexing(argument: _libtrails_ingest_v1_PauseIndexingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  PauseIndexing(argument: _libtrails_ingest_v1_PauseIndexingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  PauseIndexing(argument: _libtrails_ingest_v1_PauseIndexingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  PauseIndexing(argument: _libtrails_ingest_v1_PauseIndexingRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  pauseIndexing(argument: _libtrails_ingest_v1_PauseIndexingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  pauseIndexing(argument: _libtrails_ingest_v1_PauseIndexingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  pauseIndexing(argument: _libtrails_ingest_v1_PauseIndexingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  pauseIndexing(argument: _libtrails_ingest_v1_PauseIndexingRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  
  PutBook(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_PutBookResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutBookRequest>;
  PutBook(metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_PutBookResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutBookRequest>;
  PutBook(options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_PutBookResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutBookRequest>;
  PutBook(callback: grpc.requestCallback<_libtrails_ingest_v1_PutBookResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutBookRequest>;
  putBook(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_PutBookResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutBookRequest>;
  putBook(metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_PutBookResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutBookRequest>;
  putBook(options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_PutBookResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutBookRequest>;
  putBook(callback: grpc.requestCallback<_libtrails_ingest_v1_PutBookResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutBookRequest>;
  
  PutGrouping(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_PutGroupingResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutGroupingRequest>;
  PutGrouping(metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_PutGroupingResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutGroupingRequest>;
  PutGrouping(options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_PutGroupingResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutGroupingRequest>;
  PutGrouping(callback: grpc.requestCallback<_libtrails_ingest_v1_PutGroupingResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutGroupingRequest>;
  putGrouping(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_PutGroupingResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutGroupingRequest>;
  putGrouping(metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_PutGroupingResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutGroupingRequest>;
  putGrouping(options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_PutGroupingResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutGroupingRequest>;
  putGrouping(callback: grpc.requestCallback<_libtrails_ingest_v1_PutGroupingResponse__Out>): grpc.ClientWritableStream<_libtrails_ingest_v1_PutGroupingRequest>;
  
  ReadUpload(argument: _libtrails_ingest_v1_ReadUploadRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_UploadPiece__Out>;
  ReadUpload(argument: _libtrails_ingest_v1_ReadUploadRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_UploadPiece__Out>;
  readUpload(argument: _libtrails_ingest_v1_ReadUploadRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_UploadPiece__Out>;
  readUpload(argument: _libtrails_ingest_v1_ReadUploadRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_UploadPiece__Out>;
  
  RefuseSource(argument: _libtrails_ingest_v1_RefuseSourceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_RefuseSourceResponse__Out>): grpc.ClientUnaryCall;
  RefuseSource(argument: _libtrails_ingest_v1_RefuseSourceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_RefuseSourceResponse__Out>): grpc.ClientUnaryCall;
  RefuseSource(argument: _libtrails_ingest_v1_RefuseSourceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_RefuseSourceResponse__Out>): grpc.ClientUnaryCall;
  RefuseSource(argument: _libtrails_ingest_v1_RefuseSourceRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_RefuseSourceResponse__Out>): grpc.ClientUnaryCall;
  refuseSource(argument: _libtrails_ingest_v1_RefuseSourceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_RefuseSourceResponse__Out>): grpc.ClientUnaryCall;
  refuseSource(argument: _libtrails_ingest_v1_RefuseSourceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_RefuseSourceResponse__Out>): grpc.ClientUnaryCall;
  refuseSource(argument: _libtrails_ingest_v1_RefuseSourceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_RefuseSourceResponse__Out>): grpc.ClientUnaryCall;
  refuseSource(argument: _libtrails_ingest_v1_RefuseSourceRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_RefuseSourceResponse__Out>): grpc.ClientUnaryCall;
  
  ReportProgress(argument: _libtrails_ingest_v1_ReportProgressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportProgressResponse__Out>): grpc.ClientUnaryCall;
  ReportProgress(argument: _libtrails_ingest_v1_ReportProgressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportProgressResponse__Out>): grpc.ClientUnaryCall;
  ReportProgress(argument: _libtrails_ingest_v1_ReportProgressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportProgressResponse__Out>): grpc.ClientUnaryCall;
  ReportProgress(argument: _libtrails_ingest_v1_ReportProgressRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportProgressResponse__Out>): grpc.ClientUnaryCall;
  reportProgress(argument: _libtrails_ingest_v1_ReportProgressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportProgressResponse__Out>): grpc.ClientUnaryCall;
  reportProgress(argument: _libtrails_ingest_v1_ReportProgressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportProgressResponse__Out>): grpc.ClientUnaryCall;
  reportProgress(argument: _libtrails_ingest_v1_ReportProgressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportProgressResponse__Out>): grpc.ClientUnaryCall;
  reportProgress(argument: _libtrails_ingest_v1_ReportProgressRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportProgressResponse__Out>): grpc.ClientUnaryCall;
  
  ReportSkipped(argument: _libtrails_ingest_v1_ReportSkippedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportSkippedResponse__Out>): grpc.ClientUnaryCall;
  ReportSkipped(argument: _libtrails_ingest_v1_ReportSkippedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportSkippedResponse__Out>): grpc.ClientUnaryCall;
  ReportSkipped(argument: _libtrails_ingest_v1_ReportSkippedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportSkippedResponse__Out>): grpc.ClientUnaryCall;
  ReportSkipped(argument: _libtrails_ingest_v1_ReportSkippedRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportSkippedResponse__Out>): grpc.ClientUnaryCall;
  reportSkipped(argument: _libtrails_ingest_v1_ReportSkippedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportSkippedResponse__Out>): grpc.ClientUnaryCall;
  reportSkipped(argument: _libtrails_ingest_v1_ReportSkippedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportSkippedResponse__Out>): grpc.ClientUnaryCall;
  reportSkipped(argument: _libtrails_ingest_v1_ReportSkippedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportSkippedResponse__Out>): grpc.ClientUnaryCall;
  reportSkipped(argument: _libtrails_ingest_v1_ReportSkippedRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_ReportSkippedResponse__Out>): grpc.ClientUnaryCall;
  
  ResumeIndexing(argument: _libtrails_ingest_v1_ResumeIndexingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  ResumeIndexing(argument: _libtrails_ingest_v1_ResumeIndexingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  ResumeIndexing(argument: _libtrails_ingest_v1_ResumeIndexingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  ResumeIndexing(argument: _libtrails_ingest_v1_ResumeIndexingRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  resumeIndexing(argument: _libtrails_ingest_v1_ResumeIndexingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  resumeIndexing(argument: _libtrails_ingest_v1_ResumeIndexingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  resumeIndexing(argument: _libtrails_ingest_v1_ResumeIndexingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  resumeIndexing(argument: _libtrails_ingest_v1_ResumeIndexingRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_IndexingState__Out>): grpc.ClientUnaryCall;
  
  RetryJob(argument: _libtrails_ingest_v1_RetryJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  RetryJob(argument: _libtrails_ingest_v1_RetryJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  RetryJob(argument: _libtrails_ingest_v1_RetryJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  RetryJob(argument: _libtrails_ingest_v1_RetryJobRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  retryJob(argument: _libtrails_ingest_v1_RetryJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  retryJob(argument: _libtrails_ingest_v1_RetryJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  retryJob(argument: _libtrails_ingest_v1_RetryJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  retryJob(argument: _libtrails_ingest_v1_RetryJobRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_Job__Out>): grpc.ClientUnaryCall;
  
  StreamTopics(argument: _libtrails_ingest_v1_StreamTopicsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_TopicVector__Out>;
  StreamTopics(argument: _libtrails_ingest_v1_StreamTopicsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_TopicVector__Out>;
  streamTopics(argument: _libtrails_ingest_v1_StreamTopicsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_TopicVector__Out>;
  streamTopics(argument: _libtrails_ingest_v1_StreamTopicsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_TopicVector__Out>;
  
  UpdateMetadata(argument: _libtrails_ingest_v1_UpdateMetadataRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_UpdateMetadataResponse__Out>): grpc.ClientUnaryCall;
  UpdateMetadata(argument: _libtrails_ingest_v1_UpdateMetadataRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_UpdateMetadataResponse__Out>): grpc.ClientUnaryCall;
  UpdateMetadata(argument: _libtrails_ingest_v1_UpdateMetadataRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_UpdateMetadataResponse__Out>): grpc.ClientUnaryCall;
  UpdateMetadata(argument: _libtrails_ingest_v1_UpdateMetadataRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_UpdateMetadataResponse__Out>): grpc.ClientUnaryCall;
  updateMetadata(argument: _libtrails_ingest_v1_UpdateMetadataRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_UpdateMetadataResponse__Out>): grpc.ClientUnaryCall;
  updateMetadata(argument: _libtrails_ingest_v1_UpdateMetadataRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_ingest_v1_UpdateMetadataResponse__Out>): grpc.ClientUnaryCall;
  updateMetadata(argument: _libtrails_ingest_v1_UpdateMetadataRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_ingest_v1_UpdateMetadataResponse__Out>): grpc.ClientUnaryCall;
  updateMetadata(argument: _libtrails_ingest_v1_UpdateMetadataRequest, callback: grpc.requestCallback<_libtrails_ingest_v1_UpdateMetadataResponse__Out>): grpc.ClientUnaryCall;
  
  WatchJobs(argument: _libtrails_ingest_v1_WatchJobsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_Job__Out>;
  WatchJobs(argument: _libtrails_ingest_v1_WatchJobsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_Job__Out>;
  watchJobs(argument: _libtrails_ingest_v1_WatchJobsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_Job__Out>;
  watchJobs(argument: _libtrails_ingest_v1_WatchJobsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_libtrails_ingest_v1_Job__Out>;
  
}

export interface IngestServiceHandlers extends grpc.UntypedServiceImplementation {
  CancelJob: grpc.handleUnaryCall<_libtrails_ingest_v1_CancelJobRequest__Out, _libtrails_ingest_v1_Job>;
  
  CreateBackup: grpc.handleUnaryCall<_libtrails_ingest_v1_CreateBackupRequest__Out, _libtrails_ingest_v1_Backup>;
  
  CreateJob: grpc.handleUnaryCall<_libtrails_ingest_v1_CreateJobRequest__Out, _libtrails_ingest_v1_Job>;
  
  DeleteBook: grpc.handleUnaryCall<_libtrails_ingest_v1_DeleteBookRequest__Out, _libtrails_ingest_v1_DeleteBookResponse>;
  
  LeaseJob: grpc.handleUnaryCall<_libtrails_ingest_v1_LeaseJobRequest__Out, _libtrails_ingest_v1_Job>;
  
  ListSources: grpc.handleServerStreamingCall<_libtrails_ingest_v1_ListSourcesRequest__Out, _libtrails_ingest_v1_Source>;
  
  PauseIndexing: grpc.handleUnaryCall<_libtrails_ingest_v1_PauseIndexingRequest__Out, _libtrails_ingest_v1_IndexingState>;
  
  PutBook: grpc.handleClientStreamingCall<_libtrails_ingest_v1_PutBookRequest__Out, _libtrails_ingest_v1_PutBookResponse>;
  
  PutGrouping: grpc.handleClientStreamingCall<_libtrails_ingest_v1_PutGroupingRequest__Out, _libtrails_ingest_v1_PutGroupingResponse>;
  
  ReadUpload: grpc.handleServerStreamingCall<_libtrails_ingest_v1_ReadUploadRequest__Out, _libtrails_ingest_v1_UploadPiece>;
  
  RefuseSource: grpc.handleUnaryCall<_libtrails_ingest_v1_RefuseSourceRequest__Out, _libtrails_ingest_v1_RefuseSourceResponse>;
  
  ReportProgress: grpc.handleUnaryCall<_libtrails_ingest_v1_ReportProgressRequest__Out, _libtrails_ingest_v1_ReportProgressResponse>;
  
  ReportSkipped: grpc.handleUnaryCall<_libtrails_ingest_v1_ReportSkippedRequest__Out, _libtrails_ingest_v1_ReportSkippedResponse>;
  
  ResumeIndexing: grpc.handleUnaryCall<_libtrails_ingest_v1_ResumeIndexingRequest__Out, _libtrails_ingest_v1_IndexingState>;
  
  RetryJob: grpc.handleUnaryCall<_libtrails_ingest_v1_RetryJobRequest__Out, _libtrails_ingest_v1_Job>;
  
  StreamTopics: grpc.handleServerStreamingCall<_libtrails_ingest_v1_StreamTopicsRequest__Out, _libtrails_ingest_v1_TopicVector>;
  
  UpdateMetadata: grpc.handleUnaryCall<_libtrails_ingest_v1_UpdateMetadataRequest__Out, _libtrails_ingest_v1_UpdateMetadataResponse>;
  
  WatchJobs: grpc.handleServerStreamingCall<_libtrails_ingest_v1_WatchJobsRequest__Out, _libtrails_ingest_v1_Job>;
  
}

export interface IngestServiceDefinition extends grpc.ServiceDefinition {
  CancelJob: MethodDefinition<_libtrails_ingest_v1_CancelJobRequest, _libtrails_ingest_v1_Job, _libtrails_ingest_v1_CancelJobRequest__Out, _libtrails_ingest_v1_Job__Out>
  CreateBackup: MethodDefinition<_libtrails_ingest_v1_CreateBackupRequest, _libtrails_ingest_v1_Backup, _libtrails_ingest_v1_CreateBackupRequest__Out, _libtrails_ingest_v1_Backup__Out>
  CreateJob: MethodDefinition<_libtrails_ingest_v1_CreateJobRequest, _libtrails_ingest_v1_Job, _libtrails_ingest_v1_CreateJobRequest__Out, _libtrails_ingest_v1_Job__Out>
  DeleteBook: MethodDefinition<_libtrails_ingest_v1_DeleteBookRequest, _libtrails_ingest_v1_DeleteBookResponse, _libtrails_ingest_v1_DeleteBookRequest__Out, _libtrails_ingest_v1_DeleteBookResponse__Out>
  LeaseJob: MethodDefinition<_libtrails_ingest_v1_LeaseJobRequest, _libtrails_ingest_v1_Job, _libtrails_ingest_v1_LeaseJobRequest__Out, _libtrails_ingest_v1_Job__Out>
  ListSources: MethodDefinition<_libtrails_ingest_v1_ListSourcesRequest, _libtrails_ingest_v1_Source, _libtrails_ingest_v1_ListSourcesRequest__Out, _libtrails_ingest_v1_Source__Out>
  PauseIndexing: MethodDefinition<_libtrails_ingest_v1_PauseIndexingRequest, _libtrails_ingest_v1_IndexingState, _libtrails_ingest_v1_PauseIndexingRequest__Out, _libtrails_ingest_v1_IndexingState__Out>
  PutBook: MethodDefinition<_libtrails_ingest_v1_PutBookRequest, _libtrails_ingest_v1_PutBookResponse, _libtrails_ingest_v1_PutBookRequest__Out, _libtrails_ingest_v1_PutBookResponse__Out>
  PutGrouping: MethodDefinition<_libtrails_ingest_v1_PutGroupingRequest, _libtrails_ingest_v1_PutGroupingResponse, _libtrails_ingest_v1_PutGroupingRequest__Out, _libtrails_ingest_v1_PutGroupingResponse__Out>
  ReadUpload: MethodDefinition<_libtrails_ingest_v1_ReadUploadRequest, _libtrails_ingest_v1_UploadPiece, _libtrails_ingest_v1_ReadUploadRequest__Out, _libtrails_ingest_v1_UploadPiece__Out>
  RefuseSource: MethodDefinition<_libtrails_ingest_v1_RefuseSourceRequest, _libtrails_ingest_v1_RefuseSourceResponse, _libtrails_ingest_v1_RefuseSourceRequest__Out, _libtrails_ingest_v1_RefuseSourceResponse__Out>
  ReportProgress: MethodDefinition<_libtrails_ingest_v1_ReportProgressRequest, _libtrails_ingest_v1_ReportProgressResponse, _libtrails_ingest_v1_ReportProgressRequest__Out, _libtrails_ingest_v1_ReportProgressResponse__Out>
  ReportSkipped: MethodDefinition<_libtrails_ingest_v1_ReportSkippedRequest, _libtrails_ingest_v1_ReportSkippedResponse, _libtrails_ingest_v1_ReportSkippedRequest__Out, _libtrails_ingest_v1_ReportSkippedResponse__Out>
  ResumeIndexing: MethodDefinition<_libtrails_ingest_v1_ResumeIndexingRequest, _libtrails_ingest_v1_IndexingState, _libtrails_ingest_v1_ResumeIndexingRequest__Out, _libtrails_ingest_v1_IndexingState__Out>
  RetryJob: MethodDefinition<_libtrails_ingest_v1_RetryJobRequest, _libtrails_ingest_v1_Job, _libtrails_ingest_v1_RetryJobRequest__Out, _libtrails_ingest_v1_Job__Out>
  StreamTopics: MethodDefinition<_libtrails_ingest_v1_StreamTopicsRequest, _libtrails_ingest_v1_TopicVector, _libtrails_ingest_v1_StreamTopicsRequest__Out, _libtrails_ingest_v1_TopicVector__Out>
  UpdateMetadata: MethodDefinition<_libtrails_ingest_v1_UpdateMetadataRequest, _libtrails_ingest_v1_UpdateMetadataResponse, _libtrails_ingest_v1_UpdateMetadataRequest__Out, _libtrails_ingest_v1_UpdateMetadataResponse__Out>
  WatchJobs: MethodDefinition<_libtrails_ingest_v1_WatchJobsRequest, _libtrails_ingest_v1_Job, _libtrails_ingest_v1_WatchJobsRequest__Out, _libtrails_ingest_v1_Job__Out>
}

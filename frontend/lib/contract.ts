/** Values of the contract that the pages use. The bundler cannot follow a package's path to its generated files. */
export {
  ADDED_SPANS,
  type AddedSpan,
  type EmbeddingState,
  FILTER_PARAMETERS,
  type FilterName,
  type JobState,
  MODES,
  type Mode,
  type QueryField,
  type Relevance,
  type ResultOrder,
  SCOPES,
  type Scope,
  type SignalFamily,
} from '../../proto/gen/values.ts';

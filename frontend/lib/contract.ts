/** Values of the contract that the pages use. The bundler cannot follow a package's path to its generated files. */
export {
  ADDED_SPANS,
  type AddedSpan,
  FILTER_PARAMETERS,
  type FilterName,
  MODES,
  type Mode,
  type QueryField,
  type Relevance,
  SCOPES,
  type Scope,
} from '../../proto/gen/values.ts';

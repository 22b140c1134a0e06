/**
 * Edits a BERT graph for CLS pooling of texts that are run without padding:
 *
 * - The last layer computes the first token only. The others are needed as keys and values of its attention, not as
 *   queries, and nothing reads them afterwards: five sixths of the layer's multiplications.
 * - The attention mask, which is all ones then, is not added to the scores: a pass over tokens² × heads in each layer.
 *
 * The file is edited field by field, so that everything else stays byte for byte as it is published (ONNX is
 * protobuf: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto). Names of nodes are those of the exporter that
 * Hugging Face's published BERT models come from.
 */
import protobuf from 'protobufjs/minimal.js';

/** Numbers of the fields that are looked into. */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5, output: 12, valueInfo: 13 } as const;
const NODE = { input: 1, output: 2, name: 3, operator: 4 } as const;
const TENSOR = { dims: 1, type: 2, name: 8, data: 9 } as const;
const VALUE = { name: 1, type: 2 } as const;
const VALUE_TYPE = { tensor: 1 } as const;
const TENSOR_TYPE = { element: 1 } as const;
const FLOAT = 1;
const INT64 = 7;

const LAYER = /^\/encoder\/layer\.(\d+)\//;
const SLICE = { start: 'first_token/start', end: 'first_token/end', axis: 'first_token/axis' } as const;

interface Field {
  number: number;
  /** Tag and content. */
  whole: Uint8Array;
  /** Content of a length-delimited field. */
  content: Uint8Array;
}

interface Node {
  name: string;
  inputs: string[];
  outputs: string[];
  /** Operator, attributes, domain. */
  rest: Uint8Array[];
}

/**
 * The graph with `last_hidden_state` as texts × 1 × dims: the first token of each text.
 * @param model an ONNX file; its buffer is not changed
 * @throws Error if the graph is not built as expected
 */
export function firstTokenOnly(model: Uint8Array): Uint8Array {
  const fields = fieldsOf(model);
  const graph = fields.find(({ number }) => number === MODEL.graph);
  if (graph === undefined) throw new Error('The model has no graph');
  return Buffer.concat(
    fields.flatMap((field) =>
      field === graph ? delimited(MODEL.graph, editGraph(graph.content)) : [field.whole],
    ),
  );
}

function editGraph(bytes: Uint8Array): Uint8Array[] {
  const fields = fieldsOf(bytes);
  const nodes = fields.filter(({ number }) => number === GRAPH.node).map(({ content }) => nodeOf(content));
  const edited = withoutMask(withFirstToken(nodes));
  const live = reachable(edited, outputNames(fields));
  return [
    ...live.flatMap((node) => delimited(GRAPH.node, nodeBytes(node))),
    ...[SLICE.start, SLICE.end, SLICE.axis].flatMap((name, i) =>
      delimited(GRAPH.initializer, [int64Tensor(name, [0, 1, 1][i]!)]),
    ),
    ...fields.flatMap(({ number, whole, content }) => {
      // Shapes noted inside the graph are those of all tokens; the runtime infers them itself.
      if (number === GRAPH.node || number === GRAPH.valueInfo) return [];
      return number === GRAPH.output ? delimited(GRAPH.output, [withoutShape(content)]) : [whole];
    }),
  ];
}

/** Cuts the last layer's queries and its residual down to the first token. */
function withFirstToken(nodes: readonly Node[]): Node[] {
  const last = Math.max(...nodes.map(({ name }) => Number(LAYER.exec(name)?.[1] ?? -1)));
  const hidden = `/encoder/layer.${last - 1}/output/LayerNorm/Add_1_output_0`;
  const query = `/encoder/layer.${last}/attention/self/query/MatMul`;
  const readers: ReadonlySet<string> = new Set([
    query,
    `${query}_quant`,
    `/encoder/layer.${last}/attention/output/Add`,
  ]);
  const cut = new Set<string>();
  const result = nodes.map((node) => {
    if (!readers.has(node.name)) return node;
    const inputs = node.inputs.map((input) => {
      if (input !== hidden && input !== `${hidden}_quantized`) return input;
      cut.add(input);
      return firstOf(input);
    });
    return { ...node, inputs };
  });
  if (!cut.has(hidden) || last < 1) throw new Error('The last layer is not built as expected');
  return result.flatMap((node) => [
    node,
    ...node.outputs.filter((output) => cut.has(output)).map((output) => sliceOf(output)),
  ]);
}

const firstOf = (tensor: string) => `${tensor}/first_token`;

function sliceOf(tensor: string): Node {
  const operator = protobuf.Writer.create().uint32(tag(NODE.operator, 2)).string('Slice').finish();
  return {
    name: `${tensor}/Slice`,
    inputs: [tensor, SLICE.start, SLICE.end, SLICE.axis],
    outputs: [firstOf(tensor)],
    rest: [operator],
  };
}

/** Lets each softmax read the scores as they are before the mask is added. */
function withoutMask(nodes: readonly Node[]): Node[] {
  const scores = new Map(
    nodes
      .filter(({ name }) => /\/attention\/self\/Add$/.test(name))
      .map(({ inputs, outputs }) => [outputs[0]!, inputs[0]!]),
  );
  if (scores.size === 0) throw new Error('The attention mask is not added as expected');
  return nodes.map((node) => ({ ...node, inputs: node.inputs.map((input) => scores.get(input) ?? input) }));
}

/** The nodes that the outputs depend on, in their order. */
function reachable(nodes: readonly Node[], outputs: readonly string[]): Node[] {
  const needed = new Set(outputs);
  const kept = nodes.toReversed().filter((node) => {
    if (!node.outputs.some((output) => needed.has(output))) return false;
    for (const input of node.inputs) needed.add(input);
    return true;
  });
  return kept.reverse();
}

function outputNames(fields: readonly Field[]): string[] {
  return fields
    .filter(({ number }) => number === GRAPH.output)
    .map(({ content }) => textOf(fieldsOf(content).find(({ number }) => number === VALUE.name)!.content));
}

function withoutShape(value: Uint8Array): Uint8Array {
  const name = fieldsOf(value).find(({ number }) => number === VALUE.name)!;
  const writer = protobuf.Writer.create().uint32(tag(VALUE.name, 2)).bytes(name.content);
  writer.uint32(tag(VALUE.type, 2)).fork().uint32(tag(VALUE_TYPE.tensor, 2)).fork();
  return writer.uint32(tag(TENSOR_TYPE.element, 0)).int32(FLOAT).ldelim().ldelim().finish();
}

function int64Tensor(name: string, value: number): Uint8Array {
  const data = Buffer.alloc(8);
  data.writeBigInt64LE(BigInt(value));
  const writer = protobuf.Writer.create().uint32(tag(TENSOR.dims, 0)).int64(1);
  writer.uint32(tag(TENSOR.type, 0)).int32(INT64).uint32(tag(TENSOR.name, 2)).string(name);
  return writer.uint32(tag(TENSOR.data, 2)).bytes(data).finish();
}

function nodeOf(bytes: Uint8Array): Node {
  const node: Node = { name: '', inputs: [], outputs: [], rest: [] };
  for (const { number, whole, content } of fieldsOf(bytes)) {
    if (number === NODE.input) node.inputs.push(textOf(content));
    else if (number === NODE.output) node.outputs.push(textOf(content));
    else if (number === NODE.name) node.name = textOf(content);
    else node.rest.push(whole);
  }
  return node;
}

function nodeBytes({ name, inputs, outputs, rest }: Node): Uint8Array[] {
  const writer = protobuf.Writer.create();
  for (const input of inputs) writer.uint32(tag(NODE.input, 2)).string(input);
  for (const output of outputs) writer.uint32(tag(NODE.output, 2)).string(output);
  writer.uint32(tag(NODE.name, 2)).string(name);
  return [writer.finish(), ...rest];
}

/** The fields of a message; contents are views of it. */
function fieldsOf(bytes: Uint8Array): Field[] {
  const reader = protobuf.Reader.create(bytes);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const key = reader.uint32();
    const content = (key & 7) === 2 ? reader.bytes() : undefined;
    if (content === undefined) reader.skipType(key & 7);
    fields.push({
      number: key >>> 3,
      whole: bytes.subarray(start, reader.pos),
      content: content ?? new Uint8Array(),
    });
  }
  return fields;
}

/** A length-delimited field with these parts as content, none of them copied. */
function delimited(number: number, parts: readonly Uint8Array[]): Uint8Array[] {
  const length = parts.reduce((sum, part) => sum + part.byteLength, 0);
  return [protobuf.Writer.create().uint32(tag(number, 2)).uint32(length).finish(), ...parts];
}

const tag = (number: number, wireType: number) => ((number << 3) | wireType) >>> 0;
const textOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();

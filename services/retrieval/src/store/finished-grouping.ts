/** A checked grouping on its way to the file. Crosses to the writer thread, so it is data only. */

export interface FinishedTheme {
  label: string;
  subtitle: string;
  /** Place in `domains`. */
  domain: number;
  /** Topic ids with their weights, heaviest first. */
  members: { topics: Uint32Array; weights: Float64Array };
  x: number;
  y: number;
  z: number;
  /** On the map. */
  mapX: number;
  mapY: number;
}

export interface FinishedGrouping {
  recipe: string;
  /** Pairs: topic, the topic it is read as. */
  merges: Uint32Array;
  domains: string[];
  themes: FinishedTheme[];
  /** Centroids of the themes in order, DIMS components each. */
  centroids: Float32Array;
}

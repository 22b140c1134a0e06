/** Logistic regression by Newton's method, with a ridge on all weights but the first. Pure. */

export interface Labelled {
  /** The first is 1, for the constant. */
  values: readonly number[];
  good: boolean;
  /** How many examples it counts for. */
  weight: number;
}

/** What is held against a weight of 1, in examples. */
const RIDGE = 1;
const STEPS = 30;

export function weighedSum(weights: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * weights[i]!, 0);
}

/** One weight a value. @throws RangeError without examples */
export function fitLogistic(examples: readonly Labelled[]): number[] {
  const width = examples[0]?.values.length;
  if (width === undefined) throw new RangeError('No examples to fit');
  const weights = Array.from({ length: width }, () => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -RIDGE * weight));
    const curve = weights.map((_, i) => weights.map((_other, j) => (i === j && i > 0 ? RIDGE : 0)));
    for (const { values, good, weight } of examples) {
      const chance = 1 / (1 + Math.exp(-weighedSum(weights, values)));
      for (let i = 0; i < width; i += 1) {
        slope[i]! += weight * ((good ? 1 : 0) - chance) * values[i]!;
        for (let j = 0; j < width; j += 1) {
          curve[i]![j]! += weight * chance * (1 - chance) * values[i]! * values[j]!;
        }
      }
    }
    const move = solved(curve, slope);
    for (let i = 0; i < width; i += 1) weights[i]! += move[i]!;
  }
  return weights;
}

/** Gauss and Jordan, with pivots. */
function solved(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < rows.length; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < rows.length; row += 1) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (const [i, row] of rows.entries()) {
      if (i === column) continue;
      const factor = row[column]! / rows[column]![column]!;
      for (let j = column; j < row.length; j += 1) row[j]! -= factor * rows[column]![j]!;
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}

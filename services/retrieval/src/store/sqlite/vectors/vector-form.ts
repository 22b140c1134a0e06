/** In which form the vectors of topics and passages are kept in memory: the most exact one that fits. */
import { DIMS } from '../int8-vector.ts';

/** `int8` is whole, with two bits a dimension beside it; with bits alone, the nearest are read from the file (coded-table.ts). */
export type VectorForm = 'int8' | '2 bits' | '1 bit';

/** Bytes a row of each form takes: components or bits, what is beside them, and id, owner and place. */
const ROW_BYTES: Readonly<Record<VectorForm, number>> = {
  int8: DIMS + 16 + DIMS / 4 + 8 + 12,
  '2 bits': DIMS / 4 + 8 + 12,
  '1 bit': DIMS / 8 + 8 + 12,
};

const FORMS = ['int8', '2 bits', '1 bit'] as const;

/** Whether `rows` of a form take at most `budgetBytes`. */
export function fits(form: VectorForm, rows: number, budgetBytes: number): boolean {
  return rows * ROW_BYTES[form] <= budgetBytes;
}

/** The first form of which `rows` fit in `budgetBytes`; the last one whatever the budget. */
export function vectorForm(rows: number, budgetBytes: number): VectorForm {
  return FORMS.find((form) => fits(form, rows, budgetBytes)) ?? '1 bit';
}

/**
 * Trails that were read and rated by hand: what the ratings come to.
 *
 *   node test/programs/relevance/rated-trails.ts [test/programs/relevance/trails-rated.tsv]
 *
 * A row is one step, or a whole trail (step "whole"). Grades of a step: 2 belongs on the way and is readable by itself,
 * 1 one of the two only in part, 0 neither, or not on the way at all. Of a trail: 2 moves from its beginning to its end
 * and could be passed on, 1 in part, 0 not.
 */
import { readFileSync } from 'node:fs';
import { interval, mean } from './statistics.ts';

export interface Rating {
  /** "before" or "after". */
  run: string;
  trail: string;
  to: string;
  /** "1".."12", or "whole". */
  step: string;
  grade: number;
  reason: string;
}

/** @throws Error if a row lacks a grade of 0, 1 or 2 or a reason */
export function readRatings(path: string): Rating[] {
  const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return rows.map((row, i) => {
    const cells = row.split('\t');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    const grade = cell('grade');
    const reason = cell('reason');
    if (!/^[012]$/.test(grade) || reason === '') {
      throw new Error(`${path}:${i + 2}: a rating is a grade of 0, 1 or 2 and a reason`);
    }
    return {
      run: cell('run'),
      trail: cell('trail'),
      to: cell('to'),
      step: cell('step'),
      grade: Number(grade),
      reason,
    };
  });
}

function summary(ratings: readonly Rating[]): string {
  const grades = ratings.map(({ grade }) => grade);
  const [low, high] = interval(grades);
  const shares = [2, 1, 0].map((grade) => grades.filter((other) => other === grade).length).join(' · ');
  return `${mean(grades).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}); ${shares}`;
}

if (import.meta.main) {
  const ratings = readRatings(process.argv[2] ?? 'test/programs/relevance/trails-rated.tsv');
  console.log('| mean (95 %); graded 2 · 1 · 0 | before | after |\n|---|---|---|');
  const kinds: Record<string, (rating: Rating) => boolean> = {
    trails: ({ step }) => step === 'whole',
    steps: ({ step }) => step !== 'whole',
    'steps between two ideas': ({ step, to }) => step !== 'whole' && to !== '',
    'steps around one': ({ step, to }) => step !== 'whole' && to === '',
  };
  for (const [name, isOfKind] of Object.entries(kinds)) {
    const cells = ['before', 'after'].map((run) =>
      summary(ratings.filter((rating) => rating.run === run && isOfKind(rating))),
    );
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

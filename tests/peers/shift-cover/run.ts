import { optimiseRoster, type UnmetInterval } from '@yotei/scheduling/optimiser';
import type { PeerOptions } from '../command-line.js';
import { readText } from '../read-text.js';
import { parseCoverCases, scoreCover, type CoverCase } from './cases.js';
import { problemOfWeekly, scoreWeekly, weeklyRosterOf, type WeeklyRosterCase } from './weekly-roster.js';
import { countsOf, problemOfCover, SHORT_HOUR, valueOfCost } from './to-problem.js';

export type CoverAnswer =
  | {
      readonly kind: 'solved';
      readonly value: number;
      /** No solution is worth less. */
      readonly bound: number;
      readonly counts: readonly (readonly number[])[];
      readonly breaches: readonly string[];
    }
  /** The bound alone costs more than a short hour: nobody can meet the demand. */
  | { readonly kind: 'infeasible'; readonly short: readonly UnmetInterval[]; readonly isProved: boolean };

/** Solves a case with the product's engine; the value is counted by the case's own words. */
export function solveCover(
  cover: CoverCase,
  options: Pick<PeerOptions, 'seed' | 'iterations' | 'timeLimitSeconds'>,
): CoverAnswer {
  const result = optimiseRoster(problemOfCover(cover), {
    seed: options.seed,
    timeLimitSeconds: options.timeLimitSeconds,
    iterationLimit: options.iterations,
    nowMillis: () => performance.now(),
  });
  if (result.kind !== 'roster') throw new Error(`the engine must answer a roster; it says ${JSON.stringify(result)}`);
  if (cover.objective !== 'absolute-deviation' && result.parts['understaffing']! > 0)
    return { kind: 'infeasible', short: result.unmet, isProved: result.lowerBound >= SHORT_HOUR / 2 };
  const counts = countsOf(cover, result.roster);
  // Values of these cases are whole numbers.
  const bound = Math.ceil(valueOfCost(cover, result.lowerBound) - 1e-6);
  return { kind: 'solved', bound, counts, ...scoreCover(cover, counts) };
}

const hourOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Plans a week of named people with the product's engine; judged by the file's own rules. */
export function solveWeekly(
  weekly: WeeklyRosterCase,
  options: Pick<PeerOptions, 'seed' | 'iterations' | 'timeLimitSeconds'>,
): ReturnType<typeof scoreWeekly> {
  const result = optimiseRoster(problemOfWeekly(weekly), {
    seed: options.seed,
    timeLimitSeconds: options.timeLimitSeconds,
    iterationLimit: options.iterations,
    nowMillis: () => performance.now(),
  });
  if (result.kind !== 'roster') throw new Error(`the engine must answer a roster; it says ${JSON.stringify(result)}`);
  return scoreWeekly(weekly, weeklyRosterOf(weekly, result.roster));
}

function runWeekly(path: string, options: Parameters<typeof solveWeekly>[1], write: (text: string) => void): number {
  const { hours, wishes, breaches } = solveWeekly(JSON.parse(readText(path)) as WeeklyRosterCase, options);
  write(`${path}: ${hours} hours, ${wishes} wished shifts worked, ${breaches.length} rules broken\n`);
  for (const breach of breaches) write(`  breaks: ${breach}\n`);
  return breaches.length > 0 ? 1 : 0;
}

/** `npm run peers -- shift-cover FILE`: every case of a file of cases, or a week of named people. Answers the exit code. */
export function runShiftCover({ files, ...options }: PeerOptions, write: (text: string) => void): number {
  const isWeekly = (path: string) => !Array.isArray(JSON.parse(readText(path)));
  let worst = Math.max(0, ...files.filter(isWeekly).map((path) => runWeekly(path, options, write)));
  for (const cover of files.filter((path) => !isWeekly(path)).flatMap((path) => parseCoverCases(readText(path)))) {
    const answer = solveCover(cover, options);
    const stated = cover.optimum === null ? 'stated infeasible' : `stated optimum ${cover.optimum}`;
    if (answer.kind === 'infeasible') {
      const first = answer.short
        .slice(0, 3)
        .map(({ startAt, required, scheduled, why }) => `  ${hourOf(startAt)}: ${scheduled} of ${required}, ${why}\n`);
      write(
        `${cover.id}: no solution${answer.isProved ? ' (proved)' : ''}, ${stated}; short in ${answer.short.length} intervals, first\n${first.join('')}`,
      );
      if (cover.optimum !== null) worst = 1;
      continue;
    }
    const proof = answer.value <= answer.bound ? 'proved' : `bound ${answer.bound}`;
    write(`${cover.id}: ${answer.value} (${proof}), ${stated}, ${answer.breaches.length} rules broken\n`);
    if (answer.breaches.length > 0 || answer.value !== cover.optimum) worst = 1;
  }
  return worst;
}

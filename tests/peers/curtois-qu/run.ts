import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import { loadSolver, type MixedIntegerSolver } from '@yotei/scheduling/solver';
import type { PeerOptions } from '../command-line.js';
import { readText } from '../read-text.js';
import { parseCqInstance, type CqInstance, type CqRoster } from './instance.js';
import { formatCqRoster, parseCqRoster } from './roster-csv.js';
import { scoreCqRoster, type CqScore } from './score.js';
import { cqRosterOf, isCostExact, problemOfCq } from './to-problem.js';

export interface CqResult {
  readonly roster: CqRoster;
  readonly score: CqScore;
  /** Nothing costs less; null where the product's cost is not quite the benchmark's. */
  readonly lowerBound: number | null;
  readonly seconds: number;
  readonly stoppedBy: string;
}

export type CqAnswer = ({ readonly kind: 'roster' } & CqResult) | { readonly kind: 'refused'; readonly why: string };

/** Plans an instance with the product's engine; the roster is judged by the benchmark's own scorer. */
export function solveCq(
  instance: CqInstance,
  options: Pick<PeerOptions, 'seed' | 'iterations' | 'timeLimitSeconds'> & { readonly solver?: MixedIntegerSolver },
  onProgress?: (line: string) => void,
): CqAnswer {
  const result = optimiseRoster(problemOfCq(instance), {
    seed: options.seed,
    solver: options.solver,
    timeLimitSeconds: options.timeLimitSeconds,
    iterationLimit: options.iterations,
    nowMillis: () => performance.now(),
    onProgress: ({ phase, seconds, bestCost, lowerBound }) =>
      onProgress?.(`${seconds.toFixed(0)} s ${phase}: cost ${bestCost ?? '-'}, bound ${lowerBound?.toFixed(1) ?? '-'}`),
  });
  if (result.kind === 'unsupported-rule')
    return { kind: 'refused', why: `the engine cannot hold ${result.ruleIds.join(', ')}` };
  if (result.kind !== 'roster') return { kind: 'refused', why: `no roster: ${JSON.stringify(result)}` };
  const roster = cqRosterOf(instance, result.roster);
  const score = scoreCqRoster(instance, roster);
  const lowerBound = isCostExact(instance) ? Math.ceil(result.lowerBound - 1e-6) : null;
  return { kind: 'roster', roster, score, lowerBound, seconds: result.seconds, stoppedBy: result.stoppedBy };
}

/** Best-known cost from `best_known.csv` beside the instance, where there is one. */
function bestKnown(path: string): number | null {
  const table = join(dirname(path), 'best_known.csv');
  if (!existsSync(table)) return null;
  const name = basename(path).replace(/\.txt(\.gz)?$/, '');
  const rows = parse(readText(table), { columns: true, bom: true }) as Record<string, string>[];
  const row = rows.find((each) => each['instance'] === name);
  return row ? Number(row['best_known_solution']) : null;
}

const breachLines = ({ breaches }: CqScore): string => breaches.map((breach) => `  breaks: ${breach}\n`).join('');

/** `npm run peers -- nrp FILE`: plans, or with `--score` judges a roster. Answers the exit code. */
export async function runCurtoisQu(
  { files, out, score, ...options }: PeerOptions,
  write: (text: string) => void,
): Promise<number> {
  let worst = 0;
  const solver = score === undefined ? await loadSolver() : undefined;
  for (const path of files) {
    const instance = parseCqInstance(readText(path));
    const best = bestKnown(path);
    const known = best === null ? 'best known -' : `best known ${best}`;
    if (score !== undefined) {
      const judged = scoreCqRoster(instance, parseCqRoster(readText(score), instance));
      write(
        `${basename(path)}: cost ${judged.cost} (cover ${judged.coverCost}, requests ${judged.requestCost}), ${known}, ${judged.breaches.length} rules broken\n${breachLines(judged)}`,
      );
      worst = Math.max(worst, judged.breaches.length > 0 ? 1 : 0);
      continue;
    }
    const answer = solveCq(instance, { ...options, solver });
    if (answer.kind === 'refused') {
      write(`${basename(path)}: ${answer.why}\n`);
      worst = 1;
      continue;
    }
    const gap = best === null ? '' : `, ${(((answer.score.cost - best) / best) * 100).toFixed(2)} % above it`;
    write(
      `${basename(path)}: cost ${answer.score.cost} (cover ${answer.score.coverCost}, requests ${answer.score.requestCost}), bound ${answer.lowerBound ?? '-'}, ${known}${gap}, ${answer.seconds.toFixed(1)} s, ${answer.score.breaches.length} rules broken, stopped by ${answer.stoppedBy}\n${breachLines(answer.score)}`,
    );
    if (out !== undefined) writeFileSync(out, formatCqRoster(instance, answer.roster));
    if (answer.score.breaches.length > 0) worst = 1;
  }
  return worst;
}

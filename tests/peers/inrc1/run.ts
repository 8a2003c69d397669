import { basename, dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { PeerOptions } from '../command-line.js';
import { planPeer, type PlanOptions } from '../plan.js';
import { readText } from '../read-text.js';
import { rowsOfRoster } from '../shift-slots.js';
import { parseInrc1, type Inrc1Instance } from './instance.js';
import { scoreInrc1, type Inrc1Score } from './score.js';
import { problemOfInrc1 } from './to-problem.js';

/** Plans the part of the instance that fits the product; the roster is judged by all the rules of the competition. */
export function solveInrc1(instance: Inrc1Instance, options: PlanOptions): Inrc1Score {
  const roster = planPeer(problemOfInrc1(instance), options);
  return scoreInrc1(
    instance,
    rowsOfRoster(
      instance.employees.map(({ id }) => id),
      instance,
      roster,
    ),
  );
}

function bestKnown(path: string): string {
  const table = join(dirname(path), 'best_known.csv');
  if (!existsSync(table)) return '-';
  const rows = parse(readText(table), { columns: true, bom: true }) as Record<string, string>[];
  return rows.find((row) => row['instance'] === basename(path, '.txt'))?.['best_known'] ?? '-';
}

/** `npm run peers -- inrc1 FILE …`. Answers the exit code. */
export function runInrc1({ files, ...options }: PeerOptions, write: (text: string) => void): number {
  let worst = 0;
  for (const path of files) {
    const { total, parts, breaches } = solveInrc1(parseInrc1(readText(path)), options);
    const named = Object.entries(parts).flatMap(([part, cost]) => (cost > 0 ? [`${part} ${cost}`] : []));
    write(
      `${basename(path)}: ${total} (${named.join(', ')}), best known ${bestKnown(path)}, ${breaches.length} hard rules broken\n`,
    );
    if (breaches.length > 0) worst = 1;
  }
  return worst;
}

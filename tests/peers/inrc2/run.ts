import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { PeerOptions } from '../command-line.js';
import { planPeer, type PlanOptions } from '../plan.js';
import { readText } from '../read-text.js';
import { rowsOfRoster } from '../shift-slots.js';
import { parseInrc2, type Inrc2Instance } from './instance.js';
import { scoreInrc2, type Inrc2Score } from './score.js';
import { problemOfInrc2, spanOf } from './to-problem.js';

/** Plans the part of the scenario that fits the product; the roster is judged by all the rules of the competition. */
export function solveInrc2(instance: Inrc2Instance, options: PlanOptions): Inrc2Score {
  const roster = planPeer(problemOfInrc2(instance), options);
  return scoreInrc2(
    instance,
    rowsOfRoster(
      instance.nurses.map(({ id }) => id),
      spanOf(instance),
      roster,
    ),
  );
}

/** Cases of a folder: those of `expected.csv`, else its first history with its weeks in order. */
function casesOf(folder: string): { name: string; history: string; weeks: string[]; expected: string }[] {
  const names = readdirSync(folder);
  const scenario = names.find((name) => name.startsWith('Sc-'))?.replace(/^Sc-|\.txt$/g, '');
  if (scenario === undefined) throw new Error(`${folder} must hold a scenario file Sc-NAME.txt`);
  if (names.includes('expected.csv')) {
    const rows = parse(readText(join(folder, 'expected.csv')), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    return rows.map((row) => ({
      name: row['case']!,
      history: row['history_file']!,
      weeks: row['week_files_in_order']!.split(' ').map((week) => week.replace('WD-', `WD-${scenario}-`)),
      expected: row['expected_optimal_cost']!,
    }));
  }
  const plain = (start: string) =>
    names
      .filter((name) => name.startsWith(start))
      .map((name) => name.replace('.txt', ''))
      .sort();
  return [{ name: scenario, history: plain('H0-')[0]!, weeks: plain('WD-'), expected: '-' }];
}

/** `npm run peers -- inrc2 DIR`: every case of the folder, all weeks at once. Answers the exit code. */
export function runInrc2({ files, ...options }: PeerOptions, write: (text: string) => void): number {
  let worst = 0;
  for (const folder of files) {
    const read = (name: string) => readText(join(folder, `${name}.txt`));
    const scenario = read(
      readdirSync(folder)
        .find((name) => name.startsWith('Sc-'))!
        .replace('.txt', ''),
    );
    for (const { name, history, weeks, expected } of casesOf(folder)) {
      const instance = parseInrc2({ scenario, history: read(history), weeks: weeks.map(read) });
      const { total, breaches, ...parts } = solveInrc2(instance, options);
      const named = Object.entries(parts).flatMap(([part, cost]) => (cost > 0 ? [`${part} ${cost}`] : []));
      write(`${name}: ${total} (${named.join(', ')}), optimum ${expected}, ${breaches.length} hard rules broken\n`);
      for (const breach of breaches) write(`  breaks: ${breach}\n`);
      if (breaches.length > 0) worst = 1;
    }
  }
  return worst;
}

import type { SkillSetDemand } from '@yotei/scheduling/multi-skill';
import { coverageGrid, type RosterProblem } from '@yotei/scheduling/roster';
import { intervalIndex, intervalStart, MINUTE_MILLIS } from '@yotei/time';
import type { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import { readInstant, readNumber } from './quantities.js';
import { RowReader } from './row-reader.js';

/**
 * Agents to roster by skill set from a CSV file as `yotei requirement --by-skill-set` writes it: `skill_set` (skills
 * joined by +), `start`, `end`, `agents_to_roster`. A slot takes the mean of the intervals over it by time.
 */
export async function readSkillSets(
  file: string,
  problem: RosterProblem,
  problems: ProblemList,
): Promise<SkillSetDemand[]> {
  const grid = coverageGrid(problem);
  const known = new Set(problem.agents.flatMap(({ skillIds }) => skillIds));
  const bySet = new Map<string, number[]>();
  const table = await readTable(file, { required: ['skill_set', 'start', 'end', 'agents_to_roster'], problems });
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const instant = (column: string) =>
      reader.required(column, 'an ISO-8601 date-time', (text) => readInstant(text, { zone: problem.zone }));
    const [startAt, endAt] = [instant('start'), instant('end')];
    const agents = reader.required('agents_to_roster', 'a number', (text) => readNumber(text, { min: 0 }));
    const set = reader.text('skill_set') ?? '';
    const unknown = set.split('+').find((skill) => !known.has(skill));
    if (unknown !== undefined) reader.report('skill_set', `'${unknown}' is no skill of an agent`);
    if (startAt === undefined || endAt === undefined || agents === undefined || unknown !== undefined) continue;
    const values = bySet.get(set) ?? new Array<number>(grid.count).fill(0);
    bySet.set(set, values);
    const first = Math.max(0, intervalIndex(grid, startAt));
    for (let slot = first; slot < grid.count && intervalStart(grid, slot) < endAt; slot++) {
      const from = Math.max(startAt, intervalStart(grid, slot));
      const until = Math.min(endAt, intervalStart(grid, slot + 1));
      values[slot]! += (agents * Math.max(0, until - from)) / (grid.stepMinutes * MINUTE_MILLIS);
    }
  }
  return [...bySet].map(([set, agentsToRoster]) => ({ skillIds: set.split('+'), grid, agentsToRoster }));
}

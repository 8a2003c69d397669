import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateRoster } from '@yotei/scheduling/evaluation';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import {
  rosterCsvRows,
  serialiseAgentsFile,
  serialiseRosterFile,
  serialiseRulesFile,
  type RosterProblem,
} from '@yotei/scheduling/roster';
import { addDays, formatUtc, intervalStart } from '@yotei/time';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine } from '../frame/run-for-test.js';
import { csvLines } from '../io/csv-writer.js';

// Planning inside the test runner on a busy machine takes several times what it takes alone.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'yotei-check-planned-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const csv = (rows: readonly (readonly string[])[]): string => [...csvLines(rows[0]!, rows.slice(1))].join('');

function requirementRows({ demand }: RosterProblem): string[][] {
  const rows = demand.flatMap(({ queueId, grid, agentsToRoster }) =>
    agentsToRoster.map((agents, i) => [
      queueId,
      formatUtc(intervalStart(grid, i)),
      formatUtc(intervalStart(grid, i + 1)),
      String(agents),
    ]),
  );
  return [['queue', 'start', 'end', 'agents_to_roster'], ...rows];
}

describe('yotei check of a planned roster', () => {
  it('finds through the files what the library finds, and no hard breach', async () => {
    const problem = rosterInstance({ agents: 6, seed: 3 });
    const planned = optimiseRoster(problem, { seed: 1, iterationLimit: 10, nowMillis: () => 0 });
    if (planned.kind !== 'roster') throw new Error(`the instance must be plannable; it is ${planned.kind}`);
    const queues = problem.demand.map(({ queueId, skillId }) => ({ queueId, skillId }));
    const args = {
      '--agents': write('agents.json', serialiseAgentsFile({ ...problem, queues })),
      '--rules': write('rules.json', serialiseRulesFile(problem)),
      '--roster': write(
        'roster.json',
        serialiseRosterFile(planned.roster, problem.zone, { score: { cost: planned.cost } }),
      ),
      '--history': write('history.csv', csv(rosterCsvRows({ shifts: problem.history }, problem.zone))),
      '--history-from': addDays(problem.startsOn, -14),
      '--requirement': write('requirement.csv', csv(requirementRows(problem))),
    };
    const ran = await runCommandLine([
      'check',
      ...Object.entries(args).flat(),
      '--from',
      problem.startsOn,
      '--weeks',
      '1',
      '--json',
    ]);
    expect(ran.error).toContain('not judged for want of history');
    const found = JSON.parse(ran.out) as {
      parts: object;
      breaches: { agent: string; level: string }[];
      cannotJudge: object[];
    };
    const own = evaluateRoster(problem, planned.roster);
    expect(found.parts).toMatchObject({ understaffing: own.parts.understaffing, overstaffing: own.parts.overstaffing });
    expect(found.cannotJudge).toEqual([]);
    expect(found.breaches.filter(({ level }) => level === 'must')).toEqual([]);
    expect(ran.exitCode).toBe(ExitCode.done);
  });
});

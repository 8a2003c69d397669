import { startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';
import { rosterCase } from '../../../../tests/kit/roster-arbitraries.js';
import { coverageGrid } from './horizon.js';
import { assembleProblem } from './assemble-problem.js';
import { parseAgentsFile, parseRosterFile, parseRulesFile, type AgentsFile, type FileRead } from './roster-files.js';
import { shiftsOfActivities } from './shifts-of-activities.js';
import { rosterCsvRows, serialiseAgentsFile, serialiseRosterFile, serialiseRulesFile } from './write-roster-files.js';

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T;

function contentOf<T>(read: FileRead<T>): T {
  if (read.kind === 'refused') throw new Error(read.faults.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return read.content;
}

const faultsOf = (read: FileRead<unknown>) => (read.kind === 'refused' ? read.faults : []);

const TOKYO = { zone: 'Asia/Tokyo' };
const minimal = { contracts: [], templates: [], agents: [] };

describe('roster files', () => {
  it('read what was written', () => {
    fc.assert(
      fc.property(rosterCase, ({ problem, roster }) => {
        const { zone, rules, weights, slotMinutes } = problem;
        const queues = problem.demand.map(({ queueId, skillId }) => ({ queueId, skillId }));
        const file: AgentsFile = { ...problem, queues };
        const agents = contentOf(parseAgentsFile(serialiseAgentsFile(file), TOKYO));
        for (const [key, value] of Object.entries(agents))
          expect(plain(value)).toEqual(plain(file[key as keyof AgentsFile]));
        expect(plain(contentOf(parseRulesFile(serialiseRulesFile({ rules, weights, slotMinutes }), { zone })))).toEqual(
          plain({ rules, weights, slotMinutes }),
        );
        const read = contentOf(parseRosterFile(serialiseRosterFile(roster, zone, { score: { cost: 3 } }), { zone }));
        const inOrder = [...roster.shifts].sort((a, b) => a.agentId.localeCompare(b.agentId) || a.startAt - b.startAt);
        expect(plain(read.shifts)).toEqual(plain(inOrder));
      }),
      { numRuns: 40 },
    );
  });

  it('name every fault with its place', () => {
    const text = JSON.stringify({
      ...minimal,
      agents: [{ id: 'amy', contract: 5, skills: ['voice'], seniorty: 'senior' }, 'bob'],
      timeOff: [{ agent: 'amy', start: '2026-11-03', end: '2026-11-04T00:00:00+09:00', paidMinutes: 480 }],
    });
    expect(faultsOf(parseAgentsFile(text, TOKYO)).map(({ path }) => path)).toEqual([
      'agents[0].contract',
      'agents[0].seniorty',
      'agents[1]',
      'agents[1].id',
      'agents[1].contract',
      'agents[1].skills',
      'timeOff[0].start',
    ]);
    expect(faultsOf(parseRulesFile('{"rules": [}', TOKYO))[0]!.message).toMatch(/^is not JSON/);
    expect(faultsOf(parseRulesFile('{"rules": [], "weights": {"underStaffing": [1, 2]}}', TOKYO))).toEqual([
      { path: 'weights.underStaffing', message: 'must be three prices: first band, second band, beyond' },
    ]);
  });

  it('refuse anything else without stumbling', () => {
    const mixed = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 7, 'x', '09:30'),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('object'),
      ),
      object: fc.dictionary(
        fc.constantFrom(
          'zone',
          'agents',
          'rules',
          'shifts',
          'weights',
          'id',
          'skills',
          'templates',
          'activities',
          'start',
          'availability',
          'parameters',
        ),
        tie('value'),
        { maxKeys: 6 },
      ),
    })).object;
    fc.assert(
      fc.property(mixed, (value) => {
        for (const parse of [parseAgentsFile, parseRulesFile, parseRosterFile]) {
          const read = parse(JSON.stringify(value), TOKYO);
          if (read.kind === 'refused') expect(read.faults.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('take times without an offset as local and refuse those a clock change makes unclear', () => {
    const absence = (start: string) =>
      JSON.stringify({ ...minimal, timeOff: [{ agent: 'a', start, end: '2025-12-01T00:00', paidMinutes: 0 }] });
    const berlin = { zone: 'Europe/Berlin' };
    const read = contentOf(parseAgentsFile(absence('2025-10-26T04:30'), berlin));
    expect(read.timeOff[0]!.startAt).toBe(Date.UTC(2025, 9, 26, 3, 30));
    expect(faultsOf(parseAgentsFile(absence('2025-10-26T02:30'), berlin))[0]!.message).toContain('exists twice');
    expect(faultsOf(parseAgentsFile(absence('2025-03-30T02:30'), berlin))[0]!.message).toContain('does not exist');
  });

  it('write times of day that a person can read, also past midnight', () => {
    const text = serialiseAgentsFile({
      ...contentOf(parseAgentsFile(JSON.stringify(minimal), TOKYO)),
      preferences: [{ agentId: 'amy', kind: 'start-between', fromMinute: 1320, untilMinute: 1500, weight: 2 }],
    });
    expect(text).toContain('"from": "22:00"');
    expect(text).toContain('"until": "25:00"');
  });
});

describe('assembleProblem', () => {
  const agents = contentOf(
    parseAgentsFile(JSON.stringify({ ...minimal, queues: [{ id: 'phone', skill: 'voice' }] }), TOKYO),
  );
  const rules = contentOf(parseRulesFile('{"rules": []}', TOKYO));
  const at = (hour: number) => startOfLocalDay('2026-11-02', 'Asia/Tokyo') + hour * 3_600_000;
  const build = (from: number, until: number, value: number) => {
    const demand = [{ queueId: 'phone', startAt: at(from), endAt: at(until), agentsToRoster: value }];
    return assembleProblem({ agents, rules, startsOn: '2026-11-02', weeks: 1, demand }).demand[0]!.agentsToRoster;
  };

  it('spreads a longer interval over slots and takes the mean of shorter ones', () => {
    expect(build(0, 0.5, 3).slice(0, 3)).toEqual([3, 3, 0]);
    expect(build(0, 1 / 12, 3)[0]).toBeCloseTo(1, 12); // 3 agents for 5 of 15 minutes
  });

  it('leaves out what lies outside the horizon', () => {
    expect(build(-1, 0.25, 2).slice(0, 2)).toEqual([2, 0]);
    expect(build(167.75, 200, 2).slice(-2)).toEqual([0, 2]);
  });

  it('keeps demand of a queue the agents file does not name', () => {
    const demand = [{ queueId: 'chat', startAt: at(0), endAt: at(1), agentsToRoster: 1 }];
    const problem = assembleProblem({ agents, rules, startsOn: '2026-11-02', weeks: 1, demand });
    expect(problem.demand.map(({ queueId, skillId }) => [queueId, skillId])).toEqual([
      ['phone', 'voice'],
      ['chat', 'chat'],
    ]);
    expect(problem.demand[0]!.grid).toEqual(coverageGrid(problem));
  });
});

describe('shiftsOfActivities', () => {
  it('puts the rows of a written roster together again', () => {
    fc.assert(
      fc.property(rosterCase, ({ problem, roster }) => {
        const one = roster.shifts.filter((shift) => shift.agentId === 'a0').slice(0, 1);
        const rows = rosterCsvRows({ shifts: one }, problem.zone).slice(1);
        const activities = rows.map(([agentId, start, end, activityTypeId, queueId]) => ({
          agentId: agentId!,
          startAt: Date.parse(start!),
          endAt: Date.parse(end!),
          activityTypeId: activityTypeId!,
          ...(queueId ? { queueId } : {}),
        }));
        const expected = one.map(({ agentId, startAt, endAt, activities: parts }) => ({
          agentId,
          startAt,
          endAt,
          activities: parts,
        }));
        expect(plain(shiftsOfActivities(activities))).toEqual(plain(expected));
      }),
      { numRuns: 40 },
    );
  });

  it('starts a new shift after more than two hours', () => {
    const row = (from: number, until: number) => ({
      agentId: 'a',
      activityTypeId: 'contact',
      startAt: from * 3_600_000,
      endAt: until * 3_600_000,
    });
    expect(
      shiftsOfActivities([row(20, 24), row(9, 12), row(13, 18)]).map(({ startAt, endAt }) => [
        startAt / 3_600_000,
        endAt / 3_600_000,
      ]),
    ).toEqual([[9, 24]]); // 18:00 to 20:00 is two hours, not more
    expect(shiftsOfActivities([row(9, 12), row(15, 18)])).toHaveLength(2);
  });
});

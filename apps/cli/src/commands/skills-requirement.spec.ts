import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import { runCommandLine } from '../frame/run-for-test.js';
import type { PlanRoster } from './roster-engine.js';
import { requirementCommand } from './requirement.command.js';
import { rosterCommandWith } from './roster.command.js';

const folder = mkdtempSync(join(tmpdir(), 'yotei-skills-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

function file(name: string, content: object | string): string {
  writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
  return path(name);
}

const planHere: PlanRoster = ({ problem, settings, signal }) =>
  Promise.resolve(optimiseRoster(problem, { ...settings, nowMillis: () => 0, isCancelled: () => signal.aborted }));
const commands = [rosterCommandWith(planHere), requirementCommand];
const run = (...args: string[]) => runCommandLine(args, { commands });

/** Ten half-hours of two queues of 12 erlangs, one day. */
const rows = ['sales', 'care'].flatMap((queue) =>
  Array.from({ length: 10 }, (_, i) => {
    const clock = (n: number) => `2026-11-02T${String(9 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}Z`;
    return `${queue},${clock(i)},${clock(i + 1)},90,240`;
  }),
);
const forecast = file('forecast.csv', `queue,start,end,contacts,handle_seconds\n${rows.join('\n')}\n`);
const skillsOf = (index: number): string[] => (index < 10 ? ['sales'] : index < 20 ? ['care'] : ['sales', 'care']);
const agents = file('agents.json', {
  zone: 'UTC',
  contracts: [{ id: 'day', weeklyMinutesMin: 0, weeklyMinutesMax: 480, daysPerWeekMax: 1, templates: ['day'] }],
  templates: [
    {
      id: 'day',
      earliestStart: '08:00',
      latestStart: '10:00',
      startStepMinutes: 30,
      lengthMinutes: 360,
      activities: [],
    },
  ],
  queues: [
    { id: 'sales', skill: 'sales' },
    { id: 'care', skill: 'care' },
  ],
  agents: Array.from({ length: 30 }, (_, i) => ({ id: `agent-${i}`, contract: 'day', skills: skillsOf(i) })),
});
const asked = [
  'requirement',
  '--forecast',
  forecast,
  '--goal',
  '80/20',
  '--patience',
  '180s',
  '--load-start',
  'running',
];

describe('yotei requirement --skills', () => {
  it('asks for fewer agents than the queues one by one, and says of which skill set', async () => {
    const alone = JSON.parse((await run(...asked, '--json')).out) as { rows: { required_agents: number }[] };
    const ran = await run(...asked, '--skills', agents, '--by-skill-set', path('sets.csv'), '--json');
    expect(ran).toMatchObject({ exitCode: 0, error: '' });
    const shared = JSON.parse(ran.out) as {
      rows: { required_agents: number; service_level: number; note: string }[];
      skill_sets: { skill_set: string; start: string; agents: number }[];
    };
    const sum = (values: readonly { required_agents: number }[]): number =>
      values.reduce((total, { required_agents: count }) => total + count, 0);
    // 15 and 15 agents each half-hour one by one, 27 together
    expect(sum(alone.rows)).toBe(300);
    expect(sum(shared.rows)).toBeLessThan(281);
    for (const { service_level: level, note } of shared.rows) {
      expect(level).toBeGreaterThanOrEqual(0.8);
      expect(note).toBe('');
    }
    expect(shared.skill_sets.slice(0, 3).map(({ skill_set: set }) => set)).toEqual(['sales', 'care', 'sales+care']);
    const people = shared.skill_sets.reduce((total, { agents: count }) => total + count, 0);
    expect(people).toBeCloseTo(sum(shared.rows), 3);
    expect(readFileSync(path('sets.csv'), 'utf8')).toMatch(
      /^skill_set,start,end,agents,agents_to_roster,queues\nsales,2026-11-02T09:00:00Z,2026-11-02T09:30:00Z,\d+,\d+,sales\n/,
    );
  });

  it('plays the day when asked to, and says what came of it', async () => {
    const ran = await run(...asked, '--skills', agents, '--verify', '--out', path('verified.csv'));
    expect(ran.exitCode).toBe(0);
    expect(ran.error).toMatch(/played 100 times in each of \d rounds: sales service-level 0\.8\d+ ± 0\.00\d+, care/);
  });

  it('gives the roster what it needs', async () => {
    await run(...asked, '--skills', agents, '--by-skill-set', path('sets.csv'), '--out', path('requirement.csv'));
    const rules = file('rules.json', { rules: [{ rule: 'weekly-paid-minutes', level: 'must' }] });
    const files = ['--requirement', path('requirement.csv'), '--agents', agents, '--rules', rules];
    const ran = await run(
      ...['roster', ...files, '--by-skill-set', path('sets.csv'), '--from', '2026-11-02'],
      ...['--iterations', '60', '--out', path('roster.json')],
    );
    expect(ran.error).toContain('0 hard breaches');
    const roster = JSON.parse(readFileSync(path('roster.json'), 'utf8')) as { shifts: object[]; unmet: object[] };
    expect(roster.unmet).toEqual([]);
    expect(roster.shifts.length).toBeLessThan(30);
  });

  it('chooses the cheapest of the groups there may be', async () => {
    const groups = file(
      'groups.csv',
      'group,queue,arrival_priority,cost\nS,sales,1,1\nC,care,1,1\nSC,sales,2,1.1\nSC,care,2,1.1\n',
    );
    const ran = await run(...asked, '--skills', groups, '--json');
    expect(ran).toMatchObject({ exitCode: 0, error: '' });
    const { skill_sets: sets } = JSON.parse(ran.out) as { skill_sets: { skill_set: string; agents: number }[] };
    const costs: Readonly<Record<string, number>> = { S: 1, C: 1, SC: 1.1 };
    const cost = sets.reduce((sum, { skill_set: set, agents: count }) => sum + count * costs[set]!, 0);
    // 30 agents one by one in each of ten half-hours
    expect(cost).toBeLessThan(290);
    const wrong = file('wrong.csv', 'group,queue,cost\nS,sails,1\nS,sales,1\nS,sales,2\n');
    expect((await run(...asked, '--skills', wrong)).error).toBe(
      [
        `${wrong}:2: queue: 'sails' is not one of sales, care`,
        `${wrong}:4: queue: 'sales' stands there twice for 'S'; keep one row a skill`,
        `${wrong}:4: cost: '2' is not what an earlier row of the group says, 1`,
        `${wrong}: queue: no group serves queue 'care'`,
        '',
      ].join('\n'),
    );
  });

  it('names what is wrong with the skills', async () => {
    const nobody = file('nobody.json', {
      ...JSON.parse(readFileSync(agents, 'utf8')),
      queues: [{ id: 'care', skill: 'chess' }],
    });
    expect(await run(...asked, '--skills', nobody)).toMatchObject({
      exitCode: 2,
      error: `${nobody}: agents: nobody has the skill 'chess' that queue 'care' needs\n`,
    });
    expect(await run(...asked, '--by-skill-set', path('x.csv'))).toMatchObject({
      exitCode: 2,
      error: '--skills: missing; --by-skill-set and --verify are for queues that share agents\n',
    });
    const expected = await run(...asked, '--skills', agents, '--staffed-for', 'expected', '--rate-cv', '0.1');
    expect(expected).toMatchObject({ exitCode: 2 });
    expect(expected.error).toContain('expected is for queues on their own');
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine } from '../frame/run-for-test.js';
import type { PlanRoster } from './roster-engine.js';
import { rosterCommandWith } from './roster.command.js';

const folder = mkdtempSync(join(tmpdir(), 'yotei-replan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
function file(name: string, content: object | string): string {
  writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
  return path(name);
}

/** The engine in this thread: sources have no compiled thread file. */
const planHere: PlanRoster = ({ problem, settings, signal }) =>
  Promise.resolve(optimiseRoster(problem, { ...settings, nowMillis: () => 0, isCancelled: () => signal.aborted }));
const commands = [rosterCommandWith(planHere)];

const agents = {
  zone: 'Asia/Tokyo',
  contracts: [{ id: 'full', weeklyMinutesMin: 960, weeklyMinutesMax: 2400, daysPerWeekMax: 5, templates: ['day'] }],
  templates: [
    {
      id: 'day',
      earliestStart: '08:00',
      latestStart: '12:00',
      startStepMinutes: 60,
      lengthMinutes: 540,
      activities: [{ type: 'lunch', lengthMinutes: 60, earliestStartMinutes: 180, latestStartMinutes: 300 }],
    },
  ],
  agents: ['amy', 'ben', 'chi', 'dan'].map((id) => ({ id, contract: 'full', skills: ['voice'] })),
  queues: [{ id: 'phone', skill: 'voice' }],
};
const rules = {
  rules: [
    'weekly-paid-minutes',
    'max-days-per-week',
    'min-rest-between-shifts',
    'no-work-in-time-off',
    'activity-windows',
  ].map((rule) => ({ rule, level: 'must' })),
  objective: { fairness: { weights: { weekend: 2 } } },
};

/** Agents to roster in each hour from 08:00 to 20:00 of a week, one number an hour. */
function requirement(name: string, byHour: (hour: number) => number): string {
  const rows = Array.from({ length: 7 * 12 }, (_, i) => {
    const [day, hour] = [2 + Math.floor(i / 12), 8 + (i % 12)];
    const at = (n: number) => `2026-11-0${day}T${String(n).padStart(2, '0')}:00+09:00`;
    return `phone,${at(hour)},${at(hour + 1)},${byHour(hour)}`;
  });
  return file(name, `queue,start,end,agents_to_roster\n${rows.join('\n')}\n`);
}

const files = (demand: string) => [
  'roster',
  '--requirement',
  demand,
  '--agents',
  file('agents.json', agents),
  '--rules',
  file('rules.json', rules),
  '--from',
  '2026-11-02',
];
const even = requirement('even.csv', () => 2);
const plan = (...more: string[]) => runCommandLine([...files(even), '--iterations', '20', ...more], { commands });

interface Written {
  shifts: { agent: string; start: string; end: string; activities: { type: string; start: string }[] }[];
  score: { cost: number; parts: Record<string, number>; byAgent?: { cost: number }[]; byInterval?: object[] };
}
const read = (name: string) => JSON.parse(readFileSync(path(name), 'utf8')) as Written;
const spans = ({ shifts }: Written) => shifts.map(({ agent, start, end }) => `${agent} ${start} ${end}`);

beforeAll(async () => {
  const made = await plan('--out', path('base.json'));
  expect([ExitCode.done, ExitCode.stopped]).toContain(made.exitCode);
});

describe('yotei roster around changes', () => {
  it('plans around an absence and leaves everybody else alone when change is dear', async () => {
    const lost = read('base.json').shifts[0]!;
    const changes = file('changes.json', { absences: [{ agent: lost.agent, start: lost.start, end: lost.end }] });
    const asked = ['--resume', path('base.json'), '--changes', changes, '--disruption', '1000'];
    const ran = await plan(...asked, '--out', path('again.json'));
    expect(ran.error).toContain('1 shifts fall into absences');
    const gone = `${lost.agent} ${lost.start} ${lost.end}`;
    expect(spans(read('again.json'))).toEqual(spans(read('base.json')).filter((span) => span !== gone));
  });

  it('keeps starts under a new forecast', async () => {
    const late = requirement('late.csv', (hour) => (hour < 14 ? 1 : 3));
    const options = [
      '--iterations',
      '20',
      '--resume',
      path('base.json'),
      '--keep',
      'starts,days-off',
      '--disruption',
      '0',
    ];
    await runCommandLine([...files(late), ...options, '--out', path('starts.json')], { commands });
    const startsOf = (name: string) => new Set(read(name).shifts.map(({ agent, start }) => `${agent} ${start}`));
    const before = startsOf('base.json');
    for (const start of startsOf('starts.json')) expect(before).toContain(start);
  });

  it('says what it cannot keep, and that it needs a roster', async () => {
    const odd = await plan('--resume', path('base.json'), '--keep', 'lunches');
    expect(odd.exitCode).toBe(ExitCode.badInput);
    expect(odd.error).toContain("'lunches' can not be kept");
    const none = await plan('--keep', 'starts');
    expect(none.error).toContain('--resume');
    const unknown = file('unknown.json', {
      absences: [{ agent: 'eve', start: '2026-11-03T08:00', end: '2026-11-03T09:00' }],
    });
    const refused = await plan('--resume', path('base.json'), '--changes', unknown);
    expect(refused.error).toContain('agent (eve)');
  });

  it('takes the cost apart by agent and interval in the document', async () => {
    const ran = await plan('--json');
    const { score } = JSON.parse(ran.out) as Written;
    const agentCosts = score.byAgent!.reduce((sum, { cost }) => sum + cost, 0);
    expect(score.byAgent).toHaveLength(4);
    expect(agentCosts + score.parts['understaffing']! + score.parts['overstaffing']!).toBeCloseTo(score.cost, 6);
    expect(read('base.json').score.byAgent).toBeUndefined();
  });
});

describe('yotei roster --breaks-only', () => {
  it('moves lunches after the time and nothing else', async () => {
    const noon = requirement('noon.csv', (hour) => (hour === 12 || hour === 13 ? 4 : 1));
    const asked = ['--resume', path('base.json'), '--breaks-only', '--at', '2026-11-04T00:00+09:00'];
    const ran = await runCommandLine([...files(noon), ...asked, '--out', path('breaks.json')], { commands });
    expect(ran.exitCode).toBe(ExitCode.done);
    expect(ran.error).toMatch(/breaks of \d+ of \d+ shifts moved/);
    const [before, after] = [read('base.json'), read('breaks.json')];
    expect(spans(after)).toEqual(spans(before));
    const lunches = (roster: Written) =>
      roster.shifts.filter(({ start }) => start < '2026-11-04').map(({ activities }) => activities);
    expect(lunches(after)).toEqual(lunches(before));
  });

  it('asks for the time', async () => {
    const ran = await plan('--resume', path('base.json'), '--breaks-only');
    expect(ran.error).toContain('--at');
  });
});

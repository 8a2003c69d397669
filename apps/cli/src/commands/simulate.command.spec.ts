import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine } from '../frame/run-for-test.js';

const folder = mkdtempSync(join(tmpdir(), 'yotei-simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
function file(name: string, content: object | string): string {
  writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
  return path(name);
}

interface Row {
  readonly [column: string]: string | number | null;
}
interface Document {
  readonly run: Record<string, unknown>;
  readonly allGoalsMet: { readonly chance: number } | null;
  readonly allGoalsMetBy: readonly { readonly span: string; readonly start: string; readonly chance: number }[];
  readonly rows: readonly Row[];
}

const HEADER = 'queue,start,end,contacts,handle_seconds,required_agents';
/** Two days of four half hours, 100 contacts of 180 s each: 10 erlangs. */
const rowsOf = (queue: string, agents: number, more = '') =>
  ['2026-11-02', '2026-11-03'].flatMap((day) =>
    ['09:00', '09:30', '10:00', '10:30'].map((start, i) => {
      const end = ['09:30', '10:00', '10:30', '11:00'][i]!;
      return `${queue},${day}T${start}:00+09:00,${day}T${end}:00+09:00,100,180,${agents}${more}`;
    }),
  );
const requirement = file('requirement.csv', `${[HEADER, ...rowsOf('phone', 14)].join('\n')}\n`);
const asked = [
  'simulate',
  '--requirement',
  requirement,
  '--goal',
  '80/20',
  '--zone',
  'Asia/Tokyo',
  '--replications',
  '60',
];
const simulate = async (...more: string[]): Promise<Document> => {
  const ran = await runCommandLine([...asked, '--json', ...more]);
  expect([ran.exitCode, ran.error]).toEqual([ExitCode.done, '']);
  return JSON.parse(ran.out) as Document;
};
const whole = ({ rows }: Document, queue = 'phone'): Row =>
  rows.find((row) => row['span'] === 'all' && row['queue'] === queue)!;

/** A shift of contact work 09:00-11:00 on the first day, with what is in between. */
const shift = (agent: string, activities: [string, string, string, string?][]) => ({
  agent,
  start: '2026-11-02T09:00:00+09:00',
  end: '2026-11-02T11:00:00+09:00',
  activities: activities.map(([type, from, until, queue]) => ({
    type,
    start: `2026-11-02T${from}:00+09:00`,
    end: `2026-11-02T${until}:00+09:00`,
    ...(queue ? { queue } : {}),
  })),
});

describe('yotei simulate', () => {
  it('plays the required agents: intervals, days, week and all, with the chance of meeting the goal', async () => {
    const document = await simulate();
    expect(document.rows.map(({ span }) => span)).toEqual([
      ...Array<string>(8).fill('interval'),
      'day',
      'day',
      'week',
      'all',
    ]);
    expect(document.run).toMatchObject({ replications: 60, seed: 1, stoppedBy: 'end' });
    const row = whole(document);
    // 8 intervals of 100 contacts, 14 agents at work for 4 hours; Erlang C says 88.8 % and the opening is quieter.
    expect(row['contacts']).toBeGreaterThan(770);
    expect(row['contacts']).toBeLessThan(830);
    expect(row['service_level']).toBeGreaterThan(0.85);
    expect(row['service_level']).toBeLessThan(0.95);
    expect(row['agent_hours']).toBeGreaterThanOrEqual(56);
    expect(row['goal_met']).toBeGreaterThan(0.9);
    expect(document.allGoalsMet!.chance).toBe(row['goal_met']);
    expect(document.allGoalsMetBy.map(({ span, start }) => `${span} ${start}`)).toEqual([
      'day 2026-11-02',
      'day 2026-11-03',
      'week 2026-11-02',
    ]);
    expect(row['service_level_p05']).toBeLessThan(row['service_level_p95'] as number);
  });

  it('gives the same numbers for the same seed and others for another', async () => {
    const [first, again, other] = [
      await simulate('--seed', '7'),
      await simulate('--seed', '7'),
      await simulate('--seed', '8'),
    ];
    expect(again).toEqual(first);
    expect(whole(other)['contacts']).not.toBe(whole(first)['contacts']);
  });

  it('meets the goal less surely when the forecast is uncertain, by its bands or by an option', async () => {
    const certain = whole(await simulate());
    const option = whole(await simulate('--rate-cv', '0.25'));
    const banded = file(
      'banded.csv',
      `${[`${HEADER},contacts_p05,contacts_p95`, ...rowsOf('phone', 14, ',58,142')].join('\n')}\n`,
    );
    const bands = whole(await simulate('--requirement', banded));
    for (const row of [option, bands]) {
      expect(row['goal_met']).toBeLessThan(certain['goal_met'] as number);
      expect((row['service_level_p90'] as number) - (row['service_level_p10'] as number)).toBeGreaterThan(
        (certain['service_level_p90'] as number) - (certain['service_level_p10'] as number),
      );
    }
  });

  it('plays the roster: breaks, skills, work bound to a queue', async () => {
    const two = file(
      'two.csv',
      `${[HEADER, ...[...rowsOf('phone', 1), ...rowsOf('mail', 1)].filter((row) => row.includes('2026-11-02'))].join('\n')}\n`,
    );
    const agents = file('agents.json', {
      zone: 'Asia/Tokyo',
      contracts: [{ id: 'c', weeklyMinutesMin: 0, weeklyMinutesMax: 2400, daysPerWeekMax: 5, templates: [] }],
      templates: [],
      agents: [
        { id: 'amy', contract: 'c', skills: ['voice'] },
        { id: 'ben', contract: 'c', skills: ['voice', 'mail'] },
        { id: 'chi', contract: 'c', skills: ['mail'] },
      ],
      queues: [{ id: 'phone', skill: 'voice' }],
    });
    const roster = file('roster.json', {
      shifts: [
        shift('amy', [
          ['contact', '09:00', '10:00'],
          ['break', '10:00', '10:30'],
          ['contact', '10:30', '11:00'],
        ]),
        shift('ben', [['contact', '09:00', '11:00', 'mail']]),
        shift('chi', [['contact', '09:00', '11:00']]),
      ],
    });
    const files = ['--requirement', two, '--roster', roster, '--agents', agents];
    const document = await simulate(...files, '--patience', '60s');
    // phone: amy alone, 1.5 hours, the break left out; she finishes what she has in hand when it begins.
    const [phone, mail] = [whole(document), whole(document, 'mail')];
    expect(phone['agent_hours']).toBeGreaterThan(1.5);
    expect(phone['agent_hours']).toBeLessThan(1.7);
    // 10 erlangs on one agent: about nine in ten leave; ben is bound to mail and does not help.
    expect(phone['abandonment']).toBeGreaterThan(0.85);
    expect(mail['abandonment']).toBeLessThan(phone['abandonment'] as number);
    const absent = await simulate(...files, '--patience', '60s', '--shrinkage', '0.5');
    // Ben and Chi have 2 hours of mail each and miss every other day; 60 days of two people: 2 ± 5 × 0.18 hours.
    expect(Math.abs((whole(absent, 'mail')['agent_hours'] as number) - 2)).toBeLessThan(1);
    const away = document.rows.find((row) => row['queue'] === 'phone' && String(row['start']).includes('T10:00'))!;
    expect(away['agent_hours']).toBeLessThan(0.1);
  });

  it('writes CSV to a file and a table to read without one', async () => {
    const ran = await runCommandLine([...asked, '--out', path('simulated.csv')]);
    expect([ran.exitCode, ran.out]).toEqual([ExitCode.done, '']);
    const lines = readFileSync(path('simulated.csv'), 'utf8').trim().split('\n');
    expect(lines[0]).toMatch(/^span,queue,start,end,agent_hours,contacts,service_level,service_level_low,/);
    expect(lines).toHaveLength(1 + 8 + 2 + 1 + 1);
    const { out } = await runCommandLine(asked);
    expect(out).toMatch(/60 replications, .* contacts, the required agents; seed 1/);
    expect(out).toMatch(/week of 2026-11-02 +8\d\d +56/);
    expect(out).toContain('weakest intervals');
  });

  it('ends with 3 on Ctrl-C', async () => {
    const stop = new AbortController();
    stop.abort();
    const ran = await runCommandLine(asked, { signal: stop.signal });
    expect(ran.exitCode).toBe(ExitCode.stopped);
    expect(ran.error).toContain('stopped before the first replication was complete');
  });

  it('takes goals by queue, leaves out work that can wait, and wants a threshold with a service level', async () => {
    const two = file('both.csv', `${[HEADER, ...rowsOf('phone', 14), ...rowsOf('mail', 3)].join('\n')}\n`);
    const goals = file(
      'goals.csv',
      'queue,service_level,answer_within_seconds,patience_seconds,answer_within_hours\nphone,0.8,20,60,\nmail,,,,4\n',
    );
    const few = ['simulate', '--requirement', two, '--zone', 'Asia/Tokyo', '--replications', '20', '--json'];
    const ran = await runCommandLine([...few, '--goals', goals]);
    expect([ran.exitCode, ran.error]).toEqual([ExitCode.done, 'left out: mail, work that can wait\n']);
    const document = JSON.parse(ran.out) as Document;
    expect(new Set(document.rows.map(({ queue }) => queue))).toEqual(new Set(['phone']));
    // Erlang A with 60 s of patience: about one in a hundred and twenty leaves.
    expect(whole(document)['abandonment']).toBeGreaterThan(0);
    expect(whole(document)['goal_met']).toBeGreaterThan(0.9);
    const bare = file('bare.csv', 'queue,service_level\nphone,0.8\n');
    const refused = await runCommandLine([...few, '--goals', bare]);
    expect(refused.exitCode).toBe(ExitCode.badInput);
    expect(refused.error).toBe(
      `${bare}:2: answer_within_seconds: missing value; a service level needs its threshold\n`,
    );
  });

  it('refuses a roster of other people, other activities or another week', async () => {
    const agents = file('few.json', { zone: 'Asia/Tokyo', contracts: [], templates: [], agents: [], queues: [] });
    const later = shift('amy', [['tea', '09:00', '11:00']]);
    const text = JSON.stringify({ shifts: [later] }).replaceAll('2026-11-02', '2026-12-02');
    const roster = file('december.json', text);
    const ran = await runCommandLine([...asked, '--roster', roster, '--agents', agents]);
    expect(ran.exitCode).toBe(ExitCode.badInput);
    expect(ran.error.trim().split('\n')).toEqual([
      `${roster}: shifts[0].agent: agent (amy) is not in ${agents}`,
      `${roster}: shifts[0].activities: activity type (tea) is not in ${agents}`,
      `${roster}: no shift lies in the time of ${requirement}; look at dates and zone`,
    ]);
  });

  it('names every fault of its files', async () => {
    const bad = file(
      'bad.csv',
      `${HEADER}\nphone,2026-11-02T09:00Z,2026-11-02T09:30Z,100,180,\nphone,2026-11-02T09:30Z,2026-11-02T10:30Z,100,180,3\nphone,2026-11-02T09:10Z,2026-11-02T09:40Z,-1,180,3\n`,
    );
    const ran = await runCommandLine(['simulate', '--requirement', bad]);
    expect(ran.exitCode).toBe(ExitCode.badInput);
    expect(ran.error.trim().split('\n')).toEqual([
      `${bad}:2: required_agents: missing value; or give --roster`,
      `${bad}:3: end: the interval is not as long as the first one, 1800 s`,
      `${bad}:4: contacts: -1 is below 0`,
    ]);
  });
});

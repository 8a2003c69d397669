import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine } from '../frame/run-for-test.js';
import { compareCommand } from './compare.command.js';
import { explainCommand } from './explain.command.js';
import type { PlanRoster } from './roster-engine.js';
import { rosterCommandWith } from './roster.command.js';

const folder = mkdtempSync(join(tmpdir(), 'yotei-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));
function file(name: string, content: object | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const planHere: PlanRoster = ({ problem, settings }) =>
  Promise.resolve(optimiseRoster(problem, { seed: settings.seed, iterationLimit: 20, nowMillis: () => 0 }));
const commands = [rosterCommandWith(planHere), explainCommand, compareCommand];

/** Two agents of one shift of four hours a week; two asked on Monday, one on Tuesday; Ben is away on both days. */
const given = [
  '--agents',
  file('agents.json', {
    zone: 'Asia/Tokyo',
    contracts: [{ id: 'one', weeklyMinutesMin: 0, weeklyMinutesMax: 240, daysPerWeekMax: 1, templates: ['four'] }],
    templates: [
      {
        id: 'four',
        earliestStart: '09:00',
        latestStart: '10:00',
        startStepMinutes: 60,
        lengthMinutes: 240,
        activities: [],
      },
    ],
    queues: [{ id: 'phone', skill: 'voice' }],
    agents: ['amy', 'ben'].map((id) => ({ id, name: id.toUpperCase(), contract: 'one', skills: ['voice'] })),
    timeOff: [{ agent: 'ben', start: '2026-11-02T00:00+09:00', end: '2026-11-04T00:00+09:00', paidMinutes: 0 }],
    preferences: [{ agent: 'amy', kind: 'day-off', on: '2026-11-02', weight: 20 }],
  }),
  '--rules',
  file('rules.json', {
    rules: ['weekly-paid-minutes', 'max-days-per-week', 'no-work-in-time-off'].map((rule) => ({ rule, level: 'must' })),
  }),
  '--requirement',
  file(
    'requirement.csv',
    'queue,start,end,agents_to_roster\nphone,2026-11-02T10:00+09:00,2026-11-02T13:00+09:00,2\nphone,2026-11-03T10:00+09:00,2026-11-03T13:00+09:00,1\n',
  ),
];
const shift = (day: string, more: object = {}) => ({
  agent: 'amy',
  start: `2026-11-0${day}T10:00:00+09:00`,
  end: `2026-11-0${day}T14:00:00+09:00`,
  template: 'four',
  activities: [{ type: 'contact', start: `2026-11-0${day}T10:00:00+09:00`, end: `2026-11-0${day}T14:00:00+09:00` }],
  ...more,
});
const monday = file('monday.json', { shifts: [shift('2')] });
const tuesday = file('tuesday.json', { shifts: [shift('3')] });

describe('yotei explain', () => {
  it('says what is short, whom what stops, whose wishes are not met and what would help most', async () => {
    const ran = await runCommandLine(['explain', '--roster', monday, ...given], { commands });
    expect(ran.error).toBe('');
    expect(ran.exitCode).toBe(ExitCode.done);
    // Monday 12 slots with one of two at 30 a slot, a shift more saves 360 less an hour to spare of 16: 344, 8.6 h.
    expect(ran.out.trim().split('\n')).toEqual([
      'short: 6.0 agent-hours in 2 stretches',
      '  phone 2026-11-03 10:00 to 13:00: 3.0 h short, at most 1 of 1 agents',
      '    1 agent: Days and hours of the contract; AMY with one day more and 4 h more in the week saves 10.1 h',
      '    1 agent: Absence; BEN without the absence of Mon 2 Nov–Tue 3 Nov saves 10.1 h',
      '    1 agent: could work then, but is missed more at another time',
      '  phone 2026-11-02 10:00 to 13:00: 3.0 h short, at most 1 of 2 agents',
      '    1 agent: Absence; BEN without the absence of Mon 2 Nov–Tue 3 Nov saves 8.6 h',
      'wishes: 1 of 1 not met',
      '  AMY: a day off on Mon 2 Nov (cost 20)',
      'what would help most (each alone, saved over the whole roster):',
      '  10.1 h: AMY with one day more and 4 h more in the week',
      '  10.1 h: BEN without the absence of Mon 2 Nov–Tue 3 Nov',
    ]);
  });

  it('answers a document with the same', async () => {
    const ran = await runCommandLine(['explain', '--roster', monday, ...given, '--json', '--most', '1'], { commands });
    const document = JSON.parse(ran.out);
    expect(document.short).toHaveLength(1);
    expect(document.short[0]).toMatchObject({
      queue: 'phone',
      start: '2026-11-03T10:00:00+09:00',
      missingHours: 3,
      reasons: [
        { limit: 'contract', agents: ['amy'], gain: { agent: 'amy', costSaved: 404, hoursSaved: 10.1 } },
        { limit: 'absence', agents: ['ben'], gain: { start: '2026-11-02T00:00:00+09:00', agentsGained: 1 } },
      ],
      worthMoreElsewhere: { agents: ['amy'] },
    });
    expect(document.unmetWishes).toEqual([
      { agent: 'amy', wish: 'a day off on Mon 2 Nov', preference: 0, times: 1, cost: 20 },
    ]);
  });

  it('tells planner and agent why this week and not the wished one', async () => {
    const wish = ['--agent', 'amy', '--wish', 'day-off 2026-11-02'];
    const ran = await runCommandLine(['explain', '--roster', monday, ...given, ...wish], { commands });
    expect(ran.out.trim().split('\n')).toEqual([
      'planner: A day off on Mon 2 Nov would cost 1.0 h for AMY: phone would lack 3.0 h more, on Mon 2 Nov 10:00–13:00.',
      'agent: A day off on Mon 2 Nov was not possible this time: phone would lack 3.0 h more, on Mon 2 Nov 10:00–13:00.',
    ]);
    const held = file('held.json', { shifts: [shift('2', { locked: true })] });
    const refused = await runCommandLine(['explain', '--roster', held, ...given, ...wish, '--json'], { commands });
    expect(JSON.parse(refused.out)).toMatchObject({
      kind: 'forbidden',
      conflict: ['the shift of Mon 2 Nov 10:00–14:00, which must stay'],
    });
  });

  it.each([
    [['--wish', 'day-off 2026-11-02'], '--agent: is missing'],
    [['--agent', 'zoe', '--wish', 'day-off 2026-11-02'], 'agent (zoe) is not in'],
    [['--agent', 'amy', '--wish', 'holiday'], "'holiday' is not a wish"],
    [['--agent', 'amy', '--wish', 'day-off'], 'a date is missing'],
    [['--agent', 'amy', '--wish', 'start-between 2026-11-02'], 'a window of clock times belongs'],
    [['--agent', 'amy', '--wish', 'day-off 2026-11-02 soon'], "'soon' of 'day-off 2026-11-02 soon' is neither"],
  ])('refuses %j', async (options, message) => {
    const ran = await runCommandLine(['explain', '--roster', monday, ...given, ...options], { commands });
    expect(ran.exitCode).toBe(ExitCode.badInput);
    expect(ran.error).toContain(message);
  });
});

describe('yotei roster --explain', () => {
  it('tells the same of the roster it made, in the remarks and in the document', async () => {
    const asked = ['roster', ...given, '--from', '2026-11-02', '--explain'];
    const ran = await runCommandLine(asked, { commands });
    expect(ran.error).toContain('short: 6.0 agent-hours in 2 stretches');
    expect(ran.error).toContain('what would help most');
    expect(JSON.parse(ran.out).explanation.short).toHaveLength(2);
  });
});

describe('yotei compare', () => {
  it('names who changed what, the hours short by stretch, and the cost', async () => {
    const ran = await runCommandLine(['compare', '--before', monday, '--after', tuesday, ...given], { commands });
    expect(ran.exitCode).toBe(ExitCode.done);
    // Before: 12 x 30 + 12 x 35 + 16 + 20; after: 12 x 70 + 16.
    expect(ran.out.trim().split('\n')).toEqual([
      'cost 816.0 to 856.0; short 6.0 to 6.0 h; over 1.0 to 1.0 h; hard breaches 0 to 0',
      '1 of 2 agents differ',
      '  AMY: Mon 2 Nov - 10:00-14:00; Tue 3 Nov + 10:00-14:00',
      'short hours by stretch:',
      '  phone 2026-11-02 10:00 to 2026-11-02 13:00: 3.0 to 6.0',
      '  phone 2026-11-03 10:00 to 2026-11-03 13:00: 3.0 to 0.0',
    ]);
  });

  it('answers a document with the same', async () => {
    const ran = await runCommandLine(['compare', '--before', monday, '--after', tuesday, ...given, '--json'], {
      commands,
    });
    expect(JSON.parse(ran.out)).toMatchObject({
      before: { cost: 816 },
      after: { cost: 856 },
      agents: [{ agent: 'amy', shifts: [{ kind: 'removed', on: '2026-11-02' }, { kind: 'added' }] }],
      short: [{ shortHoursBefore: 3, shortHoursAfter: 6 }, { shortHoursAfter: 0 }],
    });
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine } from '../frame/run-for-test.js';

const folder = mkdtempSync(join(tmpdir(), 'yotei-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: object | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const contract = { id: 'full', weeklyMinutesMin: 0, weeklyMinutesMax: 2400, daysPerWeekMax: 5, templates: ['day'] };
const template = {
  id: 'day',
  earliestStart: '06:00',
  latestStart: '15:00',
  startStepMinutes: 30,
  lengthMinutes: 480,
  activities: [],
};
const agents = file('agents.json', {
  zone: 'Asia/Tokyo',
  contracts: [contract],
  templates: [template],
  agents: [{ id: 'amy', contract: 'full', skills: ['voice'] }],
  queues: [{ id: 'phone', skill: 'voice' }],
});
const rules = file('rules.json', {
  rules: [
    { rule: 'min-rest-between-shifts', level: 'must', parameters: { restMinutes: 660 } },
    { rule: 'max-continuous-contact-minutes', level: 'prefer', weight: 0.1 },
  ],
});

const shift = (start: string, end: string, agent = 'amy') => ({
  agent,
  start,
  end,
  template: 'day',
  activities: [{ type: 'contact', start, end }],
});
const late = shift('2026-11-02T14:00:00+09:00', '2026-11-02T22:00:00+09:00');
const early = shift('2026-11-03T07:00:00+09:00', '2026-11-03T15:00:00+09:00');
const history = file('history.csv', 'agent,start,end,activity,queue\namy,2026-10-30T09:00,2026-10-30T17:00,contact,\n');
const files = ['--agents', agents, '--rules', rules];

describe('yotei check', () => {
  it('names breaches of rules across agents with their setting', async () => {
    const own = file('team-rules.json', {
      rules: [],
      teamRules: [
        {
          id: 'late-cover',
          rule: 'minimum-on-duty',
          level: 'must',
          who: {},
          from: '20:00',
          until: '23:00',
          weekdays: [1],
        },
      ],
    });
    const roster = file('late.json', { shifts: [late] });
    const ran = await runCommandLine(['check', '--roster', roster, '--agents', agents, '--rules', own]);
    expect(ran.exitCode).toBe(ExitCode.no);
    expect(ran.out.split('\n')[1]).toBe(
      'must,minimum-on-duty:late-cover,,2026-11-02T22:00:00+09:00,60,minutes,Only 0 on duty; the rule asks for 1,team policy',
    );
  });

  it('ends with "no" and names rule, agent, instant, amount and source of a hard breach', async () => {
    const roster = file('broken.json', { shifts: [late, early], score: { cost: 1 } });
    const ran = await runCommandLine(['check', '--roster', roster, ...files, '--history', history]);
    const lines = ran.out.trim().split('\n');
    expect(lines[0]).toBe('level,rule,agent,at,amount,unit,message,source');
    expect(lines[1]).toContain(
      'must,min-rest-between-shifts,amy,2026-11-02T22:00:00+09:00,120,minutes,9 h between shifts; the rule asks for 11 h',
    );
    expect(lines[1]).toContain('2003/88/EC');
    expect(lines.slice(2).map((line) => line.split(',')[0])).toEqual(['prefer', 'prefer']); // 8 h of contact work in one run, twice
    expect(ran.error).toBe('1 hard breaches, 2 of preferred rules, 0 not judged for want of history\n');
    expect(ran.exitCode).toBe(ExitCode.no);
  });

  it('passes a roster that only goes against preferred rules', async () => {
    const roster = file('kept.json', { shifts: [early] });
    const ran = await runCommandLine(['check', '--roster', roster, ...files, '--history', history, '--json']);
    expect(JSON.parse(ran.out)).toMatchObject({ hardBreaches: 0, from: '2026-11-02', weeks: 1, cannotJudge: [] });
    expect(ran.exitCode).toBe(ExitCode.done);
  });

  it('says what it cannot judge without history', async () => {
    const roster = file('first.json', { shifts: [shift('2026-11-02T07:00:00+09:00', '2026-11-02T15:00:00+09:00')] });
    const ran = await runCommandLine(['check', '--roster', roster, ...files, '--json']);
    const answer = JSON.parse(ran.out) as { cannotJudge: object[] };
    const { cannotJudge } = answer;
    // Without a requirement there is nothing to cover, so no coverage of nothing either.
    expect(Object.keys(answer)).not.toContain('coverage');
    expect(cannotJudge).toContainEqual({
      rule: 'min-rest-between-shifts',
      agent: 'amy',
      neededFrom: '2026-11-01T20:00:00+09:00',
    });
    expect(ran.exitCode).toBe(ExitCode.done);
  });

  it('takes shifts before --from for history', async () => {
    const roster = file('split.json', { shifts: [late, early] });
    const ran = await runCommandLine(['check', '--roster', roster, ...files, '--from', '2026-11-03', '--json']);
    const { breaches } = JSON.parse(ran.out) as { breaches: { level: string; amount: number }[] };
    expect(breaches.filter((breach) => breach.level === 'must').map((breach) => breach.amount)).toEqual([120]);
  });

  it('adds coverage with a requirement', async () => {
    const roster = file('covered.json', { shifts: [early] });
    const requirement = file(
      'requirement.csv',
      'queue,start,end,agents_to_roster\nphone,2026-11-03T07:00+09:00,2026-11-03T08:00+09:00,2\nphone,2026-11-03T14:00+09:00,2026-11-03T16:00+09:00,1\n',
    );
    const ran = await runCommandLine(['check', '--roster', roster, ...files, '--requirement', requirement, '--json']);
    const { coverage, parts } = JSON.parse(ran.out) as { coverage: object[]; parts: { understaffing: number } };
    // Required 2 + 1 + 1; scheduled 8; short one agent from 7 to 8 and from 15 to 16; over from 8 to 14.
    expect(coverage).toEqual([
      { queue: 'phone', required_hours: 4, scheduled_hours: 8, short_hours: 2, over_hours: 6 },
    ]);
    // 4 slots: 0.2 x 10 + 0.2 x 20 + 0.6 x 40 = 30 of demand 2; 4 slots of demand 1: 0.1 x 10 + 0.1 x 20 + 0.8 x 40 = 35
    expect(parts.understaffing).toBeCloseTo(4 * 30 + 4 * 35, 9);
  });

  it('names every problem of the files at once and judges nothing', async () => {
    const roster = file('bad.json', {
      shifts: [shift('2026-11-02T07:00:00+09:00', '2026-11-02T15:00:00+09:00', 'bob'), { agent: 'amy' }],
    });
    const ran = await runCommandLine(['check', '--roster', roster, ...files]);
    expect(ran.exitCode).toBe(ExitCode.badInput);
    expect(ran.out).toBe('');
    expect(ran.error).toContain(`${roster}: shifts[1].start: is missing`);
    const badRules = file('bad-rules.json', {
      rules: [
        { rule: 'nonsense', level: 'must' },
        { rule: 'max-consecutive-days', level: 'must', parameters: { days: 0 } },
      ],
    });
    const unknown = await runCommandLine([
      'check',
      '--roster',
      file('bob.json', { shifts: [early] }),
      '--agents',
      agents,
      '--rules',
      badRules,
    ]);
    expect(unknown.error).toContain(`${badRules}: rules[0].rule: rule (nonsense)`);
    expect(unknown.error).toContain(`${badRules}: rules[1].parameters.days: days (0) must be 1 to 31 days`);
  });

  it('refuses a roster of agents it does not know', async () => {
    const roster = file('stranger.json', {
      shifts: [shift('2026-11-02T07:00:00+09:00', '2026-11-02T15:00:00+09:00', 'bob')],
    });
    const ran = await runCommandLine(['check', '--roster', roster, ...files]);
    expect(ran.error).toBe(`${roster}: shifts[0].agent: agent (bob) is not in ${agents}\n`);
    expect(ran.exitCode).toBe(ExitCode.badInput);
  });

  it('writes the whole answer to a file', async () => {
    const out = join(folder, 'breaches.csv');
    await runCommandLine([
      'check',
      '--roster',
      file('again.json', { shifts: [late, early] }),
      ...files,
      '--out',
      out,
      '--quiet',
    ]);
    expect(readFileSync(out, 'utf8')).toContain('min-rest-between-shifts');
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine } from '../frame/run-for-test.js';
import { checkCommand } from './check.command.js';
import type { PlanRoster } from './roster-engine.js';
import { rosterCommandWith } from './roster.command.js';

// Planning inside the test runner on a busy machine takes several times what it takes alone.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'yotei-roster-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

function file(name: string, content: object | string): string {
  writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
  return path(name);
}

/** The engine in this thread: sources have no compiled thread file. */
const planHere: PlanRoster = ({ problem, settings, signal, onProgress }) =>
  Promise.resolve(
    optimiseRoster(problem, { ...settings, nowMillis: () => 0, isCancelled: () => signal.aborted, onProgress }),
  );
const commands = [rosterCommandWith(planHere), checkCommand];

const contract = { id: 'full', weeklyMinutesMin: 1920, weeklyMinutesMax: 2400, daysPerWeekMax: 5, templates: ['day'] };
const template = {
  id: 'day',
  earliestStart: '08:00',
  latestStart: '12:00',
  startStepMinutes: 30,
  lengthMinutes: 540,
  activities: [{ type: 'lunch', lengthMinutes: 60, earliestStartMinutes: 180, latestStartMinutes: 300 }],
};
const agents = {
  zone: 'Asia/Tokyo',
  contracts: [contract],
  templates: [template],
  agents: ['amy', 'ben', 'chi'].map((id) => ({ id, contract: 'full', skills: ['voice'] })),
  queues: [{ id: 'phone', skill: 'voice' }],
};
const rules = {
  rules: [
    'weekly-paid-minutes',
    'max-days-per-week',
    'min-rest-between-shifts',
    'activity-windows',
    'template-activity-lengths',
  ].map((rule) => ({ rule, level: 'must' })),
};
const hours = Array.from({ length: 7 * 10 }, (_, i) => {
  const day = 2 + Math.floor(i / 10);
  const hour = (n: number) => `2026-11-0${day}T${String(8 + n).padStart(2, '0')}:00+09:00`;
  return `phone,${hour(i % 10)},${hour((i % 10) + 1)},2`;
});
const files = [
  '--requirement',
  file('requirement.csv', `queue,start,end,agents_to_roster\n${hours.join('\n')}\n`),
  '--agents',
  file('agents.json', agents),
  '--rules',
  file('rules.json', rules),
];
const asked = ['roster', ...files, '--from', '2026-11-02'];

describe('yotei roster', () => {
  it('holds rules across agents, and names rule and times where no roster can', async () => {
    const teamRule = (id: string, from: string, until: string) => ({
      ...rules,
      teamRules: [{ id, rule: 'minimum-on-duty', level: 'must', who: {}, from, until, parameters: { agents: 1 } }],
    });
    const withRules = (name: string, content: object) =>
      asked.map((one, i) => (asked[i - 1] === '--rules' ? file(name, content) : one));
    const kept = withRules('noon.json', teamRule('noon', '12:00', '13:00'));
    const ran = await runCommandLine([...kept, '--iterations', '30', '--out', path('noon-roster.json')], { commands });
    expect(ran.error).toContain('0 hard breaches');
    const night = withRules('night.json', teamRule('night', '22:00', '23:00'));
    const refused = await runCommandLine([...night, '--iterations', '30'], { commands });
    expect(refused.exitCode).toBe(ExitCode.no);
    const answer = JSON.parse(refused.out);
    expect(answer).toMatchObject({ proven: true, nearestRoster: null });
    // Shifts end at 21:00 at the latest: an hour on each of the seven days.
    expect(answer.teamRulesUnmet).toHaveLength(7);
    expect(answer.teamRulesUnmet[0]).toMatchObject({ id: 'night', start: '2026-11-02T22:00:00+09:00', amount: 60 });
    expect(refused.error).toContain('no roster can keep this');
  });

  it('plans a roster that check finds without hard breaches, as JSON and as CSV', async () => {
    const ran = await runCommandLine(
      [...asked, '--iterations', '40', '--out', path('roster.json'), '--csv', path('roster.csv')],
      { commands },
    );
    expect(ran.exitCode).toBe(ExitCode.stopped);
    const roster = JSON.parse(readFileSync(path('roster.json'), 'utf8'));
    expect(roster.score).toMatchObject({ hardBreaches: 0, requiredHours: 140 });
    expect(roster.score.lowerBound).toBeLessThanOrEqual(roster.score.cost);
    expect(roster.run).toMatchObject({ seed: 1, iterations: 40, inputHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    // 3 agents of at most 5 days of 8 paid hours, 7 of them at work in contact hours that are asked for.
    expect(roster.shifts).toHaveLength(15);
    expect(roster.unmet[0]).toMatchObject({ queue: 'phone', required: 2, why: expect.any(String) });
    const checked = await runCommandLine(['check', '--roster', path('roster.json'), ...files], { commands });
    expect(checked.exitCode).toBe(ExitCode.done);
    expect(readFileSync(path('roster.csv'), 'utf8')).toMatch(/^agent,start,end,activity,queue\r?\namy,2026-11-0/);
  });

  it('writes a calendar file an agent, and refuses a folder that cannot be one before planning', async () => {
    const ics = path('calendars');
    await runCommandLine([...asked, '--iterations', '5', '--out', path('cal.json'), '--ics', ics], { commands });
    const { shifts } = JSON.parse(readFileSync(path('cal.json'), 'utf8')) as { shifts: { agent: string }[] };
    expect(readdirSync(ics).sort()).toEqual(['amy.ics', 'ben.ics', 'chi.ics']);
    const events = readFileSync(join(ics, 'amy.ics'), 'utf8').match(/^BEGIN:VEVENT/gm);
    expect(events).toHaveLength(shifts.filter(({ agent }) => agent === 'amy').length);
    const refused = await runCommandLine([...asked, '--ics', path('cal.json')], { commands });
    expect([refused.exitCode, refused.out]).toEqual([ExitCode.badInput, '']);
    expect(refused.error).toContain('--ics: ');
  });

  it('reads packed files as it writes them', async () => {
    const packed = path('agents.json.gz');
    writeFileSync(packed, gzipSync(JSON.stringify(agents)));
    const ran = await runCommandLine(
      [...asked, '--agents', packed, '--iterations', '5', '--out', path('packed.json.gz')],
      { commands },
    );
    expect(ran.exitCode).toBe(ExitCode.stopped);
    const checked = await runCommandLine(['check', '--roster', path('packed.json.gz'), ...files], { commands });
    expect(checked.exitCode).toBe(ExitCode.done);
  });

  it('ends with 0 when nothing improves any more', async () => {
    const ran = await runCommandLine([...asked, '--out', path('done.json')], { commands });
    expect(ran.exitCode).toBe(ExitCode.done);
  });

  it('keeps the locked shifts of the roster it resumes from', async () => {
    await runCommandLine([...asked, '--iterations', '5', '--out', path('first.json')], { commands });
    const first = JSON.parse(readFileSync(path('first.json'), 'utf8'));
    first.shifts[2].locked = true;
    const resume = file('locked.json', { shifts: first.shifts });
    await runCommandLine(
      [...asked, '--iterations', '20', '--seed', '9', '--resume', resume, '--out', path('again.json')],
      { commands },
    );
    const again = JSON.parse(readFileSync(path('again.json'), 'utf8'));
    expect(again.shifts).toContainEqual(first.shifts[2]);
  });

  it('writes the best so far and ends with 3 on Ctrl-C', async () => {
    const stop = new AbortController();
    let steps = 0;
    const planUntilCtrlC: PlanRoster = ({ problem, settings, signal }) =>
      Promise.resolve(
        optimiseRoster(problem, {
          ...settings,
          nowMillis: () => 0,
          isCancelled: () => {
            if (++steps === 60) stop.abort();
            return signal.aborted;
          },
        }),
      );
    const ran = await runCommandLine([...asked, '--out', path('stopped.json')], {
      commands: [rosterCommandWith(planUntilCtrlC)],
      signal: stop.signal,
    });
    expect(ran.exitCode).toBe(ExitCode.stopped);
    expect(JSON.parse(readFileSync(path('stopped.json'), 'utf8')).run.stoppedBy).toBe('cancel');
  });

  it('says that there is nothing to write on Ctrl-C before the first roster', async () => {
    const stop = new AbortController();
    stop.abort();
    const ran = await runCommandLine([...asked, '--out', path('none.json')], { commands, signal: stop.signal });
    expect([ran.exitCode, ran.out]).toEqual([ExitCode.stopped, '']);
    expect(ran.error).toContain('before the first roster: nothing to write');
    expect(existsSync(path('none.json'))).toBe(false);
  });

  it('shares the work between threads; a limit on steps alone gives the same roster on every machine', async () => {
    const asksFor: (number | undefined)[] = [];
    const planNoting: PlanRoster = (run) => {
      asksFor.push(run.settings.threads);
      return planHere({ ...run, settings: { ...run.settings, iterationLimit: 1 } });
    };
    const noting = { commands: [rosterCommandWith(planNoting)] };
    await runCommandLine([...asked, '--threads', '3', '--out', path('three.json')], noting);
    await runCommandLine([...asked, '--iterations', '5', '--out', path('one.json')], noting);
    expect(asksFor).toEqual([3, 1]);
    expect(JSON.parse(readFileSync(path('three.json'), 'utf8')).run.threads).toBe(3);
    const refused = await runCommandLine([...asked, '--threads', '0'], { commands });
    expect(refused.exitCode).toBe(ExitCode.badInput);
  });

  it('ends with 1 and names agent and rules when somebody cannot be planned', async () => {
    const tight = { ...agents, contracts: [{ ...contract, weeklyMinutesMin: 2400, daysPerWeekMax: 4 }] };
    const options = ['--agents', file('tight.json', tight), '--json', '--csv', path('tight.csv')];
    const ran = await runCommandLine([...asked, ...options], { commands });
    expect(ran.exitCode).toBe(ExitCode.no);
    expect(JSON.parse(ran.out).infeasible[0]).toMatchObject({ agentId: 'amy' });
    expect(JSON.parse(ran.out).infeasible[0].conflict).toMatchObject([
      { kind: 'rule', rule: 'weekly-paid-minutes', limits: { min: 2400, max: 2400 } },
      { kind: 'rule', rule: 'max-days-per-week', limits: { max: 4 } },
    ]);
    expect(ran.error).toContain(
      'agent (amy) has no week in which these stand together: Paid time in a week (40 h); Days worked in a week (4 days)',
    );
  });

  it('refuses a must rule that cannot be planned for', async () => {
    const joined = {
      ...agents,
      activityTypes: [
        { id: 'contact', title: 'Contact', paid: true, contactWork: true },
        { id: 'lunch', title: 'Lunch', paid: false, contactWork: false },
        { id: 'mail', title: 'Mail', paid: true, contactWork: true },
      ],
      templates: [
        {
          ...template,
          activities: [
            { type: 'mail', lengthMinutes: 60, earliestStartMinutes: 0, latestStartMinutes: 0 },
            ...template.activities,
          ],
        },
      ],
    };
    const only = file('only.json', { rules: [{ rule: 'max-continuous-contact-minutes', level: 'must' }] });
    const ran = await runCommandLine([...asked, '--agents', file('joined.json', joined), '--rules', only], {
      commands,
    });
    expect(ran.exitCode).toBe(ExitCode.badInput);
    expect(ran.error).toContain('max-continuous-contact-minutes: can only be checked, not planned for');
  });
});

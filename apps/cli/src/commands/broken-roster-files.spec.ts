import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import {
  BROKEN_ROSTER_FILES,
  soundRosterFiles,
  type BrokenCase,
  type RosterFilesDraft,
} from '../../../../tests/kit/broken-roster-files/index.js';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine, type Ran } from '../frame/run-for-test.js';
import { rosterCommandWith } from './roster.command.js';

// Planning inside the test runner on a busy machine takes several times what it takes alone.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'yotei-broken-'));
afterAll(() => rmSync(folder, { recursive: true }));

let planned = 0;
const commands = [
  rosterCommandWith(({ problem, settings }) => {
    planned++;
    return Promise.resolve(optimiseRoster(problem, { ...settings, nowMillis: () => 0 }));
  }),
];
const out = join(folder, 'out.json');
const NAMES = {
  agents: 'agents.json',
  rules: 'rules.json',
  roster: 'roster.json',
  requirement: 'requirement.csv',
  history: 'history.csv',
} as const;
const path = (name: keyof typeof NAMES): string => join(folder, NAMES[name]);

async function plan(draft: RosterFilesDraft, own?: { file: keyof typeof NAMES; text: string | Buffer }): Promise<Ran> {
  for (const name of ['agents', 'rules', 'roster'] as const) writeFileSync(path(name), JSON.stringify(draft[name]));
  for (const name of ['requirement', 'history'] as const) writeFileSync(path(name), draft[name]);
  if (own) writeFileSync(path(own.file), own.text);
  rmSync(out, { force: true });
  planned = 0;
  const files = [
    ...['--requirement', path('requirement'), '--agents', path('agents'), '--rules', path('rules')],
    ...['--resume', path('roster'), '--history', path('history')],
  ];
  const from = draft.options.includes('--from') ? [] : ['--from', '2026-11-02'];
  return runCommandLine(['roster', ...files, ...from, '--iterations', '3', '--out', out, ...draft.options], {
    commands,
  });
}

async function planBroken({ file, change, text }: BrokenCase): Promise<Ran> {
  const draft = soundRosterFiles();
  change?.(draft);
  return plan(draft, text !== undefined && file !== 'options' ? { file, text } : undefined);
}

describe('broken roster files', () => {
  it('are two hundred, each of its own kind', () => {
    const names = BROKEN_ROSTER_FILES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(200);
  });

  it('start from files that can be planned', async () => {
    const ran = await plan(soundRosterFiles());
    expect([ExitCode.done, ExitCode.stopped]).toContain(ran.exitCode);
    expect([ran.out, planned]).toEqual(['', 1]);
    expect(JSON.parse(readFileSync(out, 'utf8')).shifts.length).toBeGreaterThan(0);
  });

  it.each(BROKEN_ROSTER_FILES.map((each) => [each.name, each] as const))('%s', async (_name, broken) => {
    const ran = await planBroken(broken);
    const own = broken.file === 'options' ? '' : path(broken.file);
    const lines = ran.error.split('\n').filter((line) => line.includes(own));
    for (const words of broken.says) expect(lines.join('\n')).toContain(words);
    // Nothing is planned, written or shown, and no line is a fault of ours.
    expect([ran.exitCode, ran.out, planned, existsSync(out)]).toEqual([ExitCode.badInput, '', 0, false]);
    expect(ran.error).not.toMatch(/undefined|\[object|Error:|at .*\.ts:/);
  });

  it('have every fault named in one go, at most twenty and then a count', async () => {
    const draft = soundRosterFiles();
    draft.agents.agents[0].contract = 'gone';
    draft.agents.contracts[0].daysPerWeekMax = 9;
    draft.rules.rules[0].rule = 'be-nice';
    const three = await plan(draft);
    for (const words of ['agents[0].contract', 'contracts[0].daysPerWeekMax', 'rules[0].rule'])
      expect(three.error).toContain(words);
    const many = soundRosterFiles();
    many.agents.agents = Array.from({ length: 5000 }, (_, i) => ({ id: i, contract: 'full', skills: ['voice'] }));
    const ran = await plan(many);
    const lines = ran.error.trim().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[20]).toContain('4980 more problems');
  });
});

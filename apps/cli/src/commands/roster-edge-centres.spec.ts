import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import { MONDAY, soundRosterFiles, type RosterFilesDraft } from '../../../../tests/kit/broken-roster-files/draft.js';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine, type Ran } from '../frame/run-for-test.js';
import { rosterCommandWith } from './roster.command.js';

// Planning inside the test runner on a busy machine takes several times what it takes alone.
jest.setTimeout(60_000);

const commands = [
  rosterCommandWith(async (run) => optimiseRoster(run.problem, { ...run.settings, nowMillis: () => 0 })),
];
const folder = mkdtempSync(join(tmpdir(), 'yotei-edge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

async function plan(change: (draft: RosterFilesDraft) => void): Promise<Ran & { readonly roster: Answer | null }> {
  const draft = soundRosterFiles();
  change(draft);
  for (const name of ['agents', 'rules', 'roster'] as const)
    writeFileSync(at(`${name}.json`), JSON.stringify(draft[name]));
  for (const name of ['requirement', 'history'] as const) writeFileSync(at(`${name}.csv`), draft[name]);
  rmSync(at('out.json'), { force: true });
  const files = ['requirement', 'history'].flatMap((name) => [`--${name}`, at(`${name}.csv`)]);
  const more = ['agents', 'rules'].flatMap((name) => [`--${name}`, at(`${name}.json`)]);
  const ran = await runCommandLine(
    [
      'roster',
      ...files,
      ...more,
      '--resume',
      at('roster.json'),
      '--from',
      MONDAY,
      '--iterations',
      '3',
      '--out',
      at('out.json'),
    ],
    { commands },
  );
  const roster = existsSync(at('out.json')) ? (JSON.parse(readFileSync(at('out.json'), 'utf8')) as Answer) : null;
  return { ...ran, roster };
}

interface Answer {
  readonly shifts: readonly { readonly agent: string; readonly start: string }[];
  readonly unmet: readonly { readonly why: string }[];
}

const withoutLocked = (draft: RosterFilesDraft): void => {
  draft.roster.shifts = [];
};

describe('centres at the edge', () => {
  it('a week without opening is refused with the days that ask for nobody', async () => {
    const ran = await plan((draft) => {
      draft.requirement = draft.requirement.replace(/,1$/gm, ',0');
      withoutLocked(draft);
    });
    expect([ran.exitCode, ran.roster]).toEqual([ExitCode.badInput, null]);
    expect(ran.error).toContain(`requirement.csv: asks for nobody in the 7 days from ${MONDAY}`);
  });

  it('a week that opens on one day is planned: nobody works who need not', async () => {
    const ran = await plan((draft) => {
      draft.requirement = draft.requirement.replace(/,1$/gm, ',0').replace(/,0$/m, ',1');
      withoutLocked(draft);
    });
    expect(ran.exitCode).toBe(ExitCode.stopped);
    expect(ran.roster!.shifts.length).toBeLessThanOrEqual(1);
  });

  it('locked shifts that a rule across agents forbids are named with rule and day, and not handed over as a plan', async () => {
    const ran = await plan((draft) => {
      const [locked] = draft.roster.shifts;
      const other = draft.agents.agents.find(({ id }: { id: string }) => id !== locked.agent);
      draft.agents.timeOff = [];
      draft.roster.shifts = [locked, { ...locked, agent: other.id, locked: true }];
      draft.rules.teamRules = [
        {
          id: 'apart',
          title: 'Never both',
          rule: 'exclusion',
          level: 'must',
          who: { agents: [locked.agent, other.id] },
        },
      ];
    });
    expect(ran.exitCode).toBe(ExitCode.no);
    expect(ran.error).toContain('Never both');
    expect(ran.error).toContain(MONDAY);
    expect(ran.error).toContain('no roster can keep this');
  });

  it('hours that no template reaches are planned around and said to be so', async () => {
    const ran = await plan((draft) => {
      withoutLocked(draft);
      draft.requirement += `\nphone,${MONDAY}T03:00+09:00,${MONDAY}T04:00+09:00,2`;
    });
    expect(ran.exitCode).toBe(ExitCode.stopped);
    expect(ran.roster!.unmet.map(({ why }) => why)).toContain('no-shift-possible');
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerScenario, scenarioBaseFromFile, type ScenarioChange } from '@yotei/scheduling/scenarios';
import { runCommandLine } from '../frame/run-for-test.js';

const BASE = join(__dirname, '../../../../docs/examples/scenario-base.json');

interface Figures {
  readonly required_hours: number;
  readonly service_level: number;
  readonly chance_to_meet: number;
  readonly required_cost: { readonly total: number };
}
interface Document {
  readonly changes: readonly ScenarioChange[];
  readonly words: readonly string[];
  readonly sentences: readonly string[];
  readonly base: { readonly total: Figures };
  readonly scenario: { readonly total: Figures };
}

async function asked(...args: string[]): Promise<Document> {
  const { out, error, exitCode } = await runCommandLine(['what-if', '--base', BASE, ...args, '--json']);
  expect([exitCode, error]).toEqual([0, '']);
  return JSON.parse(out) as Document;
}

const FIVE: readonly (readonly [string, ScenarioChange])[] = [
  ['volume=+20%', { kind: 'volume', factor: 1.2 }],
  ['handle-time=+30s', { kind: 'handle-time', addSeconds: 30 }],
  ['deflection=chat:15%', { kind: 'deflection', queueIds: ['chat-ja'], deflectedFraction: 0.15 }],
  [
    'absence=Voice JA:2@2026-11-23',
    { kind: 'absence', queueIds: ['voice-ja'], agents: 2, fromOn: '2026-11-23', untilOn: '2026-11-24' },
  ],
  [
    'goal=Voice JA:90/10',
    { kind: 'goal', queueIds: ['voice-ja'], goal: { serviceLevelFraction: 0.9, answerWithinSeconds: 10 } },
  ],
];

describe('yotei what-if', () => {
  it.each(FIVE)('answers %s with the numbers of the library, to the last digit', async (text, change) => {
    const read = scenarioBaseFromFile(JSON.parse(await readFile(BASE, 'utf8')));
    if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults));
    const { changes, words, sentences, scenario } = await asked('--change', text);
    expect(changes).toEqual([change]);
    expect(words).toHaveLength(1);
    expect(sentences).toHaveLength(3);
    const { total } = answerScenario(read.base, [change]);
    expect(scenario.total).toMatchObject({
      required_hours: total.requiredHours,
      service_level: total.serviceLevel,
      chance_to_meet: total.chanceToMeet,
      required_cost: { total: total.requiredCost!.total },
    });
  });

  it('shows base and scenario side by side, in Japanese too', async () => {
    const { out } = await runCommandLine([
      'what-if',
      '--base',
      BASE,
      '--change',
      'volume=chat:x1.5',
      '--language',
      'ja',
    ]);
    expect(out).toContain('コンタクト数+50%（Chat JA）');
    expect(out).toMatch(/サービスレベル +\d/);
    expect(out).toMatch(/。\n$/);
  });

  describe('with files', () => {
    let folder: string;
    beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'yotei-what-if-'))));
    afterEach(() => rm(folder, { recursive: true }));
    const at = (name: string): string => join(folder, name);

    it('starts from a forecast and goals as well, and writes the base it read', async () => {
      await writeFile(
        at('forecast.csv'),
        'queue,start,end,contacts,handle_seconds\nsales,2026-11-04T09:00Z,2026-11-04T09:30Z,100,180\ncare,2026-11-04T09:30Z,2026-11-04T10:00Z,80,240\n',
      );
      await writeFile(at('goals.csv'), 'queue,service_level,answer_within_seconds\nsales,0.8,20\ncare,0.9,30\n');
      const args = ['--forecast', at('forecast.csv'), '--goals', at('goals.csv'), '--change', 'volume=sales:+10%'];
      const first = await runCommandLine(['what-if', ...args, '--base-out', at('base.json'), '--json', '--quiet']);
      expect(first.exitCode).toBe(0);
      const again = await runCommandLine(['what-if', '--base', at('base.json'), ...args.slice(4), '--json']);
      expect((JSON.parse(again.out) as Document).scenario).toEqual((JSON.parse(first.out) as Document).scenario);
    });

    it('names everything wrong with a base, a change and a file of changes', async () => {
      await writeFile(at('base.json'), '{"format": "yotei-scenario-base", "grid": {"startAt": 0}, "zone": "Mars"}');
      const base = await runCommandLine(['what-if', '--base', at('base.json')]);
      expect(base.exitCode).toBe(2);
      expect(base.error).toContain('grid.stepMinutes must be a number');
      expect(base.error).toContain('zone must be an IANA zone');
      const short = await runCommandLine(['what-if', '--base', BASE, '--change', 'volume=lots', '--change', 'rain=1']);
      expect(short.exitCode).toBe(2);
      expect(short.error).toContain("'lots' is no change of volume; expected +20% or x1.2");
      expect(short.error).toContain("'rain' cannot be written short");
      await writeFile(
        at('changes.json'),
        '[{"kind": "volume", "factor": 1.1}, {"kind": "deflection", "deflectedFraction": 15}]',
      );
      const file = await runCommandLine(['what-if', '--base', BASE, '--changes', at('changes.json')]);
      expect([file.exitCode, file.error]).toEqual([2, expect.stringContaining('changes.1.deflectedFraction')]);
      const neither = await runCommandLine(['what-if', '--change', 'volume=+1%']);
      expect([neither.exitCode, neither.error]).toEqual([2, expect.stringContaining('--base')]);
    });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommandLine } from '../../apps/cli/src/frame/run-for-test.js';
import { BANK_FOLDER, BANK_ZONE, bankCalls } from '../kit/anonymous-bank.js';
import { BankLog, abandonedFraction, compareBank, meanWait } from '../kit/anonymous-bank-figures.js';
import { describeWithData } from '../kit/shared-data.js';

const MINUTE = 60_000;
const ROOT = resolve(__dirname, '../..');
const page = readFileSync(resolve(ROOT, 'docs/methods/anonymous-bank.md'), 'utf8');

const linesOf = (name: string): readonly string[] => {
  const [, after = ''] = page.split(`<!-- ${name}: begin -->`);
  return after.split(`<!-- ${name}: end -->`)[0]!.trim().split('\n');
};
const numbersOf = (line: string): readonly number[] =>
  (line.match(/[\d,]+(\.\d+)?/g) ?? []).map((text) => Number(text.replaceAll(',', '')));
/** The words of a table row without its numbers. */
const wordsOf = (line: string): string => line.replaceAll(/[\d,.]+/g, '#');

/** A digit's rounding, or what a change of the simulator's draws may move: 4 % of a figure. */
const isNear = (shown: number, computed: number): boolean =>
  Math.abs(shown - computed) <= Math.max(1.01, 0.04 * computed);

describeWithData(BANK_FOLDER, 'the Anonymous Bank', () => {
  const log = new BankLog();

  it(
    'stands in docs/methods/anonymous-bank.md as the program computes it (node tools/anonymous-bank.mjs writes it anew)',
    () => {
      // In a process of its own: the simulations run ten times as fast there as inside the test runner.
      const printed = execFileSync(process.execPath, [join(ROOT, 'tools/anonymous-bank.mjs'), '--print'], {
        encoding: 'utf8',
      });
      const tables = JSON.parse(printed) as [name: string, lines: string[]][];
      expect(tables).toHaveLength(5);
      for (const [name, lines] of tables) {
        const shown = linesOf(name);
        expect(shown.map(wordsOf)).toEqual(lines.map(wordsOf));
        for (const [i, line] of lines.entries()) {
          const [there, here] = [numbersOf(shown[i]!), numbersOf(line)];
          const wrong = here.filter((value, column) => !isNear(there[column]!, value));
          expect({ name, row: i, wrong }).toEqual({ name, row: i, wrong: [] });
        }
      }
    },
    5 * MINUTE,
  );

  describe('calibrated', () => {
    const { handleTime, patience, contacts } = log.report;
    if (handleTime.kind !== 'handle-time' || patience.kind !== 'patience') throw new Error('the log has too little');

    it('has the totals its source counts', () => {
      // 30,140 + 31,094 offered; 3,080 + 3,932 of them left.
      expect(contacts).toMatchObject({ offeredCount: 61_234, abandonedCount: 7012, dayCount: 57 });
      // (37.7 x 30,140 + 44.0 x 31,094) / 61,234 = 40.9 s; (368.9 x 3,080 + 347.7 x 3,932) / 7,012 = 357 s
      expect(patience.meanWaitSeconds).toBeCloseTo(40.9, 1);
      expect(patience.operationalSeconds.value).toBeCloseTo(357, 0);
    });

    it('has lognormal handle times, as Brown et al. 2005 found', () => {
      expect(handleTime.fits[0]).toMatchObject({ family: 'lognormal' });
      expect(handleTime.fits[0]!.greatestGapFraction).toBeLessThan(0.015);
    });

    it('has abandonment in proportion to waiting over the whole range: hazards within a factor of three after the first seconds', () => {
      const hazards = patience.hazard
        .filter(({ abandonedCount }) => abandonedCount > 80)
        .map(({ perSecond }) => perSecond);
      expect(Math.max(...hazards) / Math.min(...hazards)).toBeLessThan(3);
    });
  });

  it(
    'gives the same figures by yotei calibrate, by type of service, and names no agent',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'yotei-bank-'));
      const file = join(folder, 'calls.csv');
      const rows = bankCalls().map(({ queue, contact: { arrivedAt, outcome, waitSeconds, handleSeconds, agent } }) =>
        [new Date(arrivedAt).toISOString(), queue, outcome, waitSeconds, handleSeconds, agent].join(','),
      );
      writeFileSync(file, ['arrived_at,queue,outcome,wait_seconds,handle_seconds,agent', ...rows].join('\n'));
      const { exitCode, out } = await runCommandLine([
        'calibrate',
        '--in',
        file,
        '--zone',
        BANK_ZONE,
        '--json',
        '--quiet',
      ]);
      rmSync(folder, { recursive: true });
      expect(exitCode).toBe(0);
      const { all, queues } = JSON.parse(out);
      expect(all.parameters.patienceSeconds).toBeCloseTo(log.parameters.patienceSeconds!, 2);
      expect(all.parameters.handleCv).toBeCloseTo(log.parameters.handleCv!, 4);
      expect(queues.map(({ queue }: { queue: string }) => queue)).toEqual(
        expect.arrayContaining(['PS', 'NE', 'NW', 'IN']),
      );
      const agents = [...new Set(bankCalls().flatMap(({ contact }) => contact.agent ?? []))];
      expect(agents.filter((agent) => agent.length > 3 && out.includes(agent))).toEqual([]);
    },
    3 * MINUTE,
  );

  it('shows what the page says of each model', () => {
    const { whole } = compareBank(log, { gapMinutes: 15, withTurnaround: true });
    const { seen, erlangA, erlangC, simulated } = whole;
    expect(erlangC.unstableContacts / seen.contacts).toBeGreaterThan(0.3);
    expect(erlangC.waitSeconds / erlangC.stableContacts).toBeGreaterThan(
      10 * (erlangC.seenWaitSeconds / erlangC.stableContacts),
    );
    expect(Math.abs(abandonedFraction(erlangA) - abandonedFraction(seen))).toBeLessThan(0.035);
    expect(Math.abs(abandonedFraction(simulated) - abandonedFraction(seen))).toBeLessThan(0.02);
    expect(Math.abs(meanWait(simulated) - meanWait(seen))).toBeLessThan(10);
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateCapacity, resultTable, type CapacityPlan } from '@yotei/scheduling/capacity';
import { readSheet } from 'read-excel-file/node';
import { runCommandLine } from '../frame/run-for-test.js';

const PLAN = join(__dirname, '../../../../docs/examples/capacity-plan.json');

interface Document {
  readonly sentences: readonly string[];
  readonly total: { readonly cost: number };
  readonly periods: readonly { readonly from_on: string }[];
  readonly groups: readonly { readonly weeks: readonly Record<string, number>[] }[];
  readonly classes: readonly object[];
  readonly proposal?: { readonly cost: number; readonly cost_before: number };
  readonly risk?: { readonly paths: number };
}

const plan = async (): Promise<CapacityPlan> => JSON.parse(await readFile(PLAN, 'utf8')) as CapacityPlan;
async function asked(...args: string[]): Promise<Document> {
  const { out, error, exitCode } = await runCommandLine(['capacity', ...args, '--json', '--quiet']);
  expect([exitCode, error]).toEqual([0, '']);
  return JSON.parse(out) as Document;
}

describe('yotei capacity', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'yotei-capacity-'))));
  afterEach(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);

  it('answers with the numbers of the web, to the last digit', async () => {
    const answer = evaluateCapacity(await plan());
    const { total, groups, sentences, periods } = await asked('--plan', PLAN, '--period', 'quarter');
    expect(total.cost).toBe(answer.cost);
    expect(sentences).toHaveLength(3);
    expect(periods.map(({ from_on }) => from_on.slice(5))).toContain('04-01');
    groups.forEach(({ weeks }, group) =>
      weeks.forEach((week, place) => {
        const own = answer.groups[group]![place]!;
        expect([week['required_fte'], week['gap_fte'], week['cost']]).toEqual([own.requiredFte, own.gapFte, own.cost]);
      }),
    );
  });

  it('proposes classes that cost less than going short, says why, and what may come', async () => {
    const { proposal, classes, risk } = await asked('--plan', PLAN, '--propose', '--risk', '--plan-out', at('p.json'));
    expect(classes.length).toBeGreaterThan(0);
    expect(proposal!.cost).toBeLessThan(proposal!.cost_before);
    expect(risk!.paths).toBe(400);
    const again = await asked('--plan', at('p.json'));
    expect(again.classes).toEqual(classes);
    const { out } = await runCommandLine(['capacity', '--plan', at('p.json'), '--language', 'ja']);
    expect(out).toContain('必要FTE');
  });

  it('writes the workbook and the table of the web, and reads changes of them back', async () => {
    await asked('--plan', PLAN, '--excel', at('p.xlsx'), '--csv', at('p.csv'));
    const rows = await readSheet(at('p.xlsx'), 2);
    expect(rows.slice(1)).toEqual(resultTable(await plan(), 'en').slice(1));
    const same = await asked('--plan', PLAN, '--assumptions', at('p.xlsx'));
    expect(same.total.cost).toBeCloseTo((await asked('--plan', PLAN)).total.cost, 2); // cells have six decimals
    const csv = await readFile(at('p.csv'), 'utf8');
    const doubled = csv.replace(/^(\uFEFF?.*\r\n[^,]*,Contacts),[\d.]+/, '$1,99999');
    expect(doubled).not.toBe(csv);
    await writeFile(at('changed.csv'), doubled);
    const changed = await asked('--plan', PLAN, '--assumptions', at('changed.csv'));
    expect(changed.groups[0]!.weeks[0]!['contacts']).toBe(99_999);
  });

  it('names everything wrong with a plan and with a table', async () => {
    const own = await plan();
    await writeFile(at('bad.json'), JSON.stringify({ ...own, currency: 'yen', weeks: 0 }));
    const bad = await runCommandLine(['capacity', '--plan', at('bad.json')]);
    expect([bad.exitCode, bad.error]).toEqual([2, expect.stringContaining('currency')]);
    expect(bad.error).toContain('weeks');
    await writeFile(at('odd.json'), JSON.stringify({ ...own, groups: [null] }));
    expect((await runCommandLine(['capacity', '--plan', at('odd.json')])).error).toContain('groups.0');
    await writeFile(at('bad.csv'), `Group,Row,${own.firstOn}\nNobody,Contacts,5\n`);
    const table = await runCommandLine(['capacity', '--plan', PLAN, '--assumptions', at('bad.csv')]);
    expect([table.exitCode, table.error]).toEqual([2, expect.stringContaining('no group "Nobody"')]);
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { evaluateRoster } from '@yotei/scheduling/evaluation';
import { validateProblem } from '@yotei/scheduling/rules';
import { describeWithData, SHARED_DATA, sharedRows } from '../kit/shared-data.js';
import { parseCqInstance, type CqInstance } from '../peers/curtois-qu/instance.js';
import { formatCqRoster, parseCqRoster } from '../peers/curtois-qu/roster-csv.js';
import { scoreCqRoster } from '../peers/curtois-qu/score.js';
import { cqRosterOf, problemOfCq, rosterOfCq } from '../peers/curtois-qu/to-problem.js';

const folder = join(SHARED_DATA, 'nrp-curtois-qu');

function instanceNamed(name: string): CqInstance {
  const file = readdirSync(folder).find((each) => each.replace(/\.txt(\.gz)?$/, '') === name)!;
  const bytes = readFileSync(join(folder, file));
  return parseCqInstance((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

describeWithData('nrp-curtois-qu', 'rosters of the Curtois-Qu benchmark', () => {
  it('cost what their source states, and are feasible', () => {
    const rows = sharedRows('nrp-curtois-qu/rosters/index.csv');
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const row of rows) {
      const instance = instanceNamed(row['instance']!);
      const text = readFileSync(join(folder, 'rosters', row['file']!), 'utf8');
      const roster = parseCqRoster(text, instance);
      expect([row['file'], scoreCqRoster(instance, roster)]).toEqual([
        row['file'],
        {
          cost: Number(row['total_cost']),
          coverCost: Number(row['cover_cost']),
          requestCost: Number(row['request_cost']),
          breaches: [],
        },
      ]);
      expect(parseCqRoster(formatCqRoster(instance, roster), instance)).toEqual(roster);
    }
  });

  it('cost the same and keep the same rules as problems of the product', () => {
    for (const row of sharedRows('nrp-curtois-qu/rosters/index.csv')) {
      const instance = instanceNamed(row['instance']!);
      const problem = problemOfCq(instance);
      expect(validateProblem(problem)).toEqual({ kind: 'valid' });
      const roster = parseCqRoster(readFileSync(join(folder, 'rosters', row['file']!), 'utf8'), instance);
      const { cost, hardBreaches, parts } = evaluateRoster(problem, rosterOfCq(instance, roster, problem));
      expect([hardBreaches, cost, parts.understaffing + parts.overstaffing]).toEqual([
        0,
        Number(row['total_cost']),
        Number(row['cover_cost']),
      ]);
      expect(cqRosterOf(instance, rosterOfCq(instance, roster, problem))).toEqual(roster);
    }
  });

  it('break the rules of the product where they break those of the benchmark', () => {
    const instance = instanceNamed('Instance3');
    const problem = problemOfCq(instance);
    const text = readFileSync(join(folder, 'rosters', 'Instance3_roster1.csv'), 'utf8');
    const roster = parseCqRoster(text, instance);
    const ids = instance.shifts.map(({ id }) => id);
    let broken = 0;
    for (let i = 0; i < 300; i++) {
      // One day of one person changed: 300 of the 20 x 14 x 3 neighbours of a feasible roster.
      const [row, day] = [i % roster.length, (i * 7) % instance.days];
      const shift = [null, ...ids][i % (ids.length + 1)]!;
      const near = roster.map((each, r) => (r === row ? each.map((old, d) => (d === day ? shift : old)) : each));
      const judged = scoreCqRoster(instance, near);
      const { hardBreaches, cost } = evaluateRoster(problem, rosterOfCq(instance, near, problem));
      expect([i, hardBreaches > 0, cost]).toEqual([i, judged.breaches.length > 0, judged.cost]);
      if (judged.breaches.length > 0) broken++;
    }
    expect(broken).toBeGreaterThan(50);
    expect(broken).toBeLessThan(290);
  });

  // Days, employees, shifts, days off, on-requests, off-requests, cover rows, sum of cover: the folder's README.
  it.each([
    ['Instance1', [14, 8, 1, 8, 21, 5, 14, 71]],
    ['Instance3', [14, 20, 3, 20, 39, 25, 42, 154]],
    ['Instance5', [28, 16, 2, 32, 79, 27, 56, 288]],
    ['Instance7', [28, 20, 3, 40, 104, 64, 84, 315]],
    ['Instance9', [28, 36, 4, 72, 144, 88, 112, 410]],
    ['Instance11', [28, 50, 6, 100, 197, 139, 168, 811]],
    ['Instance13', [28, 120, 18, 240, 589, 252, 504, 1737]],
    ['Instance15', [42, 45, 6, 180, 350, 140, 252, 941]],
    ['Instance17', [56, 32, 4, 160, 351, 129, 224, 1088]],
    ['Instance19', [84, 40, 5, 320, 587, 247, 420, 1857]],
    ['Instance21', [182, 100, 8, 1800, 3210, 1492, 1456, 8718]],
    ['Instance23', [364, 100, 16, 3600, 6549, 2861, 5824, 16079]],
  ])('%s is read whole', (name, figures) => {
    const { days, employees, shifts, onRequests, offRequests, cover } = instanceNamed(name);
    const daysOff = employees.reduce((sum, employee) => sum + employee.daysOff.size, 0);
    const asked = cover.reduce((sum, { requirement }) => sum + requirement, 0);
    const found = [
      days,
      employees.length,
      shifts.length,
      daysOff,
      onRequests.length,
      offRequests.length,
      cover.length,
      asked,
    ];
    expect(found).toEqual(figures);
  });
});

import type { OptimiseProgress } from '@yotei/scheduling/optimiser';
import { BestCostCurve } from './best-cost-curve.js';
import { progressOfParts } from './part-progress.js';
import type { PartState } from './roster-parts.repository.js';

const searching = (seconds: number, bestCost: number | null): OptimiseProgress => ({
  phase: 'search',
  seconds,
  iterations: 10,
  bestCost,
  lowerBound: 50,
  gapHours: bestCost === null ? null : (bestCost - 50) / 40,
  requiredHours: 100,
  shortSlots: 2,
});

const done: PartState = {
  part: '1',
  agents: 30,
  holderId: 'other',
  progress: null,
  result: { kind: 'roster', cost: 90, lowerBound: 50, gapHours: 1, requiredHours: 100, iterations: 7, seconds: 8 },
};
const elsewhere: PartState = { part: '2', agents: 10, holderId: 'other', progress: searching(4, 130), result: null };
const here: PartState = { part: '3', agents: 10, holderId: 'run', progress: null, result: null };
const run = { jobId: 'run', own: searching(2, 70), limitSeconds: 8 };

describe('the progress of a run in parts', () => {
  it('adds cost, bound and gap up, and weighs the time passed by agents', () => {
    const { fraction, details } = progressOfParts([done, elsewhere, here], run);
    // (30 x 1 + 10 x 4/8 + 10 x 2/8) / 50
    expect(fraction).toBeCloseTo(0.75, 9);
    expect(details).toMatchObject({
      phase: 'search',
      seconds: 8,
      iterations: 27,
      bestCost: 290, // 90 + 130 + 70
      lowerBound: 150,
      gapHours: 3.5, // 1 + 80/40 + 20/40
      requiredHours: 300,
      shortSlots: 4,
    });
    expect(details['parts']).toEqual([
      { part: '1', agents: 30, fraction: 1, gapHours: 1 },
      { part: '2', agents: 10, fraction: 0.5, gapHours: 2 },
      { part: '3', agents: 10, fraction: 0.25, gapHours: 0.5 },
    ]);
  });

  it('says no cost before every part has a roster, and joining when all are done', () => {
    expect(progressOfParts([done, here], { ...run, own: null }).details).toMatchObject({
      bestCost: null,
      gapHours: null,
    });
    expect(progressOfParts([done], run)).toMatchObject({ fraction: 1, details: { phase: 'join', bestCost: 90 } });
  });
});

describe('the curve of the best cost', () => {
  it('holds changes only, and stays short while its ends stay', () => {
    const curve = new BestCostCurve();
    curve.with(1, null);
    curve.with(1, 500);
    expect(curve.with(2, 500)).toEqual([[1, 500]]);
    for (let second = 2; second < 500; second++) curve.with(second, 500 - second);
    const points = curve.with(500, 0);
    expect(points.length).toBeLessThanOrEqual(61);
    expect(points[0]).toEqual([1, 500]);
    expect(points.at(-1)).toEqual([500, 0]);
  });
});

import { chooseMethod } from './choose-method.js';
import type { MethodRuns, Run } from './method-runs.js';

const ORIGINS = [0, 7, 14, 21];

/** Runs whose error is what the table says, in percent by origin; 100 contacts came. */
function runsOf(table: Record<string, readonly number[]>): MethodRuns {
  const run = (
    methodId: string,
    originDay: number,
  ): Run | { kind: 'not-enough-history'; haveDays: number; needDays: number } => {
    const error = table[methodId]?.[ORIGINS.indexOf(originDay)] ?? table[methodId]?.[0];
    if (error === undefined) return { kind: 'not-enough-history', haveDays: 1, needDays: 2 };
    return {
      kind: 'run',
      methodId,
      originDay,
      days: [{ day: originDay, leadDays: 1, forecast: Float64Array.of(100 + error), actual: Float64Array.of(100) }],
    };
  };
  return { run } as unknown as MethodRuns;
}

const methodIds = ['seasonal-naive', 'planner-mean', 'planner-mean-8', 'day-regression-profile', 'low-rank-profile'];
const choose = (table: Record<string, readonly number[]>, origins = ORIGINS) =>
  chooseMethod(runsOf(table), { originDay: 28, origins, methodIds });

describe('the automatic choice', () => {
  it('takes the method with the lowest error, and says what the planner’s mean would have done', () => {
    const choice = choose({
      'planner-mean': [10, 12, 11, 11],
      'planner-mean-8': [12, 12, 12, 12],
      'low-rank-profile': [5, 6, 5, 6],
      'day-regression-profile': [7, 8, 7, 8],
    });
    expect(choice?.methodId).toBe('low-rank-profile');
    expect(choice?.reasons).toEqual([
      { kind: 'lowest-error', methodId: 'low-rank-profile', wape: expect.closeTo(0.055, 9), origins: 4 },
      { kind: 'compared-with-planner-mean', methodId: 'planner-mean', wape: expect.closeTo(0.11, 9) },
    ]);
  });

  it('takes the simpler one when the difference is within one standard error and two percent', () => {
    const choice = choose({
      'planner-mean': [10, 10, 10, 10],
      'low-rank-profile': [5, 6, 5, 6],
      'day-regression-profile': [5.3, 5.8, 5.1, 6],
    });
    // differences 0.3, -0.2, 0.1, 0: mean 0.05, standard error 0.104; 0.05 / 5.5 is 0.9 %
    expect(choice?.methodId).toBe('day-regression-profile');
    expect(choice?.reasons[0]).toMatchObject({
      kind: 'simpler-within-one-standard-error',
      lowestMethodId: 'low-rank-profile',
      standardError: expect.closeTo(0.00104, 5),
    });
  });

  it('does not pay more than two percent for simplicity, however large the standard error', () => {
    const choice = choose({
      'planner-mean': [10, 10, 10, 10],
      'low-rank-profile': [2, 9, 2, 9],
      'day-regression-profile': [9, 2.8, 9, 2.8],
    });
    // 5.5 against 5.9 percent with a standard error of 3.8 points
    expect(choice?.methodId).toBe('low-rank-profile');
  });

  it('never takes a method that does worse than the better planner mean', () => {
    const choice = choose({
      'seasonal-naive': [6.05, 6.1, 5.9, 6.1],
      'planner-mean': [8, 8, 8, 8],
      'planner-mean-8': [6, 6.1, 5.9, 6.1],
      'low-rank-profile': [7, 7, 7, 7],
    });
    // seasonal naive is simpler and only 0.2 % worse, but worse
    expect(choice?.methodId).toBe('planner-mean-8');
  });

  it('leaves out a method that could not be fitted at every origin', () => {
    expect(choose({ 'planner-mean': [10, 10, 10, 10] })?.methodId).toBe('planner-mean');
  });

  it('takes the method for new queues when there are fewer than three origins, and none when nothing can be fitted', () => {
    expect(choose({ 'short-history': [9], 'planner-mean': [1] }, [0, 7])).toEqual({
      methodId: 'short-history',
      reasons: [{ kind: 'too-little-history-to-compare', methodId: 'short-history', origins: 2 }],
    });
    expect(choose({}, [])).toBeNull();
  });
});

import { combinedMethods } from '../methods/combination.method.js';
import { chooseMethod } from './choose-method.js';
import { memberWeights } from './member-weights.js';
import type { MethodRuns } from './method-runs.js';

const ORIGINS = [0, 7, 14, 21];
const SCALE = { blockSlots: 1, leastContacts: 0 };

/** Runs whose error is what the table says, in percent of 100 contacts; the rest miss 10 %. */
function runsOf(table: Record<string, number | null>, horizonDays = 7): MethodRuns {
  const run = (methodId: string, originDay: number) => {
    const error = methodId in table ? table[methodId]! : 10;
    if (error === null) return { kind: 'not-enough-history', haveDays: 1, needDays: 2 };
    const wobble = (originDay / 7) % 2 === 0 ? 0.5 : -0.5;
    const forecast = Float64Array.of(100 + error + wobble);
    return {
      kind: 'run',
      methodId,
      originDay,
      days: [{ day: originDay, leadDays: 1, forecast, actual: Float64Array.of(100) }],
    };
  };
  return { run, settings: { horizonDays, gapDays: 0 } } as unknown as MethodRuns;
}

const methodIds = ['planner-mean', 'planner-mean-8', ...combinedMethods.map(({ methodId }) => methodId), 'combination'];
const choose = (table: Record<string, number>) =>
  chooseMethod(runsOf({ 'planner-mean': 20, 'planner-mean-8': 20, ...table }), {
    originDay: 28,
    origins: ORIGINS,
    methodIds,
  });

describe('the weights of a combination', () => {
  it('are equal for models as good as each other, and sum to 1', () => {
    const { plannerMeanWeight, ...models } = memberWeights(runsOf({ 'planner-mean-8': 12 }), ORIGINS, SCALE)!;
    for (const weight of Object.values(models)) expect(weight).toBeCloseTo(0.2, 12);
    expect(plannerMeanWeight).toBe(0);
  });

  it('count the planner’s mean where it missed by no more than the models on average', () => {
    const members = { 'low-rank-profile': 8, 'ets-day-profile': 12 };
    const joined = memberWeights(runsOf({ ...members, 'planner-mean-8': 10 }), ORIGINS, SCALE)!;
    expect(joined['plannerMeanWeight']).toBeGreaterThan(0.05);
    // The models share a fifth equally, which the habit has no part in.
    expect(joined['plannerMeanWeight']).toBeCloseTo(joined['poissonWeight']! - 0.2 / 5, 12);
    expect(Object.values(joined).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    const left = memberWeights(runsOf({ ...members, 'planner-mean-8': 10.2 }), ORIGINS, SCALE)!;
    expect(left['plannerMeanWeight']).toBe(0);
  });

  it('trust smoothing less the further ahead it looks: three tenths as much as the others four weeks ahead', () => {
    const weights = memberWeights(runsOf({ 'planner-mean-8': 12 }, 28), ORIGINS, SCALE)!;
    // 3 × 1 + 2 × 0.3 = 3.6
    expect(weights['lowRankWeight']).toBeCloseTo(1 / 3.6, 12);
    expect(weights['etsWeight']).toBeCloseTo(0.3 / 3.6, 12);
    // Two and a half weeks are halfway between one and four: 3 + 2 × 0.65 = 4.3
    expect(memberWeights(runsOf({ 'planner-mean-8': 12 }, 17.5), ORIGINS, SCALE)!['doubleSeasonalWeight']).toBeCloseTo(
      0.65 / 4.3,
      12,
    );
  });

  it('favour the better member and leave the others a fifth between them at least', () => {
    const weights = memberWeights(runsOf({ 'low-rank-profile': 1 }), ORIGINS, SCALE)!;
    expect(weights['lowRankWeight']).toBeGreaterThan(0.8);
    expect(weights['poissonWeight']).toBeGreaterThanOrEqual(0.04);
    expect(Object.values(weights).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('are not made when a member could not be fitted', () => {
    expect(memberWeights(runsOf({ 'ets-day-profile': null }), ORIGINS, SCALE)).toBeNull();
  });
});

describe('the choice between the combination and one method', () => {
  it('takes the combination while a single method is not clearly better, and says with what weights', () => {
    const choice = choose({ combination: 10, 'low-rank-profile': 9.8 });
    expect(choice?.methodId).toBe('combination');
    expect(choice?.reasons.map(({ kind }) => kind)).toEqual([
      'safer-than-lowest',
      'weighted-by-past-error',
      'compared-with-planner-mean',
    ]);
    expect(Object.keys(choice!.parameters!)).toHaveLength(6);
  });

  it('takes a single method that is better by more than a twentieth at every origin', () => {
    expect(choose({ combination: 10, 'low-rank-profile': 7 })?.methodId).toBe('low-rank-profile');
  });

  it('takes the planner’s mean when the combination does worse', () => {
    expect(choose({ 'planner-mean': 9.9 })?.methodId).toBe('planner-mean');
  });
});

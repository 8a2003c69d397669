import { DEFAULT_WEIGHTS } from '@yotei/scheduling/roster';
import { objectiveOf, PLANNING_WEIGHTS, STANDARD_VALUES, weightFault } from './planning-weights.catalogue.js';

describe('planning weights', () => {
  it('have unique ids, and standards inside their ranges', () => {
    expect(new Set(PLANNING_WEIGHTS.map(({ id }) => id)).size).toBe(PLANNING_WEIGHTS.length);
    expect(weightFault(STANDARD_VALUES)).toBeNull();
  });

  it('are refused when unknown, out of range, or cheaper the worse it gets', () => {
    expect(weightFault({ nights: 1 })).toMatchObject({ path: 'nights' });
    expect(weightFault({ night: -1 })).toMatchObject({ path: 'night' });
    expect(weightFault({ 'short-first': 30 })).toMatchObject({ path: 'short-second' });
  });

  it('become the objective, without terms and pay that cost nothing', () => {
    const unpriced = { 'quick-return': 0, 'backward-rotation': 0 };
    const { weights, objective } = objectiveOf({ night: 9, ...unpriced });
    expect(weights).toEqual(DEFAULT_WEIGHTS);
    expect(objective).toMatchObject({ fairness: { weights: { night: 9 } }, wellbeing: [], money: undefined });
    const priced = objectiveOf({
      ...unpriced,
      'quick-return': 5,
      'units-per-currency': 0.5,
      'pay-per-hour': 20,
    }).objective;
    expect(priced.wellbeing).toEqual([{ termId: 'quick-return', weight: 5, parameters: { restHours: 12 } }]);
    expect(objectiveOf({}).objective.wellbeing).toEqual([
      { termId: 'quick-return', weight: 20, parameters: { restHours: 12 } },
      { termId: 'backward-rotation', weight: 4 },
    ]);
    expect(priced.money).toMatchObject({ unitsPerCurrency: 0.5, hourly: [{ perHour: 20 }] });
  });
});

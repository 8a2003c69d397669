import { limitsToSave, wrongLimits, type Limits } from './limits.model.js';

const limits = (measureId: string, values: readonly [number, number], standard: readonly [number, number]): Limits => ({
  measureId,
  title: { en: measureId, ja: measureId },
  unit: 'minutes',
  evidence: '',
  ok: values[0],
  bad: values[1],
  standardOk: standard[0],
  standardBad: standard[1],
});

describe('the limits of a centre', () => {
  it('are stored where they differ from the standard', () => {
    const own = limits('own', [45, 90], [60, 120]);
    expect(limitsToSave([own, limits('standard', [60, 120], [60, 120])])).toEqual([
      { measureId: 'own', ok: 45, bad: 90 },
    ]);
  });

  it('run the way of the standard: little is bad for notice, much for the rest', () => {
    const wrong = wrongLimits([
      limits('much', [90, 45], [60, 120]),
      limits('little', [10, 20], [14, 2]),
      limits('fine', [20, 10], [14, 2]),
      limits('empty', [Number.NaN, 10], [14, 2]),
    ]);
    expect([...wrong]).toEqual(['much', 'little', 'empty']);
  });
});

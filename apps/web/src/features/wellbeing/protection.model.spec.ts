import { pausesOf, pointsOf, weightsWith } from './protection.model.js';

const point = {
  factor: 1,
  prices: { quickReturn: 60, backwardRotation: 12, unsocial: { night: 12, late: 8 } },
  requiredHours: 100,
  shortHours: 2,
  overHours: 6,
  shortRests: 0,
  lateToEarly: 1,
  longStretches: 3,
  unsocialSpread: 1.5,
};

describe('the points of a protection curve', () => {
  it('are read out of what a job tells, whatever it tells', () => {
    expect(pointsOf({ points: [point, null, { factor: 2 }, 'x'] })).toEqual([point]);
    expect([null, 'x', {}, { points: 1 }].map(pointsOf)).toEqual([[], [], [], []]);
  });

  it('come with the templates that no plan keeps from long stretches', () => {
    const pause = { templateId: 't', title: '5 h', leastRunMinutes: 145, leastRunMinutesAfter: 90, addedPauses: 1 };
    expect(pausesOf({ points: [], pauses: [pause, null, {}] })).toEqual([pause]);
    expect([null, 'x', { points: [] }, { pauses: 'x' }].map(pausesOf)).toEqual([[], [], [], []]);
  });

  it('take the place of the planning weights they price, and of no other', () => {
    const weights = [
      { id: 'quick-return', value: 0 },
      { id: 'quick-return-hours', value: 12 },
      { id: 'night', value: 3 },
      { id: 'weekend', value: 2 },
    ];
    expect(weightsWith(weights, point)).toEqual([
      { id: 'quick-return', value: 60 },
      { id: 'quick-return-hours', value: 12 },
      { id: 'night', value: 12 },
      { id: 'weekend', value: 2 },
    ]);
  });
});

import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { activitiesTileShift } from './activities-tile-shift.rule.js';

const HOUR = 3_600_000;

describe('activities-tile-shift', () => {
  const whole = shiftOf('Mon 09:00-18:00 lunch@12:00+60');
  const [first, lunch, last] = whole.activities as [never, never, never];

  it('passes a tiled shift', () => {
    verifyRule(activitiesTileShift).given(whole).passes();
  });

  it('measures gaps, overlaps and activity outside', () => {
    verifyRule(activitiesTileShift)
      .given({ ...whole, activities: [first, last] })
      .breaches(1, 60);
    verifyRule(activitiesTileShift)
      .given({ ...whole, activities: [] })
      .breaches(1, 540);
    verifyRule(activitiesTileShift)
      .given({ ...whole, endAt: whole.endAt - HOUR })
      .breaches(1, 60);
    verifyRule(activitiesTileShift)
      .given({ ...whole, activities: [first, lunch, lunch, last] })
      .breaches(1, 60);
  });
});

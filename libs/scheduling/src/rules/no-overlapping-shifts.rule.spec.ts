import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { noOverlappingShifts } from './no-overlapping-shifts.rule.js';

describe('no-overlapping-shifts', () => {
  it('measures the shared minutes; touching ends are free', () => {
    verifyRule(noOverlappingShifts).given('Mon 09:00-13:00', 'Mon 12:30-18:00').breaches(1, 30);
    verifyRule(noOverlappingShifts).given('Mon 09:00-13:00', 'Mon 13:00-18:00').passes();
  });

  it('sees last week’s night shift', () => {
    verifyRule(noOverlappingShifts)
      .in({ history: [shiftOf('Sun-1 22:00-06:00')] })
      .given('Mon 05:00-12:00')
      .breaches(1, 60);
  });
});

import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { oneShiftPerDay } from './one-shift-per-day.rule.js';

describe('one-shift-per-day', () => {
  it('counts shifts beyond the first', () => {
    verifyRule(oneShiftPerDay).given('Mon 06:00-09:00', 'Mon 10:00-12:00', 'Mon 20:00-23:00').breaches(1, 2);
    verifyRule(oneShiftPerDay).given('Mon 22:00-06:00', 'Tue 22:00-06:00').passes();
  });
});

import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { withinAvailability } from './within-availability.rule.js';

describe('within-availability', () => {
  const agent = {
    availability: [
      { weekday: 1, fromMinute: 540, untilMinute: 1020 },
      { weekday: 5, fromMinute: 1320, untilMinute: 1860 },
    ],
  };

  it('measures the minutes outside the best window', () => {
    verifyRule(withinAvailability).in({ agent }).given('Mon 08:30-16:00').breaches(1, 30);
    verifyRule(withinAvailability).in({ agent }).given('Tue 09:00-12:00').breaches(1, 180);
    verifyRule(withinAvailability).in({ agent }).given('Mon 09:00-17:00').passes();
  });

  it('lets a window pass midnight', () => {
    verifyRule(withinAvailability).in({ agent }).given('Fri 22:00-07:00').passes();
    verifyRule(withinAvailability).in({ agent }).given('Fri 22:00-08:00').breaches(1, 60);
  });

  it('takes an empty list for any time', () => {
    verifyRule(withinAvailability)
      .in({ agent: { availability: [] } })
      .given('Sun 03:00-11:00')
      .passes();
  });
});

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

  it('adds the hours of a date to the weekly windows, and joins those that touch', () => {
    const willing = {
      availability: agent.availability,
      availabilityExceptions: [
        { on: '2026-11-02', canWork: true, fromMinute: 1020, untilMinute: 1200 },
        { on: '2026-11-08', canWork: true, fromMinute: 0, untilMinute: 1440 },
      ],
    };
    verifyRule(withinAvailability).in({ agent: willing }).given('Mon 10:00-19:00').passes();
    verifyRule(withinAvailability).in({ agent: willing }).given('Sun 08:00-16:00').passes();
    verifyRule(withinAvailability).in({ agent: willing }).given('Tue 09:00-12:00').breaches(1, 180);
  });

  it('keeps the hours of a date free that the agent said no to, from shifts of the day before too', () => {
    const not = (fromMinute: number, untilMinute: number) => ({
      ...{ availability: [], availabilityExceptions: [{ on: '2026-11-03', canWork: false, fromMinute, untilMinute }] },
    });
    const judge = (fromMinute: number, untilMinute: number) =>
      verifyRule(withinAvailability).in({ agent: not(fromMinute, untilMinute) });
    judge(900, 1440).given('Tue 07:00-15:00').passes();
    judge(900, 1440).given('Tue 09:00-17:00').breaches(1, 120);
    judge(0, 1440).given('Mon 22:00-06:00').breaches(1, 360);
    judge(0, 1440).given('Wed 00:00-08:00').passes();
  });

  it('takes an empty list for any time', () => {
    verifyRule(withinAvailability)
      .in({ agent: { availability: [] } })
      .given('Sun 03:00-11:00')
      .passes();
  });
});

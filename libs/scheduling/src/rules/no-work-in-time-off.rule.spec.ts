import { startOfLocalDay } from '@yotei/time';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { noWorkInTimeOff } from './no-work-in-time-off.rule.js';

const day = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');

describe('no-work-in-time-off', () => {
  it('measures the minutes of work inside the absence', () => {
    const timeOff = [{ agentId: 'amy', startAt: day('2026-11-03'), endAt: day('2026-11-04'), paidMinutes: 480 }];
    verifyRule(noWorkInTimeOff).in({ timeOff }).given('Mon 20:00-02:00').breaches(1, 120);
    verifyRule(noWorkInTimeOff).in({ timeOff }).given('Mon 16:00-00:00', 'Wed 00:00-08:00').passes();
  });
});

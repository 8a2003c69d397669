import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { breakByWorkLength } from './break-by-work-length.rule.js';

describe('break-by-work-length', () => {
  const rule = () => verifyRule(breakByWorkLength);

  it('asks for 45 minutes beyond six hours of work', () => {
    rule().given('Mon 09:00-15:00').passes(); // 6 h exactly
    rule().given('Mon 09:00-15:15').breaches(1, 45);
    rule().given('Mon 09:00-17:00 lunch@12:00+30 break@15:00+15').passes(); // 7 h 15 min of work, 45 of rest
  });

  it('asks for 60 minutes beyond eight hours of work', () => {
    rule().given('Mon 09:00-17:45 lunch@12:00+45').passes(); // 8 h exactly
    rule().given('Mon 09:00-18:00 lunch@12:00+45').breaches(1, 15); // 8 h 15 min
  });

  it('counts no rest at the edge of the work', () => {
    rule().given('Mon 09:00-17:00 lunch@16:00+60').breaches(1, 45); // 7 h of work, the rest after it
  });

  it('does not take training for rest', () => {
    rule().given('Mon 09:00-17:00 training@12:00+60').breaches(1, 45);
  });
});

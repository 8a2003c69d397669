import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { restBreaksByHours } from './rest-breaks-by-hours.rule.js';

const rule = () => verifyRule(restBreaksByHours);

describe('rest-breaks-by-hours', () => {
  it('asks for the first pause from three and a half hours', () => {
    rule().given('Mon 09:00-12:29').passes();
    rule().given('Mon 09:00-12:30').breaches(1, 1);
    rule().given('Mon 09:00-12:30 break@10:30+10').passes();
    rule().given('Mon 09:00-12:30 break@10:30+9').breaches(1, 1);
  });

  it('asks for one more for every four hours or major part of them', () => {
    rule().given('Mon 09:00-15:00 break@10:30+10').passes(); // 6 h
    rule().given('Mon 09:00-15:01 break@10:30+10').breaches(1, 1);
    rule().given('Mon 09:00-19:00 break@10:30+10 break@16:00+10').passes(); // 10 h
    rule().given('Mon 09:00-19:01 break@10:30+10 break@16:00+10').breaches(1, 1);
  });

  it('does not take an unpaid meal for a pause, nor for work', () => {
    rule().given('Mon 09:00-13:29 lunch@11:00+60').passes(); // 3 h 29 min of work
    rule().given('Mon 09:00-13:30 lunch@11:00+60').breaches(1, 1);
  });

  it('counts elapsed minutes over midnight and in the night of a clock change', () => {
    rule().given('Sun 22:00-04:00 break@01:00+10').passes(); // 6 h
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20' };
    rule().in(autumn).given('Sat 22:00-04:00 break@01:00+10').breaches(1, 1); // 7 h
  });
});

import { exceptionFault } from './exception-faults.js';

const terms = { todayOn: '2026-12-01', windows: [], neededMinutes: 2400 };
const not = (on: string, fromMinute = 0, untilMinute = 1440) => ({ on, canWork: false, fromMinute, untilMinute });

describe('one-off dates of availability', () => {
  it('are kept while the week leaves room for the contract', () => {
    expect(exceptionFault([not('2026-12-12', 900, 1440)], terms)).toBeNull();
    // Monday to Friday refused: two days of 1,440 minutes are left of the week, and 2,400 are needed.
    const week = ['07', '08', '09', '10', '11'].map((day) => not(`2026-12-${day}`));
    expect(exceptionFault(week, terms)).toBeNull();
    expect(exceptionFault([...week, not('2026-12-12')], terms)).toMatchObject({ path: 'exceptions' });
    const willing = { on: '2026-12-13', canWork: true, fromMinute: 480, untilMinute: 1320 };
    // Of a pattern of Monday to Friday, 9 to 18 (2,700 minutes), one day is refused and Sunday offered: 2,160 + 840.
    const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, untilMinute: 1080 }));
    expect(exceptionFault([not('2026-12-08')], { ...terms, windows })).toMatchObject({ path: 'exceptions' });
    expect(exceptionFault([not('2026-12-08'), willing], { ...terms, windows })).toBeNull();
  });

  it('are of days ahead, with an end after the start', () => {
    expect(exceptionFault([not('2026-11-30')], terms)).toMatchObject({ path: 'exceptions[0].on' });
    expect(exceptionFault([not('2028-01-01')], terms)).toMatchObject({ path: 'exceptions[0].on' });
    expect(exceptionFault([not('2026-12-12', 900, 900)], terms)).toMatchObject({ path: 'exceptions[0].untilMinute' });
    expect(exceptionFault([not('2026-12-12', -1, 900)], terms)).toMatchObject({ path: 'exceptions[0].untilMinute' });
  });
});

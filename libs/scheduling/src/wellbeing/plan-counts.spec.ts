import { shiftOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import { planCounts } from './plan-counts.js';

const counted = (...texts: string[]) => {
  const { dates, shiftCount } = planCounts(
    texts.map((text) => shiftOf(text)),
    TOKYO,
  );
  return { shiftCount, ...Object.fromEntries(Object.entries(dates).filter(([, on]) => on.length > 0)) };
};

describe('what of a plan wears on a person', () => {
  it('is nothing in plain days', () => {
    expect(counted('Mon 09:00-18:00', 'Tue 09:00-18:00')).toEqual({ shiftCount: 2 });
    expect(counted()).toEqual({ shiftCount: 0 });
  });

  it('are nights, lates and earlies by the limits of the roster’s objective, each with its date', () => {
    expect(counted('Mon 07:00-16:00', 'Tue 06:59-16:00')).toMatchObject({ early: ['2026-11-03'] });
    expect(counted('Mon 12:00-21:00', 'Tue 12:00-21:01')).toMatchObject({ late: ['2026-11-03'] });
    expect(counted('Mon 15:00-24:00', 'Wed 15:00-23:59')).toMatchObject({
      night: ['2026-11-02'],
      late: ['2026-11-04'],
    });
    expect(counted('Sat 09:00-18:00', 'Sun 22:00-06:00')).toMatchObject({
      weekend: ['2026-11-07', '2026-11-08'],
      night: ['2026-11-08'],
    });
  });

  it('are short rests and earlier starts against the shift before, whatever the order of the list', () => {
    const found = counted('Tue 08:00-16:00', 'Mon 13:00-22:00');
    expect(found).toMatchObject({
      'quick-return': ['2026-11-03'],
      'backward-rotation': ['2026-11-03'],
      late: ['2026-11-02'],
    });
    // Eleven hours of rest are enough, and after a day off an earlier start is none.
    expect(counted('Mon 12:00-21:00', 'Tue 08:00-16:00')).not.toHaveProperty('quick-return');
    expect(counted('Mon 13:00-22:00', 'Wed 07:00-16:00')).toEqual({ shiftCount: 2, late: ['2026-11-02'] });
  });

  it('is counted on the clock of the place', () => {
    const night = [shiftOf('Mon 22:00-06:00')];
    expect(planCounts(night, TOKYO).dates.night).toEqual(['2026-11-02']);
    expect(planCounts(night, 'Europe/Berlin').dates).toMatchObject({ night: [], late: ['2026-11-02'] });
  });
});

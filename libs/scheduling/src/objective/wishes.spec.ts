import { amy, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { evaluateRoster } from '../evaluation/index.js';
import type { Preference } from '../roster/index.js';

const wish = (more: Partial<Preference>): Preference => ({ agentId: 'amy', kind: 'template-on', weight: 5, ...more });
const cost = (wishes: Preference[], ...shifts: string[]) =>
  evaluateRoster(problemOf({ agents: [amy], preferences: wishes }), { shifts: shifts.map((text) => shiftOf(text)) })
    .parts.preferences;

describe('wishes for and against kinds of shifts', () => {
  it('a shift wished for a day costs when the day passes without it', () => {
    const late = wish({ on: '2026-11-02', templateId: 'late' });
    expect(cost([late], 'Mon 14:00-22:00 as:late')).toBe(0);
    expect(cost([late], 'Mon 09:00-17:00 as:day')).toBe(5);
    expect(cost([late], 'Tue 14:00-22:00 as:late')).toBe(5);
    expect(cost([wish({ on: '2026-11-02' })], 'Mon 09:00-17:00 as:day')).toBe(0);
  });

  it('a shift not wanted costs each time it is worked, on its day or on any', () => {
    const noLate = wish({ kind: 'template-off', templateId: 'late' });
    expect(cost([noLate], 'Mon 14:00-22:00 as:late', 'Tue 14:00-22:00 as:late')).toBe(10);
    expect(cost([{ ...noLate, on: '2026-11-03' }], 'Mon 14:00-22:00 as:late', 'Tue 09:00-17:00 as:day')).toBe(0);
    expect(cost([wish({ kind: 'template-off', on: '2026-11-03' })], 'Tue 09:00-17:00 as:day')).toBe(5);
  });

  it('a shift wished for a day that is not planned costs nothing', () => {
    expect(cost([wish({ on: '2026-11-20' })], 'Mon 09:00-17:00 as:day')).toBe(0);
  });
});

import { applyEdits } from './edits.js';
import type { BoardModel, BoardShift } from './model.js';
import { otherDays, takeDays, withDays } from './other-roster.js';

const DAY = 1440;
const shift = (agent: number, start: number, more: Partial<BoardShift> = {}): BoardShift => ({
  id: `${agent}-${start}`,
  version: 3,
  agent,
  start,
  length: 480,
  templateId: 'day',
  locked: false,
  handEdited: false,
  changed: false,
  activities: [0, start, 480],
  ...more,
});
const best = (agent: number, start: number, activities = [0, start, 480]) =>
  shift(agent, start, { id: `best-${start}`, version: 0, templateId: null, activities });
const text = { en: '', ja: '' };

const model: BoardModel = {
  startAt: 0,
  zone: 'UTC',
  lengthMinutes: 7 * DAY,
  slotMinutes: 15,
  days: Array.from({ length: 7 }, (_, i) => ({ on: `2026-11-0${2 + i}`, start: i * DAY, length: DAY })),
  agents: [],
  activityTypes: [{ id: 'contact', code: 'contact', title: text, letter: text, paid: true, contactWork: true }],
  baseType: 0,
  shifts: [[shift(0, 540, { locked: true }), shift(0, DAY + 540)], [shift(1, 600)]],
  timeOff: [[], []],
};

describe('another roster beside the board', () => {
  const other = [[best(0, 540), best(0, 2 * DAY + 540)], undefined];

  it('differs on the days that people notice: neither lock nor template counts', () => {
    expect(
      otherDays(model, other).map(({ agent, day, before, after }) => [agent, day, before.length, after.length]),
    ).toEqual([
      [0, 1, 1, 0],
      [0, 2, 0, 1],
    ]);
  });

  it('taken day by day becomes the other roster, with the ids and locks that were there', () => {
    let made = 0;
    const moved = [[best(0, 570), best(0, 2 * DAY + 540)], undefined];
    const edits = takeDays(otherDays(model, moved), () => `new-${++made}`);
    const after = applyEdits(model, edits);
    expect(after.shifts[0]!.map(({ id, start, locked }) => [id, start, locked])).toEqual([
      ['0-540', 570, true],
      ['new-1', 2 * DAY + 540, false],
    ]);
    expect(after.shifts[1]).toBe(model.shifts[1]);
    expect(otherDays(after, moved)).toEqual([]);
  });

  it('keeps a meeting that the other roster knows nothing of, where it still fits, and moves a break out of its way', () => {
    const [contact, rest, meeting] = [0, 1, 2];
    const types = [
      { code: 'contact', contactWork: true },
      { code: 'break', contactWork: false },
      { code: 'meeting', contactWork: false },
    ].map((type) => ({ ...type, id: type.code, title: text, letter: text, paid: true }));
    const own = shift(0, 540, { activities: [contact, 540, 60, meeting, 600, 60, contact, 660, 360] });
    const other = best(0, 570, [contact, 570, 45, rest, 615, 15, contact, 630, 420]);
    const met = { ...model, activityTypes: types, shifts: [[own]] };
    const days = otherDays(met, [[other]]);
    expect(days[0]!.after[0]!.activities).toEqual([
      contact,
      570,
      15,
      rest,
      585,
      15,
      meeting,
      600,
      60,
      contact,
      660,
      390,
    ]);
    expect(withDays(met, days).shifts[0]!.map(({ start }) => start)).toEqual([570]);
  });
});

import { dayHours, heatDay, isUnanswered, type RequirementView } from './requirement.model.js';

/** Two queues of half-hours from 4 Nov 2026, 00:00 in Tokyo; open where a number stands. */
function view(first: Record<number, number>, second: Record<number, number> = {}): RequirementView {
  const queue = (id: string, open: Record<number, number>) => {
    const values = Array.from({ length: 96 }, (_, index) => open[index] ?? null);
    return {
      queue: { id, name: { en: id, ja: id }, zone: 'Asia/Tokyo' },
      startAt: '2026-11-03T15:00:00Z',
      stepMinutes: 30,
      agentsToRoster: values,
      chanceToMeet: values.map((value) => (value === null ? null : 0.5)),
      loadErlangs: values,
      notes: values.map(() => ''),
    };
  };
  return { queues: [queue('a', first), queue('b', second)] } as unknown as RequirementView;
}

describe('a day of the requirement', () => {
  it('runs from the first to the last interval in which a queue is open', () => {
    // Index 16 is 08:00, index 19 is 09:30.
    const day = heatDay(view({ 16: 3, 17: 4 }, { 19: 2 }), '2026-11-04', 'Asia/Tokyo');
    expect(day.starts).toHaveLength(4);
    expect(day.starts[0]).toBe(Date.parse('2026-11-03T23:00:00Z'));
    expect(day.totals).toEqual([3, 4, 0, 2]);
  });

  it('keeps closed apart from none needed', () => {
    const day = heatDay(view({ 16: 0, 18: 1 }), '2026-11-04', 'Asia/Tokyo');
    expect(day.rows[0]!.cells.map(({ agentsToRoster }) => agentsToRoster)).toEqual([0, null, 1]);
  });

  it('shows an interval without an answer as a problem, not as closed', () => {
    const problem = view({ 17: 2 });
    problem.queues[0]!.notes[15] = 'closed';
    problem.queues[0]!.notes[16] = 'missing-handle-time';
    const [cells] = heatDay(problem, '2026-11-04', 'Asia/Tokyo').rows.map((row) => row.cells);
    expect(cells!.map(isUnanswered)).toEqual([true, false]);
  });

  it('takes the second day from its own part of the series', () => {
    // Index 48 + 20 is 10:00 of 5 Nov.
    expect(heatDay(view({ 68: 7 }), '2026-11-05', 'Asia/Tokyo').totals).toEqual([7]);
  });

  it('is empty on a day on which all is closed', () => {
    expect(heatDay(view({}), '2026-11-04', 'Asia/Tokyo')).toMatchObject({ starts: [], totals: [] });
  });

  it('adds agents into hours: (3 + 4) agents for half an hour each are 3.5', () => {
    expect(dayHours(view({ 16: 3, 17: 4 }), '2026-11-04', 'Asia/Tokyo')).toBe(3.5);
  });
});

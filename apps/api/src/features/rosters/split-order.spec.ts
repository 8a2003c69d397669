import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { splitFor } from './split-order.js';

describe('how a roster run is split over workers', () => {
  const fourWeeks = rosterInstance({ agents: 12, seed: 1, weeks: 4 });

  it('plans every week apart when asked to, all of them at once', () => {
    const split = splitFor(fourWeeks, { by: 'week' }, 1)!;
    expect(split.parts.map(({ firstWeek, weeks, after }) => [firstWeek, weeks, after])).toEqual([
      [0, 1, []],
      [1, 1, []],
      [2, 1, []],
      [3, 1, []],
    ]);
    expect(split.independent).toBe(false);
  });

  it('plans one week, or a centre of a usual size, in one piece', () => {
    expect(splitFor(rosterInstance({ agents: 12, seed: 1 }), { by: 'week' }, 3)).toBeNull();
    expect(splitFor(fourWeeks, null, 3)).toBeNull();
  });

  it('plans the weeks of a very large centre apart where several workers share them', () => {
    const ofSize = (count: number) => ({
      ...fourWeeks,
      agents: Array.from({ length: count }, (_, i) => ({ ...fourWeeks.agents[0]!, id: `a${i}` })),
    });
    expect(splitFor(ofSize(800), null, 3)!.parts).toHaveLength(4);
    expect(splitFor(ofSize(800), null, 1)).toBeNull();
    expect(splitFor(ofSize(400), null, 3)).toBeNull();
  });
});

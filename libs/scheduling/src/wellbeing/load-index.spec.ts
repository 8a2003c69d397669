import { personView, steadyLoad } from '../../../../tests/kit/person-view.js';
import { loadIndex, loadOf, measurePerson, teamBands } from './index.js';

describe('the load of a value', () => {
  it('grows from ok to bad, in either direction', () => {
    expect([60, 90, 120, 500].map((value) => loadOf(value, 60, 120))).toEqual([0, 0.5, 1, 1]);
    expect([30, 20, 10, 0].map((value) => loadOf(value, 30, 10))).toEqual([0, 0.5, 1, 1]);
    expect([0, 1].map((value) => loadOf(value, 0, 0))).toEqual([0, 1]);
  });
});

describe('the index', () => {
  const view = personView(['Mon 09:00-13:00'], { load: steadyLoad(() => ({ occupancy: 0.9 })) });

  it('is made of its parts and names what it could not see', () => {
    const index = loadIndex(measurePerson(view))!;
    expect(index.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(index.index, 9);
    expect(index.parts[0]).toMatchObject({ load: 1 });
    expect(index.missing).toEqual(['notice', 'change-load', 'hard-contact-dose', 'fair-share']);
  });

  it('follows the centre’s own thresholds and weights', () => {
    const measured = (parameters: Record<string, number>) =>
      measurePerson(view, { 'continuous-contact': { parameters } }).find(
        ({ measureId }) => measureId === 'continuous-contact',
      )!.load;
    expect(measured({ ok: 240, bad: 300 })).toBe(0);
    expect(measured({ ok: 180, bad: 300 })).toBe(0.5);
    const only = { ...Object.fromEntries(measurePerson(view).map(({ measureId }) => [measureId, { weight: 0 }])) };
    expect(loadIndex(measurePerson(view), only)).toBeNull();
    expect(loadIndex(measurePerson(view), { ...only, 'continuous-contact': { weight: 2 } })).toEqual({
      index: 100,
      parts: [{ measureId: 'continuous-contact', load: 1, points: 100 }],
      missing: expect.anything() as string[],
    });
  });
});

describe('bands of a team', () => {
  it('count people without naming them', () => {
    expect(teamBands([0, 0, 0.4, 1, 0, null])).toEqual({
      kind: 'band',
      band: { fine: 3, watch: 1, strained: 1 },
      people: 5,
    });
  });

  it('are masked where they would tell of single persons', () => {
    expect(teamBands([0, 0.5, 1, 1])).toEqual({ kind: 'masked', people: 4 });
    expect(teamBands([1, 1, 1, 1, null, null])).toEqual({ kind: 'masked', people: 4 });
    expect(teamBands([1, 1, 1, 1, 1])).toMatchObject({ band: { strained: 5 } });
  });
});

import { alignDemand, demandRows, demandTotals, total, type DemandView } from './demand.model.js';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 4, hour)).toISOString();
const series = (startHour: number, values: (number | null)[]) => ({ startAt: at(startHour), stepMinutes: 60, values });
const view = (parts: Partial<DemandView>) =>
  ({
    actualContacts: series(0, []),
    actualHandleSeconds: series(0, []),
    forecastContacts: null,
    baseForecastContacts: null,
    p10Contacts: null,
    p90Contacts: null,
    forecastHandleSeconds: null,
    ...parts,
  }) as unknown as DemandView;

describe('history and forecast on one grid', () => {
  it('starts with the earlier and ends with the later of the two, null where one has nothing', () => {
    const aligned = alignDemand(view({ actualContacts: series(0, [1, 2]), forecastContacts: series(1, [5, 6, 7]) }));
    expect(aligned.startAt).toBe(Date.parse(at(0)));
    expect(aligned.actual).toEqual([1, 2, null, null]);
    expect(aligned.forecast).toEqual([null, 5, 6, 7]);
  });

  it('keeps a closed interval apart from one with no contacts', () => {
    expect(alignDemand(view({ actualContacts: series(0, [0, null, 3]) })).actual).toEqual([0, null, 3]);
  });

  it('is empty when nothing is known', () => {
    expect(alignDemand(view({}))).toMatchObject({ length: 0, actual: [], forecast: [] });
  });
});

describe('the totals of a stretch', () => {
  it('compare actual with forecast only where both are known', () => {
    const aligned = alignDemand(
      view({ actualContacts: series(0, [30, 24, null]), forecastContacts: series(0, [20, 25, 100]) }),
    );
    // 54 came where 45 were expected: 54 / 45 − 1 = 0.2
    expect(demandTotals(aligned).errorFraction).toBeCloseTo(0.2, 12);
    expect(demandTotals(aligned)).toMatchObject({ actual: 54, forecast: 145, handleSeconds: null });
  });

  it('have no comparison without a forecast', () => {
    expect(demandTotals(alignDemand(view({ actualContacts: series(0, [3]) }))).errorFraction).toBeNull();
  });
});

describe('the table of a demand view', () => {
  const aligned = alignDemand(
    view({
      actualContacts: series(0, [10, 30, null]),
      actualHandleSeconds: series(0, [100, 200, null]),
      forecastContacts: series(0, [12, 28, 40]),
      forecastHandleSeconds: series(0, [150, 150, 150]),
      p10Contacts: series(0, [8, 20, 30]),
      p90Contacts: series(0, [16, 36, 50]),
    }),
  );

  it('has one row an interval with its band', () => {
    expect(demandRows(aligned)[1]).toMatchObject({ actual: 30, forecast: 28, p10: 20, p90: 36, handleSeconds: 200 });
  });

  it('adds up a day and weights handle time by contacts', () => {
    const [day] = demandRows(aligned, () => '2026-11-04');
    // (10 × 100 + 30 × 200 + 40 × 150) / 80 = 13,000 / 80 = 162.5
    expect(day).toMatchObject({ actual: 40, forecast: 80, p10: null, handleSeconds: 162.5 });
  });

  it('has no total where no value is known', () => {
    expect(total([null, null])).toBeNull();
    expect(total([null, 0])).toBe(0);
  });
});

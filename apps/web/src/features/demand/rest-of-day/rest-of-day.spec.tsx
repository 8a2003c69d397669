import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, within } from '@testing-library/react';
import { demand, fullAnswers } from '../../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';
import { alignDemand, type DemandView } from '../demand.model.js';
import { knownUntil, restSeries, type RestOfDay } from './rest-of-day.model.js';

const aligned = alignDemand(demand() as unknown as DemandView);
const at = knownUntil(aligned)!;
const values = (value: number) =>
  aligned.forecast.map((one, index) => (one === null || aligned.startAt + index * 1_800_000 < at ? null : value));
const series = (value: number) => ({
  startAt: new Date(aligned.startAt).toISOString(),
  stepMinutes: 30,
  values: values(value),
});
const rest: RestOfDay = {
  __typename: 'RestOfDay',
  on: '2026-11-04',
  at: new Date(at).toISOString(),
  contactsSoFar: 640,
  forecastSoFar: 592,
  factor: 1.05,
  learnedFromDays: 60,
  missingIntervals: 2,
  silentIntervals: 0,
  morningTotal: 1560,
  rest: { contacts: 1020, p10: 930, p90: 1110 },
  total: { contacts: 1660, p10: 1570, p90: 1750 },
  contacts: series(50),
  p10: series(40),
  p90: series(60),
};

const labels = { label: 'Updated', bandLabel: 'Updated band' };

describe('the rest of the day on the Demand page', () => {
  it('is asked for up to the last interval that has come, and told in words with its band', async () => {
    const sent = fakeServer({ ...fullAnswers(), RestOfDay: { restOfDay: rest } });
    renderApp('/demand?queue=q1&from=2026-11-02&zoom=day');
    const note = await screen.findByRole('region', { name: 'The day so far' });
    expect(await within(note).findByText('640')).toBeVisible();
    expect(note).toHaveTextContent('So far 640 contacts, +8.1% against the 592 forecast.');
    expect(note).toHaveTextContent('To come: 1,020, 8 of 10 times 930 to 1,110; +5% against the forecast');
    expect(note).toHaveTextContent('2 intervals have not come in yet');
    expect(sent.find(({ operation }) => operation === 'RestOfDay')?.variables).toEqual({
      queueId: 'q1',
      at: new Date(at).toISOString(),
    });
  });

  it('says so when it cannot be computed, and is not there for a week, a closed day or too little history', async () => {
    fakeServer({
      ...fullAnswers(),
      RestOfDay: { restOfDay: { __typename: 'ClosedDay', on: '2026-11-04', message: '' } },
    });
    renderApp('/demand?queue=q1&from=2026-11-02&zoom=day');
    expect(await screen.findByText(/Contacts offered/)).toBeVisible();
    expect(screen.queryByText(/So far/)).toBeNull();
  });

  it('is a dashed line with a band on the chart’s grid, empty where the day is over', () => {
    const [high, low, line] = restSeries(rest, aligned, labels);
    expect(line).toMatchObject({ dashed: true, label: 'Updated' });
    expect([high!.band, low!.band]).toEqual(['high', 'low']);
    const index = (at - aligned.startAt) / 1_800_000;
    expect(line!.values[index - 1]).toBeNull();
    expect(line!.values[index]).toBe(50);
    // on hours instead of half hours the line adds up, the bands do not
    const hours = { ...aligned, stepMinutes: 60, length: aligned.length / 2 };
    const [summed, ...none] = restSeries(rest, hours, labels);
    expect(none).toEqual([]);
    expect(summed!.values[index / 2]).toBe(100);
  });

  it('is not asked for before the first contact nor after the last interval', () => {
    const empty = aligned.actual.map(() => null);
    expect(knownUntil({ ...aligned, actual: empty })).toBeNull();
    expect(knownUntil({ ...aligned, actual: aligned.forecast })).toBeNull();
  });
});

describe('totals on the Demand page', () => {
  it('show the band of the week and of each day, not the sum of the intervals’ bands', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand?queue=q1&from=2026-11-02');
    const days = await screen.findByRole('list', { name: 'Forecast by day' });
    expect(within(days).getAllByRole('img', { name: '8 of 10 times 1,100 to 1,310' })).toHaveLength(7);
    expect(screen.getByRole('img', { name: '8 of 10 times 7,900 to 8,900' })).toBeVisible();
  });
});

import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers } from '../../../../../../tests/kit/web/fixtures.js';
import { longRange } from '../../../../../../tests/kit/web/horizons-fixtures.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';
import { alignWeeks, csvOf, nextMonday, stackedParts, yearAhead, type LongRangeSeries } from './long-range.model.js';

const series = longRange.series as LongRangeSeries;

describe('the far future', () => {
  it('says that no year has been seen, how wide the band is, and what the year brings', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/long-range?queue=q1');
    expect(await screen.findByText(/26 weeks of history: the shape of the year has not been seen/)).toBeVisible();
    expect(screen.getByText(/within ±6% next week, and within ±33% in 78 weeks/)).toBeVisible();
    expect(screen.getByText(/next 52 weeks bring about 276,000 contacts/)).toBeVisible(); // 20 x 5,000 and 32 x 5,500
  });

  it('has every number in a table, in parts that add up', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/long-range?queue=q1&shape=table');
    const table = await screen.findByRole('table', { name: /Contacts by week/ });
    const row = within(table).getAllByRole('row')[21]!;
    expect(row).toHaveTextContent('29 Mar 2027');
    for (const cell of ['5,500', '5,000', '+500', '240']) expect(row).toHaveTextContent(cell);
  });

  it('takes growth with a reason, and asks for one', async () => {
    const sent = fakeServer({
      ...fullAnswers(),
      AddGrowthAssumption: { addGrowthAssumption: { __typename: 'GrowthSaved' } },
    });
    renderApp('/demand/long-range?queue=q1');
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }));
    expect(screen.getByText(/Say why/)).toBeVisible();
    expect(sent.some(({ operation }) => operation === 'AddGrowthAssumption')).toBe(false);
    await userEvent.type(screen.getByLabelText('Reason'), 'Second site');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'AddGrowthAssumption')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'AddGrowthAssumption')?.variables['input']).toMatchObject({
      kind: 'PERCENT_A_YEAR',
      value: 5,
      queueId: 'q1',
      reason: 'Second site',
      untilOn: null,
    });
  });

  it('takes an assumption back by its own button', async () => {
    const sent = fakeServer({
      ...fullAnswers(),
      UndoGrowthAssumption: { undoGrowthAssumption: { __typename: 'GrowthSaved' } },
    });
    renderApp('/demand/long-range?queue=q1');
    const line = (await screen.findByText('New product line')).closest('li')!;
    expect(line).toHaveTextContent('Aiko Planner');
    await userEvent.click(within(line).getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(sent).toContainEqual({ operation: 'UndoGrowthAssumption', variables: { id: 'g1', undone: true } }),
    );
  });

  it('says how much history there is when there is too little', async () => {
    fakeServer({
      ...fullAnswers(),
      StartLongRange: { startLongRange: { __typename: 'NotEnoughHistory', haveDays: 9, needDays: 28 } },
    });
    renderApp('/demand/long-range?queue=q1');
    await userEvent.click(await screen.findByRole('button', { name: 'Forecast far ahead…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Start' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('There are 9 days of history');
  });
});

describe('weeks on one axis', () => {
  it('sets the past before the forecast, and the forecast without growth beside it', () => {
    const aligned = alignWeeks(series, '2026-11-09');
    expect(aligned.originIndex).toBe(26);
    expect(aligned.firstOn).toBe('2026-05-11');
    expect(aligned.past.slice(0, 2)).toEqual([4900, 4910]);
    expect(aligned.past[26]).toBeNull();
    expect(aligned.forecast[26]).toBe(5000);
    expect(aligned.withoutGrowth[26 + 30]).toBe(5000);
  });

  it('stacks the parts up to the forecast and writes them as CSV', () => {
    expect(stackedParts(series).growth).toEqual(series.contacts);
    const lines = csvOf(series, '2026-11-09').trim().split('\r\n');
    expect(lines).toHaveLength(79);
    expect(lines[0]).toBe('week,contacts,p10,p90,base,trend,season,calendar,growth,handle_seconds');
    expect(lines[21]).toBe('2027-03-29,5500,4400,5800,5000,0,0,0,500,240');
  });

  it('compares years only when there are two, and starts on Mondays', () => {
    expect(yearAhead(series)).toEqual({ contacts: 276_000, change: null });
    expect(yearAhead({ ...series, pastContacts: Array.from({ length: 60 }, () => 5000) })!.change).toBeCloseTo(
      0.0615,
      3,
    );
    expect(nextMonday('2026-11-04')).toBe('2026-11-09');
    expect(nextMonday('2026-11-09')).toBe('2026-11-16');
  });
});

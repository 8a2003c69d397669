import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { demand, fullAnswers } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

const changed = { __typename: 'ForecastLayersChanged', revision: 2, layers: [] };
const edited = { addForecastLayers: changed };

async function chooseDay(name: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: /Choose/ }));
  await userEvent.click(screen.getByRole('option', { name }));
}

describe('editing a forecast', () => {
  it('sends the chosen range, how, by how much and why', async () => {
    const sent = fakeServer({ ...fullAnswers(), AddForecastLayers: edited });
    renderApp('/demand?queue=q1&from=2026-11-02');
    await chooseDay('Thu 5 Nov');
    await userEvent.type(screen.getByLabelText('Reason'), 'Strike');
    await userEvent.click(screen.getByRole('button', { name: 'Apply to the range' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'AddForecastLayers')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'AddForecastLayers')?.variables['input']).toEqual({
      queueId: 'q1',
      reason: 'Strike',
      layers: [
        {
          measure: 'CONTACTS',
          operation: 'PERCENT',
          value: 10,
          fromAt: '2026-11-04T15:00:00.000Z', // Thu 5 Nov 00:00 in Tokyo
          untilAt: '2026-11-05T15:00:00.000Z',
        },
      ],
    });
  });

  it('asks for a reason and sends nothing without one', async () => {
    const sent = fakeServer({ ...fullAnswers(), AddForecastLayers: edited });
    renderApp('/demand?queue=q1&from=2026-11-02');
    await chooseDay('Wed 4 Nov');
    await userEvent.click(screen.getByRole('button', { name: 'Apply to the range' }));
    expect(screen.getByText(/Write a reason/)).toBeVisible();
    expect(sent.some(({ operation }) => operation === 'AddForecastLayers')).toBe(false);
  });

  it('takes an edit back by its own button', async () => {
    const sent = fakeServer({ ...fullAnswers(), ChangeForecastLayers: { changeForecastLayers: changed } });
    renderApp('/demand?queue=q1&from=2026-11-02');
    const item = (await screen.findByText('Contacts +15 %')).closest('li')!;
    await userEvent.click(within(item).getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(sent).toContainEqual({
        operation: 'ChangeForecastLayers',
        variables: { input: { layers: [{ id: 'e1', version: 1 }], undone: true } },
      }),
    );
  });

  it('offers no edit to those who may only read', async () => {
    const answers = fullAnswers() as { Viewer: { viewer: { permissions: string[] } } };
    answers.Viewer.viewer.permissions = ['demand.read'];
    fakeServer(answers);
    renderApp('/demand?queue=q1&from=2026-11-02');
    await screen.findByText('Contacts +15 %');
    expect(screen.queryByLabelText('Reason')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Forecast…' })).toBeNull();
  });
});

describe('the demand page', () => {
  it('shows the same numbers in a table, a day a row', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand?queue=q1&from=2026-11-02&view=table');
    const table = await screen.findByRole('table', { name: 'Contacts, forecast and handle time' });
    expect(within(table).getAllByRole('row')).toHaveLength(8); // head and seven days
    const sum = demand()
      .forecastContacts.values.slice(0, 48)
      .reduce((all: number, one) => all + (one ?? 0), 0);
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(sum.toLocaleString('en-GB'));
  });

  it('says how much history there is and how much a forecast needs', async () => {
    fakeServer({
      ...fullAnswers(),
      StartForecast: {
        startForecast: { __typename: 'NotEnoughHistory', message: '', queueId: 'q1', haveDays: 3, needDays: 14 },
      },
    });
    renderApp('/demand?queue=q1&from=2026-11-02');
    await userEvent.click(await screen.findByRole('button', { name: 'Forecast…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Start' }));
    expect(await screen.findByText(/There are 3 days of history; the method needs 14 days/)).toBeVisible();
  });

  it('keeps what is shown in the address', async () => {
    fakeServer(fullAnswers());
    const { router } = renderApp('/demand?queue=q2&from=2026-11-02');
    await userEvent.click(await screen.findByRole('radio', { name: 'Day' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ queue: 'q2', zoom: 'day' }));
  });
});

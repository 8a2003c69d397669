import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { demand, fullAnswers } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp, type Sent } from '../../../../../tests/kit/web/render-app.js';

const changed = { __typename: 'ForecastLayersChanged', revision: 2, layers: [] };
const edited = { addForecastLayers: changed };

const PATH = '/demand?queue=q1&from=2026-11-02';
const user = userEvent.setup();
const operations = (sent: readonly Sent[]) => sent.map(({ operation }) => operation);
const inputOf = (sent: readonly Sent[], operation: string) =>
  sent.find((one) => one.operation === operation)?.variables['input'];

async function chooseDay(name: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /First day/ }));
  await user.click(screen.getByRole('option', { name }));
}

describe('editing a forecast', () => {
  it('drafts what the fields say, shows what it comes to, and keeps it with a reason', async () => {
    const sent = fakeServer({ ...fullAnswers(), AddForecastLayers: edited });
    renderApp(PATH);
    await chooseDay('Thu 5 Nov');
    await user.click(screen.getByRole('button', { name: 'Add to the draft' }));
    const line = screen.getByRole('form', { name: 'Keep the draft' });
    expect(line).toHaveTextContent('Contacts +10% Thu 5 Nov');
    expect(operations(sent)).not.toContain('AddForecastLayers');
    await user.type(within(line).getByLabelText('Reason'), 'Strike{Enter}');
    await waitFor(() => expect(operations(sent)).toContain('AddForecastLayers'));
    expect(inputOf(sent, 'AddForecastLayers')).toEqual({
      queueId: 'q1',
      reason: 'Strike',
      basedOnRevision: 1,
      layers: [
        {
          measure: 'CONTACTS',
          operation: 'PERCENT',
          value: 10,
          values: null,
          stepMinutes: 30,
          pattern: null,
          fromAt: '2026-11-04T15:00:00.000Z', // Thu 5 Nov 00:00 in Tokyo
          untilAt: '2026-11-05T15:00:00.000Z',
        },
      ],
    });
  });

  it('edits weekdays and hours within a range as one pattern', async () => {
    const sent = fakeServer({ ...fullAnswers(), AddForecastLayers: edited });
    renderApp(PATH);
    await user.click(await screen.findByRole('button', { name: /Last day/ }));
    await user.click(screen.getByRole('option', { name: 'Sun 8 Nov' }));
    const weekdays = screen.getByRole('toolbar', { name: 'Only on' });
    for (const day of ['Sat', 'Sun']) await user.click(within(weekdays).getByRole('button', { name: day }));
    await user.click(screen.getByRole('button', { name: 'Add to the draft' }));
    await user.click(screen.getByRole('button', { name: 'Newsletter on Thursday' })); // a recent reason keeps at once
    await waitFor(() => expect(operations(sent)).toContain('AddForecastLayers'));
    expect(inputOf(sent, 'AddForecastLayers')).toMatchObject({
      reason: 'Newsletter on Thursday',
      layers: [{ pattern: { weekdays: [1, 2, 3, 4, 5], fromMinute: 0, untilMinute: 1440 } }],
    });
  });

  it('asks for a reason and sends nothing without one; Escape gives the draft up', async () => {
    const sent = fakeServer({ ...fullAnswers(), AddForecastLayers: edited });
    renderApp(PATH);
    await chooseDay('Wed 4 Nov');
    await user.click(screen.getByRole('button', { name: 'Add to the draft' }));
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(screen.getByText(/Write a reason/)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('form', { name: 'Keep the draft' })).toBeNull();
    expect(operations(sent)).not.toContain('AddForecastLayers');
  });

  it('finds the draft again after a look at another week', async () => {
    fakeServer(fullAnswers());
    const { router } = renderApp(PATH);
    await chooseDay('Wed 4 Nov');
    await user.click(screen.getByRole('button', { name: 'Add to the draft' }));
    await user.click(screen.getByRole('button', { name: 'Later' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ from: '2026-11-09' }));
    await user.click(screen.getByRole('button', { name: 'Earlier' }));
    expect(await screen.findByRole('form', { name: 'Keep the draft' })).toHaveTextContent('Contacts +10% Wed 4 Nov');
    await user.click(screen.getByRole('button', { name: 'Give up' }));
    expect(screen.queryByRole('form', { name: 'Keep the draft' })).toBeNull();
  });

  it('gives the draft back when somebody else changed the same intervals, and keeps it on top when told to', async () => {
    const layers = demand().edits;
    const meanwhile = { __typename: 'ForecastEditedMeanwhile', message: '', revision: 7, layers };
    const sent = fakeServer({ ...fullAnswers(), AddForecastLayers: { addForecastLayers: meanwhile } });
    renderApp(PATH);
    await chooseDay('Thu 5 Nov');
    await user.click(screen.getByRole('button', { name: 'Add to the draft' }));
    await user.type(screen.getByLabelText('Reason'), 'Strike{Enter}');
    expect(await screen.findByText(/Maria Kimura changed these intervals meanwhile/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep mine on top' }));
    await waitFor(() => expect(sent.filter(({ operation }) => operation === 'AddForecastLayers')).toHaveLength(2));
    expect(sent.filter(({ operation }) => operation === 'AddForecastLayers')[1]!.variables['input']).toMatchObject({
      reason: 'Strike',
      basedOnRevision: 7,
    });
    await user.click(await screen.findByRole('button', { name: 'Give up' }));
  });

  it('takes an edit back, switches one off and gives one another reason', async () => {
    const sent = fakeServer({ ...fullAnswers(), ChangeForecastLayers: { changeForecastLayers: changed } });
    renderApp(PATH);
    await user.click(await screen.findByRole('checkbox', { name: 'Contacts +15%' }));
    await user.click(screen.getByRole('button', { name: /Change the reason/ }));
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), ' 2{Enter}');
    await user.click(screen.getByRole('button', { name: 'Undo: Contacts +15%' }));
    const layers = [{ id: 'e1', version: 1 }];
    await waitFor(() =>
      expect(
        sent.flatMap(({ operation, variables }) => (operation === 'ChangeForecastLayers' ? [variables['input']] : [])),
      ).toEqual([
        { layers, off: true },
        { layers, reason: 'Newsletter on Thursday 2' },
        { layers, undone: true },
      ]),
    );
  });

  it('says what each edit does and leads to the agents needed', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    const item = (await screen.findByText('Contacts +15%')).closest('li')!;
    expect(item).toHaveTextContent(/Contacts \+\d+ \(\+1[45].*%\)/);
    expect(item).toHaveTextContent(/Work \+[\d.]+ h/);
    expect(within(item).getByRole('link', { name: 'Agents needed' })).toHaveAttribute(
      'href',
      expect.stringContaining('2026-11-02'),
    );
  });

  it('offers no edit to those who may only read', async () => {
    const answers = fullAnswers() as { Viewer: { viewer: { permissions: string[] } } };
    answers.Viewer.viewer.permissions = ['demand.read'];
    fakeServer(answers);
    renderApp('/demand?queue=q1&from=2026-11-02');
    await screen.findByText('Contacts +15%');
    expect(screen.queryByRole('button', { name: 'Add to the draft' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
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

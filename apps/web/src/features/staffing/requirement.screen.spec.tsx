import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

const PATH = '/requirement?week=2026-11-02&day=2026-11-04';
const openCell = () => screen.findByRole('button', { name: /Japanese voice, 12:00/ });

describe('why this many agents', () => {
  it('opens the calculation of the interval that was pressed, in sentences', async () => {
    const sent = fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await openCell());
    const why = await screen.findByRole('complementary');
    expect(await within(why).findByRole('heading', { name: 'Why 14 agents?' })).toBeVisible();
    const steps = within(why).getAllByRole('list')[0]!;
    expect(steps).toHaveTextContent('The forecast expects 58 contacts in these 30 minutes.');
    expect(steps).toHaveTextContent('With 12 agents the goal is missed:');
    expect(steps).toHaveTextContent('Service level 86.2% at least 80% · met');
    expect(steps).toHaveTextContent('6% of the time is lost to unplanned absence: 13 agents become 13.83.');
    expect(sent.find(({ operation }) => operation === 'ExplainRequirement')?.variables).toEqual({
      queueId: 'q1',
      startAt: '2026-11-04T03:00:00.000Z',
    });
  });

  it('compares the models below', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await openCell());
    const table = await screen.findByRole('table', { name: 'What other models say of the same load' });
    expect(within(table).getByRole('row', { name: /Erlang C/ })).toHaveTextContent('1487.1%11 s72%');
  });

  it('is a link: the address names the interval', async () => {
    fakeServer(fullAnswers());
    const { router } = renderApp(PATH);
    await userEvent.click(await openCell());
    expect(router.state.location.search).toMatchObject({ queue: 'q1', at: Date.parse('2026-11-04T03:00:00Z') });
  });
});

describe('the table of intervals', () => {
  it('has one tab stop and is walked by arrow keys', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    const first = await screen.findByRole('button', { name: /Japanese voice, 08:00/ });
    expect(
      screen.getAllByRole('button', { name: /Open the calculation/ }).filter(({ tabIndex }) => tabIndex === 0),
    ).toEqual([first]);
    first.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(screen.getByRole('button', { name: /English voice, 08:30/ })).toHaveFocus();
  });
});

describe('goal and model', () => {
  it('are saved as fractions and computed at once', async () => {
    const sent = fakeServer({
      ...fullAnswers(),
      SaveStaffingSettings: { saveStaffingSettings: { __typename: 'StaffingSettingsSaved', queue: { id: 'q1' } } },
      ComputeRequirement: { computeRequirement: { __typename: 'ForecastMissing', message: '', queueIds: ['q1'] } },
    });
    renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Goals' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Japanese voice' }));
    const level = await screen.findByLabelText('Service level, at least');
    await userEvent.clear(level);
    await userEvent.type(level, '90');
    await userEvent.click(screen.getByRole('button', { name: 'Save and compute' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'ComputeRequirement')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'SaveStaffingSettings')?.variables['input']).toMatchObject({
      queueId: 'q1',
      goal: { serviceLevelFraction: 0.9, answerWithinSeconds: 20, asaSeconds: null, maxOccupancyFraction: 0.88 },
      shrinkageFraction: 0.06,
      patienceSeconds: 120,
    });
    expect(await screen.findByText('There is no forecast for these days. Forecast them first.')).toBeVisible();
  });
});

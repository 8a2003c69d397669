import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, NOW, viewer } from '../../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';

beforeEach(() =>
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'] }),
);
afterEach(() => jest.useRealTimers());

describe('the accuracy page', () => {
  it('lists queues with a warning first, then the worst', async () => {
    const sent = fakeServer(fullAnswers());
    renderApp('/demand/accuracy');
    const table = await screen.findByRole('table', { name: 'Forecast accuracy by queue' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('link').textContent)).toEqual([
      'Chat',
      'English voice',
      'Japanese voice',
    ]);
    expect(rows[0]).toHaveTextContent('14% more than forecast');
    expect(sent.find(({ operation }) => operation === 'AccuracyOverview')?.variables).toEqual({
      untilOn: '2026-11-02',
    });
  });

  it('opens each number to its formula with the numbers in it', async () => {
    const user = userEvent.setup({ delay: null });
    fakeServer(fullAnswers());
    renderApp('/demand/accuracy');
    const table = await screen.findByRole('table', { name: 'Forecast accuracy by queue' });
    const row = within(table).getByRole('row', { name: /Japanese voice/ });
    await user.click(within(row).getAllByRole('button', { name: /^Day error: 6.1%/ })[0]!);
    const proof = await screen.findByRole('dialog', { name: 'Day error' });
    expect(proof).toHaveTextContent('256 ÷ 4,200 = 6.1%'); // a week of 600 contacts a day
    await user.keyboard('{Escape}');
    await user.click(within(row).getByRole('button', { name: /^Value added, points: \+5.9/ }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('12% − 6.1% = +5.9 points, over 28 days');
  });

  it('says in words how one queue did, since when it drifts and what to do', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/accuracy?queue=q1');
    expect(
      await screen.findByText(
        'Japanese voice: off by 6.1% a day over 28 days. That is 5.9 points better than last week’s numbers copied.',
      ),
    ).toBeVisible();
    const warning = screen.getByRole('region', { name: /Since Mon 26 Oct, 14% more contacts come than forecast/ });
    expect(
      within(warning)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'The forecast has not learnt the new level yet. Forecast again',
      'If you know the cause, name it as an event. Add an event',
    ]);
    expect(screen.getByText(/14 of 28 days count the forecast approved before they began/)).toBeVisible();
  });

  it('names the days furthest off with what is known of them, and leaves out the one still arriving', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/accuracy?queue=q1');
    const worst = (await screen.findByRole('heading', { name: 'Furthest off' })).parentElement!;
    const items = within(worst).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent('Sat 31 Oct−35%Spring offerUnusually many');
    expect(items).toHaveLength(3);
  });

  it('holds the edited plan against the unedited one, edit by edit and without a name', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/accuracy?queue=q1');
    expect(await screen.findByText('Edits helped')).toBeVisible();
    expect(screen.getByText(/7.1% without edits, 6.1% with them: \+1 points by interval/)).toBeVisible();
    const row = within(screen.getByRole('table', { name: 'By edit' })).getByRole('row', { name: /Mailing on Tuesday/ });
    expect(row).toHaveTextContent('Mailing on TuesdayTue 27 Oct 09:00–15:00+12+21');
  });

  it('compares how far ahead forecasts were made, and the hours of the week', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/accuracy?queue=q1');
    const leads = await screen.findByRole('table', { name: 'By how far ahead' });
    expect(within(leads).getByRole('row', { name: /1 week ahead/ })).toHaveTextContent('6.7%');
    expect(within(leads).getByRole('row', { name: /4 weeks ahead/ })).toHaveTextContent('–');
    const heat = screen.getByRole('table', { name: 'Interval error by weekday and hour, %' });
    expect(within(heat).getByRole('row', { name: /^Mon/ })).toHaveTextContent('Mon5520');
  });

  it('scores again when a planner asks, and offers it to nobody who may not', async () => {
    const user = userEvent.setup({ delay: null });
    const answer = { __typename: 'NothingToScore', message: 'x' };
    const sent = fakeServer({ ...fullAnswers(), ScoreForecasts: { scoreForecasts: answer } });
    const { unmount } = renderApp('/demand/accuracy');
    await user.click(await screen.findByRole('button', { name: 'Score again' }));
    expect(await screen.findByText('There is no forecast of these weeks to score.')).toBeVisible();
    expect(sent.find(({ operation }) => operation === 'ScoreForecasts')?.variables).toEqual({
      fromOn: '2026-08-10',
      days: 91,
    });
    unmount();
    const person = viewer();
    const permissions = person.permissions.filter((permission) => permission !== 'forecast.run');
    fakeServer({ ...fullAnswers(), Viewer: { viewer: { ...person, permissions } } });
    renderApp('/demand/accuracy');
    await screen.findByRole('table', { name: 'Forecast accuracy by queue' });
    expect(screen.queryByRole('button', { name: 'Score again' })).toBeNull();
  });
});

describe('the home page', () => {
  it('tells the accuracy of last week and which queue drifts', async () => {
    fakeServer(fullAnswers());
    renderApp('/');
    const panel = await screen.findByRole('region', { name: 'Accuracy of last week' });
    expect(await within(panel).findByText('6.1% off a day, 10.4% by interval')).toBeVisible();
    expect(within(panel).getByText('+3.2 points against last week’s numbers copied')).toBeVisible();
    expect(within(panel).getByRole('link', { name: 'Chat' })).toHaveAttribute('href', '/demand/accuracy?queue=q3');
  });
});

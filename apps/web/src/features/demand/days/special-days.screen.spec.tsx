import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, NOW } from '../../../../../../tests/kit/web/fixtures.js';
import { specialDays, unusualHistory } from '../../../../../../tests/kit/web/special-days-fixtures.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';

const shown = { siteId: 'tokyo', fromOn: '2026-01-01', untilOn: '2026-12-31' };
const changed = { result: { __typename: 'SpecialDaysChanged', specialDays: specialDays() } };
const decided = (rest: object = {}) => ({
  __typename: 'HistoryDecided',
  unusual: { ...unusualHistory(), stretches: [], ...rest },
});

beforeEach(() =>
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'] }),
);
afterEach(() => jest.useRealTimers());

describe('the calendar of special days', () => {
  it('tells what a holiday did in other years beside what is used', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/days');
    const panel = await screen.findByRole('region', { name: 'What they did in Japanese voice' });
    expect(within(panel).getByText('Culture Day')).toBeVisible();
    expect(panel).toHaveTextContent('3 Nov 2025: −38%');
    expect(panel).toHaveTextContent('used: −29%');
  });

  it('keeps bank holidays away until asked for', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/days');
    await screen.findAllByText('Culture Day');
    expect(screen.queryByText(/New Year/)).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show bank holidays' }));
    expect(screen.getByText(/New Year/)).toBeVisible();
  });

  it('sends what a holiday is to the site, with the version it was seen in', async () => {
    const sent = fakeServer({ ...fullAnswers(), SetHoliday: changed });
    renderApp('/demand/days');
    await userEvent.click(await screen.findByRole('button', { name: /Change Culture Day/ }));
    await userEvent.click(screen.getByRole('radio', { name: 'Own hours' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'SetHoliday')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'SetHoliday')?.variables).toEqual({
      shown,
      input: {
        key: '11-03',
        version: 1,
        treatment: 'OWN_HOURS',
        fromMinute: 600,
        untilMinute: 960,
        nameEn: null,
        nameJa: null,
      },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says so when somebody else was first, and keeps the form', async () => {
    const meanwhile = { result: { ...changed.result, __typename: 'SpecialDaysEditedMeanwhile', message: 'x' } };
    fakeServer({ ...fullAnswers(), SaveCentreEvent: meanwhile });
    renderApp('/demand/days');
    await userEvent.click(await screen.findByRole('button', { name: 'Change Autumn offer' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Somebody else changed this first/)).toBeVisible();
    expect(screen.getByRole('dialog')).toBeVisible();
  });

  it('writes a monthly rule in words and when it comes next', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/days');
    const panel = await screen.findByRole('region', { name: 'Pay-days and billing' });
    expect(panel).toHaveTextContent('Day 25 of each month · All queues · +12%');
    expect(panel).toHaveTextContent('Next: Wed 25 Nov, Fri 25 Dec');
  });
});

describe('unusual history', () => {
  it('says when, why and what an action changes before it is taken', async () => {
    fakeServer(fullAnswers());
    renderApp('/demand/days?view=unusual&queue=q1');
    const row = (await screen.findByText('Tue 20 Oct 10:00–12:00', { selector: '.y-stretch strong' })).closest('li')!;
    expect(row).toHaveTextContent('the rest of the day ran at 98% of the usual');
    expect(row).toHaveTextContent('Forecasts will see 212 contacts instead of 3.');
  });

  it('sends the action chosen, and afterwards offers to forecast again', async () => {
    const answer = { decideHistory: decided({ changesSinceForecast: 1 }) };
    const sent = fakeServer({ ...fullAnswers(), DecideHistory: answer });
    renderApp('/demand/days?view=unusual&queue=q1');
    const row = (await screen.findByText('Tue 20 Oct 10:00–12:00', { selector: '.y-stretch strong' })).closest('li')!;
    expect(screen.queryByRole('button', { name: 'Forecast again…' })).toBeNull();
    await userEvent.click(within(row).getByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'DecideHistory')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'DecideHistory')?.variables).toEqual({
      queueId: 'q1',
      decisions: [{ stretchId: 's1', action: 'REPLACE', title: 'Outage' }],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Forecast again…' }));
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('is decided by keys: down, keep', async () => {
    const sent = fakeServer({ ...fullAnswers(), DecideHistory: { decideHistory: decided() } });
    renderApp('/demand/days?view=unusual&queue=q1');
    const [first] = await screen.findAllByText(/contacts where 212|times|usually have/, { selector: '.y-stretch p' });
    first!.closest('li')!.focus();
    await userEvent.keyboard('{ArrowDown}k');
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'DecideHistory')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'DecideHistory')?.variables['decisions']).toEqual([
      { stretchId: 's2', action: 'KEEP', title: 'High day' },
    ]);
  });

  it('is decided many at once', async () => {
    const sent = fakeServer({ ...fullAnswers(), DecideHistory: { decideHistory: decided() } });
    renderApp('/demand/days?view=unusual&queue=q1');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all' }));
    await userEvent.click(screen.getByRole('button', { name: 'Accept as suggested' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'DecideHistory')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'DecideHistory')?.variables['decisions']).toEqual([
      { stretchId: 's1', action: 'REPLACE', title: 'Outage' },
      { stretchId: 's2', action: 'EVENT', title: 'High day' },
    ]);
  });

  it('has nothing to accept of a level that stays', async () => {
    const [first] = unusualHistory().stretches;
    const shift = {
      ...first!,
      kind: 'LEVEL_SHIFT',
      reason: { kind: 'lasting-change', ratio: 1.5, weeks: 3 },
      suggested: 'KEEP',
    };
    fakeServer({
      ...fullAnswers(),
      UnusualHistory: { unusualHistory: { ...unusualHistory(), stretches: [shift], decided: [] } },
    });
    renderApp('/demand/days?view=unusual&queue=q1');
    expect(await screen.findByText(/From this day on the level is \+50%/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Keep as it is' })).toBeVisible();
  });

  it('takes a decision back', async () => {
    const sent = fakeServer({ ...fullAnswers(), UndoHistoryDecisions: { undoHistoryDecisions: decided() } });
    renderApp('/demand/days?view=unusual&queue=q1');
    await userEvent.click(await screen.findByRole('button', { name: /^Undo/ }));
    await waitFor(() =>
      expect(sent).toContainEqual({ operation: 'UndoHistoryDecisions', variables: { queueId: 'q1', ids: ['d1'] } }),
    );
  });

  it('takes days that nothing flagged, with a reason', async () => {
    const named = {
      ...unusualHistory().decided[0]!,
      id: 'd2',
      stretch: {
        ...unusualHistory().decided[0]!.stretch,
        kind: 'BY_HAND',
        reason: { kind: 'named-by-planner', note: 'Strike' },
      },
    };
    const sent = fakeServer({
      ...fullAnswers(),
      DecideHistorySpan: { decideHistorySpan: decided({ decided: [named] }) },
    });
    renderApp('/demand/days?view=unusual&queue=q1');
    await userEvent.click(await screen.findByRole('button', { name: 'Leave out a day by hand…' }));
    const dialog = await screen.findByRole('dialog');
    const store = within(dialog).getByRole('button', { name: 'Leave out' });
    expect(store).toBeDisabled();
    fireEvent.change(within(dialog).getByLabelText('First day'), { target: { value: '2026-10-13' } });
    fireEvent.change(within(dialog).getByLabelText('Last day'), { target: { value: '2026-10-14' } });
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Whole days' }));
    fireEvent.change(within(dialog).getByLabelText('From (first day)'), { target: { value: '13:30' } });
    fireEvent.change(within(dialog).getByLabelText(/^Until/), { target: { value: '00:00' } });
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Strike');
    await userEvent.click(store);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.find(({ operation }) => operation === 'DecideHistorySpan')?.variables).toEqual({
      queueId: 'q1',
      span: {
        ...{ fromOn: '2026-10-13', fromMinute: 810, untilOn: '2026-10-14', untilMinute: 1440 },
        ...{ action: 'LEAVE_OUT', reason: 'Strike' },
      },
    });
    const list = screen.getByRole('region', { name: 'Decided' });
    expect(within(list).getByText('By hand')).toBeVisible();
    expect(within(list).getByText('Strike')).toBeVisible();
  });

  it('says in words why a span is not taken, and keeps the form', async () => {
    const refused = { __typename: 'InvalidInput', path: 'fromOn', message: 'x' };
    fakeServer({ ...fullAnswers(), DecideHistorySpan: { decideHistorySpan: refused } });
    renderApp('/demand/days?view=unusual&queue=q1', 'ja');
    await userEvent.click(await screen.findByRole('button', { name: '日や時間帯を手動で除く…' }));
    await userEvent.type(await screen.findByRole('textbox', { name: '理由' }), 'スト');
    await userEvent.click(screen.getByRole('button', { name: '学習から外す' }));
    expect(await screen.findByText('このキューの実績に含まれない範囲です。')).toBeVisible();
    expect(screen.getByRole('dialog')).toBeVisible();
  });

  it('offers nothing to decide to those who may only read', async () => {
    const answers = fullAnswers() as { Viewer: { viewer: { permissions: string[] } } };
    answers.Viewer.viewer.permissions = ['demand.read'];
    fakeServer(answers);
    renderApp('/demand/days?view=unusual&queue=q1');
    await screen.findByText('Decided');
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });
});

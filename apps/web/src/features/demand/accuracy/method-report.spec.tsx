import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, NOW, viewer } from '../../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp, type Answers } from '../../../../../../tests/kit/web/render-app.js';

beforeEach(() =>
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'] }),
);
afterEach(() => jest.useRealTimers());

async function openTab(answers: Answers = fullAnswers()) {
  const user = userEvent.setup({ delay: null });
  const sent = fakeServer(answers);
  renderApp('/demand');
  await user.click(await screen.findByRole('tab', { name: 'Accuracy' }));
  return { user, sent };
}

describe('how a forecast was made', () => {
  it('is told in words, with the methods compared and their errors by origin', async () => {
    await openTab();
    expect(await screen.findByText('Smallest error in its own past: 5.5% by interval over 8 origins.')).toBeVisible();
    const table = screen.getByRole('table', { name: 'Methods compared at this horizon' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      'Low-rank profiles',
      'Mean of 4',
    ]);
    expect(within(rows[0]!).getByRole('img', { name: /Interval error at 3 origins, from 5% to 5.5%/ })).toBeVisible();
  });

  it('names what it was computed from, and proves it by computing again', async () => {
    const finished = {
      id: 'j9',
      kind: 'forecast-check',
      state: 'DONE',
      subjectId: 'f4',
      requestedBy: 'Maria Kimura',
      mayStop: true,
      createdAt: '2026-11-04T03:00:00Z',
      startedAt: '2026-11-04T03:00:01Z',
      finishedAt: '2026-11-04T03:00:02Z',
      attempts: 1,
      progressFraction: 1,
      progress: null,
      errorCode: null,
      correlationId: null,
      inputHash: 'abc123',
      codeVersion: '0.1.0',
      seed: 7,
      result: { kind: 'same', queueDays: 35, difference: 0 },
    };
    const { user, sent } = await openTab({
      ...fullAnswers(),
      CheckForecast: { checkForecast: { __typename: 'JobStarted', job: finished } },
      Job: { job: finished },
    });
    await user.click(await screen.findByText('What it was computed from'));
    expect(screen.getByText('4 May 2026 to 29 Oct 2026, 12,345 intervals with contacts')).toBeVisible();
    expect(screen.getByText(/Culture Day/)).toBeVisible();
    expect(screen.getByText(/outage: Lines down/)).toBeVisible();
    expect(screen.getByText('abc123')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Compute it again' }));
    expect(await screen.findByText('The same again: all 35 queue-days agree to the last digit.')).toBeVisible();
    expect(sent.some(({ operation }) => operation === 'CheckForecast')).toBe(true);
  });
});

describe('versions of a forecast', () => {
  it('say what is approved and that something newer exists, and can be compared with the reason', async () => {
    const { user } = await openTab();
    expect(await screen.findByText(/Approved by Maria Kimura, Fri 30 Oct 16:00: version 3 with 1 edit/)).toBeVisible();
    expect(screen.getByText('Changed since')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    const table = await screen.findByRole('table', { name: 'Compare' });
    expect(within(table).getByRole('row', { name: /Mon 2 Nov/ })).toHaveTextContent('Mon 2 Nov900990+90');
    expect(screen.getByText('Method: Mean of 4 → Low-rank profiles')).toBeVisible();
    expect(screen.getByText('Edit only in the second: Mailing on Tuesday')).toBeVisible();
  });

  it('are approved for this queue or all, with a note', async () => {
    const { user, sent } = await openTab({
      ...fullAnswers(),
      ApproveForecast: {
        approveForecast: { __typename: 'ForecastApproved', queues: [{ queueId: 'q1', days: 7, edits: 1 }] },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Approve…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Approve the forecast' });
    await user.click(within(dialog).getByRole('radio', { name: 'All queues' }));
    await user.type(within(dialog).getByLabelText('Note'), 'agreed');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Approved: 1 queue.')).toBeVisible();
    expect(sent.find(({ operation }) => operation === 'ApproveForecast')?.variables).toEqual({
      input: { queueIds: null, fromOn: '2026-11-02', days: 7, note: 'agreed' },
    });
  });

  it('are approved by nobody who may not', async () => {
    const person = viewer();
    const permissions = person.permissions.filter((permission) => permission !== 'forecast.approve');
    await openTab({ ...fullAnswers(), Viewer: { viewer: { ...person, permissions } } });
    await screen.findByText(/Approved by Maria Kimura/);
    expect(screen.queryByRole('button', { name: 'Approve…' })).toBeNull();
  });

  it('stay as they are when the approval is refused, and the dialog says why', async () => {
    const refusal = { __typename: 'InvalidInput', path: 'fromOn', message: 'there is no forecast of these days' };
    const { user } = await openTab({ ...fullAnswers(), ApproveForecast: { approveForecast: refusal } });
    await user.click(await screen.findByRole('button', { name: 'Approve…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Approve the forecast' });
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('there is no forecast of these days');
  });
});

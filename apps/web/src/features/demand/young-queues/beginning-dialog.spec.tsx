import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers } from '../../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';
import { curveInput, formOfCurve, hourShares, NEW_CURVE } from './curve.model.js';

const saved = { __typename: 'QueueBeginningSaved' };
/** The dialog comes in a file of its own. */
const LAZY = { timeout: 15_000 };
const answers = () => ({
  ...fullAnswers(),
  CreateQueue: { createQueue: { __typename: 'QueueCreated', queueId: 'q9' } },
  SaveQueueCurve: { saveQueueCurve: saved },
  AddQueueLineage: { addQueueLineage: saved },
});

describe('a new queue', () => {
  it('is made with its typed curve, the week it gives in view before it is saved', async () => {
    const sent = fakeServer(answers());
    renderApp('/demand?queue=q1&from=2026-11-02');
    await userEvent.click(await screen.findByRole('button', { name: 'New queue…' }));
    await screen.findByLabelText('Name', {}, LAZY);
    expect((await screen.findAllByText(/About 840 contacts in the week/, {}, LAZY)).length).toBeGreaterThan(0); // 168 x 5
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Give the queue a name.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Name'), 'Returns');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'SaveQueueCurve')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'CreateQueue')?.variables).toEqual({
      input: { name: 'Returns', besideQueueId: 'q1' },
    });
    expect(sent.find(({ operation }) => operation === 'SaveQueueCurve')?.variables).toMatchObject({
      queueId: 'q9',
      curve: { stepMinutes: 60, levelSpread: 0.3 },
    });
  }, 30_000);

  it('draws the shape of the day by the arrow keys', async () => {
    fakeServer(answers());
    renderApp('/demand?queue=q1&from=2026-11-02');
    await userEvent.click(await screen.findByRole('button', { name: 'New queue…' }));
    const bar = await screen.findByRole('slider', { name: '10:00' }, LAZY);
    const before = Number(bar.getAttribute('aria-valuenow'));
    fireEvent.keyDown(bar, { key: 'ArrowUp' });
    expect(Number(bar.getAttribute('aria-valuenow'))).toBe(Math.min(100, before + 5));
  }, 30_000);
});

describe('a queue with three days behind it', () => {
  it('is offered the queue whose week is most alike, at a share', async () => {
    const sent = fakeServer(answers());
    renderApp('/demand?queue=q1&from=2026-11-02');
    await userEvent.click(await screen.findByRole('button', { name: 'Start the forecast from…' }));
    expect(await screen.findByText(/There are 3 days of history/, {}, LAZY)).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Like another queue' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'AddQueueLineage')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'AddQueueLineage')?.variables).toMatchObject({
      queueId: 'q1',
      input: { kind: 'LIKE', fromQueueId: 'q2', share: 0.3, sinceOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
    });
  }, 30_000);
});

describe('the form of a curve', () => {
  it('spreads each day over its open hours and leaves closed days and hours empty', () => {
    const input = curveInput(NEW_CURVE)!;
    const sum = (day: number) => input.weekdays[day]!.contacts.reduce<number>((all, value) => all + (value ?? 0), 0);
    expect(sum(0)).toBeCloseTo(100, 1);
    expect(input.weekdays[0]!.contacts[8]).toBeNull();
    expect(input.weekdays[6]!.contacts.every((value) => value === null)).toBe(true);
    expect(hourShares(NEW_CURVE).reduce((all, share) => all + share, 0)).toBeCloseTo(1, 9);
    expect(curveInput({ ...NEW_CURVE, contacts: [0, 0, 0, 0, 0, 0, 0] })).toBeNull();
  });

  it('shows a saved curve as it was typed', () => {
    const input = curveInput(NEW_CURVE)!;
    const weekdays = input.weekdays.map(({ contacts }) => ({ contacts: contacts.map((value) => value ?? null) }));
    const form = formOfCurve({ stepMinutes: 60, weekdays, averageHandleSeconds: 240, levelSpread: 0.3, author: '' });
    expect(form.contacts).toEqual(NEW_CURVE.contacts);
    expect([form.opens, form.closes, form.spread]).toEqual([9, 18, 30]);
    const again = curveInput(form)!;
    again.weekdays[0]!.contacts.forEach((value, hour) =>
      expect(Math.abs((value ?? 0) - (input.weekdays[0]!.contacts[hour] ?? 0))).toBeLessThan(0.3),
    );
  });
});

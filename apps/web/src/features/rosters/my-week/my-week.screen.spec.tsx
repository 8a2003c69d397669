import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, myWeek, NOW } from '../../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';

beforeEach(() =>
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'] }),
);
afterEach(() => jest.useRealTimers());
const user = () => userEvent.setup({ delay: null });

describe('an agent’s week', () => {
  it('says what is now, how long, and what comes next', async () => {
    fakeServer(fullAnswers('AGENT'));
    renderApp('/my-week');
    const now = await screen.findByRole('region', { name: 'Now' });
    expect(now).toHaveTextContent('Contact work');
    expect(now).toHaveTextContent('until 12:30, 20 min left');
    expect(now).toHaveTextContent('Lunch12:30–13:30');
  });

  it('names the exact breaks of each day, also to those who do not see the bar', async () => {
    fakeServer(fullAnswers('AGENT'));
    renderApp('/my-week');
    const days = (await screen.findByRole('heading', { name: 'Mon 2 Nov' })).closest('li')!;
    expect(days).toHaveTextContent('09:00–18:009 h on site');
    expect(days).toHaveTextContent('Break 11:00–11:15');
    expect(within(days).getByRole('img').getAttribute('aria-label')).toContain('Lunch 12:30–13:30');
  });

  it('shows what a changed shift was before', async () => {
    fakeServer(fullAnswers('AGENT'));
    renderApp('/my-week');
    const thursday = (await screen.findByRole('heading', { name: 'Thu 5 Nov' })).closest('li')!;
    expect(thursday).toHaveTextContent('10:30–19:30');
    expect(thursday).toHaveTextContent('Before: 09:30–18:30');
  });

  it('acknowledges a notice', async () => {
    const sent = fakeServer({ ...fullAnswers('AGENT'), AcknowledgeNotice: { acknowledgeNotice: true } });
    renderApp('/my-week');
    await user().click(await screen.findByRole('button', { name: 'Got it' }));
    await waitFor(() => expect(sent).toContainEqual({ operation: 'AcknowledgeNotice', variables: { id: 'n1' } }));
  });

  it('folds all but the newest three notices, and tells the server only of those that are seen', async () => {
    const { notices, ...week } = myWeek();
    const many = Array.from({ length: 5 }, (_, i) => ({ ...notices[0]!, id: `n${i}` }));
    const sent = fakeServer({ ...fullAnswers('AGENT'), MyWeek: { myWeek: { ...week, notices: many } } });
    const seen = () => sent.filter(({ operation }) => operation === 'SeeNotices').map(({ variables }) => variables);
    renderApp('/my-week');
    const more = await screen.findByRole('button', { name: '2 more notices', expanded: false });
    expect(screen.getAllByRole('button', { name: 'Got it' })).toHaveLength(3);
    await waitFor(() => expect(seen()).toEqual([{ ids: ['n0', 'n1', 'n2'] }]));
    await user().click(more);
    expect(screen.getAllByRole('button', { name: 'Got it' })).toHaveLength(5);
    await user().click(screen.getByRole('button', { name: 'Show only the newest', expanded: true }));
    expect(screen.getAllByRole('button', { name: 'Got it' })).toHaveLength(3);
  });

  it('looks into the next week when this one is over', async () => {
    jest.setSystemTime(Date.parse('2026-11-07T03:00:00Z')); // Saturday noon in Tokyo, after the last shift
    const later = myWeek();
    const monday = {
      ...later.shifts[0]!,
      shift: { ...later.shifts[0]!.shift, id: 'next', startAt: '2026-11-09T00:00:00Z', endAt: '2026-11-09T09:00:00Z' },
    };
    const answers = fullAnswers('AGENT');
    fakeServer(answers);
    const first = myWeek();
    Object.defineProperty(answers, 'MyWeek', {
      get: (() => {
        const weeks = [first, { ...later, shifts: [monday] }];
        return () => ({ myWeek: weeks.shift() ?? first });
      })(),
    });
    renderApp('/my-week');
    expect(await screen.findByText('Mon 9 Nov 09:00')).toBeVisible();
  });
});

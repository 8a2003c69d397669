import '../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { emptyAnswers, fullAnswers, NOW, viewer } from '../../../../tests/kit/web/fixtures.js';
import { Fails, fakeServer, PENDING, renderApp } from '../../../../tests/kit/web/render-app.js';

interface ScreenCase {
  readonly name: string;
  readonly path: string;
  readonly role: 'PLANNER' | 'AGENT';
  /** What the reader may do beside what the fixtures' planner may. */
  readonly also?: readonly string[];
  /** The operation whose answer the screen waits for. */
  readonly operation: string;
  /** Something seen only when it is there. */
  readonly full: RegExp;
  /** Heading of the empty state. */
  readonly empty: RegExp;
  /** The one next action of the empty state. */
  readonly action?: RegExp;
}

const SCREENS: readonly ScreenCase[] = [
  {
    name: 'home',
    path: '/',
    role: 'PLANNER',
    operation: 'Weeks',
    full: /Review and publish/,
    empty: /Nothing is planned yet/,
    action: /Import history/,
  },
  {
    name: 'demand',
    path: '/demand',
    role: 'PLANNER',
    operation: 'Demand',
    full: /Newsletter on Thursday/,
    empty: /No history yet/,
    action: /Import history/,
  },
  {
    name: 'forecast accuracy',
    path: '/demand/accuracy',
    role: 'PLANNER',
    operation: 'AccuracyOverview',
    full: /14% more than forecast/,
    empty: /No forecast has met its actuals yet/,
    action: /Open the forecast/,
  },
  {
    name: 'accuracy of one queue',
    path: '/demand/accuracy?queue=q1',
    role: 'PLANNER',
    operation: 'QueueAccuracy',
    full: /off by 6.1% a day over 28 days/,
    empty: /No forecast has met its actuals yet/,
    action: /Open the forecast/,
  },
  {
    name: 'special days',
    path: '/demand/days',
    role: 'PLANNER',
    operation: 'SpecialDays',
    full: /Autumn offer/,
    empty: /No holidays yet/,
    action: /Use the holidays of Japan/,
  },
  {
    name: 'unusual history',
    path: '/demand/days?view=unusual',
    role: 'PLANNER',
    operation: 'UnusualHistory',
    full: /3 contacts where 212 were to be expected/,
    empty: /Too little history to judge/,
    action: /Import history/,
  },
  {
    name: 'long range',
    path: '/demand/long-range',
    role: 'PLANNER',
    operation: 'LongRange',
    full: /knows the past up to/,
    empty: /No forecast by week yet/,
    action: /Forecast far ahead/,
  },
  {
    name: 'requirement',
    path: '/requirement',
    role: 'PLANNER',
    operation: 'Requirement',
    full: /All queues/,
    empty: /No requirement for this week yet/,
    action: /Look at the forecast/,
  },
  {
    name: 'measures',
    path: '/measures',
    role: 'PLANNER',
    operation: 'MeasureDefinitions',
    full: /Lost per answered/,
    empty: /No contacts in these weeks/,
    action: /Import a file/,
  },
  {
    name: 'scenarios',
    path: '/scenarios?from=2026-11-23',
    role: 'PLANNER',
    operation: 'Scenarios',
    full: /Required hours/,
    empty: /No forecast for these days yet/,
    action: /Open the forecast/,
  },
  {
    name: 'capacity',
    path: '/capacity',
    role: 'PLANNER',
    operation: 'CapacityPlans',
    full: /Voice is shortest in/,
    empty: /No capacity plan yet/,
    action: /New plan/,
  },
  {
    name: 'reports',
    path: '/reports',
    role: 'PLANNER',
    also: ['reports.read', 'reports.edit'],
    operation: 'Reports',
    full: /Voice was busiest on Monday/,
    empty: /A dashboard holds measures/,
    action: /New dashboard/,
  },
  {
    name: 'costs',
    path: '/setup?part=costs',
    role: 'PLANNER',
    also: ['costs.read', 'costs.edit'],
    operation: 'SetupCosts',
    full: /Eight hours from 9:00 on a weekday cost/,
    empty: /No premium is paid/,
    action: /Overtime/,
  },
  {
    name: 'people who sign in',
    path: '/setup?part=users',
    role: 'PLANNER',
    also: ['users.manage'],
    operation: 'SetupPeople',
    full: /Ren Abe/,
    empty: /Nobody is called that/,
    action: /Add somebody/,
  },
  {
    name: 'import',
    path: '/import',
    role: 'PLANNER',
    operation: 'ImportRuns',
    full: /calls-2026.csv/,
    empty: /No file has been imported yet/,
    action: /Choose a file/,
  },
  {
    name: 'requests',
    path: '/requests',
    role: 'PLANNER',
    operation: 'Exchanges',
    full: /Shift swap/,
    empty: /No request is waiting/,
  },
  {
    name: 'jobs',
    path: '/jobs',
    role: 'PLANNER',
    operation: 'Jobs',
    full: /Failed/,
    empty: /No job has run yet/,
    action: /Start a forecast/,
  },
  {
    name: 'my week',
    path: '/my-week',
    role: 'AGENT',
    operation: 'MyWeek',
    full: /Got it/,
    empty: /This week is not published yet/,
  },
  {
    name: 'own numbers',
    path: '/me',
    role: 'AGENT',
    operation: 'MyNumbers',
    full: /Half of the team lies between 10% and 30%/,
    empty: /Nothing is counted yet/,
  },
  {
    name: 'own adherence',
    path: '/me',
    role: 'AGENT',
    operation: 'MyAdherence',
    full: /19 min out of 480 min planned/,
    empty: /Nothing has been judged yet/,
  },
  {
    name: 'live',
    path: '/live',
    role: 'PLANNER',
    operation: 'LiveBoard',
    full: /Longest out first/,
    empty: /No states have come in yet/,
  },
  {
    name: 'own wellbeing',
    path: '/me',
    role: 'AGENT',
    operation: 'MyWellbeing',
    full: /Planning load 25%/,
    empty: /This week is not published yet/,
  },
  {
    name: 'wellbeing of teams',
    path: '/wellbeing',
    role: 'PLANNER',
    operation: 'TeamWellbeing',
    full: /Hidden: so few people/,
    empty: /Nothing published in this week/,
  },
];

beforeEach(() =>
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'] }),
);
afterEach(() => jest.useRealTimers());

describe.each(SCREENS)('the $name screen', ({ path, role, also = [], operation, full, empty, action }) => {
  const reader = viewer(role);
  const withRights = (answers: Record<string, unknown>) => ({
    ...answers,
    Viewer: { viewer: { ...reader, permissions: [...reader.permissions, ...also] } },
  });
  const fullAnswersOf = () => withRights(fullAnswers(role));
  it('shows what is there', async () => {
    fakeServer(fullAnswersOf());
    renderApp(path);
    expect((await screen.findAllByText(full)).length).toBeGreaterThan(0);
    expect(screen.getByRole('main')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows that it is loading, in the shape of what comes', async () => {
    fakeServer({ ...fullAnswersOf(), [operation]: PENDING });
    renderApp(path);
    const loading = await screen.findByRole('status', { name: 'Loading', busy: true });
    await waitFor(() => expect(loading).not.toBeEmptyDOMElement());
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
  });

  it('says when there is nothing, and gives the next action', async () => {
    fakeServer(withRights(emptyAnswers(role)));
    renderApp(path);
    expect(await screen.findByText(empty)).toBeVisible();
    if (action) expect(screen.getAllByText(action)[0]).toBeVisible();
  });

  it('says what failed with the id for support, and tries again', async () => {
    const user = userEvent.setup({ delay: null });
    fakeServer({ ...fullAnswersOf(), [operation]: new Fails('UNEXPECTED', 'corr-123') });
    renderApp(path);
    expect(await screen.findByText('corr-123')).toBeVisible();
    fakeServer(fullAnswersOf());
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect((await screen.findAllByText(full)).length).toBeGreaterThan(0);
    expect(screen.queryByText('corr-123')).toBeNull();
  });

  it('says who can give the right when it is not allowed', async () => {
    fakeServer({ ...fullAnswersOf(), [operation]: new Fails('FORBIDDEN', 'c') });
    renderApp(path);
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.getByText(/An administrator/)).toBeVisible();
  });

  it('is there in Japanese', async () => {
    fakeServer(fullAnswersOf());
    renderApp(path, 'ja');
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/),
    );
  });
});

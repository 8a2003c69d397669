import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { editedAnswer, planningAnswer, scheduleBoardAnswer } from '../../../../../../tests/kit/board-answer.js';
import { fullAnswers, NOW, viewer } from '../../../../../../tests/kit/web/fixtures.js';
import { Fails, fakeServer, PENDING, renderApp, type Sent } from '../../../../../../tests/kit/web/render-app.js';

// The whole app is loaded and rendered; a busy machine needs longer than the default.
jest.setTimeout(30_000);

const PATH = '/roster?week=2026-11-02&day=2026-11-04';

/** jsdom lays nothing out; the board needs to know how large it is. */
beforeAll(() => {
  configure({ asyncUtilTimeout: 6000 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 });
  globalThis.PointerEvent ??= class extends MouseEvent {
    readonly pointerId = 1;
    readonly pointerType = 'mouse';
  } as unknown as typeof PointerEvent;
  Element.prototype.setPointerCapture = () => undefined;
});
beforeEach(() => {
  jest.useFakeTimers({
    now: NOW,
    doNotFake: [
      'setTimeout',
      'setInterval',
      'queueMicrotask',
      'performance',
      'requestAnimationFrame',
      'cancelAnimationFrame',
    ],
  });
  sessionStorage.clear();
});
afterEach(() => jest.useRealTimers());

const planner = () => {
  const found = viewer();
  return {
    viewer: {
      ...found,
      organisation: {
        ...found.organisation,
        teams: [
          { id: 'billing', name: 'Billing', siteId: 'tokyo' },
          { id: 'technical', name: 'Technical', siteId: 'tokyo' },
        ],
      },
    },
  };
};

function openBoard(answers: Record<string, unknown> = {}, language: 'en' | 'ja' = 'en') {
  let sent: Sent[] = [];
  sent = fakeServer({
    ...fullAnswers(),
    Viewer: planner(),
    ScheduleDesk: { scheduleBoard: scheduleBoardAnswer() },
    PlanningData: planningAnswer(),
    RosterJobs: { jobs: { edges: [] } },
    get EditShifts() {
      return editedAnswer(sent.at(-1)!.variables['input'] as Parameters<typeof editedAnswer>[0]);
    },
    ...answers,
  });
  return { ...renderApp(PATH, language), sent: () => sent };
}

/** The board once it is there, scrolled to its day: jsdom moves `scrollLeft` without telling anybody. */
async function boardGrid(): Promise<HTMLElement> {
  const grid = await screen.findByRole('grid', { name: 'Schedule board' });
  fireEvent.scroll(grid.parentElement!);
  await waitFor(() => expect(grid.querySelector('.b-cell:not([aria-label])')).toBeNull());
  return grid;
}

const edits = (sent: readonly Sent[]) =>
  sent
    .filter((one) => one.operation === 'EditShifts')
    .map((one) => one.variables['input'] as { label: string; edits: Record<string, unknown>[] });

describe('the schedule board', () => {
  it('is a grid with a row an agent under their team, and a sentence for each day', async () => {
    openBoard();
    const grid = await boardGrid();
    expect(
      within(grid)
        .getAllByRole('rowheader')
        .map((one) => one.textContent),
    ).toEqual([
      'Billing2 agents',
      '佐藤 愛子8/40',
      'Ben Carter8/40',
      'Technical2 agents',
      '田中 大樹8/40',
      'Emma Wright8/40',
    ]);
    expect(
      within(grid).getByRole('gridcell', {
        name: '佐藤 愛子, Wed 4 Nov: 09:00–18:00, Break 10:30–10:45, Lunch 12:30–13:30.',
      }),
    ).toBeInTheDocument();
    expect(
      within(grid).getByRole('gridcell', { name: 'Emma Wright, Wed 4 Nov: away, Annual leave.' }),
    ).toBeInTheDocument();
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('says how short the week is', async () => {
    openBoard();
    // 09:00-18:00 at 3 = 27 h. On contact work: 3 x 9 h, less 1.25 h away each, less 0.5 h + 1 h after 18:00 = 21.75 h.
    expect(await screen.findByText('5.3 h', { selector: 'strong' })).toBeVisible();
  });

  it('moves lunch by the keyboard alone, says so, and undoes it', async () => {
    const user = userEvent.setup({ delay: null });
    const { sent } = openBoard();
    const grid = await boardGrid();
    act(() => grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus());
    await user.keyboard(
      '{Control>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Control}',
    );
    expect(document.activeElement).toHaveAccessibleName(/^佐藤 愛子, Wed 4 Nov/);
    // Coming back to the day stops at its last activity: contact work; lunch is before it.
    await user.keyboard('{ArrowLeft}m{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('gridcell', { name: /佐藤 愛子, Wed.*Lunch 13:00–14:00/ })).toBeInTheDocument();
    expect(edits(sent())).toHaveLength(0);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(edits(sent())).toHaveLength(1));
    expect(edits(sent())[0]).toMatchObject({
      label: 'Move lunch, 佐藤 愛子',
      edits: [{ shiftId: 'w0', expectedVersion: 1 }],
    });
    expect(screen.getByText('Done: Move lunch, 佐藤 愛子')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(edits(sent())).toHaveLength(2));
    expect(screen.getByRole('gridcell', { name: /佐藤 愛子, Wed.*Lunch 12:30–13:30/ })).toBeInTheDocument();
  });

  it('Escape during a held move restores what was', async () => {
    const user = userEvent.setup({ delay: null });
    const { sent } = openBoard();
    const grid = await boardGrid();
    act(() => grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus());
    await user.keyboard('{ArrowRight}m{ArrowRight}{Escape}');
    expect(screen.getByRole('gridcell', { name: /佐藤 愛子, Wed 4 Nov: 09:00–18:00/ })).toBeInTheDocument();
    expect(edits(sent())).toHaveLength(0);
  });

  it('changes a shift by the plain form, and refuses what cannot be', async () => {
    const user = userEvent.setup({ delay: null });
    const { sent } = openBoard();
    const grid = await boardGrid();
    act(() => grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus());
    await user.keyboard('{ArrowRight}');
    const end = await screen.findByRole('textbox', { name: 'End' });
    await user.clear(end);
    await user.type(end, 'soon');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('alert')).toHaveTextContent('A time cannot be read');
    await user.clear(end);
    await user.type(end, '17:30');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(edits(sent())).toHaveLength(1));
    expect(edits(sent())[0]!.edits[0]).toMatchObject({
      shiftId: 'w0',
      startAt: '2026-11-04T00:00:00Z',
      endAt: '2026-11-04T08:30:00Z',
    });
  });

  it('drags a shift with the mouse', async () => {
    const { sent } = openBoard();
    const grid = await boardGrid();
    const scroller = grid.parentElement!;
    // 1,000 px of board show 14 h: 56 columns of 17 px. The second row (26 + 30 px) is Ben Carter, 09:30 on Wednesday.
    const x = (minute: number) => 200 + Math.round((minute * 17) / 15) - scroller.scrollLeft;
    const from = { clientX: x(2880 + 600), clientY: 71, button: 0 };
    fireEvent.pointerDown(scroller, from);
    fireEvent.pointerMove(scroller, { ...from, clientX: from.clientX + 34 });
    fireEvent.pointerUp(scroller, { ...from, clientX: from.clientX + 34 });
    await waitFor(() => expect(edits(sent())).toHaveLength(1));
    expect(edits(sent())[0]!.edits[0]).toMatchObject({ shiftId: 'w1', startAt: '2026-11-04T01:00:00Z' }); // 09:30 + 2 x 15 min = 10:00 in Tokyo
  });

  it('lists breaches by rule and goes to the place', async () => {
    const user = userEvent.setup({ delay: null });
    const answer = scheduleBoardAnswer();
    openBoard({
      ScheduleDesk: {
        scheduleBoard: {
          ...answer,
          shifts: { ...answer.shifts, activityType: answer.shifts.activityType.map(() => 0) },
        },
      },
    });
    // Without break and lunch the contact work runs 9 h; the rule asks for 5 h at most.
    expect(await screen.findByText('Contact work without a pause')).toBeVisible();
    const show = screen.getAllByRole('button', { name: 'Show' });
    expect(show).toHaveLength(3);
    await user.click(show[1]!);
    expect(screen.getByRole('row', { selected: true })).toHaveTextContent('Ben Carter');
  });

  it('explains a short interval and offers the move that helps', async () => {
    const user = userEvent.setup({ delay: null });
    openBoard();
    const grid = await boardGrid();
    act(() => grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus());
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}v');
    const why = await screen.findByRole('dialog', { name: 'Why short?' });
    expect(within(why).getByRole('heading', { name: '12:30–12:45 is short by 1' })).toBeVisible();
    expect(within(why).getByText('3 to roster · 2 scheduled')).toBeVisible();
    expect(within(why).getByRole('row', { name: /Lunch 1/ })).toBeVisible();
    const proof = within(why).getByRole('link', { name: 'Why this many? Open the calculation' });
    expect(proof.getAttribute('href')).toMatch(/^\/requirement\?week=.*&day=.*&queue=.*&at=\d+$/);
  });

  it('starts the engine with what to keep', async () => {
    const user = userEvent.setup({ delay: null });
    const running = {
      id: 'j9',
      kind: 'roster',
      state: 'RUNNING',
      subjectId: 'draft',
      startedAt: new Date(NOW).toISOString(),
      finishedAt: null,
      progressFraction: 0.25,
      progress: {
        phase: 'search',
        seconds: 15,
        gapHours: 5.5,
        requiredHours: 27,
        shortSlots: 4,
        curve: [
          [1, 90],
          [4, 60],
        ],
      },
      errorCode: null,
      correlationId: null,
      result: null,
    };
    const { sent } = openBoard({ GenerateSchedule: { generateSchedule: { __typename: 'JobStarted', job: running } } });
    await user.click(await screen.findByRole('button', { name: 'Generate…' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Keep shifts edited by hand' }));
    await user.click(screen.getByRole('button', { name: 'Generate' }));
    expect(await screen.findByText('5.5 h')).toBeVisible();
    expect(screen.getByText('0:00 of 1:00')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Stop and keep the best' })).toBeEnabled();
    expect(sent().find((one) => one.operation === 'GenerateSchedule')!.variables['input']).toEqual({
      scheduleId: 'draft',
      timeLimitSeconds: 60,
      keepLocked: true,
      keepHandEdited: false,
    });
  });

  it('publishes after showing the quality card; must breaches ask for a reason', async () => {
    const user = userEvent.setup({ delay: null });
    const breach = {
      ruleId: 'x',
      title: { en: 'Rest', ja: '休息' },
      level: 'MUST',
      agentId: 'a1',
      at: new Date(NOW).toISOString(),
      amount: 5,
      amountUnit: 'minutes',
      message: { en: 'Too short', ja: '短い' },
      source: '',
      values: {},
    };
    const preview = {
      schedule: scheduleBoardAnswer().schedule,
      mustBreaches: [breach],
      preferBreaches: [],
      cannotJudgeCount: 0,
      shortHours: 5.3,
      overHours: 0,
      withinFivePercentFraction: 0.5,
      noticeDays: 4,
      changedAgents: 3,
      newShifts: 3,
      changedShifts: 0,
      removedShifts: 0,
      agentsToTell: 3,
      people: [],
      cost: 120,
      wishCost: 0,
      fairnessCost: 0,
      wellbeingCost: 0,
    };
    const { sent } = openBoard({
      PublishPreview: { publishPreview: preview },
      PublishSchedule: {
        publishSchedule: { __typename: 'SchedulePublished', schedule: preview.schedule, notifiedAgents: 3 },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Publish…' }));
    const dialog = await screen.findByRole('dialog', { name: /^Publish the schedule · Week \d+/ });
    const publish = await within(dialog).findByRole('button', { name: 'Publish and tell 3 agents' });
    expect(publish).toBeDisabled();
    expect(publish).toHaveAccessibleDescription(/write the reason above to publish all the same/);
    await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Agreed');
    await user.click(publish);
    expect(await screen.findByText('Published. 3 agents were told.')).toBeVisible();
    expect(sent().find((one) => one.operation === 'PublishSchedule')!.variables).toEqual({
      scheduleId: 'draft',
      expectedVersion: 3,
      overrideReason: 'Agreed',
      part: null,
    });
  });

  it('offers the day as a list', async () => {
    const user = userEvent.setup({ delay: null });
    openBoard();
    await user.click(await screen.findByRole('button', { name: 'Show as a list' }));
    const list = await screen.findByRole('region', { name: 'List of the day' });
    expect(within(list).getAllByRole('row')).toHaveLength(5);
  });

  it('is there in Japanese', async () => {
    openBoard({}, 'ja');
    expect(await screen.findByRole('grid', { name: 'シフト表ボード' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '公開…' })).toBeVisible();
  });
});

describe('the board without all it needs', () => {
  it('shows its own shape while it loads', async () => {
    openBoard({ ScheduleDesk: PENDING });
    const loading = await screen.findByRole('status', { name: 'Loading', busy: true });
    await waitFor(() => expect(loading).not.toBeEmptyDOMElement());
  });

  it('offers to create the draft of a week without one', async () => {
    const user = userEvent.setup({ delay: null });
    const { sent } = openBoard({
      ScheduleDesk: { scheduleBoard: null },
      CreateSchedule: { createSchedule: { __typename: 'ScheduleCreated' } },
    });
    await user.click(await screen.findByRole('button', { name: 'Create the draft' }));
    await waitFor(() => expect(sent().filter((one) => one.operation === 'ScheduleDesk')).toHaveLength(2));
  });

  it('says when there are no agents, and works without a requirement', async () => {
    openBoard({ ScheduleDesk: { scheduleBoard: scheduleBoardAnswer({ agents: [], timeOff: [] }) } });
    expect(await screen.findByText('No agents yet')).toBeVisible();
    openBoard({ ScheduleDesk: { scheduleBoard: scheduleBoardAnswer({ requirement: null }) } });
    expect(await screen.findByText(/Without a requirement there is no gap/)).toBeVisible();
  });

  it('says what failed with the id for support', async () => {
    openBoard({ ScheduleDesk: new Fails('UNEXPECTED', 'corr-9') });
    expect(await screen.findByText('corr-9')).toBeVisible();
  });

  it('is read-only for those who may not edit', async () => {
    const found = planner();
    openBoard({ Viewer: { viewer: { ...found.viewer, permissions: ['schedule.read'] } } });
    expect(await screen.findByText(/Read only/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Publish…' })).toBeDisabled();
  });
});

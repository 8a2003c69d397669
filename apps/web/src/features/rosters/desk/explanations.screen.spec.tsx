import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { planningAnswer, scheduleBoardAnswer } from '../../../../../../tests/kit/board-answer.js';
import { fullAnswers, NOW, viewer } from '../../../../../../tests/kit/web/fixtures.js';
import { Fails, fakeServer, renderApp, type Sent } from '../../../../../../tests/kit/web/render-app.js';

jest.setTimeout(30_000);

/** jsdom lays nothing out; the board needs to know how large it is. */
beforeAll(() => {
  configure({ asyncUtilTimeout: 6000 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 });
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

function openBoard(answers: Record<string, unknown> = {}, language: 'en' | 'ja' = 'en'): () => readonly Sent[] {
  const sent = fakeServer({
    ...fullAnswers(),
    Viewer: { viewer: { ...viewer(), organisation: { ...viewer().organisation, teams: [] } } },
    ScheduleDesk: { scheduleBoard: scheduleBoardAnswer() },
    PlanningData: planningAnswer(),
    RosterJobs: { jobs: { edges: [] } },
    ...answers,
  });
  renderApp('/roster?week=2026-11-02&day=2026-11-04', language);
  return () => sent;
}

async function focusGrid(name: string): Promise<void> {
  const grid = await screen.findByRole('grid', { name });
  fireEvent.scroll(grid.parentElement!);
  await waitFor(() => expect(grid.querySelector('.b-cell:not([aria-label])')).toBeNull());
  act(() => grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus());
}

const agentIdOf = (answer: ReturnType<typeof scheduleBoardAnswer>) =>
  (answer as unknown as { agents: readonly { readonly id: string }[] }).agents[0]!.id;

const contactId = () => viewer().organisation.activityTypes.find(({ code }) => code === 'contact')!.id;
const mending = (startAt: string, endAt: string) => ({
  startAt,
  endAt,
  templateId: null,
  activities: [{ activityTypeId: contactId(), startAt, endAt }],
});

describe('why a queue is short', () => {
  const explained = {
    __typename: 'ShortageExplained',
    startAt: '2026-11-04T03:30:00Z',
    endAt: '2026-11-04T04:00:00Z',
    missingHours: 0.5,
    reasons: [
      {
        limit: 'availability',
        title: { en: 'Availability', ja: '勤務可能時間' },
        agentIds: [agentIdOf(scheduleBoardAnswer()), 'other'],
        gain: {
          agentId: agentIdOf(scheduleBoardAnswer()),
          text: { en: 'if available all day on Wednesdays', ja: '水曜日に終日勤務できれば' },
          hoursSaved: 1.25,
          shifts: [mending('2026-11-04T02:00:00Z', '2026-11-04T08:00:00Z')],
        },
      },
      { limit: 'skill', title: { en: 'Skill chat', ja: 'スキル「chat」' }, agentIds: ['other'], gain: null },
    ],
    worthMoreElsewhere: 1,
    improvable: 0,
    improvements: [],
    severalLimits: 2,
    noTemplate: 0,
    beforePlan: 0,
  };
  const open = async (answer: unknown) => {
    const user = userEvent.setup({ delay: null });
    const sent = openBoard({ ExplainShortage: answer });
    await focusGrid('Schedule board');
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}v');
    const dialog = await screen.findByRole('dialog', { name: 'Why short?' });
    return { sent, region: await within(dialog).findByRole('region', { name: 'What stops others' }) };
  };

  it('lists the limits, whom they stop, and what letting one out would save', async () => {
    const { sent, region } = await open({ explainShortage: explained });
    expect(await within(region).findByText('if available all day on Wednesdays', { exact: false })).toBeVisible();
    expect(within(region).getByText('saves 1.3 h')).toBeVisible();
    expect(
      within(region).getByText(
        'Without this limit they could work then, but the week as a whole would be no less short.',
      ),
    ).toBeVisible();
    expect(within(region).getByText('1 agent could work then, but is missed more at another time')).toBeVisible();
    expect(within(region).getByText('2 agents are stopped by several limits')).toBeVisible();
    expect(sent().find((one) => one.operation === 'ExplainShortage')!.variables).toMatchObject({
      scheduleId: 'draft',
      at: '2026-11-04T03:30:00.000Z',
    });
  });

  it('tries the week that would mend it on the board, judged, and keeps it when asked', async () => {
    const { sent, region } = await open({ explainShortage: explained });
    const user = userEvent.setup({ delay: null });
    await user.click(await within(region).findByRole('button', { name: /^Preview: .*all day on Wednesdays/ }));
    expect(sent().some((one) => one.operation === 'EditShifts')).toBe(false);
    await user.click(await within(region).findByRole('button', { name: 'Apply' }));
    await waitFor(() => {
      const edits = sent().find((one) => one.operation === 'EditShifts')!.variables['input'] as {
        edits: readonly { readonly startAt: string; readonly endAt: string }[];
      };
      const agentId = agentIdOf(scheduleBoardAnswer());
      expect(edits.edits).toContainEqual(
        expect.objectContaining({ agentId, startAt: '2026-11-04T02:00:00Z', endAt: '2026-11-04T08:00:00Z' }),
      );
    });
  });

  it('says when it could not be computed, and when nothing is short', async () => {
    const { region } = await open(new Fails('INTERNAL', 'c1'));
    expect(await within(region).findByRole('alert')).toHaveTextContent('could not be computed');
    expect(within(region).getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});

describe('why a week is not the wished one', () => {
  it('asks about the selected day and tells planner and agent', async () => {
    const user = userEvent.setup({ delay: null });
    const answer = {
      __typename: 'WeekExplained',
      outcome: 'POSSIBLE',
      planner: { en: 'Would cost 2.0 h.', ja: '2.0時間分の負担' },
      agent: { en: 'Not possible this time.', ja: '今回はかなえられません' },
      hoursChange: 2,
      conflict: [],
      shifts: [],
    };
    const sent = openBoard({ ExplainWeek: { explainWeek: answer } });
    await focusGrid('Schedule board');
    await user.keyboard('{ArrowRight}');
    await user.click(await screen.findByText('Why not otherwise?'));
    await user.click(screen.getByRole('button', { name: 'Ask about Wed 4 Nov' }));
    expect(await screen.findByText('Would cost 2.0 h.')).toBeVisible();
    expect(screen.getByText('Not possible this time.')).toBeVisible();
    expect(sent().find((one) => one.operation === 'ExplainWeek')!.variables['wish']).toMatchObject({
      kind: 'DAY_OFF',
      on: '2026-11-04',
    });
  });
});

describe('the difference from an earlier roster', () => {
  const figures = (shortHours: number) => ({ cost: 100, hardBreaches: 0, shortHours, overHours: 2 });
  const difference = {
    __typename: 'ScheduleDifference',
    before: figures(9.5),
    after: figures(5.3),
    agents: [
      {
        agentId: agentIdOf(scheduleBoardAnswer()),
        paidMinutesBefore: 480,
        paidMinutesAfter: 480,
        shifts: [
          {
            on: '2026-11-04',
            kind: 'CHANGED',
            before: { startAt: '2026-11-04T00:00:00Z', endAt: '2026-11-04T09:00:00Z' },
            after: { startAt: '2026-11-04T01:00:00Z', endAt: '2026-11-04T10:00:00Z' },
            aspects: ['start', 'end'],
          },
          {
            on: '2026-11-05',
            kind: 'REMOVED',
            before: { startAt: '2026-11-05T00:00:00Z', endAt: '2026-11-05T09:00:00Z' },
            after: null,
            aspects: [],
          },
        ],
      },
    ],
    goneBreaches: [],
    newBreaches: [
      { agentId: agentIdOf(scheduleBoardAnswer()), level: 'MUST', message: { en: '9 h between shifts', ja: '9時間' } },
    ],
    coverage: [],
  };
  const version = { version: 3, keptBecause: 'GENERATE', keptAt: '2026-11-03T01:00:00Z', shiftCount: 4 };

  it('tells hours before and now, who works otherwise, and what is newly broken', async () => {
    const user = userEvent.setup({ delay: null });
    openBoard({
      ScheduleVersions: { scheduleVersions: [version] },
      ScheduleDifference: { scheduleDifference: difference },
    });
    await focusGrid('Schedule board');
    await user.click(screen.getByRole('tab', { name: /Edits/ }));
    await user.click(await screen.findByRole('button', { name: /Earlier roster/ }));
    await user.click(await screen.findByRole('option', { name: /Before it was generated/ }));
    expect(await screen.findByRole('row', { name: 'Short, hours 9.5 5.3' })).toBeVisible();
    expect(screen.getByText('09:00–18:00 → 10:00–19:00')).toBeVisible();
    expect(screen.getByText('09:00–18:00 → off')).toBeVisible();
    expect(screen.getByText('New breaches (1)')).toBeVisible();
    expect(screen.getByText('1 person’s shifts differ')).toBeVisible();
  });

  it('says when no roster is kept, in Japanese too', async () => {
    const user = userEvent.setup({ delay: null });
    openBoard({ ScheduleVersions: { scheduleVersions: [] } }, 'ja');
    await user.click(await screen.findByRole('tab', { name: /編集/ }));
    expect(await screen.findByText(/まだありません/)).toBeVisible();
  });
});

describe('generating with more options', () => {
  it('goes on from the present roster, keeps what is asked, and takes a seed', async () => {
    const user = userEvent.setup({ delay: null });
    const sent = openBoard({ GenerateSchedule: { generateSchedule: { __typename: 'InvalidInput', message: 'no' } } });
    await user.click(await screen.findByRole('button', { name: 'Generate…' }));
    await user.click(await screen.findByText('More', { selector: 'summary' }));
    await user.click(screen.getByRole('checkbox', { name: 'Go on from the present roster' }));
    await user.click(screen.getByRole('checkbox', { name: 'Keep days off' }));
    await user.type(screen.getByRole('textbox', { name: 'Seed of the random choices' }), '7{Tab}');
    await user.click(screen.getByRole('button', { name: 'Generate' }));
    await waitFor(() =>
      expect(sent().find((one) => one.operation === 'GenerateSchedule')?.variables['input']).toMatchObject({
        again: { keep: ['DAYS_OFF'], disruption: 1 },
        seed: 7,
      }),
    );
  });
});

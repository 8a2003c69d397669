import { directorSentence, explainGridInterval } from './index.js';
import {
  requirementEffects,
  requirementOf,
  tellingChanges,
  type RequirementSeries,
  type StaffingForecast,
  type StaffingPlan,
} from '../index.js';

/** Monday to Friday in hours, open 8 to 18 h: 40 mails of 10 minutes in each open hour, due within two. */
const each = <T>(value: (at: number) => T): T[] => Array.from({ length: 5 * 24 }, (_, at) => value(at));
const isOpen = (at: number): boolean => at % 24 >= 8 && at % 24 < 18;
const forecast: StaffingForecast = {
  grid: { startAt: Date.UTC(2026, 10, 2), stepMinutes: 60, count: 5 * 24 },
  zone: 'UTC',
  contacts: each((at) => (isOpen(at) ? 40 : 0)),
  averageHandleSeconds: each(() => 600),
  openMask: each(isOpen),
  rateCv: 0.15,
};
const goal = { answerWithinHours: 2, answeredWithinHoursFraction: 0.9 };
const plan: StaffingPlan = { modelId: 'deferred', goal, staffedFor: { kind: 'chance', chanceFraction: 0.9 } };

function explained(series: RequirementSeries, more: { readonly forecast?: StaffingForecast } = {}) {
  const asked = more.forecast ?? forecast;
  const effects = requirementEffects({ ...plan, staffedFor: series.staffedFor }, asked, { mores: tellingChanges(8) });
  const at = 33;
  const { days, weeks } = series.summary;
  return {
    ...explainGridInterval({
      plan: { ...plan, staffedFor: series.staffedFor },
      contacts: 40,
      intervalSeconds: 3600,
      averageHandleSeconds: 600,
      doneErlangs: series.loadErlangs[at]!,
      requiredAgents: series.requiredAgents[at]!,
      agentsToRoster: series.agentsToRoster[at]!,
      shrinkage: [],
      effects,
      chances: { interval: series.chanceToMeet[at]!, day: days[1]!.chanceToMeet, week: weeks[0]!.chanceToMeet },
    }),
    gridEffects: effects,
  };
}

describe('why so many agents for a week of work that can wait', () => {
  const series = requirementOf(plan, forecast);
  const { curve, steps, sentence, gridEffects } = explained(series);

  it('has a curve of the share in time and the chance against agents, through the answer', () => {
    const answer = curve!.marks.answer!;
    expect(curve!.agents[answer]).toBe(series.requiredAgents[33]);
    expect(curve!.serviceLevelFraction[answer]).toBeCloseTo(series.summary.weeks[0]!.serviceLevel, 9);
    expect(curve!.chanceFraction[answer]).toBe(series.summary.weeks[0]!.chanceToMeet);
    for (const values of [curve!.serviceLevelFraction, curve!.chanceFraction]) {
      for (let at = 1; at < values.length; at += 1) expect(values[at]).toBeGreaterThanOrEqual(values[at - 1]!);
    }
    expect(curve!.chanceFraction[answer - 1]).toBeLessThan(0.9);
    expect([curve!.marks.oneFewer, curve!.marks.oneMore]).toEqual([answer - 1, answer + 1]);
    expect([...curve!.asaSeconds].every(Number.isNaN)).toBe(true);
    expect(curve!.occupancyFraction[answer]).toBeLessThanOrEqual(1);
  });

  it('says how sure the interval, its day and its week are, and what one agent fewer would do', () => {
    expect(steps).toContainEqual(
      expect.objectContaining({
        id: 'deferred-chance',
        weekChanceFraction: series.summary.weeks[0]!.chanceToMeet,
        dayChanceFraction: series.summary.days[1]!.chanceToMeet,
        chanceFraction: series.chanceToMeet[33],
      }),
    );
    const step = steps.find(({ id }) => id === 'deferred-effects');
    expect(step).toMatchObject({ inTimeFraction: gridEffects.find(({ more }) => more === 0)!.inTimeFraction });
    expect(directorSentence(sentence, 'en')).toMatch(
      /the week reaches the goal with a chance of 90.*%; with one agent fewer at all hours it would be [0-8]/,
    );
    expect(directorSentence(sentence, 'ja')).toMatch(/確率は90.*全時間帯で1人少なければ/);
  });

  it('has the curve without chances where nothing is known of the spread', () => {
    const unsure = { ...forecast, rateCv: undefined };
    const point = requirementOf({ ...plan, staffedFor: { kind: 'point' } }, unsure);
    const without = explained(point, { forecast: unsure });
    expect(without.curve!.serviceLevelFraction[without.curve!.marks.answer!]).toBeGreaterThanOrEqual(0.9);
    expect([...without.curve!.chanceFraction].every(Number.isNaN)).toBe(true);
    expect(without.steps.map(({ id }) => id)).not.toContain('deferred-chance');
    // 40 mails of 10 minutes are 6.7 agents: with one fewer than seven the backlog grows and almost nothing is in time.
    expect(directorSentence(without.sentence, 'en')).toMatch(/100% are done in time; with one agent fewer .* would be/);
  });

  it('shows a few numbers around the answer, wider apart for large desks', () => {
    expect(tellingChanges(2)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(tellingChanges(200)).toContain(-40);
    expect(tellingChanges(200)).toEqual(expect.arrayContaining([-1, 0, 1]));
  });

  it('is asked of grids only', () => {
    expect(() => requirementEffects({ modelId: 'erlang-c', goal: {} }, forecast, { mores: [0] })).toThrow(/erlang-c/);
  });
});

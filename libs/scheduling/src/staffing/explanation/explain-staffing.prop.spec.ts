import fc from 'fast-check';
import {
  agentsToRoster,
  performanceOf,
  requiredAgents,
  requirementOf,
  STAFFING_MODELS,
  type StaffingPlan,
} from '../index.js';
import {
  directorSentence,
  explainStaffing,
  FORMULA_SYMBOLS,
  formulaInNumbers,
  formulaInSymbols,
  symbolsOf,
  type StaffingExplanation,
} from './index.js';

const goal = fc
  .record(
    {
      serviceLevelFraction: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
      asaSeconds: fc.double({ min: 1, max: 300, noNaN: true }),
      maxOccupancyFraction: fc.double({ min: 0.3, max: 0.95, noNaN: true }),
      maxAbandonmentFraction: fc.double({ min: 0.005, max: 0.3, noNaN: true }),
      maxBlockingFraction: fc.double({ min: 0.005, max: 0.3, noNaN: true }),
    },
    { requiredKeys: ['maxOccupancyFraction'] },
  )
  .map((given) => ({ ...given, answerWithinSeconds: 20 }));
const interval = fc.record({
  contacts: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 2000, noNaN: true })),
  intervalSeconds: fc.constantFrom(900, 1800, 3600),
  averageHandleSeconds: fc.double({ min: 1, max: 1200, noNaN: true }),
});
const shrinkage = fc.array(
  fc.record({
    id: fc.constantFrom('sickness', 'lateness', 'training'),
    fraction: fc.double({ min: 0, max: 0.4, noNaN: true }),
    planned: fc.boolean(),
  }),
  { maxLength: 3 },
);
const planOf = (modelId: string): fc.Arbitrary<StaffingPlan> =>
  fc.record({ goal, shrinkage, patienceSeconds: fc.double({ min: 20, max: 2000, noNaN: true }) }).map((plan) => ({
    ...plan,
    modelId,
    ...(modelId === 'chat' ? { concurrency: 3, slowdownFraction: 0.2 } : {}),
    ...(modelId === 'erlang-x' ? { lines: 200, redialFraction: 0.3 } : {}),
  }));

/** More digits after the point than anybody reads, a hole in a message, or a value that is none. */
const RAW = /\.\d{8}|\{\w+\}|NaN|undefined|Infinity|\[object/;

function checkWords(explained: StaffingExplanation): void {
  for (const language of ['en', 'ja'] as const) {
    expect(directorSentence(explained.sentence, language)).not.toMatch(RAW);
    expect(directorSentence(explained.sentence, language).length).toBeGreaterThan(10);
    for (const formula of explained.formulas) expect(formulaInNumbers(formula, language)).not.toMatch(RAW);
  }
  for (const formula of explained.formulas) {
    expect(formulaInSymbols(formula)).not.toMatch(/\d{2}/);
    for (const symbol of symbolsOf(formula)) expect(Object.keys(FORMULA_SYMBOLS)).toContain(symbol);
  }
}

function checkFigures(plan: StaffingPlan, explained: StaffingExplanation): void {
  const { curve, effects, load, requiredAgents: agents } = explained;
  const answer = requiredAgents(plan.modelId, load, plan.goal);
  expect(agents).toBe(answer.kind === 'staffed' ? answer.agents : null);
  if (answer.kind !== 'staffed' || agents === null) return;
  const lost =
    1 - (plan.shrinkage ?? []).reduce((kept, { planned, fraction }) => kept * (planned ? 1 : 1 - fraction), 1);
  expect(explained.agentsToRoster).toBe(agentsToRoster(agents, lost));
  if (!curve || !effects) {
    expect(agents).toBe(0);
    return;
  }
  expect(effects.answer.performance).toEqual(answer.performance);
  expect(effects.answer.goals.every(({ met }) => met)).toBe(true);
  // A single agent is asked for even where the goals given would hold with nobody there.
  const isFloor = agents === 1 && effects.fewer.goals.every(({ met }) => met);
  expect(isFloor || effects.fewer.goals.some(({ met }) => !met)).toBe(true);
  const { answer: at, oneFewer, oneMore } = curve.marks;
  expect([oneFewer, at, oneMore].map((place) => curve.agents[place!])).toEqual([agents - 1, agents, agents + 1]);
  expect([curve.met[oneFewer!], curve.met[at!]]).toEqual([Number(isFloor), 1]);
  expect([...curve.agents]).toEqual([...new Set(curve.agents)].sort((a, b) => a - b));
  for (const place of [0, oneFewer!, at!, curve.agents.length - 1]) {
    const { serviceLevelFraction, asaSeconds, occupancyFraction, abandonmentFraction } = performanceOf(
      plan.modelId,
      load,
      curve.agents[place]!,
      plan.goal,
    );
    expect(curve.serviceLevelFraction[place]).toBe(serviceLevelFraction);
    expect(curve.asaSeconds[place]).toBe(asaSeconds);
    expect(curve.occupancyFraction[place]).toBe(occupancyFraction);
    expect(curve.abandonmentFraction[place]).toBe(abandonmentFraction);
  }
}

describe('the explanation of any interval', () => {
  it.each(STAFFING_MODELS.map(({ id }) => id))('says what the model says, in words for people: %s', (modelId) => {
    fc.assert(
      fc.property(planOf(modelId), interval, (plan, given) => {
        const explained = explainStaffing({ plan, ...given });
        checkWords(explained);
        checkFigures(plan, explained);
      }),
      // Not shrunk: every step would draw another whole curve.
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('says what the requirement of a whole day says, by load method, uncertain rate and shrinkage of the hour', () => {
    const grid = { startAt: Date.UTC(2026, 10, 23, 8), stepMinutes: 30, count: 8 };
    const contacts = [20, 60, 120, 180, 160, 90, 40, 10];
    const averageHandleSeconds = contacts.map(() => 420);
    const plan: StaffingPlan = {
      modelId: 'erlang-a',
      goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
      patienceSeconds: 300,
      staffedFor: { kind: 'chance', chanceFraction: 0.9 },
      shrinkage: [
        { id: 'sickness', fraction: 0.08, planned: false },
        { id: 'late-morning', fraction: 0.1, planned: false, fromMinute: 600, untilMinute: 660 },
        { id: 'mondays', fraction: 0.05, planned: false, weekdays: [1] },
      ],
    };
    const zone = 'Europe/Berlin';
    const series = requirementOf(plan, { grid, zone, contacts, averageHandleSeconds, rateCv: 0.15 });
    contacts.forEach((count, index) => {
      const explained = explainStaffing({
        plan,
        contacts: count,
        intervalSeconds: 1800,
        averageHandleSeconds: 420,
        staffedErlangs: (series.loadContacts[index]! * 420) / 1800,
        rateCv: series.rateCv[index],
        at: { startAt: grid.startAt + index * 1_800_000, zone },
      });
      expect(explained.requiredAgents).toBe(series.requiredAgents[index]);
      expect(explained.agentsToRoster).toBe(series.agentsToRoster[index]);
      expect(explained.effects!.answer.chanceFraction).toBeCloseTo(series.chanceToMeet[index]!, 9);
      expect(explained.curve!.chanceFraction.at(-1)).toBeGreaterThan(explained.curve!.chanceFraction[0]!);
      const reasons = explained.steps.flatMap((step) => (step.id === 'shrinkage-reason' ? [step.reasonId] : []));
      // 10:00 to 11:00 in Berlin is 09:00 to 10:00 UTC: the third and fourth half-hour.
      expect(reasons.includes('late-morning')).toBe(index === 2 || index === 3);
      expect(reasons).toContain('mondays');
      checkWords(explained);
    });
  });
});

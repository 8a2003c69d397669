import {
  requiredAgentCount,
  requiredAgents,
  SERVICE_LEVEL_VARIANTS,
  type ServiceGoal,
  type StaffingLoad,
  type StaffingModel,
} from '@yotei/scheduling/staffing';
import fc from 'fast-check';

/** Loads from a contact a day to a thousand erlangs, with what the model reads besides. */
function loadsFor(model: StaffingModel): fc.Arbitrary<StaffingLoad> {
  const reads = (key: string): boolean => model.parameters.some((parameter) => parameter.key === key);
  return fc
    .record({
      contacts: fc.double({ min: 0.01, max: 5000, noNaN: true }),
      intervalSeconds: fc.constantFrom(900, 1800, 3600),
      averageHandleSeconds: fc.double({ min: 5, max: 900, noNaN: true }),
      patienceSeconds: fc.double({ min: 5, max: 3600, noNaN: true }),
      ...(reads('concurrency') ? { concurrency: fc.constantFrom(1, 2, 2.5, 3, 6) } : {}),
      ...(reads('slowdownFraction') ? { slowdownFraction: fraction(0, 1) } : {}),
      ...(reads('redialFraction') ? { redialFraction: fraction(0, 0.8) } : {}),
    })
    .chain((load) => {
      // Enough lines for twice the contacts and the strictest limit on blocking.
      const enough = Math.ceil((6 * load.contacts * load.averageHandleSeconds) / load.intervalSeconds) + 60;
      const lines = fc.constantFrom(undefined, enough, 2 * enough);
      return reads('lines') ? lines.map((most) => ({ ...load, lines: most })) : fc.constant(load);
    });
}

const fraction = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** A goal for each measure the model judges, alone or together. */
function goalsFor(model: StaffingModel): fc.Arbitrary<ServiceGoal> {
  const level = { serviceLevelFraction: fraction(0.05, 0.995), answerWithinSeconds: fc.integer({ min: 0, max: 300 }) };
  const service = fc.oneof(
    fc.record(level),
    // A variant that contacts who give up could meet needs another goal beside it.
    fc.record({
      ...level,
      serviceLevelVariant: fc.constantFrom(...SERVICE_LEVEL_VARIANTS),
      maxAbandonmentFraction: fraction(0.001, 0.3),
    }),
  );
  const goals: Record<StaffingModel['judges'][number], fc.Arbitrary<ServiceGoal>> = {
    'service-level': service,
    asa: fc.record({ asaSeconds: fraction(0.5, 120) }),
    occupancy: fc.record({ maxOccupancyFraction: fraction(0.3, 0.99) }),
    abandonment: fc.record({ maxAbandonmentFraction: fraction(0.001, 0.3) }),
    blocking: fc.record({ maxBlockingFraction: fraction(0.0001, 0.3) }),
  };
  return fc
    .subarray([...model.judges], { minLength: 1 })
    .chain((measures) =>
      fc.tuple(...measures.map((measure) => goals[measure])).map((parts) => Object.assign({}, ...parts) as ServiceGoal),
    );
}

/** A load with one agent more than `fewer`, around the size the load asks for. */
function agentsAround(model: StaffingModel, load: StaffingLoad, share: number): number {
  const erlangs = (load.contacts * load.averageHandleSeconds) / load.intervalSeconds;
  return Math.max(model.leastStableAgents(load), Math.floor(erlangs * (0.6 + share)));
}

function measuresOf(model: StaffingModel, load: StaffingLoad, agents: number): Record<string, number> {
  const state = model.performance(load, agents);
  const values = {
    asa: -state.asaSeconds(),
    'service-level': state.serviceLevelFraction(20, 'answered-of-offered'),
    occupancy: -state.occupancyFraction,
    abandonment: -state.abandonmentFraction / (1 - (state.blockingFraction || 0)),
    blocking: -state.blockingFraction,
  };
  return Object.fromEntries(model.judges.map((measure) => [measure, values[measure]]));
}

function describeShape(model: StaffingModel): void {
  it('has a permanent kebab-case id, titles in both languages, a source, assumptions, and defaults in range', () => {
    expect(model.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const { en, ja } of [model.title, ...model.assumptions]) {
      expect(en).not.toBe('');
      expect(ja).toMatch(/[぀-ヿ一-鿿]/);
    }
    expect(model.source.length).toBeGreaterThan(10);
    expect(model.assumptions.length).toBeGreaterThan(0);
    expect(model.judges.length).toBeGreaterThan(0);
    for (const { min, max, default: value, required, title } of model.parameters) {
      expect(value === null ? !required : value >= min && value <= max).toBe(true);
      expect(title.en).not.toBe('');
      expect(title.ja).toMatch(/[぀-ヿ一-鿿]/);
    }
  });

  it('needs nobody for no contacts', () => {
    const load = { contacts: 0, intervalSeconds: 1800, averageHandleSeconds: 180, patienceSeconds: 300 };
    const goal = {
      serviceLevelFraction: 0.8,
      answerWithinSeconds: 20,
      maxOccupancyFraction: 0.85,
      maxBlockingFraction: 0.01,
    };
    expect(requiredAgents(model.id, load, goal)).toMatchObject({ kind: 'staffed', agents: 0 });
    expect(model.performance(load, 3).occupancyFraction).toBe(0);
  });
}

function describeMeasures(model: StaffingModel): void {
  it('gives finite measures in range for every stable number of agents, and never does worse with one more', () => {
    fc.assert(
      fc.property(loadsFor(model), fraction(0, 1), (load, share) => {
        const agents = agentsAround(model, load, share);
        const fewer = measuresOf(model, load, agents);
        const more = measuresOf(model, load, agents + 1);
        for (const [measure, value] of Object.entries(fewer)) {
          expect(Number.isFinite(value)).toBe(true);
          expect(measure === 'asa' || Math.abs(value) <= 1 + 1e-12).toBe(true);
          // Equal up to the rounding of a double: both may be 1 or 0 to its last digit.
          expect(more[measure]!).toBeGreaterThanOrEqual(value - 1e-9 * Math.max(1, Math.abs(value)));
        }
      }),
    );
  });

  it('does not depend on how long the interval is when contacts grow with it', () => {
    fc.assert(
      fc.property(loadsFor(model), fraction(0, 1), (load, share) => {
        const agents = agentsAround(model, load, share);
        const twice = { ...load, contacts: load.contacts * 2, intervalSeconds: load.intervalSeconds * 2 };
        expect(measuresOf(model, twice, agents)).toEqual(measuresOf(model, load, agents));
      }),
    );
  });

  it('stands on stable ground from leastStableAgents on, and not below', () => {
    fc.assert(
      fc.property(loadsFor(model), (load) => {
        const least = model.leastStableAgents(load);
        expect(model.performance(load, least).stable).toBe(true);
        // Models in which nobody waits for ever are stable with any agents; a load that float noise parts from a
        // whole number counts as that number.
        const erlangs = (load.contacts * load.averageHandleSeconds) / load.intervalSeconds;
        if (least > 1 && Math.abs(erlangs - Math.round(erlangs)) > 1e-5)
          expect(model.performance(load, least - 1).stable).toBe(false);
      }),
    );
  });
}

function describeSearch(model: StaffingModel): void {
  it('finds by any short way of its own what the search finds', () => {
    fc.assert(
      fc.property(loadsFor(model), goalsFor(model), fraction(0.01, 40), (load, goal, growth) => {
        const large = { ...load, contacts: load.contacts * growth };
        const short = model.leastAgents?.(large, goal);
        if (!short) return;
        const meets = (agents: number): boolean =>
          agents >= model.leastStableAgents(large) && meetsAll(model, { load: large, goal, agents });
        expect([meets(short.agents), short.agents > 0 && meets(short.agents - 1)]).toEqual([true, false]);
        const state = model.performance(large, short.agents);
        expect(short.state.waitProbability / state.waitProbability).toBeCloseTo(1, 10);
      }),
      { numRuns: 300 },
    );
  });

  it('meets all goals with the agents it asks for, and misses one with one agent fewer', () => {
    fc.assert(
      fc.property(loadsFor(model), goalsFor(model), (load, goal) => {
        const answer = requiredAgents(model.id, load, goal);
        expect(answer.kind).toBe('staffed');
        if (answer.kind !== 'staffed') return;
        expect(requiredAgentCount(model.id, load, goal)).toBe(answer.agents);
        const meets = (agents: number): boolean =>
          agents >= model.leastStableAgents(load) && meetsAll(model, { load, goal, agents });
        expect(meets(answer.agents)).toBe(true);
        expect(answer.agents > 0 && meets(answer.agents - 1)).toBe(false);
      }),
    );
  });

  it('never asks for fewer agents when more contacts come', () => {
    fc.assert(
      fc.property(loadsFor(model), goalsFor(model), fraction(1, 2), (load, goal, growth) => {
        const now = requiredAgents(model.id, load, goal);
        const later = requiredAgents(model.id, { ...load, contacts: load.contacts * growth }, goal);
        expect([now.kind, later.kind]).toEqual(['staffed', 'staffed']);
        if (now.kind === 'staffed' && later.kind === 'staffed') expect(later.agents).toBeGreaterThanOrEqual(now.agents);
      }),
    );
  });
}

/** The goals written out once more, independently of the search. */
function meetsAll(
  model: StaffingModel,
  { load, goal, agents }: { load: StaffingLoad; goal: ServiceGoal; agents: number },
): boolean {
  const state = model.performance(load, agents);
  const slack = 1e-9;
  const below = (value: number, limit: number | undefined): boolean =>
    limit === undefined || value <= limit * (1 + slack);
  const { serviceLevelFraction = 0, answerWithinSeconds = 0, serviceLevelVariant = 'answered-of-offered' } = goal;
  return (
    (goal.serviceLevelFraction === undefined ||
      state.serviceLevelFraction(answerWithinSeconds, serviceLevelVariant) >= serviceLevelFraction * (1 - slack)) &&
    below(state.asaSeconds(), goal.asaSeconds) &&
    below(state.occupancyFraction, goal.maxOccupancyFraction) &&
    below(state.abandonmentFraction / (1 - (state.blockingFraction || 0)), goal.maxAbandonmentFraction) &&
    below(state.blockingFraction, goal.maxBlockingFraction)
  );
}

/** The contract of a staffing model; every model of the catalogue must pass. */
export function describeStaffingModelConformance(model: StaffingModel): void {
  describe(`${model.id} keeps the contract of a staffing model`, () => {
    describeShape(model);
    describeMeasures(model);
    describeSearch(model);
  });
}

import {
  answeredInTime,
  planDeferred,
  UncertainDesk,
  type DeferredCohort,
  type DeferredPlanInput,
} from '@yotei/scheduling/staffing';
import fc from 'fast-check';

const HOUR = 3600;

interface Instance {
  readonly input: DeferredPlanInput;
  readonly from: number;
  readonly until: number;
  /** Work that comes over its mean, by interval of the long grid. */
  readonly factors: readonly number[];
  readonly capacityChange: number;
}

/** Some hours of mail with a promise by either clock, shares that may be late, a backlog; the middle is looked at. */
const instances: fc.Arbitrary<Instance> = fc
  .record({
    hours: fc.array(
      fc.record({
        contacts: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
        open: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
        factor: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 3, noNaN: true })),
      }),
      { minLength: 3, maxLength: 30 },
    ),
    handleSeconds: fc.constantFrom(0, 300, 480, 900),
    withinHours: fc.integer({ min: 1, max: 8 }),
    clock: fc.constantFrom('business' as const, 'elapsed' as const),
    keptFraction: fc.constantFrom(1, 0.95, 0.7),
    spent: fc.integer({ min: 0, max: 10 }),
    capacityChange: fc.constantFrom(-2, -1, 0, 1),
    edges: fc.tuple(fc.nat({ max: 10 }), fc.nat({ max: 10 })),
  })
  .map(({ hours, handleSeconds, withinHours, clock, keptFraction, spent, capacityChange, edges }) => {
    const from = Math.min(edges[0], hours.length - 1);
    return {
      input: {
        intervalSeconds: HOUR,
        contacts: hours.map(({ contacts }) => contacts),
        averageHandleSeconds: hours.map(() => handleSeconds),
        open: hours.map(({ open }) => open),
        promise: { withinHours, clock },
        openingBacklog: [{ contacts: 12, averageHandleSeconds: handleSeconds, hoursLeft: withinHours - spent }],
        keptFraction,
      },
      from,
      until: Math.max(from + 1, hours.length - edges[1]),
      factors: hours.map(({ factor }) => factor),
      capacityChange,
    };
  });

/** Looks at every lot in every interval for the one that is due first; nothing clever. */
function plainEdf(
  cohorts: readonly DeferredCohort[],
  { from, until, factors }: Instance,
  capacity: { readonly planned: Float64Array; readonly own: ArrayLike<number> },
): { inTime: number[]; judged: number[] } {
  const count = capacity.planned.length;
  const isOwn = ({ arrivedAt, ofBacklog }: DeferredCohort) => !ofBacklog && arrivedAt >= from && arrivedAt < until;
  const lots = cohorts.map((cohort) => ({
    cohort,
    left: cohort.work * (isOwn(cohort) ? factors[cohort.arrivedAt]! : 1),
  }));
  const inTime = new Array<number>(until - from).fill(0);
  const judged = new Array<number>(until - from).fill(0);
  for (const { cohort, left } of lots) {
    if (!isOwn(cohort)) continue;
    const contacts = cohort.work === 0 ? cohort.contacts : (left / cohort.work) * cohort.contacts;
    judged[cohort.arrivedAt - from]! += contacts;
    if (cohort.work === 0) inTime[cohort.arrivedAt - from]! += contacts;
  }
  for (let now = 0; now < count; now += 1) {
    let free = now < from ? capacity.planned[now]! : capacity.own[now]!;
    for (;;) {
      const waiting = lots.filter(({ cohort, left }) => cohort.arrivedAt <= now && left > 1e-12);
      if (waiting.length === 0 || free <= 1e-12) break;
      const first = waiting.reduce((a, b) => (b.cohort.dueBy < a.cohort.dueBy ? b : a));
      const share = Math.min(free, first.left);
      free -= share;
      first.left -= share;
      const { cohort } = first;
      if (isOwn(cohort) && now + 1 <= cohort.promisedBy)
        inTime[cohort.arrivedAt - from]! += (share / cohort.work) * cohort.contacts;
    }
  }
  for (const { cohort, left } of lots) {
    if (isOwn(cohort) && cohort.promisedBy > count && cohort.work > 0)
      judged[cohort.arrivedAt - from]! -= (left / cohort.work) * cohort.contacts;
  }
  return { inTime, judged };
}

describe('the desk when other work comes than planned', () => {
  it('does in time what the earliest due first does, lot by lot', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const { input, from, until, factors, capacityChange } = instance;
        const plan = planDeferred(input);
        const own = plan.capacity.map((agents, at) => (input.open[at] ? Math.max(0, agents + capacityChange) : 0));
        const span = { from, until, intervalSeconds: HOUR };
        const desk = new UncertainDesk({ cohorts: plan.cohorts, capacity: plan.capacity, ...span });
        const run = desk.run(own, factors.slice(from, until));
        const plain = plainEdf(plan.cohorts, instance, { planned: plan.capacity, own });
        run.judged.forEach((judged, at) => expect(judged).toBeCloseTo(plain.judged[at]!, 6));
        // Which of two lots due at the same time goes first is nobody's business; both together are.
        const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, one) => total + one, 0);
        expect(sum(run.inTime)).toBeCloseTo(sum(plain.inTime), 6);
        if (input.keptFraction === 1) run.inTime.forEach((one, at) => expect(one).toBeCloseTo(plain.inTime[at]!, 6));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the plan’s own figures when the work comes as forecast', () => {
    fc.assert(
      fc.property(instances, ({ input }) => {
        const plan = planDeferred(input);
        const span = { from: 0, until: input.contacts.length, intervalSeconds: HOUR };
        const desk = new UncertainDesk({ cohorts: plan.cohorts, capacity: plan.capacity, ...span });
        const { inTime, judged } = desk.run(plan.capacity);
        plan.workOff.judgedContacts.forEach((count, at) => expect(judged[at]).toBeCloseTo(count, 6));
        plan.workOff.inTimeContacts.forEach((count, at) => expect(inTime[at]).toBeCloseTo(count, 6));
      }),
      { numRuns: 200 },
    );
  });

  it('counts as its chance the courses of the work that meet the goal, by interval, day and week', () => {
    fc.assert(
      fc.property(
        instances,
        fc.array(fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 30, maxLength: 30 }), {
          minLength: 1,
          maxLength: 7,
        }),
        (instance, courses) => {
          const { input, from, until } = instance;
          const { keptFraction = 1 } = input;
          const plan = planDeferred(input);
          const desk = new UncertainDesk({ ...plan, from, until, intervalSeconds: HOUR });
          const intervals = until - from;
          const factors = Float32Array.from(courses.flatMap((course) => course.slice(0, intervals)));
          const dayOf = Array.from({ length: intervals }, (_, at) => Math.floor(at / 7));
          const weekOf = dayOf.map((day) => Math.floor(day / 2));
          const risk = answeredInTime(desk, plan.capacity, {
            paths: { count: courses.length, intervals, factors },
            goal: { keptFraction, dayOf, weekOf },
          });
          const runs = courses.map((_, path) => desk.run(plan.capacity, factors, path * intervals));
          const chanceOf = (mine: (at: number) => boolean): number => {
            const places = dayOf.map((_, at) => at).filter(mine);
            const met = runs.map(({ inTime, judged }) => {
              const all = places.reduce((sum, at) => sum + judged[at]!, 0);
              return places.reduce((sum, at) => sum + inTime[at]!, 0) >= all * keptFraction * (1 - 1e-9);
            });
            return met.filter(Boolean).length / courses.length;
          };
          risk.chance.forEach((chance, at) => {
            if (!Number.isNaN(chance)) expect(chance).toBeCloseTo(chanceOf((one) => one === at));
          });
          risk.chanceOfDay.forEach((chance, day) => {
            if (!Number.isNaN(chance)) expect(chance).toBeCloseTo(chanceOf((one) => dayOf[one] === day));
          });
          risk.chanceOfWeek.forEach((chance, week) => {
            if (!Number.isNaN(chance)) expect(chance).toBeCloseTo(chanceOf((one) => weekOf[one] === week));
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

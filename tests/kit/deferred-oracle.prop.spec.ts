import {
  capacityProfile,
  carriedOut,
  deferredCohorts,
  onWholeGrid,
  OpeningClock,
  planDeferred,
  wholeAgents,
  withLateShare,
  withSafety,
  workOff,
  type DeferredCohort,
  type DeferredWork,
} from '@yotei/scheduling/staffing';
import fc from 'fast-check';
import {
  levelByProgramme,
  levelByWindows,
  levelWithLateContacts,
  plainPeeling,
  type OracleCase,
} from './deferred-oracle.js';

const HOUR = 3600;
const near = (a: number, b: number, tolerance = 1e-9): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));

/** Some hours of mail, opening hours with gaps, a promise by either clock, sometimes a backlog and free agents. */
const works = (longest = 12): fc.Arbitrary<DeferredWork & { freeAgents: number[] }> =>
  fc
    .record({
      hours: fc.array(
        fc.record({
          contacts: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
          open: fc.boolean(),
          free: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 3, noNaN: true })),
        }),
        { minLength: 1, maxLength: longest },
      ),
      handleSeconds: fc.constantFrom(300, 480, 900),
      withinHours: fc.integer({ min: 1, max: 8 }),
      clock: fc.constantFrom('business' as const, 'elapsed' as const),
      end: fc.constantFrom('carry' as const, 'clear' as const),
      backlog: fc.array(
        fc.record({ contacts: fc.integer({ min: 1, max: 30 }), spent: fc.integer({ min: 0, max: 10 }) }),
        { maxLength: 2 },
      ),
    })
    .map(({ hours, handleSeconds, withinHours, clock, end, backlog }) => ({
      intervalSeconds: HOUR,
      contacts: hours.map(({ contacts }) => contacts),
      averageHandleSeconds: hours.map(() => handleSeconds),
      open: hours.map(({ open }) => open),
      freeAgents: hours.map(({ free }) => free),
      promise: { withinHours, clock },
      end,
      openingBacklog: backlog.map(({ contacts, spent }) => ({
        contacts,
        averageHandleSeconds: handleSeconds,
        hoursLeft: withinHours - spent,
        waitedHours: spent,
      })),
    }));

const withoutFree = (work: DeferredWork): number[] => Array.from(work.contacts, () => 0);

function oracleCase(cohorts: readonly DeferredCohort[], work: DeferredWork, free: readonly number[]): OracleCase {
  const count = work.contacts.length;
  const jobs = cohorts.filter(({ from, dueBy, work: effort }) => from < count && dueBy <= count && effort > 0);
  return { jobs, open: Array.from(work.open, Boolean), free };
}

const judgedLate = (cohorts: readonly DeferredCohort[], count: number, left: Float64Array): boolean =>
  cohorts.some(
    ({ dueBy, from, work }, item) => from < count && dueBy <= count && left[item]! > 1e-7 * Math.max(1, work),
  );

describe('least capacity for deferred work', () => {
  it('is the profile that peeling critical intervals in its plainest form gives, with free capacity too', () => {
    fc.assert(
      fc.property(works(), fc.boolean(), (work, useFree) => {
        const free = useFree ? work.freeAgents : withoutFree(work);
        const clock = new OpeningClock(work.open);
        const cohorts = deferredCohorts(work, clock);
        const profile = capacityProfile(cohorts, clock, free);
        const plain = plainPeeling(oracleCase(cohorts, work, free));
        onWholeGrid(profile.agents, clock).forEach((agents, at) =>
          expect([at, near(agents, plain[at]!)]).toEqual([at, true]),
        );
        expect(near(profile.levelAgents, levelByWindows(oracleCase(cohorts, work, free)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('has the peak of the linear programme', async () => {
    await fc.assert(
      fc.asyncProperty(works(), fc.boolean(), async (work, useFree) => {
        const free = useFree ? work.freeAgents : withoutFree(work);
        const clock = new OpeningClock(work.open);
        const cohorts = deferredCohorts(work, clock);
        const one = oracleCase(cohorts, work, free);
        const { levelAgents } = capacityProfile(cohorts, clock, free);
        expect(near(levelAgents, one.jobs.length > 0 ? await levelByProgramme(one) : 0, 1e-6)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every due worked off earliest due first, in fractions and in whole agents, and not with less', () => {
    fc.assert(
      fc.property(works(), fc.boolean(), (work, useFree) => {
        const free = useFree ? work.freeAgents : withoutFree(work);
        const clock = new OpeningClock(work.open);
        const cohorts = deferredCohorts(work, clock);
        const profile = capacityProfile(cohorts, clock, free);
        const late = (openAgents: Float64Array): boolean => {
          const agents = onWholeGrid(openAgents, clock).map((own, at) => (work.open[at] ? own + free[at]! : 0));
          return judgedLate(cohorts, work.contacts.length, workOff(cohorts, agents, HOUR).leftWork);
        };
        expect(late(profile.agents.map((agents) => agents + 1e-10))).toBe(false);
        const whole = wholeAgents(profile, clock, HOUR);
        expect(late(whole.map((agents) => agents + 1e-9))).toBe(false);
        whole.forEach((agents, at) => {
          expect(Number.isInteger(agents) && agents <= Math.ceil(profile.agents[at]! - 1e-9)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the demand bound', () => {
  it('says whether any order keeps every due: earliest due first does if and only if every window has room', () => {
    const agentsOf = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(works(), agentsOf, (work, agents) => {
        const count = work.contacts.length;
        const capacity = agents.slice(0, count).map((has, at) => (work.open[at] ? has : 0));
        const cohorts = deferredCohorts(work, new OpeningClock(work.open));
        let room = Infinity;
        for (const { from } of cohorts) {
          for (const { dueBy: until } of cohorts.filter(({ dueBy }) => dueBy <= count && dueBy > from)) {
            const inside = cohorts.filter((cohort) => cohort.from >= from && cohort.dueBy <= until);
            const needs = inside.reduce((sum, cohort) => sum + cohort.work, 0);
            room = Math.min(room, capacity.slice(from, until).reduce((sum, has) => sum + has, 0) - needs);
          }
        }
        fc.pre(Math.abs(room) > 1e-6);
        // What is done after its due is late too, not only what is left at the end.
        const late = cohorts.some((_, item) => {
          const { dueBy, from } = cohorts[item]!;
          if (from >= count || dueBy > count) return false;
          const until = workOff(cohorts, capacity.slice(0, dueBy), HOUR);
          return until.leftWork[item]! > 1e-9;
        });
        expect(late).toBe(room < 0);
      }),
      { numRuns: 300 },
    );
  });
});

/** Everything is due within the grid, the queue always open, and one handle time: where the rule is exact. */
const evenWorks = fc.record({
  contacts: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 7 }),
  withinHours: fc.integer({ min: 1, max: 3 }),
  open: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  keptFraction: fc.double({ min: 0.8, max: 1, noNaN: true }),
});

describe('a promise for a share of the contacts', () => {
  it('needs no less than the linear programme that may choose what is late, and hardly more, for shares of 80 % and more', async () => {
    await fc.assert(
      fc.asyncProperty(evenWorks, async ({ contacts, withinHours, open, keptFraction }) => {
        const tail = Array.from({ length: 14 }, () => true);
        const hours = [...contacts, ...tail.map(() => 0)];
        const work: DeferredWork = {
          intervalSeconds: HOUR,
          contacts: hours,
          averageHandleSeconds: hours.map(() => 600),
          open: [...open.slice(0, contacts.length), ...tail],
          promise: { withinHours },
        };
        const clock = new OpeningClock(work.open);
        const cohorts = deferredCohorts(work, clock);
        const dueAfter = (boundary: number): number => clock.after(boundary, withinHours);
        const split = withLateShare(cohorts, { clock, keptFraction, dueAfter, clear: false });
        const { levelAgents } = capacityProfile(split, clock);
        const total = contacts.reduce((sum, count) => sum + count, 0);
        const one = oracleCase(
          cohorts,
          work,
          hours.map(() => 0),
        );
        const least = await levelWithLateContacts(one, (1 - keptFraction) * total, (boundary) =>
          dueAfter(clock.firstOpen(boundary)),
        );
        const needed = one.jobs.length > 0 ? least : 0;
        expect(levelAgents).toBeGreaterThanOrEqual(needed * (1 - 1e-6) - 1e-9);
        expect(levelAgents).toBeLessThanOrEqual(needed * 1.05 + 1e-9);
      }),
      { numRuns: 80 },
    );
  });

  it('keeps so many contacts in time, loses none, and never needs more than keeping all', () => {
    fc.assert(
      fc.property(works(), fc.double({ min: 0, max: 1, noNaN: true }), (work, keptFraction) => {
        const all = planDeferred(work);
        const plan = planDeferred({ ...work, keptFraction });
        expect(plan.levelAgents).toBeLessThanOrEqual(all.levelAgents * (1 + 1e-9) + 1e-9);
        const arrived = Array.from(work.contacts).reduce((sum, count) => sum + count, 0);
        const carried = (work.openingBacklog ?? []).reduce((sum, { contacts }) => sum + contacts, 0);
        const cohortContacts = plan.cohorts.reduce((sum, { contacts }) => sum + contacts, 0);
        expect(near(cohortContacts, arrived + carried)).toBe(true);
        // What still waits at the end with its promise whole is in time as far as the grid can tell.
        const broken = plan.cohorts.reduce((sum, { contacts, promisedBy, dueBy }) => {
          return sum + (promisedBy > 0 && dueBy > promisedBy ? contacts : 0);
        }, 0);
        const judged = plan.cohorts.reduce((sum, { contacts, promisedBy }) => sum + (promisedBy > 0 ? contacts : 0), 0);
        if (plan.reachable)
          expect(broken).toBeLessThanOrEqual((1 - keptFraction) * judged + 1e-6 * Math.max(1, judged));
      }),
      { numRuns: 300 },
    );
  });
});

describe('working deferred contacts off', () => {
  const capacities = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 12, maxLength: 12 });

  it('conserves work: what came is done or left', () => {
    fc.assert(
      fc.property(works(), capacities, (work, agents) => {
        const count = work.contacts.length;
        const cohorts = deferredCohorts(work, new OpeningClock(work.open));
        const series = workOff(cohorts, agents.slice(0, count), HOUR);
        const came = cohorts.reduce((sum, cohort) => sum + cohort.work, 0);
        const done = series.doneWork.reduce((sum, value) => sum + value, 0);
        const left = series.leftWork.reduce((sum, value) => sum + value, 0);
        expect(near(done + left, came)).toBe(true);
        expect(near(series.backlogWork[count - 1]!, left)).toBe(true);
        series.backlogContacts.forEach((value) => expect(value).toBeGreaterThanOrEqual(-1e-9));
        series.inTimeContacts.forEach((value, at) => {
          expect(value).toBeLessThanOrEqual(series.judgedContacts[at]! + 1e-9);
          expect(series.judgedContacts[at]!).toBeLessThanOrEqual(work.contacts[at]! + 1e-9);
        });
      }),
    );
  });

  it('goes on from the backlog carried out as if the grid had never been cut', () => {
    const cut = fc.integer({ min: 1, max: 11 });
    fc.assert(
      fc.property(works(), capacities, cut, (work, agents, at) => {
        const count = work.contacts.length;
        fc.pre(at < count && (work.openingBacklog ?? []).length === 0);
        const part = (from: number, until: number): DeferredWork => ({
          ...work,
          end: 'carry',
          contacts: Array.from(work.contacts).slice(from, until),
          averageHandleSeconds: Array.from(work.averageHandleSeconds).slice(from, until),
          // Open all the time: whether a promise can still be kept is then the same question on either side of the cut.
          open: Array.from(work.open, () => true).slice(from, until),
        });
        const run = (one: DeferredWork, capacity: readonly number[]) => {
          const clock = new OpeningClock(one.open);
          const cohorts = deferredCohorts(one, clock);
          return { cohorts, clock, promise: one.promise, series: workOff(cohorts, capacity, HOUR) };
        };
        const whole = run(part(0, count), agents.slice(0, count)).series;
        const first = run(part(0, at), agents.slice(0, at));
        const openingBacklog = carriedOut(first.cohorts, first.series, { ...first, intervalSeconds: HOUR });
        // A broken promise is given anew to a backlog, so that the order differs there.
        fc.pre(openingBacklog.every(({ hoursLeft }) => hoursLeft > 0));
        const second = run({ ...part(at, count), openingBacklog }, agents.slice(at, count)).series;
        second.backlogContacts.forEach((value, index) => {
          expect(near(value, whole.backlogContacts[at + index]!, 1e-6)).toBe(true);
          expect(near(second.oldestAgeHours[index]!, whole.oldestAgeHours[at + index]!, 1e-6)).toBe(true);
        });
        const inTime = (series: typeof whole): number => series.inTimeContacts.reduce((sum, value) => sum + value, 0);
        expect(near(inTime(first.series) + inTime(second) + second.ofBacklog.inTimeContacts, inTime(whole), 1e-6)).toBe(
          true,
        );
      }),
    );
  });
});

describe('safety against random volume', () => {
  it('holds mean and z standard deviations in every window, and changes nothing at z = 0', () => {
    fc.assert(
      fc.property(
        works(),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (work, z, volumeCv) => {
          const clock = new OpeningClock(work.open);
          const cohorts = deferredCohorts(work, clock);
          const profile = capacityProfile(cohorts, clock);
          const options = { clock, intervalSeconds: HOUR };
          expect(withSafety(profile, cohorts, { ...options, safety: { z: 0 } })).toEqual(profile.agents);
          const agents = onWholeGrid(withSafety(profile, cohorts, { ...options, safety: { z, volumeCv } }), clock);
          const count = work.contacts.length;
          for (let from = 0; from < count; from += 1) {
            for (let until = from + 1; until <= count; until += 1) {
              const inside = cohorts.filter(
                (cohort) => cohort.from >= from && cohort.dueBy <= until && cohort.work > 0,
              );
              if (inside.length === 0 || !work.open[from]) continue;
              const mean = inside.reduce((sum, cohort) => sum + cohort.work, 0);
              // Poisson contacts with exponential handle times: variance = contacts × 2 h²; of a known count, h².
              const variance = inside.reduce(
                (sum, { work: effort, contacts, ofBacklog }) => sum + (ofBacklog ? 1 : 2) * (effort ** 2 / contacts),
                (volumeCv * mean) ** 2,
              );
              const has = agents.slice(from, until).reduce((sum, value) => sum + value, 0);
              expect(has).toBeGreaterThanOrEqual((mean + z * Math.sqrt(variance)) * (1 - 1e-7) - 1e-7);
            }
          }
        },
      ),
    );
  });
});

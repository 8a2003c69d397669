import {
  carriedOut,
  deferredEffects,
  deskOf,
  intervalsIn,
  orderedWork,
  planUnderRisk,
  staffedWork,
  workOff,
  type AnswerPromise,
  type DeferredEffect,
  type DeferredPlan,
  type DeferredPlanInput,
  type OrderedWork,
  type PlanUnderRisk,
} from '../deferred/index.js';
import type { GridLoad, GridStaffing, GridStaffingModel } from '../grid-staffing-model.js';
import type { ServiceGoal } from '../staffing-model.js';

function promiseOf({
  answerWithinHours,
  answeredWithinHoursFraction: share = 1,
  answerWithinClock,
}: ServiceGoal): AnswerPromise {
  if (answerWithinHours === undefined) {
    throw new RangeError('answerWithinHours (undefined) must be given for deferred; use for example 24');
  }
  if (!(answerWithinHours > 0 && answerWithinHours < Infinity)) {
    throw new RangeError(`answerWithinHours (${answerWithinHours}) must be above 0; use for example 24`);
  }
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`answeredWithinHoursFraction (${share}) must be 0..1; 95 % is 0.95`);
  }
  return { withinHours: answerWithinHours, clock: answerWithinClock };
}

/** Intervals laid before and after the grid, as if it repeated itself, so that neither end is felt within it. */
interface Surroundings {
  readonly before: number;
  readonly after: number;
  readonly end: 'carry' | 'clear';
}

const FOUR_WEEKS_SECONDS = 28 * 86_400;
/** What is set aside is due after twice the promise; a few times that for the effect of either end to fade. */
const PROMISES_FELT = 8;

/**
 * A grid that repeats itself begins and ends just after the same closing, with nothing waiting: then exactly the work
 * of so many grids is done in so many grids, and what lies between is the steady state.
 */
function surroundingsOf(load: GridLoad, promise: AnswerPromise): Surroundings {
  const count = load.contacts.length;
  const openIntervals = Array.from(load.open).flatMap((open, index) => (open ? [index] : []));
  const { start = 'running', end = 'running' } = load;
  if (openIntervals.length === 0) return { before: 0, after: 0, end: 'carry' };
  const perOpen = promise.clock === 'elapsed' ? 1 : count / openIntervals.length;
  const felt = PROMISES_FELT * intervalsIn(promise.withinHours, load.intervalSeconds) * perOpen;
  const grids = Math.ceil(Math.max(felt, FOUR_WEEKS_SECONDS / load.intervalSeconds) / count);
  const closing = openIntervals.at(-1)! + 1;
  const goesBefore = load.openingBacklog === undefined && start === 'running';
  return {
    before: goesBefore ? grids * count + count - closing : 0,
    after: end === 'running' ? grids * count + closing : 0,
    end: end === 'carry' ? 'carry' : 'clear',
  };
}

/** The grid's values over its surroundings too; before and after it the same values over again. */
function surrounded<T>(values: ArrayLike<T>, { before, after }: Surroundings): T[] {
  const count = values.length;
  const phase = (count - (before % count)) % count;
  return Array.from({ length: before + count + after }, (_, index) => values[(index + phase) % count]!);
}

function planInput(load: GridLoad, goal: ServiceGoal, around: Surroundings): DeferredPlanInput {
  const { contacts, averageHandleSeconds, open, freeAgents } = load;
  return {
    intervalSeconds: load.intervalSeconds,
    contacts: surrounded(contacts, around),
    averageHandleSeconds: surrounded(averageHandleSeconds, around),
    open: surrounded(open, around),
    freeAgents: freeAgents && surrounded(freeAgents, around),
    promise: promiseOf(goal),
    openingBacklog: load.openingBacklog,
    end: around.end,
    keptFraction: goal.answeredWithinHoursFraction,
    maxOccupancyFraction: goal.maxOccupancyFraction,
    safety: load.safety,
  };
}

/** The part of the plan that lies on the grid itself. */
function cut(plan: DeferredPlan, load: GridLoad, from: number): Omit<GridStaffing, 'risk'> {
  const until = from + load.contacts.length;
  const before = plan.cohorts.filter(({ arrivedAt }) => arrivedAt < until);
  const untilEnd = workOff(before, plan.capacity.slice(0, until), load.intervalSeconds);
  const { inTimeContacts, judgedContacts, backlogContacts, oldestAgeHours } = plan.workOff;
  const inTimeFraction = inTimeContacts.map((count, index) => count / judgedContacts[index]!);
  const profileAgents = plan.profileAgents.slice(from, until);
  return {
    levelAgents: profileAgents.reduce((peak, agents) => Math.max(peak, agents), 0),
    profileAgents,
    requiredAgents: plan.requiredAgents.slice(from, until),
    doneErlangs: plan.workOff.doneWork.slice(from, until),
    occupancy: plan.occupancy.slice(from, until),
    inTimeFraction: inTimeFraction.slice(from, until),
    backlogContacts: backlogContacts.slice(from, until),
    oldestAgeHours: oldestAgeHours.slice(from, until),
    unkeepable: plan.unkeepable.slice(from, until),
    carriedOut: carriedOut(before, untilEnd, {
      intervalSeconds: load.intervalSeconds,
      promise: plan.promise,
      clock: plan.clock,
    }),
  };
}

interface Staffed {
  readonly work: OrderedWork;
  readonly from: number;
  readonly until: number;
  readonly plan: DeferredPlan;
  readonly uncertain: PlanUnderRisk | null;
}

function staffed(load: GridLoad, goal: ServiceGoal): Staffed {
  const around = surroundingsOf(load, promiseOf(goal));
  const work = orderedWork(planInput(load, goal, around));
  const span = { from: around.before, until: around.before + load.contacts.length };
  const { uncertainty: volume, safety } = load;
  if (!volume) return { work, ...span, plan: staffedWork(work, safety), uncertain: null };
  const { staffedFor } = volume;
  const uncertain = planUnderRisk(work, { ...span, volume, staffedFor, safety: safety ?? {} });
  return { work, ...span, plan: uncertain.plan, uncertain };
}

function staff(load: GridLoad, goal: ServiceGoal): GridStaffing {
  const { plan, from, uncertain } = staffed(load, goal);
  return { ...cut(plan, load, from), risk: uncertain?.risk ?? null };
}

function effects(load: GridLoad, goal: ServiceGoal, mores: readonly number[]): readonly DeferredEffect[] {
  const { work, plan, uncertain, ...span } = staffed(load, goal);
  const desk = uncertain?.desk ?? deskOf(plan, work, span);
  return deferredEffects(work, { plan, desk, uncertain }, { ...span, mores, volume: load.uncertainty });
}

export const deferredModel: GridStaffingModel = {
  scope: 'grid',
  id: 'deferred',
  title: { en: 'Deferred work: done within hours', ja: '非同期業務：時間内に処理' },
  source: 'Dertouzos, IFIP 1974; Yao, Demers & Shenker, FOCS 1995',
  assumptions: [
    {
      en: 'Work may wait and is done in the order in which it is due; the backlog is carried from day to day.',
      ja: '業務は待つことができ、期限の早い順に処理する。未処理分は翌日以降に繰り越す。',
    },
    {
      en: 'Agents are spread so that the promise is kept with the lowest peak and the least cost.',
      ja: '約束を守りつつ、最大人数と費用が最小になるように人数を配分する。',
    },
    {
      en: 'Waits below an interval are not seen: the promise should be ten handle times or longer.',
      ja: '時間帯より短い待ちは扱わない。約束の時間は処理時間の 10 倍以上が望ましい。',
    },
  ],
  judges: ['answered-within-hours', 'occupancy'],
  staff,
  effects,
};

import { gridStaffingModel } from '../catalogue.js';
import { loadErlangs } from '../load.js';
import type { StaffingLoad } from '../staffing-model.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import type { DeferredEffect } from '../deferred/index.js';
import type { DirectorClause } from './director-sentence.js';
import { recoverySteps } from './explain-staffing.js';
import { recoveryAgents } from '../requirement/recovery.js';
import { gridCurve } from './grid-curve.js';
import { loadFormula, rosterFormula } from './model-formulas.js';
import type { AppliedShrinkage, StaffingExplanation, StaffingStep } from './staffing-explanation.js';

/** One interval of a grid that was staffed as a whole, with what was found for it. */
export interface ExplainGridIntervalInput {
  readonly plan: StaffingPlan;
  readonly contacts: number;
  readonly intervalSeconds: number;
  readonly averageHandleSeconds: number;
  /** Work done in the interval, in agents: contacts of earlier intervals too, and not all of its own. */
  readonly doneErlangs: number;
  /** NaN: no number of agents reaches the goals. */
  readonly requiredAgents: number;
  readonly agentsToRoster: number;
  /** The unplanned reasons that apply at that time of that day. */
  readonly shrinkage: readonly AppliedShrinkage[];
  /** Of the whole grid (`requirementEffects`), with none, one more and one fewer among them; absent = no curve. */
  readonly effects?: readonly DeferredEffect[];
  /** Chance that the goal is met by the contacts of the interval, of its day and its week; NaN = not known. */
  readonly chances?: { readonly interval: number; readonly day: number; readonly week: number };
  /** Which of the grid's weeks (from Monday) the interval lies in; default 0, the first. */
  readonly week?: number;
}

const HOUR_SECONDS = 3600;

function rosterSteps(input: ExplainGridIntervalInput): readonly StaffingStep[] {
  const { plan, requiredAgents, agentsToRoster, shrinkage, doneErlangs, intervalSeconds, averageHandleSeconds } = input;
  const contacts = (doneErlangs * intervalSeconds) / averageHandleSeconds;
  const wanted = requiredAgents + recoveryAgents(plan, contacts, intervalSeconds / 60);
  let agentsAfter = wanted;
  const byReason = shrinkage.map(({ id, fraction }): StaffingStep => {
    agentsAfter /= 1 - fraction;
    return { id: 'shrinkage-reason', reasonId: id, fraction, agentsAfter };
  });
  const shrinkageFraction = wanted > 0 ? 1 - wanted / agentsAfter : 0;
  return [
    ...recoverySteps(plan, contacts, wanted),
    ...byReason,
    { id: 'shrinkage', shrinkageFraction, agentsBeforeRounding: agentsAfter },
    { id: 'to-roster', agentsToRoster },
  ];
}

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

function effectOf({ effects = [] }: ExplainGridIntervalInput, more: number): DeferredEffect | undefined {
  return effects.find((effect) => effect.more === more);
}

/** What the grid gives with one agent fewer, these, and one more, and how sure that is. */
function effectSteps(input: ExplainGridIntervalInput): readonly StaffingStep[] {
  const [fewer, answer, more] = [-1, 0, 1].map((one) => effectOf(input, one));
  if (!fewer || !answer || !more) return [];
  const { goal, staffedFor = { kind: 'point' } } = input.plan;
  const effects: StaffingStep = {
    id: 'deferred-effects',
    inTimeFraction: answer.inTimeFraction,
    fewerInTimeFraction: fewer.inTimeFraction,
    moreInTimeFraction: more.inTimeFraction,
    targetFraction: goal.answeredWithinHoursFraction ?? 1,
  };
  const weekChanceFraction = orNull(input.chances?.week);
  if (weekChanceFraction === null) return [effects];
  return [
    effects,
    {
      id: 'deferred-chance',
      staffedFor,
      chanceFraction: orNull(input.chances?.interval),
      dayChanceFraction: orNull(input.chances?.day),
      weekChanceFraction,
      fewerWeekChanceFraction: orNull(fewer.weekChances[input.week ?? 0]),
      expectedFraction: orNull(answer.expectedShare),
    },
  ];
}

/** What one agent fewer at all open hours would do, and how sure these are; nothing where nothing is known of it. */
function effectClauses(input: ExplainGridIntervalInput): readonly DirectorClause[] {
  const [fewer, answer] = [effectOf(input, -1), effectOf(input, 0)];
  const week = orNull(input.chances?.week);
  const clauses: DirectorClause[] = [];
  if (fewer && answer && fewer.inTimeFraction < answer.inTimeFraction) {
    clauses.push({
      id: 'gives-hours',
      values: {
        value: { value: answer.inTimeFraction, unit: 'fraction' },
        fewerValue: { value: fewer.inTimeFraction, unit: 'fraction' },
        target: { value: input.plan.goal.answeredWithinHoursFraction ?? 1, unit: 'fraction' },
      },
      apart: { fewerValue: 'target' },
    });
  }
  const fewerWeek = orNull(fewer?.weekChances[input.week ?? 0]);
  if (week === null) return clauses;
  const chance = { value: week, unit: 'fraction' } as const;
  if (fewerWeek === null) clauses.push({ id: 'chance-hours', values: { chance } });
  else clauses.push({ id: 'chance-hours-fewer', values: { chance, fewer: { value: fewerWeek, unit: 'fraction' } } });
  return clauses;
}

/** Work that is done at another time than it comes in; worth a word from a tenth of an agent. */
function movedClauses(moreErlangs: number): readonly DirectorClause[] {
  if (Math.abs(moreErlangs) < 0.1) return [];
  return [{ id: moreErlangs > 0 ? 'done-earlier' : 'left-for-later', values: {} }];
}

function sentenceOf(input: ExplainGridIntervalInput, load: StaffingLoad): readonly DirectorClause[] {
  const { plan, requiredAgents, agentsToRoster, shrinkage } = input;
  const agents = { value: requiredAgents, unit: 'agents' } as const;
  const work: DirectorClause = {
    id: 'work',
    values: {
      contacts: { value: input.contacts, unit: 'contacts' },
      interval: { value: input.intervalSeconds, unit: 'seconds' },
      handle: { value: input.averageHandleSeconds, unit: 'seconds' },
      load: { value: loadErlangs(load), unit: 'agents' },
    },
  };
  const needed: DirectorClause = {
    id: 'needed-hours',
    values: {
      target: { value: plan.goal.answeredWithinHoursFraction ?? 1, unit: 'fraction' },
      within: { value: (plan.goal.answerWithinHours ?? 0) * HOUR_SECONDS, unit: 'seconds' },
      agents,
      done: { value: input.doneErlangs, unit: 'agents' },
    },
  };
  if (Number.isNaN(requiredAgents)) return [work, { id: 'no-answer', values: {} }];
  if (requiredAgents === 0) return [work, { id: 'nothing-due', values: {} }];
  const lost = 1 - shrinkage.reduce((kept, { fraction }) => kept * (1 - fraction), 1);
  const values = {
    shrinkage: { value: lost, unit: 'fraction' },
    roster: { value: agentsToRoster, unit: 'agents' },
  } as const;
  return [
    work,
    needed,
    ...movedClauses(input.doneErlangs - loadErlangs(load)),
    ...effectClauses(input),
    ...(lost > 0 ? [{ id: 'roster', values } as const] : []),
  ];
}

/**
 * "Why this many?" for an interval of work that can wait: what comes, what is done in it, and by when. Its agents follow
 * from the whole grid, so one agent more or fewer is meant at all open hours of it, and the curve is of that. Throws for
 * a model that staffs intervals.
 */
export function explainGridInterval(input: ExplainGridIntervalInput): StaffingExplanation {
  const { plan, contacts, intervalSeconds, averageHandleSeconds, requiredAgents, agentsToRoster, shrinkage } = input;
  const model = gridStaffingModel(plan.modelId);
  if (!model) throw new RangeError(`modelId (${plan.modelId}) must staff whole grids; use explainStaffing for others`);
  const load: StaffingLoad = { contacts, intervalSeconds, averageHandleSeconds };
  const { answerWithinHours = 0, answeredWithinHoursFraction = 1, answerWithinClock = 'business' } = plan.goal;
  const given: readonly StaffingStep[] = [
    { id: 'contacts', contacts, intervalSeconds },
    { id: 'handle-time', averageHandleSeconds, concurrency: 1 },
    { id: 'load', loadErlangs: loadErlangs(load) },
    { id: 'model', modelId: model.id, patienceSeconds: null },
  ];
  const known = { modelId: model.id, load, effects: null, sentence: sentenceOf(input, load) };
  if (Number.isNaN(requiredAgents)) {
    const steps: readonly StaffingStep[] = [...given, { id: 'unreachable', reason: 'certainty' }];
    return { ...known, requiredAgents: null, agentsToRoster: null, steps, formulas: [loadFormula(load)], curve: null };
  }
  return {
    ...known,
    requiredAgents,
    agentsToRoster,
    steps: [
      ...given,
      {
        id: 'deferred',
        doneErlangs: input.doneErlangs,
        agents: requiredAgents,
        withinHours: answerWithinHours,
        keptFraction: answeredWithinHoursFraction,
        clock: answerWithinClock,
      },
      ...effectSteps(input),
      ...rosterSteps(input),
    ],
    formulas: [
      loadFormula(load),
      rosterFormula({
        agents: requiredAgents,
        recovering: recoveryAgents(
          input.plan,
          (input.doneErlangs * input.intervalSeconds) / input.averageHandleSeconds,
          input.intervalSeconds / 60,
        ),
        toRoster: agentsToRoster,
        fractions: shrinkage.map(({ fraction }) => fraction),
      }),
    ],
    curve: gridCurve(requiredAgents, input.effects ?? [], {
      keptFraction: answeredWithinHoursFraction,
      week: input.week ?? 0,
    }),
  };
}

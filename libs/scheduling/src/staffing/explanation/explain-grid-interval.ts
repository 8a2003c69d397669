import { gridStaffingModel } from '../catalogue.js';
import { loadErlangs } from '../load.js';
import type { StaffingLoad } from '../staffing-model.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import type { DirectorClause } from './director-sentence.js';
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
  readonly requiredAgents: number;
  readonly agentsToRoster: number;
  /** The unplanned reasons that apply at that time of that day. */
  readonly shrinkage: readonly AppliedShrinkage[];
}

const HOUR_SECONDS = 3600;

function rosterSteps({ requiredAgents, agentsToRoster, shrinkage }: ExplainGridIntervalInput): readonly StaffingStep[] {
  let agentsAfter = requiredAgents;
  const byReason = shrinkage.map(({ id, fraction }): StaffingStep => {
    agentsAfter /= 1 - fraction;
    return { id: 'shrinkage-reason', reasonId: id, fraction, agentsAfter };
  });
  const shrinkageFraction = requiredAgents > 0 ? 1 - requiredAgents / agentsAfter : 0;
  return [
    ...byReason,
    { id: 'shrinkage', shrinkageFraction, agentsBeforeRounding: agentsAfter },
    { id: 'to-roster', agentsToRoster },
  ];
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
    ...(lost > 0 ? [{ id: 'roster', values } as const] : []),
  ];
}

/**
 * "Why this many?" for an interval of work that can wait: its agents follow from the whole grid, so there is no curve
 * of its own and no agent more or fewer; it says what comes, what is done in it, and by when. Throws for a model that
 * staffs intervals.
 */
export function explainGridInterval(input: ExplainGridIntervalInput): StaffingExplanation {
  const { plan, contacts, intervalSeconds, averageHandleSeconds, requiredAgents, agentsToRoster, shrinkage } = input;
  const model = gridStaffingModel(plan.modelId);
  if (!model) throw new RangeError(`modelId (${plan.modelId}) must staff whole grids; use explainStaffing for others`);
  const load: StaffingLoad = { contacts, intervalSeconds, averageHandleSeconds };
  const { answerWithinHours = 0, answeredWithinHoursFraction = 1, answerWithinClock = 'business' } = plan.goal;
  return {
    modelId: model.id,
    requiredAgents,
    agentsToRoster,
    load,
    steps: [
      { id: 'contacts', contacts, intervalSeconds },
      { id: 'handle-time', averageHandleSeconds, concurrency: 1 },
      { id: 'load', loadErlangs: loadErlangs(load) },
      { id: 'model', modelId: model.id, patienceSeconds: null },
      {
        id: 'deferred',
        doneErlangs: input.doneErlangs,
        agents: requiredAgents,
        withinHours: answerWithinHours,
        keptFraction: answeredWithinHoursFraction,
        clock: answerWithinClock,
      },
      ...rosterSteps(input),
    ],
    formulas: [
      loadFormula(load),
      rosterFormula({
        agents: requiredAgents,
        toRoster: agentsToRoster,
        fractions: shrinkage.map(({ fraction }) => fraction),
      }),
    ],
    curve: null,
    effects: null,
    sentence: sentenceOf(input, load),
  };
}

import type { Amount, AmountUnit } from '../amount.js';
import type { JudgedGoal } from './explain-requirement.js';
import { loadErlangs } from '../load.js';
import type { GoalUnreachableReason } from '../required-agents.js';
import type { GoalMeasure } from '../staffing-model.js';
import { givesMessage, neededMessage, type DirectorClause } from './director-sentence.js';
import type { ExplainStaffingInput, StaffingExplanation, StaffingStep } from './staffing-explanation.js';

type Explained = Omit<StaffingExplanation, 'sentence'>;

const amount = (value: number, unit: AmountUnit): Amount => ({ value, unit });
const people = (count: number): Amount => amount(count, 'agents');
const unitOf = (measure: GoalMeasure): AmountUnit => (measure === 'asa' ? 'seconds' : 'fraction');

function stepOf<Id extends StaffingStep['id']>(
  { steps }: Explained,
  id: Id,
): Extract<StaffingStep, { id: Id }> | undefined {
  return steps.find((step): step is Extract<StaffingStep, { id: Id }> => step.id === id);
}

function workClauses(input: ExplainStaffingInput, explained: Explained): readonly DirectorClause[] {
  const own = loadErlangs({ ...explained.load, contacts: input.contacts });
  const carried = stepOf(explained, 'load-method');
  const { concurrency = 1 } = explained.load;
  const isShared = concurrency > 1;
  const count = (load: number): Amount => amount(load, isShared ? 'contacts' : 'agents');
  const values = {
    contacts: amount(input.contacts, 'contacts'),
    interval: amount(input.intervalSeconds, 'seconds'),
    handle: amount(input.averageHandleSeconds, 'seconds'),
  };
  const work: DirectorClause = isShared
    ? { id: 'work-shared', values: { ...values, open: count(own), each: amount(concurrency, 'contacts') } }
    : { id: 'work', values: { ...values, load: count(own) } };
  // Worth a clause where it shows in the words: a tenth of an agent.
  const isCarried = carried && Math.abs(carried.staffedErlangs - own) >= 0.1;
  return isCarried ? [work, { id: 'work-carried', values: { load: count(carried.staffedErlangs) } }] : [work];
}

/** The goal that decides: the first that one agent fewer misses, or the first there is. */
function decidingGoal({ effects }: Explained): { goal: JudgedGoal; fewer: JudgedGoal } | null {
  const fewer = effects?.fewer.goals ?? [];
  const at = Math.max(
    0,
    fewer.findIndex(({ met }) => !met),
  );
  const goal = effects?.answer.goals[at];
  return goal && fewer[at] ? { goal, fewer: fewer[at] } : null;
}

function neededClauses(input: ExplainStaffingInput, explained: Explained, agents: number): readonly DirectorClause[] {
  const deciding = decidingGoal(explained);
  const within = amount(input.plan.goal.answerWithinSeconds ?? 0, 'seconds');
  if (!deciding) return [{ id: 'needed', values: { agents: people(agents) } }];
  const { goal } = deciding;
  const target = amount(goal.target, unitOf(goal.measure));
  return [{ id: neededMessage(goal.measure), values: { target, within, agents: people(agents) } }];
}

/** What the answer gives and what one fewer would; only where the answer is the least for the load itself. */
function givesClauses(explained: Explained): readonly DirectorClause[] {
  const { effects } = explained;
  const deciding = decidingGoal(explained);
  if (!effects || !deciding) return [];
  const { goal, fewer } = deciding;
  const unit = unitOf(goal.measure);
  const count = people(effects.fewer.agents);
  const unstable: DirectorClause = { id: 'fewer-unstable', values: { fewer: count } };
  if (!effects.fewer.performance.stable || !Number.isFinite(fewer.value)) return [unstable];
  const id = givesMessage(goal.measure);
  // Where one fewer would do too (nobody at all, by these goals alone) there is nothing to say against it.
  if (!id || fewer.met) return [];
  return [
    {
      id,
      values: {
        agents: people(effects.answer.agents),
        value: amount(goal.value, unit),
        fewer: count,
        fewerValue: amount(fewer.value, unit),
        target: amount(goal.target, unit),
      },
      apart: { fewerValue: 'target' },
    },
  ];
}

function uncertainClauses(explained: Explained): readonly DirectorClause[] {
  const step = stepOf(explained, 'uncertain-load');
  if (!step) return [];
  const { staffedFor, pointAgents, agents } = step;
  const values = { pointAgents: people(pointAgents), agents: people(agents) };
  if (staffedFor.kind !== 'chance') return [{ id: 'on-average', values }];
  const chance = amount(staffedFor.chanceFraction, 'fraction');
  return [{ id: 'certain-enough', values: { ...values, chance } }];
}

function rosterClauses(explained: Explained): readonly DirectorClause[] {
  const shrinkage = stepOf(explained, 'shrinkage');
  const scheduled = stepOf(explained, 'scheduled');
  const clauses: DirectorClause[] = [];
  if (shrinkage && shrinkage.shrinkageFraction > 0) {
    const values = {
      shrinkage: amount(shrinkage.shrinkageFraction, 'fraction'),
      roster: people(explained.agentsToRoster ?? 0),
    };
    clauses.push({ id: 'roster', values });
  }
  if (scheduled) {
    const { staffingGap } = scheduled;
    const values = { scheduled: people(scheduled.scheduledAgents), gap: people(Math.abs(staffingGap)) };
    clauses.push({ id: staffingGap < 0 ? 'short' : staffingGap > 0 ? 'over' : 'just-right', values });
  }
  return clauses;
}

const OTHER_GOALS: DirectorClause = { id: 'other-goals', values: {} };

const NO_ANSWER: Readonly<Record<GoalUnreachableReason, DirectorClause['id']>> = {
  certainty: 'no-answer',
  'too-few-lines': 'no-answer-lines',
  'met-by-abandonment': 'no-answer-abandonment',
};

function noAnswerClause(explained: Explained): DirectorClause {
  const reason = stepOf(explained, 'unreachable')?.reason ?? 'certainty';
  return { id: NO_ANSWER[reason], values: {} };
}

/** The clauses of the director's sentence, in order. */
export function clausesOf(input: ExplainStaffingInput, explained: Explained): readonly DirectorClause[] {
  if (explained.requiredAgents === null) return [...workClauses(input, explained), noAnswerClause(explained)];
  if (explained.requiredAgents === 0) return [{ id: 'no-contacts', values: {} }];
  const uncertain = uncertainClauses(explained);
  return [
    ...workClauses(input, explained),
    ...neededClauses(input, explained, explained.requiredAgents),
    ...(uncertain.length > 0 ? uncertain : givesClauses(explained)),
    ...((explained.effects?.answer.goals.length ?? 0) > 1 ? [OTHER_GOALS] : []),
    ...rosterClauses(explained),
  ];
}

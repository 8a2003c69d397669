import { planFault, type PlanFault } from './plan-fault.js';
import { requiredAgents, type GoalUnreachableReason } from '../required-agents.js';
import type { PlanModel } from './plan-models.js';
import { SERVICE_LEVEL_VARIANTS, type ServiceGoal } from '../staffing-model.js';
import type { StaffingPlan } from './staffing-plan.js';

type Fraction =
  | 'serviceLevelFraction'
  | 'maxOccupancyFraction'
  | 'maxAbandonmentFraction'
  | 'maxBlockingFraction'
  | 'answeredWithinHoursFraction';
const FRACTIONS: Readonly<Record<Fraction, readonly [string, string]>> = {
  serviceLevelFraction: ['Service level', 'サービスレベル'],
  maxOccupancyFraction: ['Occupancy', '稼働率'],
  maxAbandonmentFraction: ['Abandonment', '放棄率'],
  maxBlockingFraction: ['Blocking', '呼損率'],
  answeredWithinHoursFraction: ['Share answered within the hours', '時間内に回答する割合'],
};

type Span = 'answerWithinSeconds' | 'asaSeconds' | 'answerWithinHours';
const SPANS: Readonly<Record<Span, readonly [string, string]>> = {
  answerWithinSeconds: ['Answered within', '応答までの秒数'],
  asaSeconds: ['Average wait', '平均待ち時間'],
  answerWithinHours: ['Answered within hours', '回答までの時間'],
};

/** The goals by which each measure can be judged. */
const GOAL_OF: Readonly<Record<PlanModel['judges'][number], keyof ServiceGoal>> = {
  'service-level': 'serviceLevelFraction',
  asa: 'asaSeconds',
  occupancy: 'maxOccupancyFraction',
  abandonment: 'maxAbandonmentFraction',
  blocking: 'maxBlockingFraction',
  'answered-within-hours': 'answerWithinHours',
};

function valueFaults(goal: ServiceGoal): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  for (const [name, [en, ja]] of Object.entries(FRACTIONS)) {
    const value = goal[name as Fraction];
    if (value !== undefined && !(value >= 0 && value <= 1))
      faults.push(
        planFault(
          `goal.${name}`,
          `${en} (${value}) must lie in 0..1; 80 % is 0.8`,
          `${ja}(${value})は0～1にしてください。80%は0.8です`,
        ),
      );
  }
  for (const [name, [en, ja]] of Object.entries(SPANS)) {
    const value = goal[name as Span];
    if (value !== undefined && !(value >= 0 && Number.isFinite(value)))
      faults.push(
        planFault(`goal.${name}`, `${en} (${value}) must be 0 or more`, `${ja}(${value})は0以上にしてください`),
      );
  }
  if (goal.serviceLevelVariant !== undefined && !SERVICE_LEVEL_VARIANTS.includes(goal.serviceLevelVariant)) {
    const list = SERVICE_LEVEL_VARIANTS.join(', ');
    faults.push(
      planFault(
        'goal.serviceLevelVariant',
        `Service level must be counted as one of ${list}`,
        `サービスレベルの数え方は${list}のいずれかです`,
      ),
    );
  }
  if (goal.serviceLevelFraction !== undefined && goal.answerWithinSeconds === undefined)
    faults.push(
      planFault(
        'goal.answerWithinSeconds',
        'A service level needs the seconds to answer within, for example 20',
        'サービスレベルには応答までの秒数が必要です(例: 20)',
      ),
    );
  return faults;
}

/** What judges the model can use, so that it has something to aim at. */
function nothingToAimAt(goal: ServiceGoal, model: PlanModel): PlanFault | null {
  const given = model.judges.some((measure) => goal[GOAL_OF[measure]] !== undefined);
  if (given || model.ownGoal) return null;
  const names = model.judges.join(', ');
  return planFault(
    'goal',
    `${model.title.en} needs at least one goal it can judge: ${names}`,
    `${model.title.ja}で判定できる目標を1つ以上入力してください(${names})`,
  );
}

/** Work that can wait needs a time by which it is done. */
function noHours({ answerWithinHours, answerWithinClock }: ServiceGoal, model: PlanModel): PlanFault | null {
  if (answerWithinClock !== undefined && answerWithinClock !== 'business' && answerWithinClock !== 'elapsed')
    return planFault(
      'goal.answerWithinClock',
      'Hours must be counted as business or elapsed',
      '時間の数え方はbusinessまたはelapsedです',
    );
  if (answerWithinHours !== undefined && answerWithinHours > 0) return null;
  return planFault(
    'goal.answerWithinHours',
    `${model.title.en} needs hours above 0 to answer within, for example 24`,
    `${model.title.ja}には0より大きい回答時間が必要です(例: 24)`,
  );
}

type LoadFreeReason = Exclude<GoalUnreachableReason, 'too-few-lines'>;

/** Just short of certainty: what stands in for a target that only an unlimited number of agents would reach. */
const NEARLY = 0.99;

function nearestOf(goal: ServiceGoal, reason: LoadFreeReason): ServiceGoal {
  if (reason === 'met-by-abandonment') return { ...goal, maxAbandonmentFraction: 0.05 };
  const nearest: { -readonly [Name in keyof ServiceGoal]: ServiceGoal[Name] } = { ...goal };
  if (goal.serviceLevelFraction !== undefined && goal.serviceLevelFraction >= 1) nearest.serviceLevelFraction = NEARLY;
  if (goal.asaSeconds === 0) nearest.asaSeconds = 1;
  if (goal.maxAbandonmentFraction === 0) nearest.maxAbandonmentFraction = 1 - NEARLY;
  if (goal.maxBlockingFraction === 0) nearest.maxBlockingFraction = 1 - NEARLY;
  if (goal.maxOccupancyFraction === 0) nearest.maxOccupancyFraction = 0.5;
  return nearest;
}

const UNREACHABLE: Readonly<Record<LoadFreeReason, readonly [string, string]>> = {
  certainty: [
    'No number of agents makes it certain: contacts come at random. Leave a small part open',
    '何人いても確実にはなりません。コンタクトはランダムに届くためです。わずかな余地を残してください',
  ],
  'met-by-abandonment': [
    'This service level counts those who give up as served, so nobody at all would meet it. Add a limit on abandonment',
    'この数え方では諦めた人も応答済みになるため、0人でも達成してしまいます。放棄率の上限を加えてください',
  ],
};

/** The smallest ordinary load: whether a goal can be reached does not depend on how much comes. */
const PROBE = { contacts: 10, intervalSeconds: 900, averageHandleSeconds: 180 };

function certaintyFault(goal: ServiceGoal, reason: LoadFreeReason): PlanFault {
  const [en, ja] = UNREACHABLE[reason];
  return { ...planFault('goal', en, ja), nearestGoal: nearestOf(goal, reason) };
}

/** Work that can wait is asked of a whole grid; of its goals only an occupancy of nothing is reached by nobody. */
function neverBusy(goal: ServiceGoal): PlanFault | null {
  return goal.maxOccupancyFraction === 0 ? certaintyFault(goal, 'certainty') : null;
}

function unreachableFault(plan: StaffingPlan): PlanFault | null {
  const { modelId, goal, patienceSeconds, concurrency, slowdownFraction, lines, redialFraction } = plan;
  const load = { ...PROBE, patienceSeconds, concurrency, slowdownFraction, lines, redialFraction };
  const answer = requiredAgents(modelId, load, goal);
  // Whether the lines are too few depends on how much comes; the requirement says so interval by interval.
  if (answer.kind !== 'goal-unreachable' || answer.reason === 'too-few-lines') return null;
  return certaintyFault(goal, answer.reason);
}

/** What is wrong with the goal of a plan; whether it can be reached is asked only when everything else stands. */
export function goalFaults(plan: StaffingPlan, model: PlanModel, restStands: boolean): readonly PlanFault[] {
  const faults = valueFaults(plan.goal);
  if (faults.length > 0) return faults;
  const missing = model.isWholeGrid ? noHours(plan.goal, model) : nothingToAimAt(plan.goal, model);
  if (missing) return [missing];
  const unreachable = restStands ? (model.isWholeGrid ? neverBusy(plan.goal) : unreachableFault(plan)) : null;
  return unreachable ? [unreachable] : [];
}

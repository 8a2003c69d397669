import { DAY_MINUTES, isPartOfDay, isWeekday } from './part-of-week.js';
import { planFault as fault, type PlanFault } from './plan-fault.js';
import { goalFaults } from './plan-goal-faults.js';
import { PLAN_MODELS, planModel, type PlanModel } from './plan-models.js';
import { LOAD_METHODS, type ShrinkageReason, type StaffingPlan, type WorkedHours } from './staffing-plan.js';

function parameterFaults(plan: StaffingPlan, model: PlanModel): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  for (const { key, title, min, max, required } of model.parameters) {
    const value = plan[key];
    if (value === undefined && required)
      faults.push(
        fault(key, `${title.en} is needed by ${model.title.en}`, `${model.title.ja}には${title.ja}が必要です`),
      );
    else if (value !== undefined && !(value >= min && value <= max))
      faults.push(
        fault(
          key,
          `${title.en} (${value}) must lie in ${min}..${max}`,
          `${title.ja}(${value})は${min}～${max}にしてください`,
        ),
      );
  }
  return faults;
}

function staffedForFaults({ loadMethod, staffedFor }: StaffingPlan): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  if (loadMethod !== undefined && !LOAD_METHODS.includes(loadMethod)) {
    const list = LOAD_METHODS.join(', ');
    faults.push(
      fault(
        'loadMethod',
        `Load method (${String(loadMethod)}) must be one of ${list}`,
        `負荷の計算方法は${list}のいずれかです`,
      ),
    );
  }
  if (staffedFor?.kind === 'chance' && !(staffedFor.chanceFraction > 0 && staffedFor.chanceFraction < 1)) {
    const { chanceFraction: chance } = staffedFor;
    const path = 'staffedFor.chanceFraction';
    faults.push(
      fault(
        path,
        `Chance (${chance}) must be above 0 and below 1; 80 % is 0.8`,
        `確率(${chance})は0より大きく1未満にしてください。80%は0.8です`,
      ),
    );
  }
  return faults;
}

function whenFaults(when: WorkedHours, path: string): readonly PlanFault[] {
  const { weekdays, fromMinute = 0, untilMinute = DAY_MINUTES } = when;
  const faults: PlanFault[] = [];
  if (weekdays && (weekdays.length === 0 || !weekdays.every(isWeekday)))
    faults.push(
      fault(
        `${path}.weekdays`,
        'Weekdays must be 1 (Monday) to 7, at least one',
        '曜日は1(月)～7から1つ以上選んでください',
      ),
    );
  // What is stored is in whole minutes, as the form shows it.
  if (!Number.isInteger(fromMinute) || !Number.isInteger(untilMinute) || !isPartOfDay(fromMinute, untilMinute))
    faults.push(
      fault(
        `${path}.untilMinute`,
        'The time must end after it starts, within one day',
        '終了は開始より後の同じ日の時刻にしてください',
      ),
    );
  return faults;
}

function reasonFaults(reason: ShrinkageReason, path: string): readonly PlanFault[] {
  const { id, fraction } = reason;
  const faults: PlanFault[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    faults.push(
      fault(
        `${path}.id`,
        `Reason (${id}) must be lower-case words joined by hyphens`,
        `理由(${id})は英小文字をハイフンでつないでください`,
      ),
    );
  if (!(fraction >= 0 && fraction < 1))
    faults.push(
      fault(
        `${path}.fraction`,
        `Share (${fraction}) must be 0 or more and below 1; 30 % is 0.3`,
        `割合(${fraction})は0以上1未満にしてください。30%は0.3です`,
      ),
    );
  return [...faults, ...whenFaults(reason, path)];
}

const MOST_RECOVERY_MINUTES = 60;

function recoveryFaults({ recovery }: StaffingPlan): readonly PlanFault[] {
  if (!recovery) return [];
  const { minutesPerHardContact: minutes, hardFraction: share } = recovery;
  const faults: PlanFault[] = [];
  if (!(minutes >= 0 && minutes <= MOST_RECOVERY_MINUTES))
    faults.push(
      fault(
        'recovery.minutesPerHardContact',
        `Recovery (${minutes} min) must lie in 0..${MOST_RECOVERY_MINUTES}`,
        `回復時間(${minutes}分)は0～${MOST_RECOVERY_MINUTES}にしてください`,
      ),
    );
  if (!(share >= 0 && share <= 1))
    faults.push(
      fault(
        'recovery.hardFraction',
        `Share of hard contacts (${share}) must lie in 0..1; 12 % is 0.12`,
        `負担の大きい対応の割合(${share})は0～1にしてください。12%は0.12です`,
      ),
    );
  return faults;
}

/**
 * What is wrong with a plan, field by field, in the order of the form; empty when it can be computed with. The same
 * function judges in the browser while a planner types and on the server before anything is stored.
 */
export function staffingPlanFaults(plan: StaffingPlan): readonly PlanFault[] {
  const model = planModel(plan.modelId);
  if (!model) {
    const list = PLAN_MODELS.map(({ id }) => id).join(', ');
    return [
      fault(
        'modelId',
        `Model (${plan.modelId}) must be one of ${list}`,
        `モデル(${plan.modelId})は${list}のいずれかです`,
      ),
    ];
  }
  const parameters = parameterFaults(plan, model);
  return [
    ...parameters,
    ...goalFaults(plan, model, parameters.length === 0),
    ...staffedForFaults(plan),
    ...(plan.shrinkage ?? []).flatMap((reason, index) => reasonFaults(reason, `shrinkage.${index}`)),
    ...(plan.workedHours ?? []).flatMap((hours, index) => whenFaults(hours, `workedHours.${index}`)),
    ...recoveryFaults(plan),
  ];
}

import { isLocalDate } from '@yotei/time';
import type { FairnessSettings, MoneySettings } from './objective-settings.js';
import type { RosterProblem } from './roster-problem.js';

type Report = (path: string, message: string) => void;

/** Reports every fault of the objective's settings; unknown wellbeing terms are the objective's own to name. */
export function reportObjective(problem: RosterProblem, report: Report): void {
  const { fairness, wellbeing, stability, money } = problem.objective ?? {};
  const atLeastZero = (path: string, value: number | undefined) => {
    if (value !== undefined && !(value >= 0)) report(path, `weight (${value}) must be 0 or more`);
  };
  if (fairness) reportFairness(problem, fairness, report);
  wellbeing?.forEach(({ weight }, i) => atLeastZero(`objective.wellbeing[${i}].weight`, weight));
  if (stability)
    for (const key of ['dayWeight', 'movedHourWeight', 'breakQuarterWeight'] as const)
      atLeastZero(`objective.stability.${key}`, stability[key]);
  if (money) reportMoney(problem, money, report);
}

function reportFairness(problem: RosterProblem, fairness: FairnessSettings, report: Report): void {
  const { memoryWeeks, weights, holidays, memory } = fairness;
  if (!(Number.isInteger(memoryWeeks) && memoryWeeks >= 1 && memoryWeeks <= 52))
    report('objective.fairness.memoryWeeks', `weeks (${memoryWeeks}) must be a whole number from 1 to 52`);
  for (const [kind, weight] of Object.entries(weights))
    if (!(weight >= 0)) report(`objective.fairness.weights.${kind}`, `weight (${weight}) must be 0 or more`);
  reportDates('objective.fairness.holidays', holidays, report);
  memory?.forEach(({ agentId, count }, i) => {
    const path = `objective.fairness.memory[${i}]`;
    if (!problem.agents.some(({ id }) => id === agentId))
      report(`${path}.agentId`, `agent (${agentId}) must be one of the agents`);
    if (!(count >= 0)) report(`${path}.count`, `count (${count}) must be 0 or more`);
  });
}

const MONEY_FIELDS = [
  'unitsPerCurrency',
  'nightPremiumFraction',
  'weekendPremiumFraction',
  'holidayPremiumFraction',
  'overtimePremiumFraction',
  'overtimeAfterWeeklyMinutes',
] as const satisfies readonly (keyof MoneySettings)[];

function reportMoney(problem: RosterProblem, money: MoneySettings, report: Report): void {
  for (const key of MONEY_FIELDS) {
    const value = money[key];
    if (value !== undefined && !(value >= 0)) report(`objective.money.${key}`, `value (${value}) must be 0 or more`);
  }
  reportDates('objective.money.holidays', money.holidays, report);
  money.hourly.forEach(({ agentId, contractId, perHour }, i) => {
    const path = `objective.money.hourly[${i}]`;
    if (!(perHour >= 0)) report(`${path}.perHour`, `pay (${perHour}) must be 0 or more`);
    if (agentId !== undefined && !problem.agents.some(({ id }) => id === agentId))
      report(`${path}.agentId`, `agent (${agentId}) must be one of the agents`);
    if (contractId !== undefined && !problem.contracts.some(({ id }) => id === contractId))
      report(`${path}.contractId`, `contract (${contractId}) must be one of the contracts`);
  });
}

function reportDates(path: string, dates: readonly string[] | undefined, report: Report): void {
  dates?.forEach((date, i) => {
    if (!isLocalDate(date)) report(`${path}[${i}]`, `date (${date}) must be YYYY-MM-DD`);
  });
}

import { gridEnd, isLocalDate, isZone } from '@yotei/time';
import type { Fault } from './fault.js';
import { coverageGrid } from './horizon.js';
import type {
  Agent,
  Contract,
  ObjectiveWeights,
  QueueDemand,
  RosterProblem,
  RuleSetting,
  Shift,
  ShiftTemplate,
} from './roster-problem.js';
import { reportTeamFaults } from './team-faults.js';
import { reportObjective } from './objective-faults.js';
import { templateFaults } from './template-faults.js';

type Report = (path: string, message: string) => void;

/** Every fault of the problem apart from the rules' own parameters; empty when it is sound. See `validateProblem`. */
export function problemFaults(problem: RosterProblem): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => void faults.push({ path, message });
  const isSpanSound = reportSpan(problem, report);
  reportActivityTypes(problem, report);
  problem.contracts.forEach((contract, i) => reportContract(problem, contract, scoped(report, `contracts[${i}]`)));
  problem.templates.forEach((template, i) => reportTemplate(problem, template, scoped(report, `templates[${i}]`)));
  problem.agents.forEach((agent, i) => reportAgent(problem, agent, scoped(report, `agents[${i}]`)));
  if (isSpanSound) problem.demand.forEach((demand, i) => reportDemand(problem, demand, scoped(report, `demand[${i}]`)));
  problem.rules.forEach((setting, i) => reportSetting(problem, setting, scoped(report, `rules[${i}]`)));
  reportIds(problem, report);
  reportTeamFaults(problem, report);
  reportObjective(problem, report);
  reportAbsencesAndWishes(problem, report);
  problem.history.forEach((shift, i) => reportShift(problem, shift, scoped(report, `history[${i}]`)));
  problem.fixedShifts.forEach((shift, i) => reportShift(problem, shift, scoped(report, `fixedShifts[${i}]`)));
  reportPrices(problem.weights, scoped(report, 'weights'));
  return faults;
}

const scoped =
  (report: Report, prefix: string): Report =>
  (path, message) =>
    report(path ? `${prefix}.${path}` : prefix, message);

function reportSpan({ zone, startsOn, weeks, slotMinutes }: RosterProblem, report: Report): boolean {
  const sound = [
    check(isZone(zone), () => report('zone', `zone (${zone}) must be an IANA time zone; use for example Asia/Tokyo`)),
    check(isLocalDate(startsOn), () =>
      report('startsOn', `date (${startsOn}) must be YYYY-MM-DD; write for example 2026-11-02`),
    ),
    check(isWhole(weeks, 1, 53), () => report('weeks', `weeks (${weeks}) must be a whole number from 1 to 53`)),
    check([5, 15, 30].includes(slotMinutes), () =>
      report('slotMinutes', `slotMinutes (${slotMinutes}) must be 5, 15 or 30`),
    ),
  ];
  return sound.every(Boolean);
}

function check(holds: boolean, complain: () => void): boolean {
  if (!holds) complain();
  return holds;
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

function reportActivityTypes({ activityTypes }: RosterProblem, report: Report): void {
  if (!activityTypes.some((type) => type.contactWork)) {
    report(
      'activityTypes',
      'one activity type must be contact work; add { id: contact, paid: true, contactWork: true }',
    );
  }
}

function reportContract(problem: RosterProblem, contract: Contract, report: Report): void {
  const { weeklyMinutesMin: min, weeklyMinutesMax: max, daysPerWeekMax: days } = contract;
  if (!isWhole(min, 0, 10_080)) report('weeklyMinutesMin', `minutes (${min}) must be a whole number from 0 to 10080`);
  if (!isWhole(max, 0, 10_080)) report('weeklyMinutesMax', `minutes (${max}) must be a whole number from 0 to 10080`);
  if (min > max) report('weeklyMinutesMin', `minimum (${min}) must not exceed the maximum (${max})`);
  if (!isWhole(days, 0, 7)) report('daysPerWeekMax', `days (${days}) must be a whole number from 0 to 7`);
  for (const id of contract.templateIds) {
    if (!problem.templates.some((template) => template.id === id)) {
      report('templateIds', `template (${id}) must be one of the templates; add it or take it out of the contract`);
    }
  }
}

function reportTemplate(problem: RosterProblem, template: ShiftTemplate, report: Report): void {
  const types = new Set(problem.activityTypes.map((type) => type.id));
  for (const { path, message } of templateFaults(template, types)) report(path, message);
}

function reportAgent(problem: RosterProblem, agent: Agent, report: Report): void {
  if (!isZone(agent.zone)) report('zone', `zone (${agent.zone}) must be an IANA time zone; use for example Asia/Tokyo`);
  if (!problem.contracts.some((contract) => contract.id === agent.contractId)) {
    report('contractId', `contract (${agent.contractId}) must be one of the contracts; add it`);
  }
  agent.availability?.forEach((window, i) => {
    const path = `availability[${i}]`;
    if (!isWhole(window.weekday, 1, 7)) report(path, `weekday (${window.weekday}) must be 1 (Monday) to 7`);
    reportHours(window, path, report);
  });
  agent.availabilityExceptions?.forEach((exception, i) => {
    const path = `availabilityExceptions[${i}]`;
    if (!isLocalDate(exception.on)) report(path, `date (${exception.on}) must be YYYY-MM-DD`);
    reportHours(exception, path, report);
  });
}

function reportHours(
  { fromMinute, untilMinute }: { readonly fromMinute: number; readonly untilMinute: number },
  path: string,
  report: Report,
): void {
  if (!isWhole(fromMinute, 0, 1439)) report(path, `fromMinute (${fromMinute}) must be 0 to 1439`);
  if (!(untilMinute > fromMinute && untilMinute <= 2880)) {
    report(
      path,
      `untilMinute (${untilMinute}) must be after fromMinute (${fromMinute}) and at most 2880; add 1440 past midnight`,
    );
  }
}

function reportPrices(weights: ObjectiveWeights, report: Report): void {
  for (const side of ['underStaffing', 'overStaffing'] as const) {
    const prices = weights[side];
    if (!prices.every((price, i) => Number.isFinite(price) && price >= (prices[i - 1] ?? 0)))
      report(side, `prices (${prices.join(', ')}) must not fall from band to band, nor below 0; sort them`);
  }
}

function reportDemand(problem: RosterProblem, demand: QueueDemand, report: Report): void {
  const { grid, agentsToRoster } = demand;
  if (demand.weights) reportPrices(demand.weights, scoped(report, 'weights'));
  const slots = coverageGrid(problem);
  if (grid.startAt !== slots.startAt) report('grid.startAt', 'the grid must start with the first day of the horizon');
  if (grid.stepMinutes !== slots.stepMinutes) {
    report(
      'grid.stepMinutes',
      `step (${grid.stepMinutes}) must equal slotMinutes (${slots.stepMinutes}); spread it with demandOnSlots`,
    );
  } else if (gridEnd(grid) > gridEnd(slots)) report('grid.count', 'the grid must not run beyond the horizon; cut it');
  if (agentsToRoster.length !== grid.count) {
    report(
      'agentsToRoster',
      `values (${agentsToRoster.length}) must be as many as the grid's intervals (${grid.count})`,
    );
  }
  const bad = agentsToRoster.findIndex((value) => !(Number.isFinite(value) && value >= 0));
  if (bad >= 0) report(`agentsToRoster[${bad}]`, `value (${agentsToRoster[bad]}) must be a number, 0 or more`);
}

function reportSetting(problem: RosterProblem, setting: RuleSetting, report: Report): void {
  if (setting.level !== 'must' && setting.level !== 'prefer')
    report('level', `level (${String(setting.level)}) must be must or prefer`);
  if (setting.weight !== undefined && !(setting.weight >= 0))
    report('weight', `weight (${setting.weight}) must be 0 or more`);
  for (const id of setting.contractIds ?? []) {
    if (!problem.contracts.some((contract) => contract.id === id))
      report('contractIds', `contract (${id}) must be one of the contracts`);
  }
  const sites = new Set(problem.agents.map((agent) => agent.siteId));
  for (const id of setting.siteIds ?? [])
    if (!sites.has(id)) report('siteIds', `site (${id}) must be the site of an agent; add it there or take it out`);
}

function reportIds(problem: RosterProblem, report: Report): void {
  const lists: readonly [string, readonly string[]][] = [
    ['activityTypes', problem.activityTypes.map((type) => type.id)],
    ['contracts', problem.contracts.map((contract) => contract.id)],
    ['templates', problem.templates.map((template) => template.id)],
    ['agents', problem.agents.map((agent) => agent.id)],
    ['demand', problem.demand.map((demand) => demand.queueId)],
  ];
  for (const [list, ids] of lists) {
    ids.forEach((id, i) => {
      if (id === '') report(`${list}[${i}]`, 'id must not be empty');
      else if (ids.indexOf(id) < i)
        report(`${list}[${i}]`, `id (${id}) must be used once; the first is ${list}[${ids.indexOf(id)}]`);
    });
  }
}

function reportAbsencesAndWishes(problem: RosterProblem, report: Report): void {
  const known = new Set(problem.agents.map((agent) => agent.id));
  problem.timeOff.forEach((absence, i) => {
    if (!known.has(absence.agentId))
      report(`timeOff[${i}].agentId`, `agent (${absence.agentId}) must be one of the agents`);
    if (!(absence.endAt > absence.startAt)) report(`timeOff[${i}]`, 'the end must be after the start');
    const first = problem.timeOff.findIndex(
      (other) =>
        other.agentId === absence.agentId && other.startAt === absence.startAt && other.endAt === absence.endAt,
    );
    if (first < i) report(`timeOff[${i}]`, `repeats timeOff[${first}], whose minutes would count twice; keep one`);
    if (!isWhole(absence.paidMinutes, 0, 1_000_000)) {
      report(`timeOff[${i}].paidMinutes`, `minutes (${absence.paidMinutes}) must be a whole number, 0 or more`);
    }
  });
  problem.preferences.forEach((wish, i) => {
    const path = `preferences[${i}]`;
    if (!known.has(wish.agentId)) report(`${path}.agentId`, `agent (${wish.agentId}) must be one of the agents`);
    if (wish.on !== undefined && !isLocalDate(wish.on)) report(`${path}.on`, `date (${wish.on}) must be YYYY-MM-DD`);
    if (wish.kind === 'day-off' && wish.on === undefined) report(`${path}.on`, 'a day-off wish must name its date');
    if (!(Number.isFinite(wish.weight) && wish.weight >= 0))
      report(`${path}.weight`, `weight (${wish.weight}) must be 0 or more`);
    if (wish.kind === 'start-between' && wish.fromMinute === undefined && wish.untilMinute === undefined)
      report(path, 'a start-between wish must name from, until or both');
    if (wish.kind === 'days-off-together' && wish.on !== undefined)
      report(`${path}.on`, 'a days-off-together wish is about all days planned; leave its date out');
    if ((wish.kind === 'template-on' || wish.kind === 'day-on') && wish.on === undefined)
      report(`${path}.on`, `a ${wish.kind} wish must name its date`);
    if (wish.templateId !== undefined && !problem.templates.some((template) => template.id === wish.templateId))
      report(`${path}.templateId`, `template (${wish.templateId}) must be one of the templates`);
    if ((wish.fromMinute ?? 0) > (wish.untilMinute ?? 1440))
      report(path, 'fromMinute must not be after untilMinute; add 1440 past midnight');
  });
}

function reportShift(problem: RosterProblem, shift: Shift, report: Report): void {
  if (!problem.agents.some((agent) => agent.id === shift.agentId))
    report('agentId', `agent (${shift.agentId}) must be one of the agents`);
  if (!(shift.endAt > shift.startAt)) report('', 'the end must be after the start');
  shift.activities.forEach((activity, i) => {
    if (!problem.activityTypes.some((type) => type.id === activity.activityTypeId)) {
      report(`activities[${i}]`, `activity type (${activity.activityTypeId}) must be one of the activity types`);
    }
  });
}

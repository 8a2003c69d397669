import { generateDemoCentre, type DemoCentre, type DemoQueue } from '@yotei/demo';
import { forecastQueue, historyFromSeries, type ForecastDay } from '@yotei/forecast';
import { DEFAULT_WEIGHTS, type QueueDemand, type RosterProblem, type TimeOff } from '@yotei/scheduling/roster';
import { requirementOf, type StaffingPlan } from '@yotei/scheduling/staffing';
import type { QueueWork } from '@yotei/scheduling/wellbeing';
import {
  addDays,
  daysBetween,
  emptySeries,
  intervalIndex,
  localDateOf,
  localDaysGrid,
  startOfLocalDay,
  type LocalDate,
} from '@yotei/time';

const DAYS = 7;

/** Forecast of the week from the demo queue's own history, day by day. */
function forecastDays(centre: DemoCentre, queue: DemoQueue, weekOn: LocalDate): readonly ForecastDay[] {
  const history = centre.history.find((one) => one.queueId === queue.id)!;
  const { zone } = centre.sites.find((site) => site.id === queue.siteId)!;
  const firstOn = localDateOf(history.startAt[0]!, zone);
  const lastOn = localDateOf(history.startAt.at(-1)!, zone);
  const grid = localDaysGrid(firstOn, daysBetween(firstOn, lastOn) + 1, zone, queue.intervalMinutes);
  const contacts = emptySeries(grid);
  const handle = emptySeries(grid);
  history.startAt.forEach((at, i) => {
    contacts.values[intervalIndex(grid, at)] = history.offeredCount[i]!;
    handle.values[intervalIndex(grid, at)] = history.handleSeconds[i]!;
  });
  const events = centre.events.filter((event) => event.queueIds.includes(queue.id));
  const result = forecastQueue(historyFromSeries(contacts, handle, zone), {
    methodId: 'auto',
    fromOn: weekOn,
    days: DAYS,
    events,
    seed: 1,
  });
  if (result.kind !== 'forecast') throw new Error(`forecast of ${queue.id} (${result.kind}) must succeed`);
  return result.days;
}

interface QueueWeek {
  readonly demand: QueueDemand;
  /** What is expected to come in, on the grid of the demand. */
  readonly work: QueueWork;
}

function queueWeekOf(centre: DemoCentre, queue: DemoQueue, weekOn: LocalDate): QueueWeek {
  const { zone } = centre.sites.find((site) => site.id === queue.siteId)!;
  const days = forecastDays(centre, queue, weekOn);
  const grid = localDaysGrid(weekOn, DAYS, zone, queue.intervalMinutes);
  const plan = queue.plan as StaffingPlan;
  const contacts = days.flatMap((day) => [...day.contacts]);
  const averageHandleSeconds = days.flatMap((day) => [...day.averageHandleSeconds]);
  const { agentsToRoster } = requirementOf(plan, { grid, zone, contacts, averageHandleSeconds });
  const known = (value: number): number => (Number.isFinite(value) ? value : 0);
  const seconds = grid.stepMinutes * 60;
  return {
    demand: { queueId: queue.id, skillId: queue.skillId, grid, agentsToRoster: [...agentsToRoster].map(known) },
    work: {
      queueId: queue.id,
      erlangs: Float64Array.from(contacts, (count, i) => known((count * averageHandleSeconds[i]!) / seconds)),
      handleSeconds: Float64Array.from(averageHandleSeconds),
      hardShare: new Float64Array(grid.count).fill(queue.hardFraction),
    },
  };
}

function timeOffOf(centre: DemoCentre): TimeOff[] {
  const zones = new Map(centre.agents.map((agent) => [agent.id, agent.zone]));
  return centre.timeOff.map(({ agentId, fromOn, untilOn, paidMinutesPerDay, reason }) => ({
    agentId,
    startAt: startOfLocalDay(fromOn, zones.get(agentId)!),
    endAt: startOfLocalDay(addDays(untilOn, 1), zones.get(agentId)!),
    paidMinutes: paidMinutesPerDay * (daysBetween(fromOn, untilOn) + 1),
    reason,
  }));
}

/** The demo centre's week as a roster problem, from history to requirement by the real libraries, without a server. */
export function demoWeekProblem(today: LocalDate, weekOn: LocalDate): RosterProblem {
  return demoWeek(today, weekOn).problem;
}

/** The same with the work that is expected to come in. */
export function demoWeek(
  today: LocalDate,
  weekOn: LocalDate,
): { readonly problem: RosterProblem; readonly work: readonly QueueWork[] } {
  const centre = generateDemoCentre({ seed: 1, today });
  const queues = centre.queues.map((queue) => queueWeekOf(centre, queue, weekOn));
  const problem: RosterProblem = {
    zone: 'Asia/Tokyo',
    startsOn: weekOn,
    weeks: 1,
    slotMinutes: 15,
    activityTypes: centre.activityTypes.map((type) => ({ ...type, title: type.title.en })),
    contracts: centre.contracts,
    templates: centre.templates,
    agents: centre.agents,
    demand: queues.map(({ demand }) => demand),
    rules: centre.ruleSettings,
    timeOff: timeOffOf(centre),
    preferences: centre.preferences,
    history: [],
    fixedShifts: [],
    weights: DEFAULT_WEIGHTS,
  };
  return { problem, work: queues.map(({ work }) => work) };
}

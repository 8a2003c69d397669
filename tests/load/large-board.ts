import { generateDemoCentre, type DemoAgent, type DemoCentre, type DemoTemplate } from '@yotei/demo';
import { addDays, formatUtc, instantOfLocal, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import { seededRandom } from '../kit/board-fixture.js';
import { fullAnswers } from '../kit/web/fixtures.js';

/** Monday of the measured week; the demo centre's day one is in the week before. */
export const LARGE_WEEK = '2026-11-23';
const ZONE = 'Asia/Tokyo';
const DAYS = 7;
const HISTORY_DAYS = 14;

interface InventedShift {
  readonly agent: number;
  readonly start: number;
  readonly length: number;
  readonly template: number;
  /** `[type, start, length]` end to end. */
  readonly activities: readonly (readonly [number, number, number])[];
}

/** GraphQL answers of a centre of any size, shaped as the api sends them, by operation. */
export interface LargeBoard {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly shiftCount: number;
  readonly activityCount: number;
}

/** A week of five shifts each, about five activities a shift, judged by the demo centre's own rules and contracts. */
export function largeBoard(agentCount: number): LargeBoard {
  const centre = generateDemoCentre({ seed: 1, today: '2026-11-18', agents: agentCount, weeks: 4 });
  const agents = centre.agents.slice(0, agentCount);
  const random = seededRandom(7);
  const week = inventShifts(centre, agents, { random, firstDay: 0, days: DAYS });
  const history = inventShifts(centre, agents, { random, firstDay: -HISTORY_DAYS, days: HISTORY_DAYS });
  const originAt = startOfLocalDay(LARGE_WEEK, ZONE);
  const board = {
    schedule: scheduleInfo(originAt),
    startAt: formatUtc(originAt),
    endAt: formatUtc(startOfLocalDay(addDays(LARGE_WEEK, DAYS), ZONE)),
    slotMinutes: 15,
    agents: agents.map(({ latinName: _latin, ...agent }) => agent),
    shifts: packed(centre, week),
    history: packed(centre, history),
    historyFromAt: formatUtc(startOfLocalDay(addDays(LARGE_WEEK, -HISTORY_DAYS), ZONE)),
    timeOff: [],
    sessionTitles: [],
    requirement: requirementFor(centre, week, originAt),
  };
  return {
    answers: {
      ...fullAnswers(),
      Viewer: viewerOf(centre),
      ScheduleDesk: { scheduleBoard: board },
      PlanningData: planningOf(centre),
      BoardEffects: effectsOf(board.requirement),
      RosterJobs: { jobs: { edges: [] } },
    },
    shiftCount: week.length,
    activityCount: week.reduce((sum, shift) => sum + shift.activities.length, 0),
  };
}

function scheduleInfo(at: number) {
  return {
    id: 'large',
    siteId: null,
    weekStartOn: LARGE_WEEK,
    weeks: 1,
    zone: ZONE,
    state: 'DRAFT',
    version: 1,
    publishedAt: null,
    changesSincePublish: 0,
    requirementId: 'r1',
    updatedAt: formatUtc(at),
  };
}

function inventShifts(
  centre: DemoCentre,
  agents: readonly DemoAgent[],
  span: { readonly random: () => number; readonly firstDay: number; readonly days: number },
): InventedShift[] {
  const originAt = startOfLocalDay(LARGE_WEEK, ZONE);
  return agents.flatMap((agent, index) => {
    const contract = centre.contracts.find(({ id }) => id === agent.contractId)!;
    const template = centre.templates.findIndex(({ id }) => id === contract.templateIds[0]);
    const shape = centre.templates[template]!;
    // One start a week: rest between shifts is the rule's business, not that of the invention.
    const starts = Math.floor((shape.latestStartMinute - shape.earliestStartMinute) / 15) + 1;
    const startMinute = shape.earliestStartMinute + Math.floor(span.random() * starts) * 15;
    return Array.from({ length: span.days }, (_, i) => span.firstDay + i).flatMap((day): InventedShift[] => {
      if ((((day + index) % 7) + 7) % 7 >= 5) return [];
      const at = instantOfLocal(addDays(LARGE_WEEK, day), startMinute, agent.zone);
      const start = (at - originAt) / MINUTE_MILLIS;
      return [
        { agent: index, start, length: shape.lengthMinutes, template, activities: activitiesOf(centre, shape, start) },
      ];
    });
  });
}

/** The template's activities in the middle of their windows, contact work between them. */
function activitiesOf(centre: DemoCentre, shape: DemoTemplate, start: number): InventedShift['activities'] {
  const typeOf = (id: string) => centre.activityTypes.findIndex((type) => type.id === id);
  const base = centre.activityTypes.findIndex(({ code }) => code === 'contact');
  const placed = shape.activities
    .map((activity) => ({
      type: typeOf(activity.activityTypeId),
      at: start + Math.round((activity.earliestStartMinutes + activity.latestStartMinutes) / 2 / 15) * 15,
      length: activity.lengthMinutes,
    }))
    .sort((a, b) => a.at - b.at);
  const out: [number, number, number][] = [];
  let at = start;
  for (const activity of placed) {
    const from = Math.max(activity.at, at);
    if (from > at) out.push([base, at, from - at]);
    out.push([activity.type, from, activity.length]);
    at = from + activity.length;
  }
  if (at < start + shape.lengthMinutes) out.push([base, at, start + shape.lengthMinutes - at]);
  return out;
}

function packed(centre: DemoCentre, shifts: readonly InventedShift[]) {
  const activities = shifts.flatMap((shift) => shift.activities);
  const offsets = [0];
  for (const shift of shifts) offsets.push(offsets.at(-1)! + shift.activities.length);
  return {
    ids: shifts.map((shift) => `s-${shift.agent}-${shift.start}`),
    versions: shifts.map(() => 1),
    agentIndex: shifts.map(({ agent }) => agent),
    startMinute: shifts.map(({ start }) => start),
    lengthMinutes: shifts.map(({ length }) => length),
    templateIndex: shifts.map(({ template }) => template),
    flags: shifts.map(() => 0),
    activityOffset: offsets,
    activityType: activities.map(([type]) => type),
    activityStartMinute: activities.map(([, start]) => start),
    activityLengthMinutes: activities.map(([, , length]) => length),
    templateIds: centre.templates.map(({ id }) => id),
    activityTypeIds: centre.activityTypes.map(({ id }) => id),
  };
}

/** Each queue asks for a part of those who could serve it, with the shape of a day, closed at night. */
function requirementFor(centre: DemoCentre, week: readonly InventedShift[], originAt: number) {
  const stepMinutes = 30;
  const perDay = week.length / DAYS;
  const shape = (i: number) => {
    const hour = ((i * stepMinutes) % 1440) / 60;
    return hour < 8 || hour >= 21 ? null : 0.3 + 0.6 * Math.exp(-(((hour - 13) / 3.5) ** 2));
  };
  return {
    requirement: { id: 'r1', version: 1 },
    queues: centre.queues.map((queue) => ({
      queue: { id: queue.id, skillId: queue.skillId, name: queue.name },
      startAt: formatUtc(originAt),
      stepMinutes,
      agentsToRoster: Array.from({ length: (DAYS * 1440) / stepMinutes }, (_, i) => {
        const share = shape(i);
        return share === null ? null : Math.round((share * perDay) / centre.queues.length);
      }),
    })),
  };
}

/** Forecast and pay for the judgement of edits: as many contacts as the agents asked for can take. */
function effectsOf({ queues }: ReturnType<typeof requirementFor>) {
  const plan = {
    modelId: 'erlang-a',
    patienceSeconds: 120,
    concurrency: null,
    slowdownFraction: null,
    lines: null,
    redialFraction: null,
    goal: { answerWithinSeconds: 20, serviceLevelVariant: null },
  };
  return {
    requirement: {
      queues: queues.map(({ queue, startAt, stepMinutes, agentsToRoster }) => ({
        queue: { id: queue.id },
        startAt,
        stepMinutes,
        agentsToRoster,
        requiredAgents: agentsToRoster,
        // 0.85 busy at five minutes a contact: 5.1 contacts an agent and half an hour.
        contacts: agentsToRoster.map((agents) => (agents === null ? null : agents * 5.1)),
        averageHandleSeconds: agentsToRoster.map(() => 300),
        plan,
      })),
    },
    planningWeights: { weights: [{ id: 'pay-per-hour', value: 1500 }] },
  };
}

function viewerOf(centre: DemoCentre) {
  const { viewer } = fullAnswers()['Viewer'] as { viewer: { organisation: Record<string, unknown> } };
  const { sites, teams, skills, activityTypes } = centre;
  return { viewer: { ...viewer, organisation: { ...viewer.organisation, sites, teams, skills, activityTypes } } };
}

function planningOf({ templates, contracts, ruleSettings }: DemoCentre) {
  return {
    viewer: {
      organisation: {
        shiftTemplates: templates.map((template) => ({
          ...template,
          weekdays: template.weekdays ?? null,
          activities: template.activities.map((activity) => ({ minGapMinutes: 0, ...activity })),
        })),
        contracts,
        ruleSettings: ruleSettings.map((setting) => ({
          ruleId: setting.ruleId,
          level: setting.level === 'must' ? 'MUST' : 'PREFER',
          parameters: setting.parameters,
          weight: setting.weight ?? null,
          contractIds: null,
          siteIds: setting.siteIds ?? null,
        })),
      },
    },
  };
}

import { addDays, epochDay, instantOfLocal, localDaysGrid, MINUTE_MILLIS, weekdayOf, type ZoneId } from '@yotei/time';
import { defaultRuleSettings } from '@yotei/scheduling/rules';
import {
  DEFAULT_WEIGHTS,
  tileActivities,
  type ActivityType,
  type Agent,
  type Contract,
  type Preference,
  type QueueDemand,
  type RosterProblem,
  type Shift,
  type ShiftTemplate,
  type TemplateActivity,
  type TimeOff,
} from '@yotei/scheduling/roster';

export interface InstanceOptions {
  readonly agents: number;
  readonly seed: number;
  /** Required hours as a share of productive hours; 0.97 unless given. */
  readonly tightness?: number;
  readonly weeks?: number;
  readonly zone?: ZoneId;
  /** A Monday. */
  readonly startsOn?: string;
}

/** mulberry32: enough for test instances, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const ACTIVITY_TYPES: readonly ActivityType[] = [
  { id: 'contact', title: 'Contacts', paid: true, contactWork: true },
  { id: 'break', title: 'Break', paid: true, contactWork: false },
  { id: 'lunch', title: 'Lunch', paid: true, contactWork: false },
];

const pause = (earliest: number, latest: number, gap = 60): TemplateActivity => ({
  activityTypeId: 'break',
  lengthMinutes: 15,
  earliestStartMinutes: earliest,
  latestStartMinutes: latest,
  minGapMinutes: gap,
});
const lunch = (earliest: number, latest: number): TemplateActivity => ({
  activityTypeId: 'lunch',
  lengthMinutes: 30,
  earliestStartMinutes: earliest,
  latestStartMinutes: latest,
  minGapMinutes: 60,
});

function activitiesOf(hours: number): TemplateActivity[] {
  if (hours >= 8) return [pause(60, 210), lunch(180, 300), pause(270, hours * 60 - 75)];
  if (hours === 6) return [lunch(150, 210), pause(240, 285)];
  return [pause(75, hours * 60 - 90)];
}

function template(hours: number, earliest: number, latest: number, id = `${hours}h`): ShiftTemplate {
  return {
    id,
    title: `${hours} hours`,
    earliestStartMinute: earliest,
    latestStartMinute: latest,
    startStepMinutes: 30,
    lengthMinutes: hours * 60,
    activities: activitiesOf(hours),
  };
}

const contract = (
  id: string,
  minutes: readonly [number, number],
  daysPerWeekMax: number,
  templateIds: string[],
): Contract => ({
  id,
  title: id,
  weeklyMinutesMin: minutes[0],
  weeklyMinutesMax: minutes[1],
  daysPerWeekMax,
  templateIds,
});

const CONTRACTS: readonly { readonly share: number; readonly contract: Contract; readonly dayMinutes: number }[] = [
  { share: 0.52, contract: contract('full', [2400, 2400], 5, ['8h']), dayMinutes: 480 },
  { share: 0.1, contract: contract('long-days', [2160, 2160], 4, ['9h']), dayMinutes: 540 },
  { share: 0.16, contract: contract('part-30', [1680, 1920], 5, ['5h', '6h', '8h']), dayMinutes: 360 },
  { share: 0.13, contract: contract('part-20', [1080, 1320], 5, ['4h', '5h']), dayMinutes: 240 },
  { share: 0.09, contract: contract('afternoons', [480, 960], 4, ['4h-pm', '5h-pm', '6h-pm']), dayMinutes: 300 },
];

function templatesFor(allDay: boolean): ShiftTemplate[] {
  const first = allDay ? 330 : 420;
  const until = (hours: number) => (allDay ? 1380 : 1320 - hours * 60);
  return [
    template(8, first, until(8)),
    template(9, first, allDay ? 1320 : 780),
    ...[6, 5, 4].map((hours) => template(hours, first, Math.min(1080, until(hours)))),
    ...[6, 5, 4].map((hours) => template(hours, 720, Math.min(1080, until(hours)), `${hours}h-pm`)),
  ];
}

const SKILL_SETS: Readonly<
  Record<'two' | 'three', readonly { readonly share: number; readonly skills: readonly string[] }[]>
> = {
  two: [
    { share: 0.38, skills: ['voice'] },
    { share: 0.26, skills: ['voice', 'technical'] },
    { share: 0.36, skills: ['technical'] },
  ],
  three: [
    { share: 0.33, skills: ['voice'] },
    { share: 0.2, skills: ['voice', 'technical'] },
    { share: 0.16, skills: ['technical'] },
    { share: 0.12, skills: ['voice', 'chat'] },
    { share: 0.08, skills: ['chat'] },
    { share: 0.05, skills: ['technical', 'chat'] },
    { share: 0.06, skills: ['voice', 'technical', 'chat'] },
  ],
};

interface QueueShape {
  readonly id: string;
  readonly share: number;
  readonly handleSeconds: number;
}

const QUEUES: Readonly<Record<'two' | 'three', readonly QueueShape[]>> = {
  two: [
    { id: 'voice', share: 0.55, handleSeconds: 300 },
    { id: 'technical', share: 0.45, handleSeconds: 420 },
  ],
  three: [
    { id: 'voice', share: 0.55, handleSeconds: 300 },
    { id: 'technical', share: 0.3, handleSeconds: 420 },
    { id: 'chat', share: 0.15, handleSeconds: 330 },
  ],
};

/** Picks an item so that over many agents the shares come out, and small centres still get the common ones. */
function byShare<T extends { readonly share: number }>(items: readonly T[], u: number): T {
  let sum = 0;
  for (const item of items) {
    sum += item.share;
    if (u < sum) return item;
  }
  return items[0]!;
}

const WEEKDAY_FACTORS = [1.15, 1.05, 1, 0.99, 0.95, 0.58, 0.42];

function profileAt(hour: number): number {
  const bump = (at: number, width: number) => Math.exp(-(((hour - at) / width) ** 2));
  return 0.06 + bump(10.5, 2.6) + 0.82 * bump(16.5, 2.6) + 0.25 * bump(20.33, 1.2);
}

/** Least agents that answer 80 % within 20 s by Erlang C (own code: an instance must not move with the engine under test). */
function agentsFor8020(loadErlangs: number, handleSeconds: number): number {
  if (loadErlangs <= 0) return 0;
  let blocking = 1;
  for (let n = 1; ; n++) {
    blocking = (loadErlangs * blocking) / (n + loadErlangs * blocking);
    if (n <= loadErlangs) continue;
    const wait = blocking / (1 - (loadErlangs / n) * (1 - blocking));
    if (1 - wait * Math.exp((-(n - loadErlangs) * 20) / handleSeconds) >= 0.8) return n;
  }
}

interface DemandShape {
  readonly queues: readonly QueueShape[];
  readonly allDay: boolean;
  /** Share of the week's load, by queue and slot; the noise included. */
  readonly weights: readonly Float64Array[];
}

function demandShape(options: InstanceOptions, slots: number, days: number, random: () => number): DemandShape {
  const allDay = options.agents >= 60;
  const queues = QUEUES[options.agents <= 30 ? 'two' : 'three'];
  const perDay = slots / days;
  const weights = queues.map((queue) =>
    Float64Array.from({ length: slots }, (_, slot) => {
      const day = Math.floor(slot / perDay);
      const hour = ((slot % perDay) / perDay) * 24;
      const open = (allDay && queue.id === 'voice') || (hour >= 7 && hour < 22);
      const noise = 1 + 0.1 * (random() + random() + random() - 1.5);
      return open ? queue.share * WEEKDAY_FACTORS[day % 7]! * profileAt(hour) * noise : 0;
    }),
  );
  return { queues, allDay, weights };
}

/** Required agents at a scale of the load. */
function requiredAt(shape: DemandShape, scale: number): number[][] {
  return shape.weights.map((weights, queue) => {
    const known = new Map<number, number>();
    return Array.from(weights, (weight) => {
      // Rounded to a hundredth of an erlang, so that the search below computes each value once.
      const load = Math.round(weight * scale * 100) / 100;
      const found = known.get(load) ?? agentsFor8020(load, shape.queues[queue]!.handleSeconds);
      known.set(load, found);
      return found;
    });
  });
}

function productiveHours(agents: readonly Agent[], timeOff: readonly TimeOff[], weeks: number): number {
  let minutes = 0;
  for (const agent of agents) {
    const { contract: terms, dayMinutes } = CONTRACTS.find(({ contract: { id } }) => id === agent.contractId)!;
    const credited = timeOff
      .filter(({ agentId }) => agentId === agent.id)
      .reduce((sum, off) => sum + off.paidMinutes, 0);
    const paid = (weeks * (terms.weeklyMinutesMin + terms.weeklyMinutesMax)) / 2 - credited;
    const breaks = activitiesOf(dayMinutes / 60).reduce((sum, activity) => sum + activity.lengthMinutes, 0);
    minutes += Math.max(0, paid) * (1 - breaks / dayMinutes);
  }
  return minutes / 60;
}

function scaledDemand(shape: DemandShape, targetHours: number): number[][] {
  let low = 0;
  let high = targetHours;
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2;
    const hours =
      requiredAt(shape, middle)
        .flat()
        .reduce((sum, agents) => sum + agents, 0) / 4;
    if (hours < targetHours) low = middle;
    else high = middle;
  }
  return requiredAt(shape, low);
}

function agentsOf(options: InstanceOptions, zone: ZoneId, random: () => number): Agent[] {
  const sets = SKILL_SETS[options.agents <= 30 ? 'two' : 'three'];
  return Array.from({ length: options.agents }, (_, index) => {
    // Golden-ratio spacing spreads shares evenly however few agents there are.
    const spread = (offset: number) => (index * 0.618033988749895 + offset) % 1;
    const { contract: terms } = byShare(CONTRACTS, spread(0.11));
    const { skills } = byShare(sets, random());
    const weekendDays = Math.floor(random() * 3);
    const off = weekendDays === 0 ? [6, 7] : weekendDays === 1 ? [random() < 0.5 ? 6 : 7] : [];
    const availability = [1, 2, 3, 4, 5, 6, 7]
      .filter((weekday) => !off.includes(weekday))
      .map((weekday) => ({ weekday, fromMinute: 0, untilMinute: 2880 }));
    const id = `agent-${String(index + 1).padStart(4, '0')}`;
    return { id, name: `Agent ${index + 1}`, zone, contractId: terms.id, skillIds: skills, availability };
  });
}

function leaveOf(agents: readonly Agent[], startsOn: string, random: () => number): TimeOff[] {
  return agents.flatMap((agent) => {
    if (random() >= 0.12) return [];
    const { contract: terms, dayMinutes } = CONTRACTS.find(({ contract: { id } }) => id === agent.contractId)!;
    const days = Math.min(1 + Math.floor(random() * 2), terms.daysPerWeekMax - 2);
    const on = addDays(startsOn, Math.floor(random() * (6 - days)));
    const span = {
      startAt: instantOfLocal(on, 0, agent.zone),
      endAt: instantOfLocal(addDays(on, days), 0, agent.zone),
    };
    return [{ agentId: agent.id, ...span, paidMinutes: days * dayMinutes, reason: 'leave' }];
  });
}

function wishesOf(agents: readonly Agent[], startsOn: string, weeks: number, random: () => number): Preference[] {
  return agents.flatMap((agent) => {
    const wishes: Preference[] = [];
    if (random() < 0.35) {
      const on = addDays(startsOn, Math.floor(random() * 7 * weeks));
      wishes.push({ agentId: agent.id, kind: 'day-off', on, weight: 10 + Math.floor(random() * 30) });
    }
    const from = [330, 480, 720][Math.floor(random() * 3)]!;
    wishes.push({
      agentId: agent.id,
      kind: 'start-between',
      fromMinute: from,
      untilMinute: from + 240,
      weight: Math.floor(random() * 5),
    });
    wishes.push({
      agentId: agent.id,
      kind: 'start-between',
      fromMinute: 300,
      untilMinute: 1020,
      weight: 2 + Math.floor(random() * 5),
    });
    for (let week = 0; week < weeks; week++) {
      for (const day of [5, 6]) {
        wishes.push({
          agentId: agent.id,
          kind: 'day-off',
          on: addDays(startsOn, week * 7 + day),
          weight: 1 + Math.floor(random() * 4),
        });
      }
    }
    return wishes;
  });
}

/** Last week's shifts, so that rest and runs of days reach back. */
function historyOf(
  agents: readonly Agent[],
  templates: readonly ShiftTemplate[],
  startsOn: string,
  random: () => number,
): Shift[] {
  return agents.flatMap((agent) => {
    const { contract: terms } = CONTRACTS.find(({ contract: { id } }) => id === agent.contractId)!;
    const pattern = templates.find(({ id }) => id === terms.templateIds[0])!;
    const worked = Math.min(terms.daysPerWeekMax, 2 + Math.floor(random() * 4));
    const offered = new Set(agent.availability?.map(({ weekday }) => weekday));
    let lastDay = -1 - Math.floor(random() * 3);
    while (!offered.has(weekdayOf(addDays(startsOn, lastDay)))) lastDay--;
    const steps = (pattern.latestStartMinute - pattern.earliestStartMinute) / pattern.startStepMinutes;
    const minute = pattern.earliestStartMinute + pattern.startStepMinutes * Math.floor(random() * (steps + 1));
    return Array.from({ length: worked }, (_, back): Shift => {
      const startAt = instantOfLocal(addDays(startsOn, lastDay - back), minute, agent.zone);
      const span = { startAt, endAt: startAt + pattern.lengthMinutes * MINUTE_MILLIS };
      return { agentId: agent.id, templateId: pattern.id, ...span, activities: tileActivities(span, [], 'contact') };
    }).reverse();
  });
}

/**
 * A seeded contact centre for tests and benchmarks (roster.md section 7): two skills up to 30 agents, else three; open
 * 07:00 to 22:00 below 60 agents, else around the clock for voice; 15-minute slots; Erlang C 80/20 demand scaled so that
 * required hours are `tightness` times the productive hours of the contracts; leave, wishes and last week's shifts.
 */
export function rosterInstance(options: InstanceOptions): RosterProblem {
  const { zone = 'Europe/Berlin', startsOn = '2026-11-02', weeks = 1, tightness = 0.97 } = options;
  if (weekdayOf(startsOn) !== 1)
    throw new Error(`startsOn (${startsOn}) must be a Monday; try ${addDays(startsOn, 8 - weekdayOf(startsOn))}`);
  const random = generator(options.seed * 7919 + epochDay(startsOn));
  const grid = localDaysGrid(startsOn, weeks * 7, zone, 15);
  const shape = demandShape(options, grid.count, weeks * 7, random);
  const templates = templatesFor(shape.allDay);
  const agents = agentsOf(options, zone, random);
  const timeOff = leaveOf(agents, startsOn, random);
  const required = scaledDemand(shape, tightness * productiveHours(agents, timeOff, weeks));
  const demand: QueueDemand[] = shape.queues.map((queue, index) => ({
    queueId: queue.id,
    skillId: queue.id,
    grid,
    agentsToRoster: required[index]!,
  }));
  const asked = new Set(['max-continuous-contact-minutes', 'break-by-work-length']);
  return {
    zone,
    startsOn,
    weeks,
    slotMinutes: 15,
    activityTypes: ACTIVITY_TYPES,
    contracts: CONTRACTS.map((entry) => entry.contract),
    templates,
    agents,
    demand,
    rules: defaultRuleSettings().filter(({ ruleId }) => !asked.has(ruleId)),
    timeOff,
    preferences: wishesOf(agents, startsOn, weeks, random),
    history: historyOf(agents, templates, startsOn, random),
    historyFromAt: instantOfLocal(addDays(startsOn, -14), 0, zone),
    fixedShifts: [],
    weights: DEFAULT_WEIGHTS,
  };
}

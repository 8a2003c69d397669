import { localDaysGrid } from '@yotei/time';
import {
  DEFAULT_WEIGHTS,
  type ActivityType,
  type Agent,
  type Contract,
  type RosterProblem,
  type ShiftTemplate,
} from '@yotei/scheduling/roster';
import { defaultRuleSettings } from '@yotei/scheduling/rules';
import type { QueueSeries } from '@yotei/scheduling/multi-skill';

export const MIXED_ZONE = 'Europe/Berlin';
export const MIXED_DAY = '2026-11-02';
const INTERVALS = 96;

/** 30 agents: who knows what. */
const SKILLS: readonly (readonly [readonly string[], number])[] = [
  [['sales'], 8],
  [['care'], 6],
  [['tech'], 4],
  [['sales', 'care'], 5],
  [['care', 'tech'], 4],
  [['sales', 'tech'], 3],
];

const ACTIVITY_TYPES: readonly ActivityType[] = [
  { id: 'contact', title: 'Contacts', paid: true, contactWork: true },
  { id: 'break', title: 'Break', paid: true, contactWork: false },
];

const pause = (earliestStartMinutes: number, latestStartMinutes: number) => ({
  activityTypeId: 'break',
  lengthMinutes: 15,
  earliestStartMinutes,
  latestStartMinutes,
  minGapMinutes: 60,
});

const TEMPLATES: readonly ShiftTemplate[] = [
  { hours: 8, latest: 780, activities: [pause(60, 210), pause(240, 420)] },
  { hours: 6, latest: 900, activities: [pause(60, 270)] },
  { hours: 4, latest: 1020, activities: [pause(60, 165)] },
].map(({ hours, latest, activities }) => ({
  id: `${hours}h`,
  title: `${hours} hours`,
  earliestStartMinute: 420,
  latestStartMinute: latest,
  startStepMinutes: 30,
  lengthMinutes: hours * 60,
  activities,
}));

const CONTRACT: Contract = {
  id: 'day',
  title: 'One day',
  weeklyMinutesMin: 0,
  weeklyMinutesMax: 480,
  daysPerWeekMax: 1,
  templateIds: TEMPLATES.map(({ id }) => id),
};

function agentsOf(): readonly Agent[] {
  return SKILLS.flatMap(([skillIds, count]) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${skillIds.join('-')}-${index + 1}`,
      name: `${skillIds.join(' ')} ${index + 1}`,
      zone: MIXED_ZONE,
      contractId: CONTRACT.id,
      skillIds,
    })),
  );
}

/** Contacts of a quarter of an hour: open 08:00-20:00, peaks at 10:30 and 16:00. */
function contactsOf(most: number, laterMinutes: number): number[] {
  return Array.from({ length: INTERVALS }, (_, index) => {
    const hour = (index * 15 - laterMinutes) / 60;
    if (index < 32 || index >= 80) return Number.NaN;
    const bump = (at: number, width: number) => Math.exp(-(((hour - at) / width) ** 2));
    return most * (0.25 + 0.75 * bump(10.5, 2.2) + 0.6 * bump(16, 2.2));
  });
}

/** Three queues of one day whose peaks do not fall together. */
export function mixedQueues(): readonly QueueSeries[] {
  const queue = (id: string, most: number, more: { handle: number; later: number }): QueueSeries => ({
    id,
    contacts: contactsOf(most, more.later),
    averageHandleSeconds: new Array<number>(INTERVALS).fill(more.handle),
    patienceSeconds: 180,
    goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  });
  return [
    queue('sales', 22, { handle: 240, later: 0 }),
    queue('care', 15, { handle: 300, later: 60 }),
    queue('tech', 8, { handle: 420, later: -30 }),
  ];
}

/** A roster problem for that day, its demand left out. */
export function mixedProblem(): RosterProblem {
  const asked = new Set(['max-continuous-contact-minutes', 'break-by-work-length', 'weekly-rest-day']);
  return {
    zone: MIXED_ZONE,
    startsOn: MIXED_DAY,
    weeks: 1,
    slotMinutes: 15,
    activityTypes: ACTIVITY_TYPES,
    contracts: [CONTRACT],
    templates: TEMPLATES,
    agents: agentsOf(),
    demand: [],
    rules: defaultRuleSettings().filter(({ ruleId }) => !asked.has(ruleId)),
    timeOff: [],
    preferences: [],
    history: [],
    historyFromAt: 0,
    fixedShifts: [],
    weights: DEFAULT_WEIGHTS,
  };
}

/** The day's quarter-hours as a demand grid. */
export const mixedGrid = () => localDaysGrid(MIXED_DAY, 1, MIXED_ZONE, 15);

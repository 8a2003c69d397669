import { startOfLocalDay } from '@yotei/time';
import {
  boardDays,
  tile,
  type BoardActivityType,
  type BoardDemand,
  type BoardModel,
  type BoardShift,
  type Placed,
} from '../../apps/web/src/features/rosters/board/index.js';

const CODES = [
  'contact',
  'break',
  'lunch',
  'training',
  'meeting',
  'coaching',
  'back-office',
  'absence',
  'overtime',
] as const;
const CONTACT_WORK = new Set<string>(['contact', 'overtime']);

/** The nine activities of the design, ids equal to their codes. */
export const FIXTURE_ACTIVITIES: readonly BoardActivityType[] = CODES.map((code) => ({
  id: code,
  code,
  title: { en: code, ja: code },
  letter: { en: code.charAt(0).toUpperCase(), ja: code.charAt(0) },
  paid: code !== 'lunch',
  contactWork: CONTACT_WORK.has(code),
}));

export interface BoardFixtureOptions {
  readonly agentCount: number;
  readonly zone?: string;
  readonly startsOn?: string;
  readonly dayCount?: number;
  readonly slotMinutes?: number;
  readonly seed?: number;
  readonly teamCount?: number;
}

/** Small repeatable generator (mulberry32), so that a fixture is the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A board of any size: everyone works five of seven days, nine hours with a lunch, two breaks, at times a training. */
export function boardFixture(options: BoardFixtureOptions): BoardModel {
  const {
    agentCount,
    zone = 'Asia/Tokyo',
    startsOn = '2026-11-02',
    dayCount = 7,
    slotMinutes = 15,
    seed = 1,
    teamCount = 2,
  } = options;
  const days = boardDays(startsOn, dayCount, zone);
  const random = seededRandom(seed);
  const last = days.at(-1)!;
  return {
    startAt: startOfLocalDay(startsOn, zone),
    zone,
    lengthMinutes: last.start + last.length,
    slotMinutes,
    days,
    activityTypes: FIXTURE_ACTIVITIES,
    baseType: 0,
    agents: Array.from({ length: agentCount }, (_, i) => ({
      id: `agent-${i}`,
      name: `Agent ${String(i).padStart(4, '0')}`,
      nameReading: null,
      teamId: `team-${i % teamCount}`,
      contractId: 'full-time',
      siteId: 'tokyo',
      skillIds: ['billing'],
    })),
    shifts: Array.from({ length: agentCount }, (_, agent) =>
      days.flatMap((day, index) =>
        (index + agent) % 7 < 5 ? [fixtureShift({ agent, index, random, dayStart: day.start })] : [],
      ),
    ),
    timeOff: Array.from({ length: agentCount }, () => []),
  };
}

function fixtureShift({
  agent,
  index,
  random,
  dayStart,
}: {
  agent: number;
  index: number;
  random: () => number;
  dayStart: number;
}): BoardShift {
  const start = dayStart + 480 + Math.floor(random() * 20) * 15;
  const quarter = (from: number, count: number) => start + from + Math.floor(random() * count) * 15;
  const placed: Placed[] = [
    { type: 1, start: quarter(90, 4), length: 15 },
    { type: 2, start: quarter(210, 5), length: 45 },
    ...(random() < 0.3 ? [{ type: 3, start: quarter(330, 2), length: 60 }] : []),
    { type: 1, start: quarter(420, 4), length: 15 },
  ];
  const span = { start, length: 540 };
  return {
    id: `s-${agent}-${index}`,
    version: 1,
    agent,
    ...span,
    templateId: 'day-9',
    locked: false,
    handEdited: false,
    changed: false,
    activities: tile(span, placed, 0),
  };
}

/** The queue all agents of the fixture can serve. */
export const FIXTURE_QUEUE = { queueId: 'billing', skillId: 'billing', title: { en: 'Billing', ja: '請求' } } as const;

/** Demand in the shape of a day with two peaks, closed at night. */
export function fixtureDemand(model: BoardModel, agentsAtPeak: number): BoardDemand[] {
  const stepMinutes = 30;
  const count = Math.ceil(model.lengthMinutes / stepMinutes);
  const agentsToRoster = Array.from({ length: count }, (_, i) => {
    const hour = ((i * stepMinutes) % 1440) / 60;
    if (hour < 8 || hour >= 21) return null;
    return agentsAtPeak * (0.35 + 0.65 * Math.exp(-(((hour - 13) / 3.5) ** 2)));
  });
  return [{ ...FIXTURE_QUEUE, start: 0, stepMinutes, agentsToRoster }];
}

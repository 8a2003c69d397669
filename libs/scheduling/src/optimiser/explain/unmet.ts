import { intervalStart, type Interval } from '@yotei/time';
import type { QueueCoverage } from '../../evaluation/index.js';
import { groupByAgent, indexProblem, type Roster } from '../../roster/index.js';
import type { UnmetInterval } from '../optimise.js';
import type { PreparedProblem } from '../problem/prepare.js';
import type { LongRules } from '../problem/long-rules.js';
import type { TourSpace } from '../problem/tour-space.js';
import type { Tour } from '../tour/tour.js';

/** Shortages below this are rounding. */
const NOISE = 1e-9;

/** What one agent could still do, asked slot by slot: 1 where it is so. */
interface AgentRoom {
  /** Some shift of the agent's choice is present in the slot. */
  readonly reachable: Uint8Array;
  /** So is one of a week in which contract and rules allow a further shift. */
  readonly open: Uint8Array;
  /** A further shift would fit the contract, but break a rule over the whole horizon. */
  readonly ruled: Uint8Array;
  readonly onDuty: Uint8Array;
  readonly away: Uint8Array;
}

/** Every short queue and slot of the roster with the plainest reason why nobody was put there. */
export function unmetIntervals(
  prepared: PreparedProblem,
  tours: readonly Tour[],
  roster: Roster,
  coverage: readonly QueueCoverage[],
): UnmetInterval[] {
  const unmet: UnmetInterval[] = [];
  const rooms = new AgentRooms(prepared, tours, roster);
  for (const queue of coverage) {
    const able = [...prepared.problem.agents.keys()].filter((agent) =>
      prepared.problem.agents[agent]!.skillIds.includes(queue.skillId),
    );
    for (let slot = 0; slot < queue.staffingGap.length; slot++) {
      if (queue.staffingGap[slot]! >= -NOISE) continue;
      unmet.push({
        queueId: queue.queueId,
        startAt: intervalStart(queue.grid, slot),
        required: queue.agentsToRoster[slot]!,
        scheduled: queue.scheduledAgents[slot]!,
        why: reasonOf(rooms, able, slot),
      });
    }
  }
  return unmet;
}

/** Of several agents, the one with most left to do speaks: the last of these. */
const REASONS = [
  'all-on-duty',
  'time-off',
  'no-shift-possible',
  'contract-limit',
  'work-rule',
  'not-worth-it',
] as const;
const [ON_DUTY, TIME_OFF, NO_SHIFT, CONTRACT, RULE, NOT_WORTH_IT] = [0, 1, 2, 3, 4, 5];

function reasonOf(rooms: AgentRooms, able: readonly number[], slot: number): string {
  if (able.length === 0) return 'no-skill';
  let why = ON_DUTY;
  for (let i = 0; i < able.length && why < NOT_WORTH_IT; i++)
    why = Math.max(why, reasonOfAgent(rooms.of(able[i]!), slot));
  return REASONS[why]!;
}

function reasonOfAgent(room: AgentRoom, slot: number): number {
  if (room.onDuty[slot] === 1) return ON_DUTY;
  if (room.away[slot] === 1) return TIME_OFF;
  if (room.open[slot] === 1) return NOT_WORTH_IT;
  if (room.reachable[slot] === 0) return NO_SHIFT;
  return room.ruled[slot] === 1 ? RULE : CONTRACT;
}

/** Rooms of agents, each found when it is first asked about: a slot that costs too much asks about few of them. */
class AgentRooms {
  private readonly known: (AgentRoom | undefined)[];
  private readonly shiftsByAgent: ReadonlyMap<string, readonly Interval[]>;

  constructor(
    private readonly prepared: PreparedProblem,
    private readonly tours: readonly Tour[],
    roster: Roster,
  ) {
    this.known = new Array<AgentRoom | undefined>(prepared.problem.agents.length);
    this.shiftsByAgent = groupByAgent(roster.shifts);
  }

  of(agent: number): AgentRoom {
    return (this.known[agent] ??= this.roomOf(agent));
  }

  private roomOf(agent: number): AgentRoom {
    const { prepared, tours } = this;
    const { problem, frame, spaces, unitFrom } = prepared;
    const { id } = problem.agents[agent]!;
    const slots = () => new Uint8Array(frame.slotCount);
    const room = { reachable: slots(), open: slots(), ruled: slots(), onDuty: slots(), away: slots() };
    for (const absence of indexProblem(problem).timeOffByAgent.get(id) ?? []) this.fill(room.away, absence);
    for (const shift of this.shiftsByAgent.get(id) ?? []) this.fill(room.onDuty, shift);
    for (let unit = unitFrom[agent]!; unit < unitFrom[agent + 1]!; unit++) {
      const space = spaces[unit]!;
      markPresence(prepared, space, { into: room.reachable });
      if (space.long) markLongRoom(prepared, { space, long: space.long, tour: tours[unit]! }, room);
      else if (!isFull(space, tours[unit]!)) markPresence(prepared, space, { into: room.open });
    }
    return room;
  }

  private fill(slots: Uint8Array, { startAt, endAt }: Interval): void {
    const { frame } = this.prepared;
    const slotMillis = frame.slotMinutes * 60_000;
    const from = Math.max(0, Math.floor((startAt - frame.startAt) / slotMillis));
    slots.fill(1, from, Math.max(from, Math.ceil((endAt - frame.startAt) / slotMillis)));
  }
}

interface LongTour {
  readonly space: TourSpace;
  readonly long: LongRules;
  readonly tour: Tour;
}

/** Where a further shift on a free day keeps all limits of a long tour, its days worked may be worked otherwise as well. */
function markLongRoom(prepared: PreparedProblem, place: LongTour, { open, ruled }: AgentRoom): void {
  const { space, tour } = place;
  const verdicts = new Map<number, 'contract' | 'rule' | null>();
  const further = place.long.furtherShifts((day) =>
    tour.choice[day]! < 0 ? -1 : tour.choice[day]! - space.dayFrom[day]!,
  );
  for (let day = 0; day < space.days; day++) {
    if (tour.choice[day]! >= 0) continue;
    for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++)
      verdicts.set(
        choice,
        isRested(place, day, choice) ? further.overrunBy(day, choice - space.dayFrom[day]!) : 'rule',
      );
  }
  const marked = (verdict: 'rule' | null) => (choice: number) => verdicts.get(choice) === verdict;
  markPresence(prepared, space, { into: ruled, only: marked('rule') });
  const hasRoom = [...verdicts.values()].includes(null);
  markPresence(prepared, space, {
    into: open,
    only: (choice) => (verdicts.has(choice) ? verdicts.get(choice) === null : hasRoom),
  });
}

/** Whether the rest before and after the choice is kept beside the days worked. */
function isRested({ space, tour }: LongTour, day: number, choice: number): boolean {
  const on = (at: number) => tour.choice[at] ?? -1;
  const [before, after] = [on(day - 1), on(day + 1)];
  return (
    (before < 0 || space.readyMinute[before]! <= space.startMinute[choice]!) &&
    (after < 0 || space.readyMinute[choice]! <= space.startMinute[after]!)
  );
}

interface Marking {
  readonly into: Uint8Array;
  /** Choices that count; all without it. */
  readonly only?: (choice: number) => boolean;
}

/** Marks the slots in which some choice of the space is present: sums of the choices that begin and end. */
function markPresence(prepared: PreparedProblem, space: TourSpace, { into, only }: Marking): void {
  const { pad, slotCount } = prepared.frame;
  const change = new Int32Array(slotCount + 1);
  for (let choice = 0; choice < space.pattern.length; choice++) {
    const pattern = prepared.patterns[space.pattern[choice]!];
    if (!pattern || only?.(choice) === false) continue;
    const start = space.startSlot[choice]! - pad;
    change[Math.max(0, Math.min(slotCount, start))]!++;
    change[Math.max(0, Math.min(slotCount, start + pattern.lengthSlots))]!--;
  }
  let present = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    present += change[slot]!;
    if (present > 0) into[slot] = 1;
  }
}

/** Whether no choice could be added to the week within its paid minutes and days. */
function isFull(space: TourSpace, tour: Tour): boolean {
  let pair = 0;
  for (let day = 0; day < space.days; day++) {
    const choice = tour.choice[day]!;
    if (choice >= 0) pair = space.pairs.next[pair * space.paidLengths.length + space.paidIndex[choice]!]!;
  }
  return space.paidLengths.every((_, index) => space.pairs.next[pair * space.paidLengths.length + index]! < 0);
}

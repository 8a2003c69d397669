import { intervalStart, overlaps } from '@yotei/time';
import type { QueueCoverage } from '../../evaluation/index.js';
import { indexProblem, type Roster } from '../../roster/index.js';
import type { UnmetInterval } from '../optimise.js';
import type { PreparedProblem } from '../problem/prepare.js';
import type { TourSpace } from '../problem/tour-space.js';
import type { Tour } from '../tour/tour.js';

/** Shortages below this are rounding. */
const NOISE = 1e-9;

/** What one agent could still do, asked slot by slot. */
interface AgentRoom {
  readonly agentId: string;
  readonly skillIds: readonly string[];
  /** 1 where some shift of the agent's choice is present in the slot. */
  readonly reachable: Uint8Array;
  /** Slots (of the horizon) of the weeks in which the contract allows no further shift. */
  readonly full: Uint8Array;
  /** 1 where the agent is in a shift. */
  readonly onDuty: Uint8Array;
}

/** Every short queue and slot of the roster with the plainest reason why nobody was put there. */
export function unmetIntervals(
  prepared: PreparedProblem,
  tours: readonly Tour[],
  roster: Roster,
  coverage: readonly QueueCoverage[],
): UnmetInterval[] {
  const unmet: UnmetInterval[] = [];
  let rooms: readonly AgentRoom[] | null = null;
  for (const queue of coverage) {
    for (let slot = 0; slot < queue.staffingGap.length; slot++) {
      if (queue.staffingGap[slot]! >= -NOISE) continue;
      rooms ??= agentRooms(prepared, tours, roster);
      unmet.push({
        queueId: queue.queueId,
        startAt: intervalStart(queue.grid, slot),
        required: queue.agentsToRoster[slot]!,
        scheduled: queue.scheduledAgents[slot]!,
        why: reasonOf(prepared, rooms, queue.skillId, slot),
      });
    }
  }
  return unmet;
}

function reasonOf(prepared: PreparedProblem, rooms: readonly AgentRoom[], skillId: string, slot: number): string {
  const capable = rooms.filter((room) => room.skillIds.includes(skillId));
  if (capable.length === 0) return 'no-skill';
  const off = capable.filter((room) => room.onDuty[slot] === 0);
  if (off.length === 0) return 'all-on-duty';
  const present = off.filter((room) => !isAway(prepared, room.agentId, slot));
  if (present.length === 0) return 'time-off';
  const reaching = present.filter((room) => room.reachable[slot] === 1);
  if (reaching.length === 0) return 'no-shift-possible';
  return reaching.every((room) => room.full[slot] === 1) ? 'contract-limit' : 'not-worth-it';
}

function isAway(prepared: PreparedProblem, agentId: string, slot: number): boolean {
  const { startAt, slotMinutes } = prepared.frame;
  const from = startAt + slot * slotMinutes * 60_000;
  const span = { startAt: from, endAt: from + slotMinutes * 60_000 };
  return (indexProblem(prepared.problem).timeOffByAgent.get(agentId) ?? []).some((absence) => overlaps(absence, span));
}

function agentRooms(prepared: PreparedProblem, tours: readonly Tour[], roster: Roster): AgentRoom[] {
  const { problem, frame } = prepared;
  const rooms = problem.agents.map((agent): AgentRoom => {
    const slots = () => new Uint8Array(frame.slotCount);
    return { agentId: agent.id, skillIds: agent.skillIds, reachable: slots(), full: slots(), onDuty: slots() };
  });
  prepared.spaces.forEach((space, unit) => {
    const room = rooms[space.agent]!;
    const full = Number(isFull(space, tours[unit]!));
    for (let choice = 0; choice < space.pattern.length; choice++) {
      const pattern = prepared.patterns[space.pattern[choice]!];
      if (!pattern) continue;
      const from = Math.max(0, space.startSlot[choice]! - frame.pad);
      const until = Math.max(from, space.startSlot[choice]! - frame.pad + pattern.lengthSlots);
      room.reachable.fill(1, from, until);
      room.full.fill(full, from, until);
    }
  });
  const byId = new Map(rooms.map((room) => [room.agentId, room]));
  const slotMillis = frame.slotMinutes * 60_000;
  for (const shift of roster.shifts) {
    const from = Math.max(0, Math.floor((shift.startAt - frame.startAt) / slotMillis));
    byId
      .get(shift.agentId)!
      .onDuty.fill(1, from, Math.max(from, Math.ceil((shift.endAt - frame.startAt) / slotMillis)));
  }
  return rooms;
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

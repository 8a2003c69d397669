import { MINUTE_MILLIS } from '@yotei/time';
import { HardWork, hardMinutesWith, turnsBySlot, type HardTurn, type HardWorkInput } from './hard-work.js';

export interface HardTurnsOptions {
  /** Expected minutes with hard contacts that each had in the weeks before; who is not named had none. */
  readonly memory?: ReadonlyMap<string, number>;
  /** Turns that stand (already told): kept where their person still is on contact work then. */
  readonly standing?: readonly HardTurn[];
  /** Length of a turn, minutes; default 120. */
  readonly turnMinutes?: number;
  /** Share of a queue's people who are on turn at once, 0..1; default 0.3: by trial, spread falls most there. */
  readonly turnShare?: number;
}

export interface HardTurnsPlan {
  /** By time, then queue, then person. */
  readonly turns: readonly HardTurn[];
  /** Expected minutes with hard contacts by person, as the turns have it and as they would go round evenly. */
  readonly hardMinutes: ReadonlyMap<string, number>;
  readonly evenMinutes: ReadonlyMap<string, number>;
}

const SWEEPS = 3;
/** Least share of a turn in which its person is on contact work. */
const LEAST_THERE = 0.5;

/**
 * Who is first for the hard contacts of each queue, turn by turn, so that people of one contract come to alike sums over the
 * weeks: each turn goes to those who are furthest below their contract's mean, all other turns of the week and the weeks before
 * counted, found by going over the week three times. Nobody has two turns in a row where there are others; nobody is on turn
 * for two queues at once. Turns change who is rung first, never how many people a queue needs. A queue that has one person
 * alone in a turn has nobody to share with and gets none.
 *
 * Formula and limits: docs/methods/wellbeing.md, "Turns for hard contacts".
 */
export function hardTurns(input: HardWorkInput, options: HardTurnsOptions = {}): HardTurnsPlan {
  const work = new HardWork(input);
  const rota = new Rota(work, options);
  for (let sweep = 0; sweep < SWEEPS; sweep++) rota.sweep();
  const turns = rota.turns();
  return { turns, hardMinutes: hardMinutesWith(work, turns).total, evenMinutes: hardMinutesWith(work, []).total };
}

/** One queue in one turn: who could be first, who is. */
interface Stretch {
  readonly queue: number;
  readonly block: number;
  readonly fromSlot: number;
  readonly untilSlot: number;
  readonly eligible: readonly string[];
  readonly places: number;
  readonly fixed: ReadonlySet<string>;
  onTurn: ReadonlySet<string>;
}

class Rota {
  private readonly stretches: Stretch[] = [];
  private readonly sums: Map<string, number>;
  private readonly contractOf: ReadonlyMap<string, string>;
  /** Agents on turn in a block, whatever the queue. */
  private readonly onTurnIn = new Map<number, Set<string>>();

  constructor(
    private readonly work: HardWork,
    private readonly options: HardTurnsOptions,
  ) {
    const even = hardMinutesWith(work, []).total;
    this.sums = new Map(work.agents.map(({ id }) => [id, even.get(id)! + (options.memory?.get(id) ?? 0)]));
    this.contractOf = new Map(work.agents.map(({ id, contractId }) => [id, contractId]));
    this.cut();
  }

  /** Chooses anew for each turn, all others as they are. */
  sweep(): void {
    const means = this.means();
    const behind = (id: string) => this.sums.get(id)! - means.get(this.contractOf.get(id)!)!;
    for (const stretch of this.stretches) {
      this.put(stretch, stretch.fixed);
      const { block, eligible, places, fixed } = stretch;
      const isTaken = (id: string, at: number) => this.onTurnIn.get(at)?.has(id) ?? false;
      const rank = (id: string) => (isTaken(id, block - 1) || isTaken(id, block + 1) ? 1 : 0);
      const free = eligible
        .filter((id) => !fixed.has(id) && !isTaken(id, block))
        .map((id) => ({ id, rank: rank(id), behind: behind(id) }))
        .sort((a, b) => a.rank - b.rank || a.behind - b.behind || (a.id < b.id ? -1 : 1));
      const chosen = free.slice(0, Math.max(0, places - fixed.size)).map(({ id }) => id);
      this.put(stretch, new Set([...fixed, ...chosen]));
    }
  }

  turns(): HardTurn[] {
    const { startAt, stepMinutes } = this.work.grid;
    const at = (slot: number) => startAt + slot * stepMinutes * MINUTE_MILLIS;
    return this.stretches
      .flatMap(({ queue, fromSlot, untilSlot, onTurn }) =>
        [...onTurn].sort().map((agentId) => {
          const isThere = (slot: number) => this.work.contactMinutes(agentId, slot) > 0;
          let [from, until] = [fromSlot, untilSlot];
          while (from < until - 1 && !isThere(from)) from++;
          while (until > from + 1 && !isThere(until - 1)) until--;
          const { queueId } = this.work.queues[queue]!;
          return { agentId, queueId, startAt: at(from), endAt: at(until) };
        }),
      )
      .sort((a, b) => a.startAt - b.startAt);
  }

  /** Puts these on turn in place of those before, and keeps everybody's sum. */
  private put(stretch: Stretch, onTurn: ReadonlySet<string>): void {
    const { queue, block, fromSlot, untilSlot, onTurn: before } = stretch;
    for (let slot = fromSlot; slot < untilSlot; slot++) {
      for (const [id, minutes] of this.work.withTurns(queue, slot, before))
        this.sums.set(id, this.sums.get(id)! - minutes);
      for (const [id, minutes] of this.work.withTurns(queue, slot, onTurn))
        this.sums.set(id, this.sums.get(id)! + minutes);
    }
    const taken = this.onTurnIn.get(block) ?? new Set();
    before.forEach((id) => taken.delete(id));
    onTurn.forEach((id) => taken.add(id));
    this.onTurnIn.set(block, taken);
    stretch.onTurn = onTurn;
  }

  private means(): Map<string, number> {
    const sums = new Map<string, { total: number; people: number }>();
    for (const { id, contractId } of this.work.agents) {
      const sum = sums.get(contractId) ?? { total: 0, people: 0 };
      sums.set(contractId, { total: sum.total + this.sums.get(id)!, people: sum.people + 1 });
    }
    return new Map([...sums].map(([contractId, { total, people }]) => [contractId, total / people]));
  }

  private cut(): void {
    const { turnMinutes = 120, turnShare = 0.3, standing = [] } = this.options;
    const { grid, queues } = this.work;
    const length = Math.max(1, Math.round(turnMinutes / grid.stepMinutes));
    const kept = turnsBySlot(this.work, standing);
    for (let fromSlot = 0, block = 0; fromSlot < grid.count; fromSlot += length, block++) {
      const untilSlot = Math.min(grid.count, fromSlot + length);
      queues.forEach((_, queue) => {
        const eligible = this.work.servingOf(queue).filter((id) => this.isThere(id, fromSlot, untilSlot));
        if (eligible.length < 2 || !this.hasWork(queue, fromSlot, untilSlot)) return;
        const places = Math.max(1, Math.round(this.peopleOn(queue, fromSlot, untilSlot) * turnShare));
        const stood = kept.get(`${queue} ${Math.floor((fromSlot + untilSlot - 1) / 2)}`);
        const fixed = new Set(eligible.filter((id) => stood?.has(id)));
        const stretch = { queue, block, fromSlot, untilSlot, eligible, fixed, onTurn: new Set<string>() };
        this.stretches.push({ ...stretch, places: Math.min(places, eligible.length - 1) });
      });
    }
  }

  private isThere(id: string, fromSlot: number, untilSlot: number): boolean {
    let minutes = 0;
    for (let slot = fromSlot; slot < untilSlot; slot++) minutes += this.work.contactMinutes(id, slot);
    return minutes >= LEAST_THERE * (untilSlot - fromSlot) * this.work.grid.stepMinutes;
  }

  private hasWork(queue: number, fromSlot: number, untilSlot: number): boolean {
    const { occupancy, hardShare } = this.work.queues[queue]!;
    for (let slot = fromSlot; slot < untilSlot; slot++) if (occupancy[slot]! * hardShare[slot]! > 0) return true;
    return false;
  }

  private peopleOn(queue: number, fromSlot: number, untilSlot: number): number {
    let sum = 0;
    for (let slot = fromSlot; slot < untilSlot; slot++) sum += this.work.queues[queue]!.agents[slot]!;
    return sum / (untilSlot - fromSlot);
  }
}

import { localDateOf, type Instant, type LocalDate } from '@yotei/time';
import { CoverageState } from '../evaluation/index.js';
import type { RosterProblem, Shift } from '../roster/index.js';
import type { QueueService } from './queue-service.js';
import type { PartyShifts } from './resolved-exchange.js';

/** One queue in one slot of the coverage grid. */
export interface SlotEffect {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly agentsToRoster: number;
  readonly scheduledBefore: number;
  readonly scheduledAfter: number;
  /** Share answered in time, 0..1; null where nothing is known. */
  readonly serviceBefore: number | null;
  readonly serviceAfter: number | null;
}

export interface CoverageEffect {
  /** Only where agents on contact work differ, by queue, then time. */
  readonly slots: readonly SlotEffect[];
  /** Minutes of agents newly missing, over all queues and slots. */
  readonly shortMinutesAdded: number;
  /** Minutes of agents no longer missing. */
  readonly shortMinutesRemoved: number;
  /** Of agents missing and agents too many, in the objective's unit; negative is better. */
  readonly costChange: number;
}

/** Service level of the days that change, weighted by contacts over the whole day. */
export interface ServiceEffect {
  readonly days: readonly {
    readonly queueId: string;
    readonly on: LocalDate;
    readonly before: number;
    readonly after: number;
  }[];
}

/** Agents present over the horizon, asked what would change if some worked otherwise. */
export class StandingCoverage {
  private readonly state: CoverageState;

  constructor(
    private readonly problem: RosterProblem,
    shifts: Iterable<readonly [string, readonly Shift[]]>,
    private readonly service: readonly QueueService[],
  ) {
    this.state = new CoverageState(problem);
    for (const [agentId, own] of shifts) this.state.replace(agentId, [], own);
    this.state.settle();
  }

  /** From now on the agent works these shifts instead of those. */
  replace(agentId: string, before: readonly Shift[], after: readonly Shift[]): void {
    this.state.replace(agentId, before, after);
  }

  /** The state is as it was afterwards. */
  effect(parties: readonly PartyShifts[]): { coverage: CoverageEffect; service: ServiceEffect | null } {
    const before = this.snapshot();
    for (const { agentId, before: old, after } of parties) this.state.replace(agentId, old, after);
    const now = this.snapshot();
    for (const { agentId, before: old, after } of parties) this.state.replace(agentId, after, old);
    this.state.settle();
    const slots = this.slotEffects(before.scheduled, now.scheduled);
    return {
      coverage: { slots, ...this.shortMinutes(slots), costChange: now.cost - before.cost },
      service: this.service.length > 0 ? { days: this.daysOf(slots, before.scheduled) } : null,
    };
  }

  private snapshot(): { scheduled: Float64Array[]; cost: number } {
    this.state.settle();
    const cost = (this.state.shortMicros + this.state.surplusMicros) / 1e6;
    return { scheduled: this.state.scheduled.map((queue) => queue.slice()), cost };
  }

  private slotEffects(before: readonly Float64Array[], after: readonly Float64Array[]): SlotEffect[] {
    const { grid, queueIds, demand } = this.state;
    return queueIds.flatMap((queueId, queue) => {
      const effects: SlotEffect[] = [];
      const service = this.service.find((one) => one.queueId === queueId);
      for (let slot = 0; slot < grid.count; slot++) {
        const [scheduledBefore, scheduledAfter] = [before[queue]![slot]!, after[queue]![slot]!];
        if (Math.abs(scheduledBefore - scheduledAfter) < 1e-9) continue;
        effects.push({
          queueId,
          startAt: grid.startAt + slot * grid.stepMinutes * 60_000,
          agentsToRoster: demand[queue]![slot]!,
          scheduledBefore,
          scheduledAfter,
          serviceBefore: service?.fractionWith(slot, scheduledBefore) ?? null,
          serviceAfter: service?.fractionWith(slot, scheduledAfter) ?? null,
        });
      }
      return effects;
    });
  }

  private shortMinutes(slots: readonly SlotEffect[]) {
    let [shortMinutesAdded, shortMinutesRemoved] = [0, 0];
    for (const { agentsToRoster, scheduledBefore, scheduledAfter } of slots) {
      const short = (scheduled: number) => Math.max(0, agentsToRoster - scheduled);
      const by = (short(scheduledAfter) - short(scheduledBefore)) * this.state.grid.stepMinutes;
      if (by > 0) shortMinutesAdded += by;
      else shortMinutesRemoved -= by;
    }
    return { shortMinutesAdded, shortMinutesRemoved };
  }

  /** The days of the problem's zone in which slots differ. */
  private daysOf(slots: readonly SlotEffect[], before: readonly Float64Array[]): ServiceEffect['days'] {
    const { grid, queueIds } = this.state;
    const dateOf = (at: Instant) => localDateOf(at, this.problem.zone);
    const keys = new Map(slots.map(({ queueId, startAt }) => [`${queueId} ${dateOf(startAt)}`, { queueId, startAt }]));
    return [...keys.values()].flatMap(({ queueId, startAt }) => {
      const service = this.service.find((one) => one.queueId === queueId);
      if (!service) return [];
      const on = dateOf(startAt);
      const own = before[queueIds.indexOf(queueId)]!;
      const changed = new Map(slots.filter((slot) => slot.queueId === queueId).map((slot) => [slot.startAt, slot]));
      let [contacts, good, goodAfter] = [0, 0, 0];
      const middle = Math.round((startAt - grid.startAt) / (grid.stepMinutes * 60_000));
      const reach = Math.ceil((26 * 60) / grid.stepMinutes);
      for (let slot = Math.max(0, middle - reach); slot < Math.min(grid.count, middle + reach); slot++) {
        const at = grid.startAt + slot * grid.stepMinutes * 60_000;
        if (dateOf(at) !== on) continue;
        const fraction = service.fractionWith(slot, own[slot]!);
        if (fraction === null) continue;
        const weight = service.contacts(slot);
        contacts += weight;
        good += weight * fraction;
        goodAfter += weight * (changed.get(at)?.serviceAfter ?? fraction);
      }
      return contacts > 0 ? [{ queueId, on, before: good / contacts, after: goodAfter / contacts }] : [];
    });
  }
}

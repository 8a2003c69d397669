import {
  addDays,
  localDateOf,
  localMinuteOfDay,
  MINUTE_MILLIS,
  resolveLocal,
  weekdayOf,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import { factsAt, noCosts, sumOfCosts, type AgentTerms, type ShiftFacts } from '../../objective/index.js';
import type { ShiftChoice } from '../../rules/index.js';
import type { AgentLimits } from './agent-limits.js';
import type { ShiftPattern } from './shift-pattern.js';
import { frameMinute, type SlotFrame } from './slot-frame.js';
import type { DayChoice } from './tour-space.js';

/** One start of a template on a day of a zone: what all agents there share. */
export interface PossibleShift {
  readonly choice: ShiftChoice;
  readonly startMinute: number;
  readonly startSlot: number;
  readonly facts: ShiftFacts;
}

/** Starts of each template by zone and day, made once for all agents. */
export class PossibleShifts {
  private readonly known = new Map<string, readonly PossibleShift[]>();

  constructor(
    readonly frame: SlotFrame,
    private readonly patterns: readonly ShiftPattern[],
  ) {}

  /**
   * Shifts of the pattern that start on the local day. A start that the clock jumps over is none; one that the clock shows
   * twice is the earlier.
   */
  on(day: LocalDate, zone: ZoneId, index: number): readonly PossibleShift[] {
    const key = `${zone}/${day}/${index}`;
    let shifts = this.known.get(key);
    if (!shifts) {
      shifts = this.startsOf(this.patterns[index]!, day, zone);
      this.known.set(key, shifts);
    }
    return shifts;
  }

  private startsOf(pattern: ShiftPattern, day: LocalDate, zone: ZoneId): PossibleShift[] {
    const { template, paidMinutes, unpaidBreakMinutes } = pattern;
    if (template.weekdays && !template.weekdays.includes(weekdayOf(day))) return [];
    const shifts: PossibleShift[] = [];
    for (
      let minute = template.earliestStartMinute;
      minute <= template.latestStartMinute;
      minute += template.startStepMinutes
    ) {
      const startAt = startOf(day, minute, zone);
      if (startAt === null) continue;
      const endAt = startAt + template.lengthMinutes * MINUTE_MILLIS;
      const startMinute = frameMinute(this.frame, startAt);
      shifts.push({
        choice: { startAt, endAt, template, paidMinutes, unpaidBreakMinutes },
        startMinute,
        startSlot: slotOf(this.frame, startMinute, template.id),
        facts: factsAt(
          { startAt, endAt, templateId: template.id },
          localDateOf(startAt, zone),
          localMinuteOfDay(startAt, zone),
        ),
      });
    }
    return shifts;
  }
}

/** What decides which shifts one agent could work. */
export interface ChoiceContext {
  readonly possible: PossibleShifts;
  readonly zone: ZoneId;
  /** Indices of the patterns of the agent's contract. */
  readonly patterns: readonly number[];
  readonly limits: AgentLimits;
  readonly terms: AgentTerms;
}

/** Cost of leaving a day of the horizon free. */
export function dayOffCost(terms: AgentTerms, day: number): number {
  if (!terms.pricesDaysOff) return 0;
  const costs = noCosts();
  terms.addDay(day, [], costs);
  return sumOfCosts(costs);
}

/** Minutes before which the agent's next start costs something, one a follow-up price; undefined where there are none. */
export function soonMinutes(terms: AgentTerms, facts: ShiftFacts, frame: SlotFrame): number[] | undefined {
  if (terms.followUps.length === 0) return undefined;
  return terms.followUps.map(({ beforeAt }) => Math.ceil(frameMinute(frame, beforeAt(facts))));
}

/**
 * All shifts the agent could work on a day of the horizon. A choice costs what it costs more than the day left free, which
 * the week bears once.
 */
export function dayChoices(context: ChoiceContext, on: LocalDate, day: number): DayChoice[] {
  const { possible, zone, limits, terms } = context;
  const free = dayOffCost(terms, day);
  const choices: DayChoice[] = [];
  for (const pattern of context.patterns) {
    for (const { choice, startMinute, startSlot, facts } of possible.on(on, zone, pattern)) {
      if (!limits.allows(choice)) continue;
      const costs = noCosts();
      terms.addDay(day, [{ facts, paidMinutes: choice.paidMinutes }], costs);
      const cost = limits.choiceCost(choice) + sumOfCosts(costs) - free;
      choices.push({
        pattern,
        startSlot,
        startMinute,
        endMinute: startMinute + choice.template.lengthMinutes,
        paidMinutes: choice.paidMinutes,
        unsocial: terms.unsocialTurns(facts),
        cost,
        followUps: soonMinutes(terms, facts, possible.frame),
        shift: choice,
      });
    }
  }
  return choices;
}

function startOf(on: LocalDate, minute: number, zone: ZoneId): Instant | null {
  const found = resolveLocal(addDays(on, Math.floor(minute / 1440)), minute % 1440, zone);
  if (found.kind === 'instant') return found.at;
  return found.kind === 'ambiguous-local-time' ? found.earlierAt : null;
}

function slotOf(frame: SlotFrame, startMinute: number, templateId: string): number {
  const slot = startMinute / frame.slotMinutes;
  if (!Number.isInteger(slot)) {
    throw new Error(
      `template ${templateId} start (${startMinute} minutes into the horizon) must lie on the ${frame.slotMinutes}-minute grid; use slotMinutes 15`,
    );
  }
  return slot + frame.pad;
}

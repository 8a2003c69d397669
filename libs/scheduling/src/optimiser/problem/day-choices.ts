import {
  addDays,
  MINUTE_MILLIS,
  resolveLocal,
  weekdayOf,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import type { Preference } from '../../roster/index.js';
import { wishCost } from './wish-cost.js';
import type { AgentLimits } from './agent-limits.js';
import type { ShiftPattern } from './shift-pattern.js';
import { frameMinute, type SlotFrame } from './slot-frame.js';
import type { DayChoice } from './tour-space.js';

/** What decides which shifts one agent could work. */
export interface ChoiceContext {
  readonly frame: SlotFrame;
  readonly zone: ZoneId;
  /** The patterns of the agent's contract, with their index in the problem's list. */
  readonly patterns: readonly { readonly index: number; readonly pattern: ShiftPattern }[];
  readonly limits: AgentLimits;
  readonly wishes: readonly Preference[];
}

/**
 * All shifts the agent could work on a local day. A start that the clock jumps over is no choice; one that the clock
 * shows twice is the earlier.
 */
export function dayChoices(context: ChoiceContext, on: LocalDate): DayChoice[] {
  const { frame, zone, limits } = context;
  const weekday = weekdayOf(on);
  const choices: DayChoice[] = [];
  for (const { index, pattern } of context.patterns) {
    const { template } = pattern;
    if (template.weekdays && !template.weekdays.includes(weekday)) continue;
    for (
      let minute = template.earliestStartMinute;
      minute <= template.latestStartMinute;
      minute += template.startStepMinutes
    ) {
      const startAt = startOf(on, minute, zone);
      if (startAt === null) continue;
      const endAt = startAt + template.lengthMinutes * MINUTE_MILLIS;
      const choice = {
        startAt,
        endAt,
        template,
        paidMinutes: pattern.paidMinutes,
        unpaidBreakMinutes: pattern.unpaidBreakMinutes,
      };
      if (!limits.allows(choice)) continue;
      const startMinute = frameMinute(frame, startAt);
      choices.push({
        pattern: index,
        startSlot: slotOf(frame, startMinute, template.id),
        startMinute,
        endMinute: startMinute + template.lengthMinutes,
        paidMinutes: pattern.paidMinutes,
        cost: limits.choiceCost(choice) + wishCost(context.wishes, startAt, zone),
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

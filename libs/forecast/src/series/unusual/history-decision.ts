import type { CalendarEvent, CalendarEventKind } from '../../calendar/calendar-event.js';
import { startOfLocalDay, addDays, localDaysGrid, type Instant, type LocalDate } from '@yotei/time';
import type { HistoryDay, QueueHistory } from '../../queue-history.js';
import type { LeftOutDay } from '../training-view.js';
import { replacementsFor } from './replacement.js';
import { dataKeyOf, dayIndex, partsOfSpan, type DayPart } from './history-span.js';
import type { HistoryAction, HistoryProposal, UnusualKind } from './history-proposal.js';

/** What a planner said about a proposal. `keep` refuses it; `leave-out` and `replace` change what the fit sees. */
export interface HistoryDecision {
  /** The proposal's id; a planner's own span may have any text. */
  readonly proposalId: string;
  readonly kind?: UnusualKind;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly action: HistoryAction;
  /** The data that were judged; when the span holds others by now, the decision is stale and does nothing. */
  readonly dataKey?: string;
  /** With `event`: what the days of the span are named in the calendar; left out where the caller passes the event itself. */
  readonly event?: { readonly kind: CalendarEventKind; readonly title: string };
}

/** A history as the planner's decisions leave it. */
export interface DecidedHistory {
  readonly history: QueueHistory;
  readonly events: readonly CalendarEvent[];
  /** What was left out or replaced, day by day. */
  readonly applied: readonly LeftOutDay[];
  /** Decisions about data that have changed since. */
  readonly stale: readonly HistoryDecision[];
}

/**
 * The history with the planner's decisions applied. `leave-out` makes intervals missing, and a whole day one that is
 * known but not learnt from; `replace` puts in what the same weekdays before would make likely; `event` adds an event;
 * `keep` changes nothing. Replacements look only at days before, so that a later day never changes an earlier forecast.
 */
export function applyDecisions(history: QueueHistory, decisions: readonly HistoryDecision[]): DecidedHistory {
  if (decisions.length === 0) return { history, events: [], applied: [], stale: [] };
  const recorded = dayIndex(history);
  const fresh = decisions.filter((decision) => isFresh(history, decision, recorded));
  const days = new Map(recorded);
  const lastOn = history.days.at(-1)?.on ?? '';
  const events: CalendarEvent[] = [];
  const applied: LeftOutDay[] = [];
  const touched = new Set(
    fresh.filter(changesFit).flatMap((decision) => partsOfSpan(history, decision).map(({ on }) => on)),
  );
  for (const decision of fresh) {
    if (decision.action === 'event' && decision.event) events.push(...eventOf(history, decision));
    if (!changesFit(decision)) continue;
    for (const part of partsOfSpan(history, decision)) {
      if (part.on > lastOn) break;
      const day = days.get(part.on);
      if (decision.action === 'leave-out') {
        if (!day) continue;
        if (coversDay(day, part)) events.push(outageOn(part.on, decision.proposalId));
        else days.set(part.on, without(day, part));
      } else days.set(part.on, replacementsFor({ history, days: recorded, touched }, part, day));
      applied.push(appliedOn(part.on, decision));
    }
  }
  const kept = [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    history: { ...history, days: kept },
    events,
    applied,
    stale: decisions.filter((decision) => !fresh.includes(decision)),
  };
}

/** Proposals that no decision has dealt with: neither this very one nor one over most of the same span. */
export function openProposals(
  proposals: readonly HistoryProposal[],
  history: QueueHistory,
  decisions: readonly HistoryDecision[],
): HistoryProposal[] {
  const recorded = dayIndex(history);
  const fresh = decisions.filter((decision) => isFresh(history, decision, recorded));
  return proposals.filter((proposal) => !fresh.some((decision) => dealsWith(decision, proposal)));
}

function dealsWith(decision: HistoryDecision, proposal: HistoryProposal): boolean {
  if (decision.proposalId === proposal.id) return true;
  const shared = Math.min(decision.untilAt, proposal.untilAt) - Math.max(decision.fromAt, proposal.fromAt);
  const shorter = Math.min(decision.untilAt - decision.fromAt, proposal.untilAt - proposal.fromAt);
  if (shared * 2 <= shorter) return false;
  // What is left out would come back as missing; what was kept may still be odd in another way.
  return decision.action !== 'keep' || decision.kind === undefined || decision.kind === proposal.kind;
}

function isFresh(
  history: QueueHistory,
  decision: HistoryDecision,
  recorded: ReadonlyMap<LocalDate, HistoryDay>,
): boolean {
  return decision.dataKey === undefined || dataKeyOf(history, decision, recorded) === decision.dataKey;
}

const changesFit = ({ action }: HistoryDecision): boolean => action === 'leave-out' || action === 'replace';

/** Whether the part holds every value of the day. */
function coversDay({ contacts }: HistoryDay, { from, until }: DayPart): boolean {
  return contacts.every((value, index) => Number.isNaN(value) || (index >= from && index < until));
}

function without(day: HistoryDay, { from, until }: DayPart): HistoryDay {
  const blank = (values: Float64Array) =>
    values.map((value, index) => (index >= from && index < until ? Number.NaN : value));
  const contacts = blank(day.contacts);
  return day.handleSeconds ? { ...day, contacts, handleSeconds: blank(day.handleSeconds) } : { ...day, contacts };
}

/** A whole day left out stays a business day of the calendar: an outage does just that. */
const outageOn = (on: LocalDate, title: string): CalendarEvent => ({ fromOn: on, untilOn: on, kind: 'outage', title });

function eventOf({ zone, stepMinutes }: QueueHistory, decision: HistoryDecision): CalendarEvent[] {
  const parts = partsOfSpan({ zone, stepMinutes }, decision);
  return parts.length === 0 || !decision.event
    ? []
    : [{ fromOn: parts[0]!.on, untilOn: parts.at(-1)!.on, ...decision.event }];
}

function appliedOn(on: LocalDate, { action, proposalId, fromAt, untilAt }: HistoryDecision): LeftOutDay {
  return {
    on,
    reason: { kind: 'planner-decision', action: action as 'leave-out' | 'replace', proposalId, fromAt, untilAt },
  };
}

/** A decision over whole local days, for planners who name days and not proposals. */
export function decisionOverDays(
  history: Pick<QueueHistory, 'zone' | 'stepMinutes'>,
  days: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  action: HistoryAction,
): HistoryDecision {
  const { zone, stepMinutes } = history;
  const last = localDaysGrid(days.untilOn, 1, zone, stepMinutes);
  return {
    proposalId: `days-${days.fromOn}-${days.untilOn}`,
    fromAt: startOfLocalDay(days.fromOn, zone),
    untilAt: last.count > 0 ? startOfLocalDay(addDays(days.untilOn, 1), zone) : last.startAt,
    action,
  };
}

import {
  addDays,
  dateOfEpochDay,
  epochDay,
  intervalStart,
  localDaysGrid,
  startOfLocalDay,
  type Instant,
  type LocalDate,
} from '@yotei/time';
import { eventsByDay, hasEvent, type CalendarEvent, type EventsByDay } from '../../calendar/calendar-event.js';
import type { QueueHistory } from '../../queue-history.js';
import { slotsOfDay, tablesOf, type DayTable } from '../day-table.js';
import { trainingView, type TrainingView } from '../training-view.js';
import { dayFindings, levelShifts, missingDays } from './day-findings.js';
import { expectedHistory, type ExpectedHistory } from './expected-contacts.js';
import { applyDecisions, openProposals, type HistoryDecision } from './history-decision.js';
import { pictureOf, type HistoryPicture } from './history-picture.js';
import type { HistoryProposal } from './history-proposal.js';
import { dataKeyOf, dayIndex, partsOfSpan, type DayPart, type HistorySpan } from './history-span.js';
import { intervalFindings, type Finding } from './interval-findings.js';

/** With less there is nothing to compare a day with. */
export const LEAST_DAYS_TO_JUDGE = 28;
/** A history with more odd spots than this has another trouble; the furthest out are kept. */
const MOST_PROPOSALS = 300;

/**
 * What looks odd in a history: outages, partly recorded days, spikes, one huge value, values that got stuck, unusual
 * days, open days without rows, lasting changes of level; in order of time. Judged by robust residuals of day totals
 * and intervals; see docs/methods/unusual-history.md. Days of outage events are not judged, and what `decisions` have
 * dealt with is not proposed again while its data are the same. Needs four weeks of history, else none.
 */
export function proposeHistoryChanges(
  history: QueueHistory,
  events: readonly CalendarEvent[] = [],
  decisions: readonly HistoryDecision[] = [],
): readonly HistoryProposal[] {
  return judgeHistory(history, events, decisions).proposals;
}

export interface JudgedHistory {
  readonly proposals: readonly HistoryProposal[];
  /** Decisions that no longer hold, because the data of their span have changed. */
  readonly stale: readonly HistoryDecision[];
  /** Recorded beside expected around a span of the history. */
  pictureOf(span: HistorySpan): HistoryPicture;
  /** A span that a planner names: it holds whatever the data are. Null where no part of it is in the history. */
  byHand(span: HistorySpan, note: string): HistoryProposal | null;
}

/** {@link proposeHistoryChanges} for a screen that also shows them. */
export function judgeHistory(
  history: QueueHistory,
  events: readonly CalendarEvent[],
  decisions: readonly HistoryDecision[],
): JudgedHistory {
  const decided = applyDecisions(history, decisions);
  const byDay = eventsByDay([...events, ...decided.events]);
  const table = tablesOf(decided.history).contacts;
  const view = trainingView(table, byDay, (table.days.at(-1)?.day ?? 0) + 1);
  const expected = expectedHistory(view, table);
  return {
    proposals: proposalsOf({ history, decisions, table, view, events: byDay, expected }),
    stale: decided.stale,
    pictureOf: (span) => pictureOf(history, expected, span),
    byHand: (span, note) => proposalByHand({ history, expected, span, note }),
  };
}

export interface ProposalInput {
  /** As recorded, before any decision. */
  readonly history: QueueHistory;
  readonly decisions: readonly HistoryDecision[];
  /** Table and view of the history with the decisions applied. */
  readonly table: DayTable;
  readonly view: TrainingView;
  readonly events: EventsByDay;
  /** Where it is at hand already. */
  readonly expected?: ExpectedHistory;
}

/** The same with table and view at hand. */
export function proposalsOf(input: ProposalInput): HistoryProposal[] {
  const { history, decisions, table, view, events } = input;
  if (view.haveDays < LEAST_DAYS_TO_JUDGE) return [];
  const expected = input.expected ?? expectedHistory(view, table);
  const judged = expected.days.filter(({ day }) => !hasEvent(events, day, 'outage'));
  const inside = intervalFindings(judged, expected.intervalScale);
  const findings = [
    ...inside,
    ...dayFindings({ ...expected, days: judged }, inside, table.slotCount),
    ...missingDays(judged, events, table.slotCount),
    ...levelShifts(view, expected),
  ];
  const kept = findings.sort((a, b) => Math.abs(b.score) - Math.abs(a.score)).slice(0, MOST_PROPOSALS);
  const days = dayIndex(history);
  const proposals = kept.map((finding) => proposalOf(finding, history, days));
  return openProposals(proposals, history, decisions).sort((a, b) => a.fromAt - b.fromAt || (a.id < b.id ? -1 : 1));
}

function proposalOf(finding: Finding, history: QueueHistory, days: ReturnType<typeof dayIndex>): HistoryProposal {
  const fromOn = dateOfEpochDay(finding.fromDay);
  const untilOn = dateOfEpochDay(finding.untilDay);
  const whole = finding.fromSlot === 0 && finding.untilSlot === 1440 / history.stepMinutes;
  const span = whole
    ? { fromAt: startOfLocalDay(fromOn, history.zone), untilAt: startOfLocalDay(addDays(untilOn, 1), history.zone) }
    : spanOfSlots(history, fromOn, finding);
  const dataKey = dataKeyOf(history, span, days);
  const { kind, expected, score, reason, suggested } = finding;
  return {
    id: `${kind}-${compact(span.fromAt)}-${compact(span.untilAt)}-${dataKey}`,
    kind,
    ...span,
    fromOn,
    untilOn,
    expected,
    actual: recordedIn(span, history, days),
    score,
    reason,
    suggested,
    dataKey,
  };
}

function proposalByHand(of: {
  readonly history: QueueHistory;
  readonly expected: ExpectedHistory;
  readonly span: HistorySpan;
  readonly note: string;
}): HistoryProposal | null {
  const { history, expected, span, note } = of;
  const parts = partsOfSpan(history, span);
  const [first, last] = [history.days[0]?.on ?? '', history.days.at(-1)?.on ?? ''];
  if (!parts.some(({ on }) => on >= first && on <= last)) return null;
  return {
    id: `by-hand-${compact(span.fromAt)}-${compact(span.untilAt)}`,
    kind: 'by-hand',
    ...{ fromAt: span.fromAt, untilAt: span.untilAt, fromOn: parts[0]!.on, untilOn: parts.at(-1)!.on },
    expected: expectedIn(parts, history, expected),
    actual: recordedIn(span, history, dayIndex(history)),
    score: 0,
    reason: { kind: 'named-by-planner', note },
    suggested: 'leave-out',
    dataKey: '',
  };
}

/** What the open slots of a span were to be expected to hold. */
function expectedIn(parts: readonly DayPart[], history: QueueHistory, expected: ExpectedHistory): number {
  const byDay = new Map(expected.days.map((day) => [day.day, day]));
  let sum = 0;
  for (const { on, from, until } of parts) {
    const day = byDay.get(epochDay(on));
    if (!day) continue;
    for (const slot of slotsOfDay(on, history.zone, history.stepMinutes).slice(from, until))
      if (day.open[slot] === 1) sum += day.usual[slot]!;
  }
  return sum;
}

/** The instants of a day's slots: on an autumn night a repeated slot counts with both of its intervals. */
function spanOfSlots(history: QueueHistory, on: LocalDate, { fromSlot, untilSlot }: Finding): HistorySpan {
  const slots = slotsOfDay(on, history.zone, history.stepMinutes);
  const grid = localDaysGrid(on, 1, history.zone, history.stepMinutes);
  const inside = [...slots.keys()].filter((index) => slots[index]! >= fromSlot && slots[index]! < untilSlot);
  return { fromAt: intervalStart(grid, inside[0] ?? 0), untilAt: intervalStart(grid, (inside.at(-1) ?? 0) + 1) };
}

function recordedIn(span: HistorySpan, history: QueueHistory, days: ReturnType<typeof dayIndex>): number {
  let sum = 0;
  for (const { on, from, until } of partsOfSpan(history, span)) {
    const contacts = days.get(on)?.contacts;
    for (let index = from; index < until; index++) sum += contacts?.[index] || 0;
  }
  return sum;
}

/** `20261104T0130` in UTC: ids are read by people too. */
function compact(at: Instant): string {
  return new Date(at).toISOString().slice(0, 16).replace(/[-:]/g, '');
}

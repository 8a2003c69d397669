import type { LocalDate } from '@yotei/time';
import type { HistoryDay, QueueHistory } from '../queue-history.js';
import { GIVEN_LIKE_SPREAD, GIVEN_SHARE_SPREAD, learnShare, type LearnedShare } from './learn-share.js';
import { checkLineage, type BorrowedSpan, type LineageKind, type QueueLineage } from './queue-lineage.js';

/** A history made of a queue's own days and of other queues' days, and which of them are estimated. */
export interface ComposedHistory {
  readonly kind: 'composed';
  readonly history: QueueHistory;
  readonly borrowed: readonly BorrowedSpan[];
  /** Relative standard deviation of the level that the shares leave open; 0 when nothing was borrowed. */
  readonly levelSpread: number;
}

export type ComposeResult =
  | ComposedHistory
  /** A share is to be learned and there is no day with both queues. */
  | { readonly kind: 'share-unknown'; readonly queue: string; readonly from: string }
  | { readonly kind: 'unknown-queue'; readonly from: string };

export interface ComposeInput {
  readonly histories: ReadonlyMap<string, QueueHistory>;
  readonly queue: string;
  readonly lineage: readonly QueueLineage[];
  /** Days from this day on are not looked at, neither to borrow nor to learn a share. */
  readonly beforeOn: LocalDate;
}

/**
 * The queue's past as its lineage makes it, so that every method can work on it. Before the date of a line, a `split`,
 * `moved` or `merged` queue has its own contacts and its part of the other's; a `like` queue has its part of the other's
 * days where it has none of its own; and a queue that gave a part away is taken without it. Days made so are told in
 * `borrowed`. Own days from the date on are never touched.
 */
export function composeHistory(input: ComposeInput): ComposeResult {
  const { queue, lineage, beforeOn } = input;
  checkLineage(lineage);
  const lines = lineage.filter((line) => line.queue === queue || (line.from === queue && givesAway(line.kind)));
  const histories = new Map(
    [...input.histories].map(([name, history]) => [
      name,
      { ...history, days: history.days.filter(({ on }) => on < beforeOn) },
    ]),
  );
  const like = lines.map((line) => histories.get(line.queue === queue ? line.from : line.queue));
  const own = histories.get(queue) ?? like.find((history) => history !== undefined);
  if (!own) return { kind: 'unknown-queue', from: lines[0]?.from ?? queue };
  let days: readonly HistoryDay[] = histories.get(queue)?.days ?? [];
  const borrowed: BorrowedSpan[] = [];
  for (const line of lines) {
    const other = histories.get(line.queue === queue ? line.from : line.queue);
    if (!other && line.queue === queue) return { kind: 'unknown-queue', from: line.from };
    const share = shareOf(line, histories);
    if (!share) return { kind: 'share-unknown', queue: line.queue, from: line.from };
    const made =
      line.queue === queue ? takeOver(days, { line, share, other: other! }) : giveAway(days, { line, share });
    days = made.days;
    if (made.span) borrowed.push(made.span);
  }
  return { kind: 'composed', history: { ...own, days }, borrowed, levelSpread: levelSpreadOf(borrowed, days.length) };
}

/** Split and moved parts leave the queue they came from; merged and like ones do not. */
const givesAway = (kind: LineageKind): boolean => kind === 'split' || kind === 'moved';

interface Share extends LearnedShare {
  readonly learned: boolean;
}

/** Given, learned on the days since the date, or 1 for a queue that was joined whole. */
function shareOf(line: QueueLineage, histories: ReadonlyMap<string, QueueHistory>): Share | null {
  const given = line.share ?? (line.kind === 'merged' ? 1 : null);
  if (given !== null) {
    const spread = line.kind === 'merged' ? 0 : line.kind === 'like' ? GIVEN_LIKE_SPREAD : GIVEN_SHARE_SPREAD;
    return { bySlot: Float64Array.of(given), mean: given, spread, learned: false };
  }
  const [mine, theirs] = [histories.get(line.queue), histories.get(line.from)];
  if (!mine || !theirs) return null;
  const since = (history: QueueHistory) => ({
    ...history,
    days: history.days.filter(({ on }) => on >= line.sinceOn),
  });
  const learned = learnShare(since(mine), since(theirs), line.kind === 'like' ? 'other' : 'both');
  return learned && { ...learned, learned: true };
}

interface Line {
  readonly line: QueueLineage;
  readonly share: Share;
}

interface Made {
  readonly days: readonly HistoryDay[];
  readonly span: BorrowedSpan | null;
}

function takeOver(days: readonly HistoryDay[], { line, share, other }: Line & { readonly other: QueueHistory }): Made {
  const byDay = new Map(days.map((day) => [day.on, day]));
  // A queue like another borrows up to its own first day, whatever date was written down.
  const stopOn = line.kind === 'like' ? days[0]?.on : line.sinceOn;
  const touched: LocalDate[] = [];
  for (const theirs of other.days) {
    if (stopOn !== undefined && theirs.on >= stopOn) continue;
    const part = scaled(theirs, (slot) => at(share.bySlot, slot));
    const mine = byDay.get(theirs.on);
    byDay.set(theirs.on, mine ? added(mine, part) : part);
    touched.push(theirs.on);
  }
  return { days: sortedDays(byDay), span: spanOf(touched, { line, share }, line.kind) };
}

function giveAway(days: readonly HistoryDay[], { line, share }: Line): Made {
  const touched: LocalDate[] = [];
  const kept = days.map((day) => {
    if (day.on >= line.sinceOn) return day;
    touched.push(day.on);
    return scaled(day, (slot) => 1 - at(share.bySlot, slot));
  });
  const span = spanOf(touched, { line, share }, 'given-away');
  // What is left of a queue is surer than the part that went: 10 % of a third is 5 % of two thirds.
  const factor = share.mean / Math.max(0.05, 1 - share.mean);
  return { days: kept, span: span && { ...span, from: line.queue, shareSpread: span.shareSpread * factor } };
}

function spanOf(touched: readonly LocalDate[], { line, share }: Line, kind: BorrowedSpan['kind']): BorrowedSpan | null {
  if (touched.length === 0) return null;
  return {
    from: line.from,
    kind,
    share: share.mean,
    shareLearned: share.learned,
    shareSpread: share.spread,
    fromOn: touched[0]!,
    untilOn: touched.at(-1)!,
    days: touched.length,
  };
}

const at = (values: Float64Array, slot: number): number => values[Math.min(slot, values.length - 1)]!;

function scaled(day: HistoryDay, factorAt: (slot: number) => number): HistoryDay {
  const contacts = day.contacts.map((value, slot) => value * factorAt(slot));
  const handleSeconds = day.handleSeconds?.map((value, slot) => value * factorAt(slot));
  return handleSeconds ? { on: day.on, contacts, handleSeconds } : { on: day.on, contacts };
}

/** Sums of two days; what only one has counts alone, missing in both stays missing. */
function added(a: HistoryDay, b: HistoryDay): HistoryDay {
  const sum = (x: Float64Array, y: Float64Array) =>
    x.map((value, slot) => {
      const other = y[slot] ?? Number.NaN;
      return Number.isNaN(value) ? other : Number.isNaN(other) ? value : value + other;
    });
  const contacts = sum(a.contacts, b.contacts);
  if (!a.handleSeconds && !b.handleSeconds) return { on: a.on, contacts };
  const unknown = new Float64Array(contacts.length).fill(Number.NaN);
  return { on: a.on, contacts, handleSeconds: sum(a.handleSeconds ?? unknown, b.handleSeconds ?? unknown) };
}

const sortedDays = (days: ReadonlyMap<LocalDate, HistoryDay>): HistoryDay[] =>
  [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));

/** Lines err apart; a few borrowed days at the start of a long past matter little. */
function levelSpreadOf(borrowed: readonly BorrowedSpan[], days: number): number {
  const RECENT_DAYS = 28;
  const variance = borrowed.reduce((sum, { shareSpread, days: taken }) => {
    const own = Math.max(0, days - taken);
    return sum + (shareSpread * Math.max(0, 1 - own / RECENT_DAYS)) ** 2;
  }, 0);
  return Math.sqrt(variance);
}

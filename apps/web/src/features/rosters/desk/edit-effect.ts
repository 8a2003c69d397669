import { gapTotals, paidMinutesOf, type BoardModel, type Coverage, type ShiftEdit } from '../board/index.js';

export interface FromTo {
  readonly before: number;
  readonly after: number;
}

/** What needs more than shifts and requirement; null where it is not known. */
export interface LensEffect {
  /** Predicted share answered in time over the days touched, 0..1. */
  readonly serviceLevelFraction: FromTo | null;
  /** Pay in the centre's currency, over the whole board for the agents touched. */
  readonly pay: FromTo | null;
  /** Quick returns and late-to-early changes of the agents touched: what wears people out. */
  readonly turnarounds: FromTo | null;
}

/** What an edit does beyond rules and single intervals. */
export interface EditEffect extends LensEffect {
  /** Agent-hours missing and too many, over the days touched. */
  readonly shortHours: FromTo;
  readonly overHours: FromTo;
  /** Paid minutes more or less. */
  readonly paidMinutes: number;
}

interface Scene {
  readonly model: BoardModel;
  readonly coverage: Coverage;
}

/** Looks at an edit with what is loaded after the board: forecast, pay and wellbeing. */
export type EffectLens = (edits: readonly ShiftEdit[], before: Scene, after: Scene) => LensEffect;

export const NO_LENS_EFFECT: LensEffect = { serviceLevelFraction: null, pay: null, turnarounds: null };

/** Board minutes of the days that the edits touch, from the start of the first to the end of the last. */
export function daysTouched(
  { days }: Pick<BoardModel, 'days'>,
  edits: readonly ShiftEdit[],
): { readonly from: number; readonly until: number } {
  const shifts = edits.flatMap(({ before, after }) => [before, after]).filter((shift) => shift !== null);
  const from = Math.min(...shifts.map(({ start }) => start));
  const until = Math.max(...shifts.map(({ start, length }) => start + length));
  const touched = days.filter((day) => day.start < until && day.start + day.length > from);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { from: first.start, until: last.start + last.length } : { from, until };
}

/** The effect of edits, given the board before and after them. */
export function effectOf(
  edits: readonly ShiftEdit[],
  { before, after, lens }: { readonly before: Scene; readonly after: Scene; readonly lens: EffectLens | null },
): EditEffect {
  const span = daysTouched(before.model, edits);
  const [was, now] = [before, after].map(({ coverage }) => gapTotals(coverage, span.from, span.until));
  const paid = (side: 'before' | 'after') =>
    edits.reduce((sum, edit) => sum + (edit[side] ? paidMinutesOf(before.model, edit[side]) : 0), 0);
  return {
    shortHours: { before: was!.shortHours, after: now!.shortHours },
    overHours: { before: was!.overHours, after: now!.overHours },
    paidMinutes: paid('after') - paid('before'),
    ...(lens && edits.length > 0 ? lens(edits, before, after) : NO_LENS_EFFECT),
  };
}

import type { LocalisedText } from '@yotei/scheduling/staffing';
import type { LocalDate } from '@yotei/time';

/** One number and what to make of it. */
export interface ReportFigure {
  /** Null: not known, and `why` says what is missing. */
  readonly value: number | null;
  readonly text: LocalisedText | null;
  readonly why: LocalisedText | null;
  /** What the value is held against, as it is called there: a target, a goal, the forecast. */
  readonly target: LocalisedText | null;
  /** Whether the target is met; null without target or value. */
  readonly met: boolean | null;
  /** The period before, of the same length. */
  readonly before: LocalisedText | null;
  /** Value minus that before, in words with its sign. */
  readonly change: LocalisedText | null;
}

export interface ReportLine {
  readonly title: LocalisedText;
  readonly values: readonly (number | null)[];
}

/** Lines over time; `labels` name each place. */
export interface ReportChart {
  readonly labels: readonly LocalisedText[];
  readonly unit: string;
  readonly lines: readonly ReportLine[];
  readonly target: number | null;
}

export interface ReportCell {
  readonly text: LocalisedText;
  readonly value: number | null;
}

export interface ReportRow {
  readonly title: LocalisedText;
  readonly cells: readonly ReportCell[];
  readonly path: string | null;
}

export interface ReportTable {
  readonly head: LocalisedText;
  readonly columns: readonly LocalisedText[];
  readonly rows: readonly ReportRow[];
}

export interface ReportParagraph {
  readonly text: LocalisedText;
  /** The screen its numbers open to. */
  readonly path: string | null;
}

/** What a tile shows. Screens, PDF and CSV are made of blocks alone, so that they say the same. */
export interface ReportBlock {
  readonly id: string;
  readonly title: LocalisedText;
  /** Columns of four. */
  readonly width: number;
  readonly path: string | null;
  readonly figure: ReportFigure | null;
  readonly chart: ReportChart | null;
  readonly table: ReportTable | null;
  readonly paragraphs: readonly ReportParagraph[];
}

export interface ReportContent {
  readonly title: LocalisedText;
  /** Days of which it tells, in words. */
  readonly period: LocalisedText;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly blocks: readonly ReportBlock[];
}

const EMPTY = { figure: null, chart: null, table: null, paragraphs: [], path: null } as const;

/** A block with what it has; the rest is none. */
export function reportBlock(
  of: Pick<ReportBlock, 'id' | 'title' | 'width'> & Partial<Omit<ReportBlock, 'id' | 'title' | 'width'>>,
): ReportBlock {
  return { ...EMPTY, ...of };
}

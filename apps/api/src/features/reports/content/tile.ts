import type { ReportPeriodId } from './report-periods.js';

/** Kinds are stored. */
export const TILE_KINDS = ['measure', 'chart', 'table', 'text', 'wellbeing', 'coverage', 'scenarios'] as const;
export type TileKind = (typeof TILE_KINDS)[number];

export const TILE_CUTS = ['queue', 'channel', 'site', 'team'] as const;
export type TileCut = (typeof TILE_CUTS)[number];

/** A tile as it is stored: what to show, never numbers. */
export interface Tile {
  readonly id: string;
  readonly kind: TileKind;
  /** Columns of four. */
  readonly width: number;
  /** Of `measure`, `chart` and `table`: an id of the catalogue or of an own measure. */
  readonly measureId: string | null;
  /** Null: all queues together. */
  readonly queueId: string | null;
  /** Of `table`: its rows; left out = by queue. */
  readonly cut?: TileCut | null;
  /** Of `text`: what it says. */
  readonly text: string | null;
  /** Of `scenarios`: the page of the comparison in this program. */
  readonly path: string | null;
}

export interface TileRange {
  readonly period: ReportPeriodId;
  readonly fromOn: string;
  readonly days: number;
}

export const MOST_TILES = 24;
export const LONGEST_TEXT = 2000;

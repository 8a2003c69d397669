import type { DashboardTile } from './reports.queries.js';

export const TILE_KINDS = ['measure', 'chart', 'table', 'text', 'wellbeing', 'coverage', 'scenarios'] as const;
export type TileKind = (typeof TILE_KINDS)[number];

export const NEEDS_MEASURE: readonly TileKind[] = ['measure', 'chart', 'table'];

/** The same tiles with one at another place; a place outside stays at the end it left. */
export function moveTile(tiles: readonly DashboardTile[], id: string, to: number): readonly DashboardTile[] {
  const from = tiles.findIndex((tile) => tile.id === id);
  if (from < 0) return tiles;
  const others = tiles.filter((tile) => tile.id !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), tiles[from]!, ...others.slice(place)];
}

/** Wider or narrower by one of four columns. */
export function widenTile(tiles: readonly DashboardTile[], id: string, by: 1 | -1): readonly DashboardTile[] {
  return tiles.map((tile) => (tile.id === id ? { ...tile, width: Math.max(1, Math.min(4, tile.width + by)) } : tile));
}

/** What the keyboard does to the tile that has the focus: arrows move it, with Shift they change its width. */
export function tileAfterKey(
  tiles: readonly DashboardTile[],
  id: string,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): readonly DashboardTile[] | null {
  const at = tiles.findIndex((tile) => tile.id === id);
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[key];
  if (step === undefined || at < 0) return null;
  if (shiftKey) return widenTile(tiles, id, step as 1 | -1);
  return moveTile(tiles, id, at + step);
}

import { LONGEST_TEXT, MOST_TILES, type Tile } from '../content/tile.js';

export interface TileFault {
  readonly path: string;
  readonly message: string;
}

const NEEDS_MEASURE: readonly string[] = ['measure', 'chart', 'table'];
/** A page of this program with nothing that could lead out of it. */
const OWN_PATH = /^\/(?!\/)[\w\-/?=&.,%]*$/;

/** What is wrong with an arrangement; null: it can be kept. */
export function tileFault(tiles: readonly Tile[]): TileFault | null {
  if (tiles.length > MOST_TILES) return { path: 'tiles', message: `at most ${MOST_TILES} tiles are kept` };
  if (new Set(tiles.map(({ id }) => id)).size < tiles.length)
    return { path: 'tiles', message: 'each tile has an id of its own' };
  for (const [index, tile] of tiles.entries()) {
    const message = faultOf(tile);
    if (message) return { path: `tiles.${index}`, message };
  }
  return null;
}

function faultOf({ id, kind, width, measureId, text, path }: Tile): string | null {
  if (!/^[\w-]{1,40}$/.test(id)) return 'id must have 1..40 letters, digits, _ or -';
  if (![1, 2, 3, 4].includes(width)) return `width (${width}) must be 1, 2, 3 or 4`;
  if (NEEDS_MEASURE.includes(kind) && measureId === null) return `a tile of kind ${kind} needs a measure`;
  if (kind === 'text' && (text === null || text.trim() === '' || text.length > LONGEST_TEXT))
    return `text must have 1..${LONGEST_TEXT} characters`;
  if (kind === 'scenarios' && (path === null || !OWN_PATH.test(path) || path.length > 500))
    return 'path must be a page of this program, such as /scenarios';
  return null;
}

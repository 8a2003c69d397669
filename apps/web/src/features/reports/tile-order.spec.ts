import { moveTile, tileAfterKey, widenTile } from './tile-order.js';

const tile = (id: string) => ({
  id,
  kind: 'text',
  width: 1,
  measureId: null,
  queueId: null,
  cut: null,
  text: id,
  path: null,
});
const TILES = ['a', 'b', 'c'].map(tile);
const ids = (tiles: readonly { id: string }[] | null) => tiles?.map(({ id }) => id).join('');

describe('tiles', () => {
  it('move to a place, at most to either end', () => {
    expect(ids(moveTile(TILES, 'c', 0))).toBe('cab');
    expect(ids(moveTile(TILES, 'a', 9))).toBe('bca');
    expect(ids(moveTile(TILES, 'x', 0))).toBe('abc');
  });

  it('are one to four columns wide', () => {
    const wide = widenTile(widenTile(widenTile(widenTile(TILES, 'a', 1), 'a', 1), 'a', 1), 'a', 1);
    expect(wide[0]!.width).toBe(4);
    expect(widenTile(TILES, 'a', -1)[0]!.width).toBe(1);
  });

  it('follow the keyboard as they follow the mouse', () => {
    expect(ids(tileAfterKey(TILES, 'b', { key: 'ArrowLeft', shiftKey: false }))).toBe('bac');
    expect(ids(tileAfterKey(TILES, 'b', { key: 'ArrowDown', shiftKey: false }))).toBe('acb');
    expect(tileAfterKey(TILES, 'b', { key: 'ArrowRight', shiftKey: true })![1]!.width).toBe(2);
    expect(tileAfterKey(TILES, 'b', { key: 'Enter', shiftKey: false })).toBeNull();
  });
});

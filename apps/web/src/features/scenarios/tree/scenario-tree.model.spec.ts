import { freeName, treeOf, type ScenarioItem } from './scenario-tree.model.js';

const item = (id: string, parentId: string | null, position: number): ScenarioItem => ({
  id,
  parentId,
  position,
  name: id,
  fromOn: '2026-11-23',
  days: 7,
  changes: [],
  version: 1,
  moved: [],
});

describe('the tree of scenarios', () => {
  it('hangs branches below their parents in order, and orphans at the top', () => {
    const nodes = treeOf([
      item('b', null, 1),
      item('a2', 'a', 1),
      item('a', null, 0),
      item('a1', 'a', 0),
      item('x', 'gone', 2),
    ]);
    expect(nodes.map(({ item: { id }, children }) => [id, children.map((child) => child.item.id)])).toEqual([
      ['a', ['a1', 'a2']],
      ['b', []],
      ['x', []],
    ]);
  });

  it('finds a name nobody has', () => {
    expect(freeName('a', [item('a', null, 0), item('a (2)', null, 1)])).toBe('a (3)');
    expect(freeName('b', [item('a', null, 0)])).toBe('b');
  });
});

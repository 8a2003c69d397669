import type { ScenarioChange } from '@yotei/scheduling/scenarios';

/** A saved scenario as the page knows it. */
export interface ScenarioItem {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly fromOn: string;
  readonly days: number;
  readonly changes: readonly ScenarioChange[];
  readonly version: number;
  readonly position: number;
  /** What it was saved on and has a newer version now. */
  readonly moved: readonly Moved[];
}

export interface Moved {
  readonly kind: string;
  readonly text: { readonly en: string; readonly ja: string };
}

export interface ScenarioNode {
  readonly item: ScenarioItem;
  readonly children: readonly ScenarioNode[];
}

/** The scenarios as a tree, in their order; one whose parent is gone stands at the top. */
export function treeOf(items: readonly ScenarioItem[]): readonly ScenarioNode[] {
  const ids = new Set(items.map(({ id }) => id));
  const below = (parentId: string | null): readonly ScenarioNode[] =>
    items
      .filter((item) => (item.parentId !== null && ids.has(item.parentId) ? item.parentId : null) === parentId)
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name))
      .map((item) => ({ item, children: below(item.id) }));
  return below(null);
}

/** A name nobody else has: `Volume +20% (2)`. */
export function freeName(wanted: string, items: readonly ScenarioItem[]): string {
  const names = new Set(items.map(({ name }) => name));
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted} (${count})`;
    if (!names.has(name)) return name;
  }
}

import { changeFault } from './change-faults.js';
import type { AppliedScenario, ChangeFault } from './change-kind.js';
import { findChangeKind } from './changes/catalogue.js';
import type { ScenarioBase } from './scenario-base.js';
import type { ScenarioChange } from './scenario-change.js';

function faultsOf(change: ScenarioChange, base: ScenarioBase): readonly ChangeFault[] {
  const kind = findChangeKind(change.kind);
  if (kind) return kind.faults(change, base);
  const { kind: unknown }: { kind: string } = change;
  return [changeFault('kind', `There is no change called ${unknown}`, `${unknown}という変更はありません`)];
}

/**
 * The base with the changes made, in the order of the list: each starts from what those before it left. Faults of the
 * first change that has any, by its place in the list; later ones may rest on it and are not looked at.
 */
export function applyScenario(base: ScenarioBase, changes: readonly ScenarioChange[]): AppliedScenario {
  let next = base;
  for (const [index, change] of changes.entries()) {
    const faults = faultsOf(change, next);
    if (faults.length > 0) return { kind: 'faulty', faults: faults.map((fault) => ({ index, ...fault })) };
    next = findChangeKind(change.kind)!.apply(change, next);
  }
  return { kind: 'applied', base: next };
}

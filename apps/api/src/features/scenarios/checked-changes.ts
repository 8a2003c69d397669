import { applyScenario, type ScenarioBase, type ScenarioChange, type ScenarioFault } from '@yotei/scheduling/scenarios';

export type CheckedChanges =
  | { readonly kind: 'checked'; readonly changes: readonly ScenarioChange[] }
  | { readonly kind: 'faulty'; readonly faults: readonly ScenarioFault[] };

const notOne = (index: number): ScenarioFault => ({
  index,
  path: 'kind',
  message: { en: 'This is no change of a scenario', ja: 'シナリオの変更ではありません' },
});

/** A list of changes as it came in, looked at by the library on the base they are asked on. */
export function checkedChanges(input: unknown, base: ScenarioBase): CheckedChanges {
  const changes = Array.isArray(input) ? (input as readonly unknown[]) : [];
  const wrong = changes.findIndex(
    (change) =>
      change === null || typeof change !== 'object' || typeof (change as { kind?: unknown }).kind !== 'string',
  );
  if (wrong >= 0) return { kind: 'faulty', faults: [notOne(wrong)] };
  const list = changes as readonly ScenarioChange[];
  try {
    const applied = applyScenario(base, list);
    return applied.kind === 'faulty' ? applied : { kind: 'checked', changes: list };
  } catch (error) {
    // A field of another type than its kind has: the library computes with what it is given.
    if (error instanceof TypeError || error instanceof RangeError) return { kind: 'faulty', faults: [notOne(0)] };
    throw error;
  }
}

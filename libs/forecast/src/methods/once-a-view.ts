import type { TrainingView } from '../series/training-view.js';

/**
 * A function of a view alone, computed once for each view: several methods ask for the same at each origin of a
 * backtest. What it gives is shared, so nobody may change it. Kept no longer than the view.
 */
export function onceAView<T>(compute: (view: TrainingView) => T): (view: TrainingView) => T {
  const known = new WeakMap<TrainingView, { readonly value: T }>();
  return (view) => {
    let found = known.get(view);
    if (!found) known.set(view, (found = { value: compute(view) }));
    return found.value;
  };
}

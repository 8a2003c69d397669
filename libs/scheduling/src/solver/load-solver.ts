import type { MixedIntegerSolver } from './mixed-integer.js';
import { highsSolver } from './highs-solver.js';

/**
 * Loads HiGHS (WebAssembly, some 50 MB) as the solver to hand to the engine. For whoever starts the engine: the engine
 * itself loads nothing and does without.
 */
export async function loadSolver(): Promise<MixedIntegerSolver> {
  const { default: loaded } = await import('highs');
  // Typed as the CommonJS build, where the loader is one level deeper than in the one Node takes here.
  const loader: unknown = loaded;
  const load = typeof loader === 'function' ? (loader as typeof loaded.default) : loaded.default;
  return highsSolver(await load());
}

import type { Highs } from 'highs';
import type { MixedIntegerModel, MixedIntegerSolver } from './mixed-integer.js';

/** Costs are sums of a few thousand doubles; rosters closer than this are alike. */
const COST_GAP = 1e-6;

/**
 * With a good start nothing is left for heuristics to find, and small models are proved at the root: without these, proofs
 * of small rosters take a third to a sixth of the time.
 */
const WITH_START = {
  mip_heuristic_effort: 0,
  mip_heuristic_run_feasibility_jump: false,
  mip_detect_symmetry: false,
  mip_allow_restart: false,
} as const;

/** Where a small gap is enough, the tree finds good values sooner than searches of its own beside it. */
const WITH_GAP = {
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_detect_symmetry: false,
  mip_allow_restart: false,
} as const;

/** HiGHS as the solver of the engine's mixed-integer models. */
export function highsSolver(highs: Highs): MixedIntegerSolver {
  return (model, { start, nodes, seconds, shouldStop, gapFraction = 0 }) =>
    highs.withModel(dataOf(model), (solver) => {
      solver.options.set({
        output_flag: false,
        mip_rel_gap: gapFraction,
        mip_abs_gap: COST_GAP,
        random_seed: 1,
        mip_max_nodes: nodes,
        ...(gapFraction > 0 && WITH_GAP),
        ...(start && WITH_START),
        ...(seconds !== undefined && { time_limit: seconds }),
      });
      if (start && start.columns.length > 0)
        solver.setSolution({ indices: Int32Array.from(start.columns), values: Float64Array.from(start.values) });
      const { callbackType, modelStatus } = highs.constants;
      const leave = (event: { interrupt(): void }): undefined => {
        if (shouldStop()) event.interrupt();
      };
      solver.run({ [callbackType.mipInterrupt]: leave, [callbackType.simplexInterrupt]: leave });
      const status = solver.getModelStatus();
      if (status === modelStatus.infeasible) return { values: null, bound: Number.POSITIVE_INFINITY, proven: true };
      const found = Number.isFinite(solver.info.get('mip_gap') as number);
      return {
        values: found || status === modelStatus.optimal ? solver.getSolution().colValue : null,
        bound:
          status === modelStatus.optimal && gapFraction === 0
            ? solver.getObjectiveValue()
            : (solver.info.get('mip_dual_bound') as number),
        proven: status === modelStatus.optimal,
      };
    });
}

function dataOf(model: MixedIntegerModel) {
  const [numCols, numRows] = [model.cost.length, model.rowLower.length];
  return {
    numCols,
    numRows,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols,
      starts: model.starts,
      indices: model.rows,
      values: model.values,
    },
    integrality: Int32Array.from(model.whole),
  };
}

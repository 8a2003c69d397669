export { highsSolver } from './highs-solver.js';
export { loadSolver } from './load-solver.js';
export {
  ModelBuilder,
  type MixedIntegerAnswer,
  type MixedIntegerLimits,
  type MixedIntegerModel,
  type MixedIntegerSolver,
} from './mixed-integer.js';
export {
  serveSolver,
  solverElsewhere,
  solverMemory,
  startSolver,
  type SolverChannel,
  type SolverMeans,
  type SolverPort,
  type SolverThreadInput,
} from './solver-elsewhere.js';

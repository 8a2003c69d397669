import type { PreparedProblem } from '../../problem/prepare.js';
import type { RuinContext } from '../ruin-context.js';

/** A way of choosing the agents to take out of the roster; they come back by best response. */
export interface RuinMove {
  /** Permanent, kebab-case: it stands in statistics. */
  readonly id: string;
  readonly title: string;
  /** How often it is tried against the others. */
  readonly weight: number;
  /** Whether it can do anything on this problem. */
  readonly supports: (prepared: PreparedProblem) => boolean;
  /** Chooses about `size` units in the context. */
  readonly propose: (context: RuinContext, size: number) => void;
}

import { DEFAULT_VARIANT, type GoalPart } from '../service-goal.js';
import type { ServiceGoal, ServiceLevelVariant, StaffingModel } from '../staffing-model.js';

/** Steps of the lattice: of the load in square roots of the agents, of the handle time by its logarithm. */
const LOAD_STEP = 0.125;
const HANDLE_STEP = 0.1;
/** Fewer agents are computed as they are: little work, and the square root is no scale for them. */
const LEAST_AGENTS = 6;
/** Loads beyond so many times the agents are computed as they are. */
const MOST_LOAD = 3;

/** Weights of four equally spaced points around a place between the second and the third (Lagrange). */
function cubicWeights(t: number, into: Float64Array): void {
  into[0] = (-t * (t - 1) * (t - 2)) / 6;
  into[1] = ((t + 1) * (t - 1) * (t - 2)) / 2;
  into[2] = (-(t + 1) * t * (t - 2)) / 2;
  into[3] = ((t + 1) * t * (t - 1)) / 6;
}

/** Service levels of one number of agents and one handle time at loads of the lattice; NaN = not computed yet. */
interface Line {
  readonly values: Float64Array;
  /** Lattice number of the first value. */
  readonly first: number;
}

interface LevelTerms {
  readonly patienceSeconds: number;
  readonly answerWithinSeconds: number;
  readonly variant: ServiceLevelVariant;
}

/**
 * Service levels of Erlang A read from a lattice of agents × load × handle time: computed where a point is first asked
 * for and between the points by cubics. Exact to some 10⁻⁶, and the same whatever was asked before, since the points lie
 * where they lie. For chances over an uncertain rate, which ask for a curve at many places and average over it.
 */
export class LevelTable {
  private readonly lines = new Map<number, Line>();
  private readonly handleWeights = new Float64Array(4);
  private readonly loadWeights = new Float64Array(4);
  private latestHandle = Number.NaN;
  private handleLine = 0;

  constructor(
    private readonly model: StaffingModel,
    private readonly terms: LevelTerms,
  ) {}

  /** The level; NaN where the lattice does not reach. */
  levelAt(agents: number, erlangs: number, handleSeconds: number): number {
    if (agents < LEAST_AGENTS || erlangs >= MOST_LOAD * agents || !(erlangs > 0) || !(handleSeconds > 0))
      return Number.NaN;
    const step = LOAD_STEP * Math.sqrt(agents);
    const place = (erlangs - agents) / step;
    const k = Math.floor(place);
    if (agents + (k - 1) * step <= 0) return Number.NaN;
    if (handleSeconds !== this.latestHandle) this.lookAt(handleSeconds);
    cubicWeights(place - k, this.loadWeights);
    let level = 0;
    for (let line = 0; line < 4; line += 1)
      level += this.handleWeights[line]! * this.alongLine(agents, this.handleLine - 1 + line, k);
    return Math.min(1, Math.max(0, level));
  }

  private lookAt(handleSeconds: number): void {
    const place = Math.log(handleSeconds) / HANDLE_STEP;
    this.latestHandle = handleSeconds;
    this.handleLine = Math.floor(place);
    cubicWeights(place - this.handleLine, this.handleWeights);
  }

  private alongLine(agents: number, handleLine: number, k: number): number {
    const key = agents * 4096 + handleLine + 2048;
    let line = this.lines.get(key);
    if (!line) this.lines.set(key, (line = this.newLine(agents)));
    const { values, first } = line;
    let sum = 0;
    for (let point = 0; point < 4; point += 1) {
      const at = k - 1 + point - first;
      let value = values[at]!;
      if (Number.isNaN(value)) {
        value = this.computed(agents, k - 1 + point, handleLine);
        values[at] = value;
      }
      sum += this.loadWeights[point]! * value;
    }
    return sum;
  }

  private newLine(agents: number): Line {
    const first = Math.floor(-Math.sqrt(agents) / LOAD_STEP) - 2;
    const count = Math.ceil((MOST_LOAD * Math.sqrt(agents)) / LOAD_STEP) + 8;
    return { first, values: new Float64Array(count).fill(Number.NaN) };
  }

  private computed(agents: number, k: number, handleLine: number): number {
    const erlangs = agents + k * LOAD_STEP * Math.sqrt(agents);
    const handleSeconds = Math.exp(handleLine * HANDLE_STEP);
    const { patienceSeconds, answerWithinSeconds, variant } = this.terms;
    // So many contacts in an interval as long as one of them are so many erlangs.
    const load = {
      contacts: erlangs,
      intervalSeconds: handleSeconds,
      averageHandleSeconds: handleSeconds,
      patienceSeconds,
    };
    return this.model.performance(load, agents).serviceLevelFraction(answerWithinSeconds, variant);
  }
}

/** Goals and patiences met lately. */
const MOST_TABLES = 24;
const tables = new Map<string, LevelTable>();

/**
 * The table of the model under the goals and patience; null where there is none: other models, nobody who leaves, other
 * goals beside a service level.
 */
export function levelTableOf(
  model: StaffingModel,
  parts: readonly GoalPart[],
  { patienceSeconds, goal }: { readonly patienceSeconds?: number; readonly goal: ServiceGoal },
): LevelTable | null {
  const { answerWithinSeconds, serviceLevelVariant: variant = DEFAULT_VARIANT } = goal;
  const fits = model.id === 'erlang-a' && parts.length === 1 && parts[0]!.measure === 'service-level';
  if (!fits || !(patienceSeconds! < Infinity) || answerWithinSeconds === undefined) return null;
  const key = `${patienceSeconds}/${answerWithinSeconds}/${variant}`;
  let table = tables.get(key);
  if (!table) {
    if (tables.size >= MOST_TABLES) tables.clear();
    table = new LevelTable(model, { patienceSeconds: patienceSeconds!, answerWithinSeconds, variant });
    tables.set(key, table);
  }
  return table;
}

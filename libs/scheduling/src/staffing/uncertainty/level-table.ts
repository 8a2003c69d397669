import { DEFAULT_VARIANT, type GoalPart } from '../service-goal.js';
import type { ServiceGoal, ServiceLevelVariant, StaffingModel } from '../staffing-model.js';

/** Steps of the lattice: of the load in square roots of the agents, of the handle time by its logarithm. */
const LOAD_STEP = 0.125;
const HANDLE_STEP = 0.05;
/** Who waits for more handle times than these makes the level fall more steeply than the steps follow. */
const MOST_PATIENCE = 8;
/** Loads beyond so many times the agents are computed as they are. */
const MOST_LOAD = 3;

/** Weights of four equally spaced points for a place so many steps after the second (Lagrange). */
function cubicWeights(t: number, into: Float64Array): void {
  into[0] = (-t * (t - 1) * (t - 2)) / 6;
  into[1] = ((t + 1) * (t - 1) * (t - 2)) / 2;
  into[2] = (-(t + 1) * t * (t - 2)) / 2;
  into[3] = ((t + 1) * t * (t - 1)) / 6;
}

interface LevelTerms {
  readonly patienceSeconds: number;
  readonly answerWithinSeconds: number;
  readonly variant: ServiceLevelVariant;
}

/**
 * Service levels of Erlang A read from a lattice of agents × load × handle time: computed where a point is first asked
 * for and between the points by cubics. Right to 10⁻⁴, mostly to 10⁻⁶, and the same whatever was asked before, since the points lie
 * where they lie. For chances over an uncertain rate, which ask for a curve at many places and average over it.
 */
export class LevelTable {
  /** Service levels of one number of agents and one handle time each, at loads of the lattice; NaN = not computed yet. */
  private readonly lines = new Map<number, Float64Array>();
  private readonly handleWeights = new Float64Array(4);
  private readonly loadWeights = new Float64Array(4);
  private readonly found: Float64Array[] = [];
  private readonly erlangs = new Float64Array(1);
  private readonly one = new Float64Array(1);
  private latestHandle = Number.NaN;
  private handleLine = 0;

  constructor(
    private readonly model: StaffingModel,
    private readonly terms: LevelTerms,
  ) {}

  /** The level; NaN where the lattice does not reach. */
  levelAt(agents: number, erlangs: number, handleSeconds: number): number {
    this.erlangs[0] = erlangs;
    this.fill(agents, handleSeconds, { erlangs: this.erlangs, into: this.one });
    return this.one[0]!;
  }

  /**
   * The levels of so many loads at once; NaN where the lattice does not reach. In one go, because numbers handed over one
   * by one each cost an allocation, and there are some hundred thousand of them to a slider's move.
   */
  fill(
    agents: number,
    handleSeconds: number,
    { erlangs, into }: { readonly erlangs: ArrayLike<number>; readonly into: Float64Array },
  ): void {
    const isSteep = this.terms.patienceSeconds > MOST_PATIENCE * handleSeconds;
    if (agents < 1 || !(handleSeconds > 0) || isSteep) {
      into.fill(Number.NaN);
      return;
    }
    const step = LOAD_STEP * Math.sqrt(agents);
    const lines = this.linesAt(agents, handleSeconds);
    const { handleWeights, loadWeights } = this;
    for (let index = 0; index < erlangs.length; index += 1) {
      const place = erlangs[index]! / step;
      // The first points are those from no load on: there is no load below it.
      const k = Math.max(1, Math.floor(place));
      if (!(erlangs[index]! < MOST_LOAD * agents)) {
        into[index] = Number.NaN;
        continue;
      }
      cubicWeights(place - k, loadWeights);
      let level = 0;
      for (let line = 0; line < 4; line += 1) {
        const values = lines[line]!;
        const at = k - 1;
        let sum = 0;
        for (let point = 0; point < 4; point += 1) {
          if (Number.isNaN(values[at + point]!))
            values[at + point] = this.computed(agents, at + point, this.handleLine - 1 + line);
          sum += loadWeights[point]! * values[at + point]!;
        }
        level += handleWeights[line]! * sum;
      }
      into[index] = level < 0 ? 0 : level > 1 ? 1 : level;
    }
  }

  private linesAt(agents: number, handleSeconds: number): readonly Float64Array[] {
    if (handleSeconds !== this.latestHandle) {
      const place = Math.log(handleSeconds) / HANDLE_STEP;
      this.latestHandle = handleSeconds;
      this.handleLine = Math.floor(place);
      cubicWeights(place - this.handleLine, this.handleWeights);
    }
    for (let line = 0; line < 4; line += 1) {
      const key = agents * 4096 + this.handleLine - 1 + line + 2048;
      let found = this.lines.get(key);
      if (!found) this.lines.set(key, (found = this.newLine(agents)));
      this.found[line] = found;
    }
    return this.found;
  }

  private newLine(agents: number): Float64Array {
    return new Float64Array(Math.ceil((MOST_LOAD * Math.sqrt(agents)) / LOAD_STEP) + 4).fill(Number.NaN);
  }

  private computed(agents: number, k: number, handleLine: number): number {
    if (k === 0) return 1;
    const erlangs = k * LOAD_STEP * Math.sqrt(agents);
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

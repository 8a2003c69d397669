import {
  compileFormula,
  FORMULA_FUNCTIONS,
  KPI_VARIABLES,
  namesOfFormula,
  type CompiledFormula,
  type FormulaError,
  type FormulaValue,
  type FormulaVariable,
} from '../formula/index.js';
import { valuesOfFacts, type FactSums } from './fact-sums.js';
import type { MeasureDefinition } from './measure.js';

/** What a measure comes to: a value, names that are not known, or what is wrong with its formula and where. */
export type MeasureOutcome =
  | FormulaValue
  | FormulaError
  | { readonly kind: 'unknown-facts'; readonly names: readonly string[] }
  | { readonly kind: 'cycle'; readonly names: readonly string[] };

/** What is wrong with a formula before any number is known. */
export type MeasureFault = FormulaError | { readonly kind: 'cycle'; readonly names: readonly string[] };

/** A fact of an import that is no name of the catalogue. */
export type ImportedVariable = FormulaVariable;

interface Compiled {
  readonly kind: 'compiled';
  readonly formula: CompiledFormula;
  /** Other measures it uses. */
  readonly uses: readonly string[];
  /** Facts under it, those of the measures it uses included. */
  readonly facts: readonly string[];
  /** Questions to queueing models by measure: its own, and those of every measure under it. */
  readonly modelCalls: ReadonlyMap<string, number>;
}

const FACT_VARIABLES: readonly FormulaVariable[] = KPI_VARIABLES;

/** Words that a name of one's own must not be. */
const TAKEN = new Set([...KPI_VARIABLES, ...FORMULA_FUNCTIONS].map(({ name }) => name));

/**
 * Whether a name may stand for an imported fact or a measure: a letter, then letters, digits and `_`, at most 40, and no
 * name of the catalogue, no function.
 */
export function isFreeName(name: string): boolean {
  return /^\p{L}[\p{L}\p{N}_]{0,39}$/u.test(name) && !TAKEN.has(name);
}

/**
 * Measures that know each other: a formula may use facts, facts of imports and other measures by name. Each is compiled
 * once and, over one set of facts, computed once, so that a measure of measures costs as much as it has parts. A measure
 * that leads back to itself is named with its way, and so is everything that stands on it.
 */
export class MeasureSet {
  private readonly byName = new Map<string, MeasureDefinition>();
  private readonly byId = new Map<string, MeasureDefinition>();
  private readonly compiled = new Map<string, Compiled | MeasureFault>();

  constructor(
    readonly measures: readonly MeasureDefinition[],
    private readonly imported: readonly ImportedVariable[] = [],
  ) {
    for (const measure of measures) {
      this.byId.set(measure.id, measure);
      if (measure.name !== null && !this.isFact(measure.name)) this.byName.set(measure.name, measure);
    }
  }

  /** By id or by name. */
  find(idOrName: string): MeasureDefinition | undefined {
    return this.byId.get(idOrName) ?? this.byName.get(idOrName);
  }

  /** Null: its formula can be computed. */
  faultOf(measure: MeasureDefinition): MeasureFault | null {
    const found = this.compile(measure, []);
    return found.kind === 'compiled' ? null : found;
  }

  unitOf(measure: MeasureDefinition): FormulaValue['unit'] | null {
    const found = this.compile(measure, []);
    return found.kind === 'compiled' ? found.formula.unit : null;
  }

  /** Facts a measure stands on, through the measures it uses as well; none where its formula is at fault. */
  factsOf(measure: MeasureDefinition): readonly string[] {
    const found = this.compile(measure, []);
    return found.kind === 'compiled' ? found.facts : [];
  }

  /** Questions to queueing models of one evaluation; each measure under it is computed once. */
  modelCallsOf(measure: MeasureDefinition): number {
    const found = this.compile(measure, []);
    if (found.kind !== 'compiled') return 0;
    return [...found.modelCalls.values()].reduce((sum, calls) => sum + calls, 0);
  }

  /** Measures it uses by name. */
  usesOf(measure: MeasureDefinition): readonly string[] {
    const found = this.compile(measure, []);
    return found.kind === 'compiled' ? found.uses : [];
  }

  /** Computes measures over one set of facts; `spanSeconds` is the length of the time, whatever part of it has facts. */
  evaluator(facts: FactSums, spanSeconds: number): (measure: MeasureDefinition) => MeasureOutcome {
    const values = valuesOfFacts(facts, spanSeconds);
    const known = new Map<string, MeasureOutcome>();
    const of = (measure: MeasureDefinition): MeasureOutcome => {
      let outcome = known.get(measure.id);
      if (!outcome) known.set(measure.id, (outcome = this.compute(measure, values, of)));
      return outcome;
    };
    return of;
  }

  private compute(
    measure: MeasureDefinition,
    values: Readonly<Record<string, number>>,
    of: (measure: MeasureDefinition) => MeasureOutcome,
  ): MeasureOutcome {
    const compiled = this.compile(measure, []);
    if (compiled.kind !== 'compiled') return compiled;
    const own: Record<string, number> = { ...values };
    const unknown = new Set<string>();
    for (const name of compiled.formula.names) {
      if (Object.hasOwn(values, name)) continue;
      const used = this.byName.get(name);
      const outcome = used ? of(used) : null;
      if (outcome?.kind === 'value') own[name] = outcome.value;
      else if (outcome?.kind === 'unknown-facts') outcome.names.forEach((each) => unknown.add(each));
      else if (outcome) return outcome;
      else unknown.add(name);
    }
    return unknown.size > 0 ? { kind: 'unknown-facts', names: [...unknown] } : compiled.formula.evaluate(own);
  }

  private isFact(name: string): boolean {
    return TAKEN.has(name) || this.imported.some((one) => one.name === name);
  }

  private compile(measure: MeasureDefinition, above: readonly MeasureDefinition[]): Compiled | MeasureFault {
    const known = this.compiled.get(measure.id);
    if (known) return known;
    const back = above.findIndex(({ id }) => id === measure.id);
    if (back >= 0) return { kind: 'cycle', names: [...above.slice(back), measure].map(({ name, id }) => name ?? id) };
    const found = this.compileNew(measure, [...above, measure]);
    // A way that leads back is known for the one that was asked for; the others on it are asked for themselves.
    if (found.kind !== 'cycle' || above.length === 0) this.compiled.set(measure.id, found);
    return found;
  }

  private compileNew(measure: MeasureDefinition, above: readonly MeasureDefinition[]): Compiled | MeasureFault {
    const used = new Map<string, Compiled>();
    const others: FormulaVariable[] = [];
    for (const name of namesOfFormula(measure.formula)) {
      const other = this.byName.get(name);
      if (!other) continue;
      const compiled = this.compile(other, above);
      if (compiled.kind === 'cycle') return compiled;
      // A measure that is at fault itself is no name to build on.
      if (compiled.kind !== 'compiled') continue;
      used.set(name, compiled);
      others.push({ name, unit: compiled.formula.unit });
    }
    const formula = compileFormula(measure.formula, [...FACT_VARIABLES, ...this.imported, ...others]);
    if (formula.kind !== 'formula') return formula;
    const uses = formula.names.filter((name) => used.has(name));
    const facts = formula.names.flatMap((name) => used.get(name)?.facts ?? [name]);
    const under = uses.flatMap((name) => [...used.get(name)!.modelCalls]);
    const modelCalls = new Map([...under, [measure.id, formula.modelCalls]]);
    return { kind: 'compiled', formula, uses, facts: [...new Set(facts)], modelCalls };
  }
}

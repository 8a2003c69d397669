import type { LocalisedText } from '../staffing/index.js';

export type MeasureGroup = 'service' | 'volume' | 'customers' | 'people' | 'planning';

/** A measure every centre has. */
export interface StandardMeasure {
  /** Permanent, kebab-case: it is stored with targets and dashboards. */
  readonly id: string;
  readonly title: LocalisedText;
  readonly formula: string;
  readonly group: MeasureGroup;
  /** Exactly what it counts, over what, and whose definition it is. */
  readonly meaning: LocalisedText;
  /** Where it comes from. */
  readonly source: string;
  /** Which way is good; null where neither is. */
  readonly better: 'higher' | 'lower' | null;
}

/** A measure as formulas and screens use it: one of every centre, or one's own. */
export interface MeasureDefinition {
  readonly id: string;
  /** By which other formulas may use it; null = they may not. */
  readonly name: string | null;
  readonly formula: string;
}

/** `service-level-of-offered` is `serviceLevelOfOffered` in formulas, which have no hyphens in names. */
export function nameOfMeasure(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

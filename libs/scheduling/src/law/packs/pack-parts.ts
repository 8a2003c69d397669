import type { RuleParameters } from '../../roster/index.js';
import type { LawParameter, LawUnit } from '../law-pack.js';

/** The rule that checks a parameter. */
export const by = (ruleId: string, parameters: RuleParameters): LawParameter['rule'] => ({ ruleId, parameters });

/** The values of a parameter: `of('hours', 8, 40)`. */
export const of = (unit: LawUnit, ...values: readonly number[]): LawParameter['values'] =>
  values.map((value) => ({ value, unit }));

const HOUR = 60;

/** Whole minutes of so many hours. */
export const hours = (count: number): number => count * HOUR;

import { amountText, type AmountUnit, type LocalisedText } from '../staffing/index.js';
import { fault, FormulaFault } from './formula-error.js';
import { NoAnswerError, signatureOf, type FormulaFunction, type FormulaParameter } from './formula-function.js';
import { VARIANT_NAMES } from './formula-functions.js';
import type { FormulaSource, FormulaValues, Program } from './formula-program.js';
import { kindOfUnit, kindWords, NUMBER, unitOfKind, unitWords, type Kind } from './formula-units.js';

/** An argument of a call: a value, perhaps with the name of its parameter, or the name of a variant. */
export interface FormulaArgument {
  readonly program: Program;
  readonly name?: string;
}

interface Assigned {
  readonly key: string;
  readonly parameter: FormulaParameter;
  readonly program: Program;
}

const VARIANT_WORDS: LocalisedText = { en: 'the name of a service level', ja: 'サービスレベルの名前' };

function fits(kind: Kind, unit: AmountUnit | 'any'): boolean {
  if (kind.time === null) return false;
  if (unit === 'any') return true;
  const given = unitOfKind(kind);
  return given === unit || given === 'number' || (unit === 'number' && kind.time === 0);
}

/** Makes calls of functions ready: which value goes where, whether it is of the right kind and range. */
export class FormulaCalls {
  constructor(private readonly source: FormulaSource) {}

  call(fn: FormulaFunction, place: Pick<Program, 'from' | 'to'>, given: readonly FormulaArgument[]): Program {
    const call = this.source.textOf(place);
    const assigned = this.assigned(fn, place, given);
    for (const { parameter, program } of assigned) this.checkKind(parameter, program);
    const same = assigned[0]!.program.kind;
    const kind = fn.result === 'same' ? same : kindOfUnit(fn.result);
    if (fn.result === 'same' && fn.repeats) this.checkAlike(assigned);
    return {
      kind,
      ...place,
      run: (values) => this.run({ fn, call, at: this.source.placeOf(place) }, assigned, values),
    };
  }

  /** Parameters in the order of the call; contacts per time stand for contacts and the interval. */
  private assigned(
    fn: FormulaFunction,
    place: Pick<Program, 'from' | 'to'>,
    given: readonly FormulaArgument[],
  ): readonly Assigned[] {
    const signature = signatureOf(fn);
    const at = this.source.placeOf(place);
    const isRate = given.some(
      ({ program, name }, index) => (name === 'contacts' || (!name && index === 0)) && program.kind.time === -1,
    );
    const expected = isRate ? fn.parameters.filter(({ name }) => name !== 'intervalSeconds') : fn.parameters;
    const assigned = new Map<string, Assigned>();
    given.forEach(({ program, name }, index) => {
      const last = expected.length - 1;
      const repeated = fn.repeats && !name && index >= last;
      const parameter = name ? expected.find((each) => each.name === name) : expected[repeated ? last : index];
      const key = repeated ? `${parameter!.name}${index - last}` : (parameter?.name ?? '');
      if (!parameter && name) throw fault('unknown-argument', this.source.placeOf(program), { call: signature, name });
      if (!parameter) throw fault('wrong-count', at, { call: signature, count: given.length });
      if (assigned.has(key)) throw fault('given-twice', this.source.placeOf(program), { call: signature, name: key });
      assigned.set(key, { key, parameter, program });
    });
    const isMissing = ({ name, optional }: FormulaParameter): boolean =>
      !optional && !assigned.has(name) && !assigned.has(`${name}0`);
    if (expected.some(isMissing)) throw fault('wrong-count', at, { call: signature, count: given.length });
    return [...assigned.values()];
  }

  private checkKind({ name, unit, example }: FormulaParameter, program: Program): void {
    const isVariant = program.kind === VARIANT;
    if (unit === 'variant' ? isVariant : !isVariant && (fits(program.kind, unit) || this.isRateFor(name, program)))
      return;
    const expected = unit === 'variant' ? VARIANT_WORDS : unitWords(unit === 'any' ? 'number' : unit);
    throw fault('wrong-kind', this.source.placeOf(program), {
      parameter: name,
      text: this.source.textOf(program),
      given: isVariant ? VARIANT_WORDS : kindWords(program.kind),
      expected,
      example: unit === 'variant' ? VARIANT_NAMES.join(', ') : example,
    });
  }

  private isRateFor(name: string, { kind }: Program): boolean {
    return name === 'contacts' && kind.time === -1;
  }

  private checkAlike(assigned: readonly Assigned[]): void {
    const [first, ...others] = assigned.map(({ program }) => program);
    const odd = others.find(({ kind }) => unitOfKind(kind) !== unitOfKind(first!.kind) && kind !== NUMBER);
    if (odd) throw this.source.mixed(first!, odd, ',');
  }

  private valueOf({ parameter, program }: Assigned, values: FormulaValues): number {
    const value = program.run(values);
    const { name, unit } = parameter;
    if (unit === 'any' || unit === 'variant') return value;
    if (Number.isNaN(value)) throw fault('not-a-number', this.source.placeOf(program));
    const must = mustBe({ ...parameter, value, unit });
    if (!must) return value;
    const shown = this.source.textOf(program);
    throw fault('out-of-range', this.source.placeOf(program), {
      parameter: name,
      // A name says little about its value.
      text: program.isLiteral ? shown : `${shown} (${amountText({ value, unit }, 'en', 6)})`,
      must,
    });
  }

  private run(
    { fn, call, at }: { fn: FormulaFunction; call: string; at: number },
    assigned: readonly Assigned[],
    values: FormulaValues,
  ): number {
    const given: Record<string, number> = {};
    for (const each of assigned) {
      given[each.key] = this.valueOf(each, values);
      if (each.parameter.name === 'contacts' && each.program.kind.time === -1) given['intervalSeconds'] = 3600;
    }
    try {
      return fn.apply(given);
    } catch (error) {
      if (error instanceof FormulaFault) throw error;
      if (error instanceof NoAnswerError) throw fault('no-answer', at, { call });
      if (error instanceof RangeError || error instanceof TypeError)
        throw fault('refused', at, { call, detail: error.message });
      throw error;
    }
  }
}

/** What the name of a service level is: it goes nowhere but into a parameter that asks for one. */
export const VARIANT: Kind = { time: null, counts: 'truth' };

const OF_A_SHARE: LocalisedText = {
  en: '0 % to 100 %; write 80 % or 0.8',
  ja: '0 %以上100 %以下（例：80 % または 0.8）',
};
const NOT_NEGATIVE: LocalisedText = { en: 'a number, 0 or more', ja: '0以上の数値' };

/** What a value has to be and is not, in words; null when it is. */
function mustBe(
  given: Pick<FormulaParameter, 'whole' | 'positive' | 'most'> & { value: number; unit: AmountUnit },
): LocalisedText | null {
  const { value, unit, whole, positive, most = Infinity } = given;
  if (unit === 'fraction') return value >= 0 && value <= 1 ? null : OF_A_SHARE;
  // Arithmetic takes any number; the parameters of staffing have units or are whole.
  if (unit === 'number' && !whole) return null;
  if (whole && !Number.isInteger(value)) return { en: 'a whole number; use ceil', ja: '整数（ceil を使ってください）' };
  if (positive && !(value > 0)) return { en: 'above 0', ja: '0より大きい値' };
  if (value > most) return { en: `at most ${most}`, ja: `${most}以下` };
  return value >= 0 ? null : NOT_NEGATIVE;
}

import { fault } from './formula-error.js';
import type { FormulaSource, Program } from './formula-program.js';
import { NUMBER, product, quotient, together, TRUTH, type Kind } from './formula-units.js';

const spanning = (left: Program, right: Program): Pick<Program, 'from' | 'to'> => ({ from: left.from, to: right.to });

/** A sum or difference asks for two of the same; a share of a plain number above 1 is nearly always a mistake. */
function checkShare(source: FormulaSource, left: Program, right: Program): void {
  const [number, share] = left.isLiteral ? [left, right] : [right, left];
  if (!number.isLiteral || share.kind.counts !== 'fraction' || Math.abs(number.run({})) <= 1) return;
  throw fault('share-of-what', source.placeOf(left), {
    text: source.textOf(spanning(left, right)),
    number: source.textOf(number),
    share: source.textOf(share),
  });
}

type Numeric = (left: number, right: number) => number;
const SUMS: Readonly<Record<string, Numeric>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  // As mathematics has it: the sign of the divisor, and the number itself for a divisor of 0.
  mod: (a, b) => (b === 0 ? a : a - b * Math.floor(a / b)),
};
const COMPARISONS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  smaller: (a, b) => a < b,
  larger: (a, b) => a > b,
  smallerEq: (a, b) => a <= b,
  largerEq: (a, b) => a >= b,
  equal: (a, b) => a === b,
  unequal: (a, b) => a !== b,
};
const isYes = (value: number): boolean => value !== 0 && !Number.isNaN(value);

/** Makes programs of operators; each refuses operands that do not fit, naming the place. */
export class FormulaOperators {
  constructor(private readonly source: FormulaSource) {}

  multiply(left: Program, right: Program): Program {
    return this.combined(product(left.kind, right.kind), { left, right, sign: '*' });
  }

  divide(left: Program, right: Program): Program {
    return this.combined(quotient(left.kind, right.kind), { left, right, sign: '/' });
  }

  /** Null: there is no such operator. */
  binary(fn: string, sign: string, [left, right]: readonly [Program, Program]): Program | null {
    if (fn === 'multiply') return this.multiply(left, right);
    if (fn === 'divide') return this.divide(left, right);
    if (fn === 'pow') return this.power(left, right);
    if (fn === 'and' || fn === 'or') return this.logical(fn, left, right);
    const sum = SUMS[fn];
    if (sum) {
      checkShare(this.source, left, right);
      const kind = this.fitting(left, right, sign);
      if (kind.time === null) throw this.source.mixed(left, right, sign);
      return { kind, ...spanning(left, right), run: (values) => sum(left.run(values), right.run(values)) };
    }
    return COMPARISONS[fn] ? this.comparison(fn, sign, [left, right]) : null;
  }

  comparison(fn: string, sign: string, [left, right]: readonly [Program, Program]): Program {
    const holds = COMPARISONS[fn]!;
    this.fitting(left, right, sign);
    return {
      kind: TRUTH,
      ...spanning(left, right),
      run: (values) => Number(holds(left.run(values), right.run(values))),
    };
  }

  /** Null: there is no such operator. */
  unary(fn: string, of: Program): Program | null {
    if (fn === 'not') return { ...of, kind: TRUTH, isLiteral: false, run: (values) => Number(!isYes(of.run(values))) };
    if (fn !== 'unaryMinus' && fn !== 'unaryPlus') return null;
    if (of.kind.time === null) throw this.source.mixed(of, of, fn === 'unaryMinus' ? '-' : '+');
    return fn === 'unaryPlus' ? of : { ...of, run: (values) => -of.run(values) };
  }

  conditional(condition: Program, whenYes: Program, whenNo: Program): Program {
    const kind = this.fitting(whenYes, whenNo, '? :');
    return {
      kind,
      from: condition.from,
      to: whenNo.to,
      run: (values) => (isYes(condition.run(values)) ? whenYes : whenNo).run(values),
    };
  }

  private fitting(left: Program, right: Program, sign: string): Kind {
    const kind = together(left.kind, right.kind);
    if (!kind) throw this.source.mixed(left, right, sign);
    return kind;
  }

  private combined(
    found: ReturnType<typeof product>,
    { left, right, sign }: { left: Program; right: Program; sign: string },
  ): Program {
    if (!found) throw this.source.mixed(left, right, sign);
    const { kind, of } = found;
    return { kind, ...spanning(left, right), run: (values) => of(left.run(values), right.run(values)) };
  }

  private power(left: Program, right: Program): Program {
    if (left.kind.time !== 0 || right.kind.time !== 0) throw this.source.mixed(left, right, '^');
    const kind = left.kind.counts === 'fraction' ? left.kind : NUMBER;
    return { kind, ...spanning(left, right), run: (values) => left.run(values) ** right.run(values) };
  }

  private logical(fn: 'and' | 'or', left: Program, right: Program): Program {
    const run: Program['run'] =
      fn === 'and'
        ? (values) => Number(isYes(left.run(values)) && isYes(right.run(values)))
        : (values) => Number(isYes(left.run(values)) || isYes(right.run(values)));
    return { kind: TRUTH, ...spanning(left, right), run };
  }
}

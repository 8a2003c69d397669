import { kindWords, type Kind } from './formula-units.js';
import { fault } from './formula-error.js';
import type { FormulaToken } from './formula-tokens.js';

/** Values of the names, by name. */
export type FormulaValues = Readonly<Record<string, number>>;

/** A part of a formula made ready to run: what it is, where it stands, and how its value comes about. */
export interface Program {
  readonly kind: Kind;
  /** First and last token. */
  readonly from: number;
  readonly to: number;
  /** A number as written, so that `100 + 10 %` can be told from `offered share + 10 %`. */
  readonly isLiteral?: boolean;
  readonly run: (values: FormulaValues) => number;
}

/** The text a formula was made of, for what is said about its parts. */
export class FormulaSource {
  constructor(
    readonly text: string,
    readonly tokens: readonly FormulaToken[],
  ) {}

  placeOf({ from }: Pick<Program, 'from'>): number {
    return this.tokens[from]!.at;
  }

  /** The part as it was written, brackets completed. */
  textOf({ from, to }: Pick<Program, 'from' | 'to'>): string {
    const shown = this.tokens.slice(from, to + 1);
    let open = 0;
    let missing = 0;
    for (const { text } of shown) {
      if (text === '(') open += 1;
      else if (text === ')' && open > 0) open -= 1;
      else if (text === ')') missing += 1;
    }
    const last = this.tokens[to]!;
    const written = this.text.slice(this.tokens[from]!.at, last.at + last.text.length);
    return '('.repeat(missing) + written + ')'.repeat(open);
  }

  mixed(left: Program, right: Program, sign: string): Error {
    return fault('mixed-kinds', this.placeOf(right), {
      left: this.textOf(left),
      leftKind: kindWords(left.kind),
      right: this.textOf(right),
      rightKind: kindWords(right.kind),
      sign,
    });
  }
}

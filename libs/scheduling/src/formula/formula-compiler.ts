import type {
  AssignmentNode,
  ConditionalNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  RelationalNode,
  SymbolNode,
} from 'mathjs';
import { fault } from './formula-error.js';
import { FormulaCalls, VARIANT, type FormulaArgument } from './formula-calls.js';
import { functionsByName, VARIANT_NAMES, type FormulaVariable } from './formula-functions.js';
import { FormulaOperators } from './formula-operators.js';
import { tokenOf } from './formula-parser.js';
import type { FormulaSource, Program } from './formula-program.js';
import { FORMULA_UNITS, kindOfUnit, kindWords, NUMBER, UNIT_LIST, unitWords, type Kind } from './formula-units.js';

export const MAX_NODES = 300;
/** Questions to a queueing model, each of which may look at many numbers of agents. */
export const MAX_STAFFING_CALLS = 20;

const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** Turns the syntax tree into a program, part by part; only the kinds of parts named here pass. */
export class FormulaCompiler {
  readonly names = new Set<string>();
  modelCalls = 0;
  private nodes = 0;
  private readonly operators: FormulaOperators;
  private readonly calls: FormulaCalls;

  constructor(
    private readonly source: FormulaSource,
    private readonly variables: ReadonlyMap<string, FormulaVariable>,
  ) {
    this.operators = new FormulaOperators(source);
    this.calls = new FormulaCalls(source);
  }

  compile(node: MathNode): Program {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) throw this.tooMany({ en: 'parts', ja: '要素' }, MAX_NODES);
    switch (node.type) {
      case 'ParenthesisNode':
        return { ...this.compile((node as ParenthesisNode).content), isLiteral: false };
      case 'SymbolNode':
        return this.symbol(node as SymbolNode);
      case 'OperatorNode':
        return this.operator(node as OperatorNode);
      case 'FunctionNode':
        return this.functionCall(node as FunctionNode);
      case 'ConditionalNode': {
        const { condition, trueExpr, falseExpr } = node as ConditionalNode;
        return this.operators.conditional(this.compile(condition), this.compile(trueExpr), this.compile(falseExpr));
      }
      case 'RelationalNode':
        return this.chain(node as RelationalNode);
      default:
        throw this.notAllowed(node);
    }
  }

  private notAllowed(node: MathNode): Error {
    // The tree keeps no place of its signs; an assignment is named by its own.
    const equals = /Assignment/.test(node.type) ? this.source.tokens.findIndex(({ text }) => text === '=') : -1;
    const leaves = node
      .filter((each) => each.type === 'SymbolNode')
      .flatMap((each) => tokenOf((each as SymbolNode).name) ?? []);
    const places = equals >= 0 ? [equals] : leaves;
    if (places.length === 0) return fault('not-allowed', 0, { text: this.source.text });
    const place = { from: Math.min(...places), to: Math.max(...places) };
    return fault('not-allowed', this.source.placeOf(place), { text: this.source.textOf(place) });
  }

  private tooMany(what: { en: string; ja: string }, most: number): Error {
    return fault('too-long', null, { what, count: `> ${most}`, most });
  }

  private symbol(node: SymbolNode): Program {
    const at = tokenOf(node.name);
    // mathjs makes symbols of its own, such as the end of an open range.
    if (at === null) throw this.notAllowed(node);
    const { kind, text } = this.source.tokens[at]!;
    const place = { from: at, to: at };
    if (kind === 'number') {
      const value = Number(text);
      return { kind: NUMBER, ...place, isLiteral: true, run: () => value };
    }
    const variable = this.variables.get(text);
    if (variable) {
      this.names.add(text);
      return { kind: kindOfUnit(variable.unit), ...place, run: (values) => values[text]! };
    }
    return this.fixedName(text, place);
  }

  /** A name whose meaning no caller gives: a unit, a constant, a service level. */
  private fixedName(text: string, place: Pick<Program, 'from' | 'to'>): Program {
    const of = (kind: Kind, value: number): Program => ({ kind, ...place, run: () => value });
    const unit = FORMULA_UNITS.get(text);
    if (unit) return of(unit.kind, unit.size);
    if (Object.hasOwn(CONSTANTS, text)) return of(NUMBER, CONSTANTS[text]!);
    if (VARIANT_NAMES.includes(text)) return of(VARIANT, VARIANT_NAMES.indexOf(text));
    const known = [...this.variables.keys(), ...UNIT_LIST, ...Object.keys(CONSTANTS)].join(', ');
    throw fault('unknown-name', this.source.placeOf(place), { name: text, known });
  }

  private operator(node: OperatorNode): Program {
    const { op, fn, args, implicit } = node as OperatorNode & { readonly implicit: boolean };
    if (implicit) return this.sideBySide(node);
    const [first, second] = args.map((each) => this.compile(each));
    const found = second ? this.operators.binary(fn, op, [first!, second]) : this.operators.unary(fn, first!);
    if (!found) throw this.notAllowed(node);
    return found;
  }

  /** `a < b < c`: each with the next. */
  private chain({ conditionals, params }: RelationalNode): Program {
    const parts = params.map((each) => this.compile(each));
    return conditionals
      .map((fn, index) => this.operators.comparison(fn, '<', [parts[index]!, parts[index + 1]!]))
      .reduce((left, right) => this.operators.binary('and', 'and', [left, right])!);
  }

  /** Values side by side multiply: a number and its unit, `2 pi`. `100 per 30 min` divides what stands around it. */
  private sideBySide(node: MathNode): Program {
    const factors: MathNode[] = [];
    let left = node;
    while (left.type === 'OperatorNode' && (left as OperatorNode & { readonly implicit: boolean }).implicit) {
      const [rest, last] = (left as OperatorNode).args;
      factors.unshift(last!);
      left = rest!;
    }
    factors.unshift(left);
    const pers = factors.flatMap((factor, index) => (this.isPer(factor) ? [index] : []));
    if (pers.length === 0) return this.productOf(factors);
    const [at] = pers;
    const bracketed = factors[at!]!.type === 'FunctionNode' ? (factors[at!] as FunctionNode).args : [];
    const after = [...bracketed, ...factors.slice(at! + 1)];
    if (pers.length > 1 || at === 0 || after.length === 0) throw this.notAllowed(node);
    return this.rate(this.productOf(factors.slice(0, at)), this.productOf(after));
  }

  /** As the formula writes it. */
  private nameOf({ name }: SymbolNode): string {
    const at = tokenOf(name);
    return at === null ? name : this.source.tokens[at]!.text;
  }

  private isPer(node: MathNode): boolean {
    const symbol = node.type === 'FunctionNode' ? (node as unknown as { readonly fn: MathNode }).fn : node;
    if (symbol.type !== 'SymbolNode') return false;
    const text = this.nameOf(symbol as SymbolNode);
    return text === 'per' && !this.variables.has('per');
  }

  private rate(contacts: Program, length: Program): Program {
    if (length.kind.time === 1) return this.operators.divide(contacts, length);
    throw fault('wrong-kind', this.source.placeOf(length), {
      parameter: 'per',
      text: this.source.textOf(length),
      given: kindWords(length.kind),
      expected: unitWords('seconds'),
      example: '100 per 30 min',
    });
  }

  private productOf(factors: readonly MathNode[]): Program {
    const pairs = this.timesOf(factors);
    if (pairs) return pairs.reduce((left, right) => this.operators.binary('add', '+', [left, right])!);
    const [first, ...others] = factors.map((factor) => this.compile(factor));
    // A number with its unit is still one written value.
    const isLiteral = first!.isLiteral && factors.length === 2 && factors[1]!.type === 'SymbolNode';
    return { ...others.reduce((left, right) => this.operators.multiply(left, right), first!), isLiteral };
  }

  /** `2 h 30 min` is a sum: numbers each with a unit of time, the units growing smaller. Null: it is something else. */
  private timesOf(factors: readonly MathNode[]): readonly Program[] | null {
    if (factors.length < 4 || factors.some((factor) => factor.type !== 'SymbolNode')) return null;
    const tokens = factors.map((factor) => this.source.tokens[tokenOf((factor as SymbolNode).name) ?? -1]);
    const sizes = tokens.map((token) => FORMULA_UNITS.get(token?.text ?? ''));
    const fits = tokens.every((token, index) => {
      if (index % 2 === 0) return token?.kind === 'number' && index + 1 < tokens.length;
      const size = sizes[index];
      return size?.kind.time === 1 && (index === 1 || size.size < sizes[index - 2]!.size);
    });
    if (!fits) return null;
    return factors.flatMap((_, index) => (index % 2 === 0 ? [this.productOf(factors.slice(index, index + 2))] : []));
  }

  private functionCall(node: FunctionNode): Program {
    const { fn, args } = node as unknown as { readonly fn: MathNode; readonly args: readonly MathNode[] };
    if (fn.type !== 'SymbolNode') throw this.notAllowed(node as unknown as MathNode);
    const from = tokenOf((fn as SymbolNode).name) ?? 0;
    const name = this.nameOf(fn as SymbolNode);
    const known = functionsByName.get(name);
    if (!known) {
      throw fault('unknown-function', this.source.placeOf({ from }), {
        name,
        known: [...functionsByName.keys()].join(', '),
      });
    }
    if (known.group === 'staffing') this.modelCalls += 1;
    if (this.modelCalls > MAX_STAFFING_CALLS)
      throw this.tooMany({ en: 'staffing functions', ja: '関数呼び出し' }, MAX_STAFFING_CALLS);
    const given = args.map((each) => this.argument(each));
    const to = Math.max(from, ...given.map(({ program }) => program.to));
    return this.calls.call(known, { from, to }, given);
  }

  /** `patienceSeconds = 300 s` inside a call names a parameter; it assigns nothing. */
  private argument(node: MathNode): FormulaArgument {
    if (node.type !== 'AssignmentNode') return { program: this.compile(node) };
    const { object, index, value } = node as AssignmentNode;
    if (index || object.type !== 'SymbolNode') throw this.notAllowed(node);
    return { name: this.nameOf(object as SymbolNode), program: this.compile(value) };
  }
}

import { all, create, type BigNumber, type MathJsInstance } from 'mathjs';
import { evaluateFormula } from './index.js';

/** The textbook sums, written as expressions of mathjs and computed by it with 64 digits: no code of ours in them. */
class BigOracle {
  private readonly math: MathJsInstance = create(all!, { number: 'BigNumber', precision: 64 });

  /** Runs the lines with the values given, and gives the last line's value. */
  private run(values: Readonly<Record<string, number>>, lines: readonly string[]): number {
    const scope = new Map<string, unknown>();
    for (const [name, value] of Object.entries(values)) scope.set(name, this.math.bignumber(value));
    return Number(lines.map((line) => this.math.evaluate(line, scope) as BigNumber).at(-1));
  }

  /** 1 / B(n, a) = 1 + n/a + n(n-1)/a² + …, as lines that leave it in `e`. */
  private inverseLoss(n: number): readonly string[] {
    return ['e = 1', ...Array.from({ length: n }, (_, index) => `e = 1 + ${index + 1} / a * e`)];
  }

  /** L(s, x) = Σ xᵏ / ((s+1)…(s+k)), left in `name`. */
  private lowerSum(name: string, x: string, terms: number): readonly string[] {
    const steps = Array.from({ length: terms }, (_, k) => `t = t * ${x} / (s + ${k + 1}); ${name} = ${name} + t`);
    return [`t = 1; ${name} = 1`, ...steps];
  }

  erlangB(a: number, n: number): number {
    return this.run({ a }, [...this.inverseLoss(n), '1 / e']);
  }

  erlangC(a: number, n: number): number {
    return this.run({ a, n }, [...this.inverseLoss(n), 'n / ((n - a) * e + a)']);
  }

  levelC(a: number, n: number, { h, T }: { h: number; T: number }): number {
    return this.run({ a, n, h, T }, [...this.inverseLoss(n), '1 - n / ((n - a) * e + a) * exp(-(n - a) * T / h)']);
  }

  /** P(wait), P(abandon) and the share answered in T of all offered, of M/M/n+M; docs/methods/erlang-a.md. */
  erlangA(a: number, n: number, { h, P, T }: { h: number; P: number; T: number }): readonly [number, number, number] {
    const terms = Math.ceil(200 + 8 * Math.max(a, n) * Math.max(1, P / h));
    const setting = ['s = n * P / h', 'x = a * P / h', 'rho = a / n', ...this.inverseLoss(n - 1)];
    const lines = [...setting, ...this.lowerSum('L', 'x', terms), 'D = e + rho * L'];
    const values = { a, n, h, P, T };
    const late = [
      ...lines,
      'F = exp(x * (1 - exp(-T / P)) - s * T / P)',
      'xT = x * exp(-T / P)',
      ...this.lowerSum('M', 'xT', terms),
      '(e + L - 1 - F * (M - 1)) / D',
    ];
    return [
      this.run(values, [...lines, 'rho * L / D']),
      this.run(values, [...lines, '(1 - (1 - rho) * L) / D']),
      this.run(values, late),
    ];
  }
}

const valueOf = (text: string): number => {
  const result = evaluateFormula(text);
  if (result.kind !== 'value') throw new Error(`${text}: ${result.message}`);
  return result.value;
};

/** To one part in 10⁹. */
function expectClose(value: number, expected: number): void {
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-9);
}

const WAITING: readonly (readonly [number, number])[] = [
  [0.01, 1],
  [0.6, 1],
  [2, 3],
  [10, 11],
  [10, 14],
  [47.3, 50],
  [150, 170],
];
const LOST: readonly (readonly [number, number])[] = [...WAITING, [0.5, 6], [20, 5], [300, 40]];

describe('formulas against mathjs with 64 digits', () => {
  const oracle = new BigOracle();

  it.each(LOST)('erlangB(%d, %d)', (a, n) => {
    expectClose(valueOf(`erlangB(${a}, ${n})`), oracle.erlangB(a, n));
  });

  it.each(WAITING)('erlangC(%d, %d) and its service level', (a, n) => {
    expectClose(valueOf(`erlangC(${a}, ${n})`), oracle.erlangC(a, n));
    // Contacts of 180 s, so many in 180 s, are a erlangs.
    const text = `serviceLevel(${a} per 180 s, 180 s, ${n}, 20 s)`;
    expectClose(valueOf(text), oracle.levelC(a, n, { h: 180, T: 20 }));
  });

  it.each([
    [2, 3, { h: 180, P: 300, T: 20 }],
    [10, 8, { h: 180, P: 300, T: 20 }],
    [10, 14, { h: 180, P: 45, T: 20 }],
    [47.3, 45, { h: 240, P: 120, T: 10 }],
    [47.3, 60, { h: 240, P: 700, T: 30 }],
  ])('erlangA(%d, %d, …), its abandonment and its service level', (a, n, { h, P, T }) => {
    const [waits, leaves, inTime] = oracle.erlangA(a, n, { h, P, T });
    const queue = `${a} per ${h} s, ${h} s, ${n}`;
    expectClose(valueOf(`erlangA(${a}, ${n}, ${h} s, ${P} s)`), waits);
    expectClose(valueOf(`abandonment(${queue}, ${P} s)`), leaves);
    expectClose(valueOf(`serviceLevel(${queue}, ${T} s, ${P} s)`), inTime);
  });
});

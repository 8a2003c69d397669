import fc from 'fast-check';
import { correctionTable, uniformCorrection } from './uniform-correction.js';

/** A fraction of whole numbers of any length, in lowest terms: no rounding anywhere. */
class Exact {
  constructor(
    readonly top: bigint,
    readonly bottom: bigint = 1n,
  ) {}
  private static reduced(top: bigint, bottom: bigint): Exact {
    let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
    while (b > 0n) [a, b] = [b, a % b];
    const divisor = (bottom < 0n ? -1n : 1n) * (a === 0n ? 1n : a);
    return new Exact(top / divisor, bottom / divisor);
  }
  plus(other: Exact): Exact {
    return Exact.reduced(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }
  times(other: Exact): Exact {
    return Exact.reduced(this.top * other.top, this.bottom * other.bottom);
  }
  scaled(factor: number, divisor = 1): Exact {
    return Exact.reduced(this.top * BigInt(factor), this.bottom * BigInt(divisor));
  }
  /** Twenty decimals beyond the leading digits of these numbers are enough for a double. */
  toNumber(): number {
    return Number((this.top * 10n ** 40n) / this.bottom) / 1e40;
  }
}

/** The recursion of DLMF 8.12.12 in exact fractions. */
function exactTable(orders: number, powers: number): readonly (readonly Exact[])[] {
  const alpha = [new Exact(0n), new Exact(1n)];
  for (let m = 2; m < powers + 2 * orders + 4; m += 1) {
    let rest = alpha[m - 1]!;
    for (let j = 2; j < m; j += 1) rest = rest.plus(alpha[j]!.times(alpha[m - j + 1]!).scaled(-j));
    alpha.push(rest.scaled(1, m + 1));
  }
  const first = alpha.slice(2).map((value, m) => (m === 0 ? new Exact(-1n, 3n) : value.scaled(m + 2)));
  const rows = [first];
  let oddFactorial = 1;
  for (let k = 1; k < orders; k += 1) {
    oddFactorial *= 2 * k + 1;
    const stirling = alpha[2 * k + 1]!.scaled(k % 2 ? -oddFactorial : oddFactorial);
    const above = rows[k - 1]!;
    rows.push(above.slice(2).map((value, m) => stirling.times(first[m]!).plus(value.scaled(m + 2))));
  }
  return rows;
}

describe('the coefficients of the uniform expansion', () => {
  const exact = exactTable(11, 24);

  it('start as printed by Temme: -1/3, 1/12, -2/135; -1/540', () => {
    const [first, second] = [exact[0]!, exact[1]!];
    expect([first[0], first[1], first[2], second[0]].map((value) => `${value!.top}/${value!.bottom}`)).toEqual([
      '-1/3',
      '1/12',
      '-2/135',
      '-1/540',
    ]);
  });

  it('come out of doubles within 1e-17 of their exact values', () => {
    const table = correctionTable();
    expect(table.map((row) => row.length)).toEqual(Array.from({ length: 11 }, () => 24));
    table.forEach((row, k) =>
      row.forEach((value, m) => expect(Math.abs(value - exact[k]![m]!.toNumber())).toBeLessThan(1e-17)),
    );
  });

  it('are summed as far as a double can see, and no further', () => {
    const table = correctionTable();
    const whole = (s: number, eta: number): number =>
      table.reduceRight((sum, row) => sum / s + row.reduceRight((inner, value) => inner * eta + value, 0), 0);
    fc.assert(
      fc.property(
        fc.double({ min: 25, max: 1e6, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (s, eta) => {
          expect(Math.abs(uniformCorrection(s, eta) - whole(s, eta))).toBeLessThan(1e-15);
        },
      ),
    );
  });
});

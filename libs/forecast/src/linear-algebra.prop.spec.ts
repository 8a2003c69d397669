import fc from 'fast-check';
import { dot, leadingRightVectors, ridge, solveCholesky } from './linear-algebra.js';

const value = fc.double({ min: -10, max: 10, noNaN: true });
const matrix = (rows: number, columns: number) =>
  fc.array(
    fc.array(value, { minLength: columns, maxLength: columns }).map((row) => Float64Array.from(row)),
    { minLength: rows, maxLength: rows },
  );

describe('ridge regression', () => {
  it('leaves a gradient of zero: X’W(y - Xb) = penalty b', () => {
    fc.assert(
      fc.property(matrix(12, 3), fc.array(value, { minLength: 12, maxLength: 12 }), (rows, y) => {
        const weights = Float64Array.from({ length: 12 }, (_, index) => 1 / (1 + index));
        const penalties = Float64Array.of(0.5, 1, 2);
        const b = ridge(rows, Float64Array.from(y), weights, penalties);
        for (let column = 0; column < 3; column++) {
          const gradient = rows.reduce(
            (sum, row, index) => sum + weights[index]! * row[column]! * (y[index]! - dot(row, b)),
            0,
          );
          expect(Math.abs(gradient - penalties[column]! * b[column]!)).toBeLessThan(1e-4);
        }
      }),
    );
  });

  it('gives a zero for a column of zeros', () => {
    const rows = [1, 2, 3].map((x) => Float64Array.of(x, 0));
    expect(ridge(rows, Float64Array.of(2, 4, 6), Float64Array.of(1, 1, 1), Float64Array.of(0, 0))[1]).toBe(0);
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => solveCholesky([Float64Array.of(-1)], Float64Array.of(1))).toThrow('matrix must be positive definite');
  });
});

describe('leading right singular vectors', () => {
  it('are orthonormal, and leave no more behind than any other basis tried', () => {
    fc.assert(
      fc.property(matrix(10, 6), (rows) => {
        const weights = new Float64Array(10).fill(1);
        const vectors = leadingRightVectors(rows, weights, 2);
        const norms = vectors.map((vector) => dot(vector, vector));
        // A vector may be zero when the rows have no second direction.
        for (const norm of norms) expect(Math.min(norm, Math.abs(norm - 1))).toBeLessThan(1e-9);
        expect(Math.abs(dot(vectors[0]!, vectors[1]!))).toBeLessThan(1e-9);
        const kept = (basis: readonly Float64Array[]) =>
          rows.reduce((sum, row) => sum + basis.reduce((part, vector) => part + dot(row, vector) ** 2, 0), 0);
        const unit = (k: number) => Float64Array.from({ length: 6 }, (_, index) => Number(index === k));
        for (let a = 0; a < 6; a++)
          for (let b = a + 1; b < 6; b++)
            expect(kept(vectors)).toBeGreaterThanOrEqual(kept([unit(a), unit(b)]) * (1 - 1e-3) - 1e-9);
      }),
      { numRuns: 50 },
    );
  });

  it('finds the direction of rows that are all multiples of one', () => {
    const rows = [1, 2, -3].map((scale) => Float64Array.of(3 * scale, 4 * scale));
    const [first] = leadingRightVectors(rows, Float64Array.of(1, 1, 1), 1);
    expect(first![0]).toBeCloseTo(0.6, 12); // (3, 4) / 5
    expect(first![1]).toBeCloseTo(0.8, 12);
  });
});

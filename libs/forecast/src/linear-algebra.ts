/** The little linear algebra the methods need, on plain arrays: a ridge regression and the leading vectors of a thin SVD. */

/**
 * Coefficients b that minimise Σ w (y - x·b)² + Σ penalty b², by Cholesky on the normal equations.
 * The diagonal is raised by a trifle of its own size, so that a column of zeros gives a zero instead of a division by zero.
 */
export function ridge(
  rows: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array,
  penalties: Float64Array,
): Float64Array {
  const size = penalties.length;
  const normal = lowerGram(rows, weights, size);
  const right = new Float64Array(size);
  rows.forEach((row, r) => addMultiple(right, row, weights[r]! * y[r]!));
  for (let i = 0; i < size; i++) normal[i]![i]! += penalties[i]! + 1e-9 * (normal[i]![i]! + 1e-9);
  return solveCholesky(normal, right);
}

/** Solves A x = b for a symmetric positive definite A given by its lower triangle, which is overwritten by its factor. */
export function solveCholesky(lower: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    const row = lower[i]!;
    // A row's leading zeros stay zero, and block matrices begin with many of them.
    let first = 0;
    while (first < i && row[first] === 0) first++;
    for (let j = first; j <= i; j++) {
      const other = lower[j]!;
      let sum = row[j]!;
      for (let k = first; k < j; k++) sum -= row[k]! * other[k]!;
      if (i === j && sum <= 0)
        throw new Error(`matrix must be positive definite (pivot ${i} is ${sum}); raise the penalties`);
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/**
 * The `count` leading right singular vectors of the weighted rows (orthonormal, by falling singular value), by
 * orthogonal iteration on the Gram matrix. Deterministic. A vector's sign makes its sum non-negative.
 */
export function leadingRightVectors(
  rows: readonly Float64Array[],
  weights: Float64Array,
  count: number,
): Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const gram = lowerGram(rows, weights, size);
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) gram[j]![i] = gram[i]![j]!;
  const spare = Math.min(size, count + 4);
  let basis: Float64Array[] = Array.from({ length: spare }, (_, k) =>
    Float64Array.from({ length: size }, (__, i) => Math.cos(((i + 0.5) * k * Math.PI) / size)),
  );
  orthonormalise(basis);
  for (let round = 0; round < 24; round++) {
    basis = basis.map((vector) => multiply(gram, vector));
    orthonormalise(basis);
  }
  return rotateToEigenvectors(gram, basis).slice(0, Math.min(count, size));
}

/** Lower triangle of Σ w x xᵀ over the rows. */
function lowerGram(rows: readonly Float64Array[], weights: Float64Array, size: number): Float64Array[] {
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  for (let r = 0; r < rows.length; r++) addOuterProduct(gram, rows[r]!, weights[r]!);
  return gram;
}

function addOuterProduct(gram: readonly Float64Array[], row: Float64Array, weight: number): void {
  for (let i = 0; i < row.length; i++) {
    const wx = weight * row[i]!;
    if (wx === 0) continue;
    const target = gram[i]!;
    for (let j = 0; j <= i; j++) target[j]! += wx * row[j]!;
  }
}

function multiply(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  const product = new Float64Array(matrix.length);
  for (let i = 0; i < matrix.length; i++) product[i] = dot(matrix[i]!, vector);
  return product;
}

/** Sum of products of two vectors of equal length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Gram-Schmidt twice over; a vector that vanishes (a matrix of lower rank) becomes zero. */
function orthonormalise(vectors: Float64Array[]): void {
  vectors.forEach((vector, k) => {
    const before = Math.sqrt(dot(vector, vector));
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < k; j++) addMultiple(vector, vectors[j]!, -dot(vectors[j]!, vector));
    }
    const norm = Math.sqrt(dot(vector, vector));
    const scale = norm > 1e-10 * before && norm > 0 ? 1 / norm : 0;
    for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
  });
}

/** target += factor · other. */
function addMultiple(target: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * other[i]!;
}

/** Rayleigh-Ritz: the small matrix B'GB is diagonalised by Jacobi rotations, which also turn the basis. */
function rotateToEigenvectors(gram: readonly Float64Array[], basis: Float64Array[]): Float64Array[] {
  const images = basis.map((vector) => multiply(gram, vector));
  const small = basis.map((a) => Float64Array.from(images, (image) => dot(a, image)));
  const vectors = basis.map((vector) => Float64Array.from(vector));
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < small.length; p++) for (let q = p + 1; q < small.length; q++) rotate(small, vectors, p, q);
  }
  return vectors
    .map((vector, k) => ({ vector, value: small[k]![k]! }))
    .sort((a, b) => b.value - a.value)
    .map(({ vector }) => (vector.reduce((sum, value) => sum + value, 0) < 0 ? vector.map((value) => -value) : vector));
}

function rotate(small: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  const off = small[p]![q]!;
  if (Math.abs(off) < 1e-300) return;
  const theta = (small[q]![q]! - small[p]![p]!) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  turn(small, p, q, { c, s });
  for (const row of small) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  turn(vectors, p, q, { c, s });
}

function turn(rows: Float64Array[], p: number, q: number, { c, s }: { c: number; s: number }): void {
  const a = rows[p]!;
  const b = rows[q]!;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    a[i] = c * x - s * y;
    b[i] = s * x + c * y;
  }
}

/**
 * Lower triangle L with L L' = the symmetric matrix, both row by row. A pivot that rounding has pushed to nought or below
 * makes a column of noughts: that direction is known exactly.
 */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    let pivot = matrix[j * size + j]!;
    for (let k = 0; k < j; k++) pivot -= lower[j * size + k]! ** 2;
    if (!(pivot > 1e-18)) continue;
    const root = Math.sqrt(pivot);
    lower[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = sum / root;
    }
  }
  return lower;
}

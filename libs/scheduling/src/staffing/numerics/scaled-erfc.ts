// Rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function",
// Math. Comp. 23 (1969) 631-637, for the three ranges of z; relative error below 1e-16 before rounding.
const SMALL_TOP = [3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694, 0.18577770618460315];
const SMALL_BOTTOM = [23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const MIDDLE_TOP = [
  0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769, 1712.0476126340707,
  2051.0783778260716, 1230.3393547979972, 2.1531153547440383e-8,
];
const MIDDLE_BOTTOM = [
  15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597, 4362.619090143247,
  3439.3676741437216, 1230.3393548037495,
];
const LARGE_TOP = [
  0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 6.587491615298378e-4,
  0.016315387137302097,
];
const LARGE_BOTTOM = [
  2.568520192289822, 1.8729528499234604, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];
const ONE_OVER_ROOT_PI = 0.5641895835477563;

/** Cody's ladder: the last coefficient of `top` leads, both polynomials share the argument. */
function ladder(top: readonly number[], bottom: readonly number[], at: number): number {
  const last = bottom.length - 1;
  let numerator = top[top.length - 1]! * at;
  let denominator = at;
  for (let i = 0; i < last; i += 1) {
    numerator = (numerator + top[i]!) * at;
    denominator = (denominator + bottom[i]!) * at;
  }
  return (numerator + top[last]!) / (denominator + bottom[last]!);
}

/** exp(z²)·erfc(z) for z ≥ 0, relative error about 2e-16; falls from 1 at z = 0 like 1/(z·√π). */
export function scaledErfc(z: number): number {
  if (z <= 0.46875) return Math.exp(z * z) * (1 - z * ladder(SMALL_TOP, SMALL_BOTTOM, z * z));
  if (z <= 4) return ladder(MIDDLE_TOP, MIDDLE_BOTTOM, z);
  const inverse = 1 / (z * z);
  return (ONE_OVER_ROOT_PI - inverse * ladder(LARGE_TOP, LARGE_BOTTOM, inverse)) / z;
}

import { bend } from '../numerics/exponential-bend.js';
import { gaussLegendre } from '../numerics/gauss-legendre.js';

const rule = gaussLegendre(48);
/** The density is followed back to exp(-44) of its value at t. */
const END = 44;

/**
 * The offered waits up to u over the density at u, where that still rises (xt > s): ∫ exp(-(φ(u) - φ(w)))·e^{u-w} dw with
 * φ the exponent of the density. Going back by y from u it falls as exp(-(xt - s)·y - xt·(e^y - 1 - y)).
 */
export function waitsBefore(u: number, s: number, xt: number): number {
  const slope = xt - s;
  const width = Math.min(u, (2 * END) / (slope + Math.sqrt(slope * slope + 2 * END * xt)));
  let sum = 0;
  for (let i = 0; i < rule.nodes.length; i += 1) {
    const y = width * rule.nodes[i]!;
    sum += rule.weights[i]! * Math.exp(y - slope * y - xt * bend(-y));
  }
  return width * sum;
}

/** Colour measures for tests: WCAG contrast, CIEDE2000 (Sharma, Wu, Dalal 2005), dichromacy (Viénot, Brettel, Mollon 1999). */
export type Rgb = readonly [number, number, number];

/** `#1d5fc4` to 0..255 channels. */
export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const linear = (channel: number) => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const gamma = (value: number) => {
  const c = Math.min(1, Math.max(0, value));
  return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
};
const luminance = ([r, g, b]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** WCAG 2 contrast ratio, 1..21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function lab([r, g, b]: Rgb): Rgb {
  const [lr, lg, lb] = [linear(r), linear(g), linear(b)];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * lr + 0.3575761 * lg + 0.1804375 * lb) / 0.95047);
  const y = f(0.2126729 * lr + 0.7151522 * lg + 0.072175 * lb);
  const z = f((0.0193339 * lr + 0.119192 * lg + 0.9503041 * lb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const deg = (radians: number) => (radians * 180) / Math.PI;
const rad = (degrees: number) => (degrees * Math.PI) / 180;
const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (deg(Math.atan2(b, a)) + 360) % 360);

/** Weighted hue difference and mean hue of two colours, degrees. */
function hues(c1: number, h1: number, c2: number, h2: number): { readonly delta: number; readonly mean: number } {
  if (c1 * c2 === 0) return { delta: 0, mean: h1 + h2 };
  const diff = h2 - h1;
  const delta = Math.abs(diff) <= 180 ? diff : diff > 180 ? diff - 360 : diff + 360;
  const sum = h1 + h2;
  const mean = Math.abs(diff) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  return { delta, mean };
}

/** CIEDE2000 difference of two CIELAB colours, all weights 1. */
export function labDifference([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const cMean7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(cMean7 / (cMean7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const { delta, mean } = hues(c1, hue(p1, b1), c2, hue(p2, b2));
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin(rad(delta / 2));
  const lMean = (l1 + l2) / 2;
  const cMean = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * Math.cos(rad(mean - 30)) +
    0.24 * Math.cos(rad(2 * mean)) +
    0.32 * Math.cos(rad(3 * mean + 6)) -
    0.2 * Math.cos(rad(4 * mean - 63));
  const rotation =
    -2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7)) * Math.sin(rad(60 * Math.exp(-(((mean - 275) / 25) ** 2))));
  const sl = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2);
  const sc = 1 + 0.045 * cMean;
  const sh = 1 + 0.015 * cMean * t;
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, deltaH / sh];
  return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

export const difference = (a: Rgb, b: Rgb): number => labDifference(lab(a), lab(b));

export type Sight = 'normal' | 'protan' | 'deutan' | 'tritan';

/** Rows of linear-light simulation matrices; protan and deutan of Viénot et al. 1999, tritan of Machado et al. 2009, severity 1. */
const SIMULATION: Readonly<Record<Exclude<Sight, 'normal'>, readonly Rgb[]>> = {
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The colour as somebody with that colour vision sees it. */
export function seenBy(sight: Sight, [r, g, b]: Rgb): Rgb {
  if (sight === 'normal') return [r, g, b];
  const light: Rgb = [linear(r), linear(g), linear(b)];
  return SIMULATION[sight].map((row) =>
    gamma(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]),
  ) as unknown as Rgb;
}

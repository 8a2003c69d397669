/** How many people of a team stood where. */
export interface Band {
  readonly fine: number;
  readonly watch: number;
  readonly strained: number;
}

/** People with some load in a hundred: in the earlier half of the weeks known and in the later. */
export interface Strain {
  readonly before: number;
  readonly after: number;
  readonly direction: 'better' | 'same' | 'worse';
}

/** Fewer percentage points than this are no news: a person more or less in a team of ten. */
const NO_NEWS = 10;
/** Halves of fewer weeks say too little. */
const LEAST_WEEKS = 4;

/** Whether people of a team fare better than before; null where too few weeks are known. */
export function strainOf(bands: readonly (Band | null)[]): Strain | null {
  const known = bands.filter((band) => band !== null);
  if (known.length < LEAST_WEEKS) return null;
  const middle = Math.floor(known.length / 2);
  const [before, after] = [loaded(known.slice(0, middle)), loaded(known.slice(middle))];
  const direction = Math.abs(after - before) < NO_NEWS ? 'same' : after < before ? 'better' : 'worse';
  return { before, after, direction };
}

function loaded(bands: readonly Band[]): number {
  const sum = (of: (band: Band) => number) => bands.reduce((total, band) => total + of(band), 0);
  const people = sum(({ fine, watch, strained }) => fine + watch + strained);
  return people === 0 ? 0 : (100 * sum(({ watch, strained }) => watch + strained)) / people;
}

import { LEAST_PEERS } from './peer-range.js';

/** How people of a group stand, without a name: fine, to watch (load above 0), strained (load 1). */
export interface TeamBand {
  readonly fine: number;
  readonly watch: number;
  readonly strained: number;
}

/** `masked`: so few people that the figures would tell of single persons. */
export type TeamBandAnswer =
  | { readonly kind: 'band'; readonly band: TeamBand; readonly people: number }
  | { readonly kind: 'masked'; readonly people: number };

/**
 * The bands of a group for one measure. Loads of people without an answer are left out before counting; a group smaller
 * than `leastPeople` is masked. That all of a larger group stand in one band is told: it is the plan that is wrong then.
 * Never an order of people.
 */
export function teamBands(loads: readonly (number | null)[], leastPeople = LEAST_PEERS): TeamBandAnswer {
  const known = loads.filter((load) => load !== null);
  const band = {
    fine: known.filter((load) => load === 0).length,
    watch: known.filter((load) => load > 0 && load < 1).length,
    strained: known.filter((load) => load >= 1).length,
  };
  const people = known.length;
  if (people < leastPeople) return { kind: 'masked', people };
  return { kind: 'band', band, people };
}

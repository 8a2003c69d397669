import { rateFactorOf, type RequirementSeries } from '../staffing/index.js';

/** What a queue brings into agents it shares with others, by interval of its requirement's grid; NaN = closed. */
export interface SharedLoad {
  readonly contacts: Float64Array;
  /** NaN only where there are no contacts. */
  readonly averageHandleSeconds: Float64Array;
  /** By which the mean is multiplied where a chance is staffed for. */
  readonly factor: Float64Array;
}

/**
 * The load a queue's requirement was staffed for: with what is still in hand from before, and at the rate of the chance
 * asked for where it is staffed by one. Refuses a queue staffed for its goals on average, which is no load of one interval.
 */
export function sharedLoadOf(series: RequirementSeries): SharedLoad {
  const { staffedFor, grid, notes, loadContacts, loadErlangs, rateCv } = series;
  if (staffedFor.kind === 'expected')
    throw new RangeError('staffedFor (expected) must be point or chance where queues share agents; give a chance');
  const factor = rateCv.map((cv) =>
    cv > 0 && staffedFor.kind === 'chance' ? rateFactorOf(staffedFor.chanceFraction, cv) : 1,
  );
  const missing = (): Float64Array => new Float64Array(grid.count).fill(Number.NaN);
  const [contacts, averageHandleSeconds] = [missing(), missing()];
  for (let index = 0; index < grid.count; index += 1) {
    if (notes[index] === 'closed') continue;
    const own = loadContacts[index]!;
    contacts[index] = own * factor[index]!;
    averageHandleSeconds[index] = own > 0 ? (loadErlangs[index]! * grid.stepMinutes * 60) / own : Number.NaN;
  }
  return { contacts, averageHandleSeconds, factor };
}

import { localDateOf, localMinuteOfDay, type Instant, type ZoneId } from '@yotei/time';
import { isAgainst } from '../../evaluation/index.js';
import type { Preference } from '../../roster/index.js';

/** Cost of the wishes that a shift starting then goes against, as the evaluation counts it. */
export function wishCost(wishes: readonly Preference[], startAt: Instant, zone: ZoneId): number {
  if (wishes.length === 0) return 0;
  const on = localDateOf(startAt, zone);
  const minute = localMinuteOfDay(startAt, zone);
  return wishes.reduce((sum, wish) => sum + (isAgainst(wish, on, minute) ? wish.weight : 0), 0);
}

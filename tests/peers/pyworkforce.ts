import type { ServiceGoal, StaffingLoad } from '@yotei/scheduling/staffing';

/*
 * The algorithms of pyworkforce (MIT), written anew in TypeScript so that a benchmark compares algorithms and not
 * languages: rodrigo-arenas/pyworkforce, pyworkforce/queuing/erlang.py (ErlangC, commit 04edd6affe2245fa141aae94305fc43cef9ba955)
 * and pyworkforce/queuing/abandonment.py (ErlangA, commit 20c14395f387d093cf4e1b10002d75ebd08427e5). Times in seconds.
 */

type Goal = Required<Pick<ServiceGoal, 'serviceLevelFraction' | 'answerWithinSeconds'>>;

/** Python's round: halves go to the even neighbour. */
const pythonRound = (x: number): number => (x % 1 === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));

function serviceLevelC(intensity: number, positions: number, waitsInHandles: number): number {
  let inverse = 1;
  for (let position = 1; position <= positions; position += 1) inverse = 1 + (inverse * position) / intensity;
  const blocked = 1 / inverse;
  const waits = (positions * blocked) / (positions - intensity * (1 - blocked));
  return Math.max(0, 1 - waits * Math.exp(-(positions - intensity) * waitsInHandles));
}

/** ErlangC.required_positions: 1/B from no agents upwards for each number tried, one more at a time. */
export function pyworkforceErlangC(load: StaffingLoad, goal: Goal): number {
  const intensity = (load.contacts / load.intervalSeconds) * load.averageHandleSeconds;
  const waitsInHandles = goal.answerWithinSeconds / load.averageHandleSeconds;
  let positions = pythonRound(intensity + 1);
  while (serviceLevelC(intensity, positions, waitsInHandles) < goal.serviceLevelFraction) positions += 1;
  return positions;
}

interface Rates {
  readonly arrival: number;
  readonly service: number;
  readonly abandonment: number;
}

/** ErlangA._stationary_distribution: states until the newest is 1e-15 of the sum, rescaled above 1e250. */
function stationary({ arrival, service, abandonment }: Rates, c: number): readonly number[] {
  let states = [1];
  let total = 1;
  for (let n = 1; ; n += 1) {
    const death = Math.min(n, c) * service + Math.max(n - c, 0) * abandonment;
    const term = (states[n - 1]! * arrival) / death;
    states.push(term);
    total += term;
    if ((n > c && term < 1e-15 * total) || n > c + 100_000) break;
    if (term > 1e250) {
      states = states.map((state) => state / 1e250);
      total /= 1e250;
    }
  }
  const norm = states.reduce((sum, state) => sum + state, 0);
  return states.map((state) => state / norm);
}

/** ErlangA._uniformized_served_prob: a uniformised chain of the places in the queue, from one of them on. */
function servedWithin(rates: Rates, size: { c: number; ahead: number; most: number }, seconds: number): number {
  const { c, ahead, most } = size;
  const fastest = c * rates.service + most * rates.abandonment + rates.abandonment;
  const events = fastest * seconds;
  const steps = Math.trunc(events + 10 * Math.sqrt(events) + 50);
  let places = new Float64Array(most + 1);
  places[ahead] = 1;
  let served = 0;
  let poisson = Math.exp(-events);
  let result = 0;
  for (let k = 1; k <= steps; k += 1) {
    const next = new Float64Array(most + 1);
    for (let j = 0; j <= most; j += 1) {
      const here = places[j]!;
      if (here === 0) continue;
      const advance = c * rates.service + j * rates.abandonment;
      const stay = fastest - advance - rates.abandonment;
      if (j === 0) served += (here * advance) / fastest;
      else next[j - 1] = next[j - 1]! + (here * advance) / fastest;
      next[j] = next[j]! + (here * stay) / fastest;
    }
    places = next;
    poisson *= events / k;
    result += poisson * served;
  }
  return result;
}

/** ErlangA.service_level: states without a wait, and for each with one the chance of service in time. */
export function pyworkforceServiceLevelA(load: StaffingLoad, positions: number, seconds: number): number {
  const rates = {
    arrival: load.contacts / load.intervalSeconds,
    service: 1 / load.averageHandleSeconds,
    abandonment: 1 / load.patienceSeconds!,
  };
  const states = stationary(rates, positions);
  const most = states.length - 1 - positions;
  let level = states.slice(0, positions).reduce((sum, state) => sum + state, 0);
  for (let ahead = 0; ahead <= most; ahead += 1)
    level += states[positions + ahead]! * servedWithin(rates, { c: positions, ahead, most }, seconds);
  return Math.min(1, level);
}

/** ErlangA.required_positions: from the load upwards, one more at a time. */
export function pyworkforceErlangA(load: StaffingLoad, goal: Goal): number {
  const intensity = (load.contacts / load.intervalSeconds) * load.averageHandleSeconds;
  let positions = Math.max(1, Math.ceil(intensity));
  while (pyworkforceServiceLevelA(load, positions, goal.answerWithinSeconds) < goal.serviceLevelFraction)
    positions += 1;
  return positions;
}

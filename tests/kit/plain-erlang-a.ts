/** A queue that waiting contacts leave, for a second opinion on small centres. */
export interface PlainQueue {
  readonly contacts: number;
  readonly intervalSeconds: number;
  readonly averageHandleSeconds: number;
  readonly patienceSeconds: number;
  readonly agents: number;
  readonly seconds: number;
}

const STATES = 120;
const STEPS = 400;

/** Chances of each number in the system, by the balance of ups and downs. */
function stationary({
  contacts,
  intervalSeconds,
  averageHandleSeconds,
  patienceSeconds,
  agents,
}: PlainQueue): number[] {
  const weights = [1];
  for (let k = 1; k < STATES; k += 1) {
    const down = Math.min(k, agents) / averageHandleSeconds + Math.max(0, k - agents) / patienceSeconds;
    weights.push((weights[k - 1]! * (contacts / intervalSeconds)) / down);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Share of the contacts answered within the seconds, with doubles and no formula of the models: whoever finds j before
 * them moves up with each contact that is done or leaves, and leaves at their own patience; the chance of being served in
 * time is followed through the seconds step by step (Runge & Kutta).
 */
export function plainAnsweredWithin(queue: PlainQueue): number {
  const { agents, averageHandleSeconds, patienceSeconds, seconds } = queue;
  const chances = stationary(queue);
  const slope = (served: readonly number[]): number[] =>
    served.map((own, ahead) => {
      const up = agents / averageHandleSeconds + ahead / patienceSeconds;
      return up * ((ahead === 0 ? 1 : served[ahead - 1]!) - own) - own / patienceSeconds;
    });
  const along = (from: readonly number[], by: readonly number[], step: number): number[] =>
    from.map((value, index) => value + step * by[index]!);
  let served: number[] = new Array<number>(STATES - agents).fill(0);
  const step = seconds / STEPS;
  for (let at = 0; at < STEPS; at += 1) {
    const first = slope(served);
    const second = slope(along(served, first, step / 2));
    const third = slope(along(served, second, step / 2));
    const fourth = slope(along(served, third, step));
    served = served.map(
      (value, index) => value + (step / 6) * (first[index]! + 2 * second[index]! + 2 * third[index]! + fourth[index]!),
    );
  }
  return chances.reduce(
    (sum, chance, inSystem) => sum + chance * (inSystem < agents ? 1 : served[inSystem - agents]!),
    0,
  );
}

/** What the ranked wishes of one person weigh together, whoever has how many. */
export const WISH_BUDGET = 10;
export const MOST_WISHES = 5;

/**
 * Weights of a ranked list, the first the heaviest: n, n-1, … 1 parts of the budget. One wish has all of it, five share it, so
 * wishing for more never weighs more than a colleague's single wish.
 */
export function rankedWeights(count: number): readonly number[] {
  const parts = (count * (count + 1)) / 2;
  return Array.from({ length: count }, (_, index) => (WISH_BUDGET * (count - index)) / parts);
}

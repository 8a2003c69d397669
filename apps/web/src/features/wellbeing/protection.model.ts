import type { PauseAdvice, ProtectionPoint } from '@yotei/scheduling/protection';

/** What a job tells under a name, as far as it has the shape looked for; none where it has no such thing. */
function toldUnder<Item extends object>(told: unknown, name: string, marks: readonly (keyof Item)[]): readonly Item[] {
  if (typeof told !== 'object' || told === null || !(name in told)) return [];
  const items: unknown = told[name as keyof typeof told];
  const isItem = (item: unknown): item is Item =>
    typeof item === 'object' && item !== null && marks.every((mark) => mark in item);
  return Array.isArray(items) ? items.filter(isItem) : [];
}

/** The points in a job's progress or result. */
export const pointsOf = (told: unknown) => toldUnder<ProtectionPoint>(told, 'points', ['factor', 'shortHours']);

/** Templates that no placing of breaks keeps from long stretches, in a job's result. */
export const pausesOf = (told: unknown) => toldUnder<PauseAdvice>(told, 'pauses', ['leastRunMinutes', 'addedPauses']);

/** All planning weights with those of the point in their place. */
export function weightsWith(
  weights: readonly { readonly id: string; readonly value: number }[],
  { prices }: Pick<ProtectionPoint, 'prices'>,
): { readonly id: string; readonly value: number }[] {
  const chosen: Readonly<Record<string, number>> = {
    ...prices.unsocial,
    'quick-return': prices.quickReturn,
    'backward-rotation': prices.backwardRotation,
  };
  return weights.map(({ id, value }) => ({ id, value: chosen[id] ?? value }));
}

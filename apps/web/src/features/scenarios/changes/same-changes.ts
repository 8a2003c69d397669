import type { ScenarioChange } from '@yotei/scheduling/scenarios';

/** The database keeps the fields of a change in an order of its own. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Whether two lists say the same, in whatever order each change names its fields. */
export function sameChanges(one: readonly ScenarioChange[], other: readonly ScenarioChange[]): boolean {
  return one === other || JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

import type { QueueRequirement } from './requirement.model.js';

/** A value that a formula may use by name; units are those of the formula module. */
export interface IntervalValue {
  readonly name: string;
  readonly unit: 'contacts' | 'seconds' | 'agents' | 'fraction';
  readonly value: number;
}

/** What is known of one interval of a queue, for formulas: nothing that is missing, closed or empty. */
export function valuesOfInterval(
  requirement: QueueRequirement | undefined,
  at: number | undefined,
): readonly IntervalValue[] {
  if (!requirement || at === undefined) return [];
  const { startAt, stepMinutes, plan } = requirement;
  const index = Math.round((at - Date.parse(startAt)) / (stepMinutes * 60_000));
  const contacts = requirement.contacts[index];
  const handle = requirement.averageHandleSeconds[index];
  if (!contacts || !handle) return [];
  const agents = requirement.requiredAgents[index];
  const { patienceSeconds } = plan;
  return [
    { name: 'contacts', unit: 'contacts', value: contacts },
    { name: 'interval', unit: 'seconds', value: stepMinutes * 60 },
    { name: 'handle', unit: 'seconds', value: handle },
    ...(patienceSeconds ? [{ name: 'patience', unit: 'seconds', value: patienceSeconds } as const] : []),
    ...(agents === null || agents === undefined
      ? []
      : [{ name: 'requiredAgents', unit: 'agents', value: agents } as const]),
  ];
}

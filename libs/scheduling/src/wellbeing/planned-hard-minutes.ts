/** What is known of a queue's contacts. */
export interface HardQueue {
  readonly queueId: string;
  readonly skillId: string;
  /** Share of the handling that is with hard contacts, 0..1; null: unknown. */
  readonly hardFraction: number | null;
  /** Handling that comes in, any unit, 0 or more: how the time of people with several skills is shared out. */
  readonly work: number;
}

/** Contact work of a person in one queue, or (null) in all that the own skills serve. */
export interface ContactMinutes {
  readonly queueId: string | null;
  readonly minutes: number;
}

/**
 * Expected minutes with hard contacts in planned contact work: its minutes times the share of hard contacts of its queue. Work
 * that is bound to no queue counts the mean share of the queues the skills serve, weighted by the work that comes into each
 * (evenly where none came). The time between contacts is not taken off, so this is an upper bound that is alike for everybody.
 * Null where the share of none of the queues is known. See domain.md W11.
 */
export function plannedHardMinutes(
  work: readonly ContactMinutes[],
  { queues, skillIds }: { readonly queues: readonly HardQueue[]; readonly skillIds: readonly string[] },
): number | null {
  const known = queues.filter(({ hardFraction }) => hardFraction !== null);
  const served = known.filter(({ skillId }) => skillIds.includes(skillId));
  const shared = meanFraction(served);
  let minutes = 0;
  let isKnown = false;
  for (const part of work) {
    const fraction =
      part.queueId === null ? shared : (known.find(({ queueId }) => queueId === part.queueId)?.hardFraction ?? null);
    if (fraction === null) continue;
    isKnown = true;
    minutes += part.minutes * fraction;
  }
  return isKnown ? minutes : null;
}

function meanFraction(queues: readonly HardQueue[]): number | null {
  if (queues.length === 0) return null;
  const total = queues.reduce((sum, { work }) => sum + work, 0);
  const weightOf = ({ work }: HardQueue): number => (total > 0 ? work / total : 1 / queues.length);
  return queues.reduce((sum, queue) => sum + weightOf(queue) * queue.hardFraction!, 0);
}

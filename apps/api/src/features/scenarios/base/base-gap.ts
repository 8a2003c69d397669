import type { LocalDate } from '@yotei/time';

/** What a base does not know, or knows only roughly. */
export interface BaseGap {
  /**
   * `no-forecast`: the queue counts as closed on these days. `long-range`: these days are the week's total of the
   * long-range forecast in the shape of a typical week. `no-roster`: nobody is planned there, so the requirement works.
   * `no-people`, `no-costs`: questions about them have no answer.
   */
  readonly kind: 'no-forecast' | 'long-range' | 'no-roster' | 'no-people' | 'no-costs';
  readonly queueId: string | null;
  readonly fromOn: LocalDate;
  /** The date after the last. */
  readonly untilOn: LocalDate;
}

/** Versions a base was made of, by name: `forecast:<queue>`, `edits:<queue>`, `settings:<queue>`, `roster:<schedule>`, … */
export type BaseBasis = Readonly<Record<string, string>>;

/** Names of one that say something else in the other, without the part after the colon where `kind` is asked. */
export function movedSince(before: BaseBasis, now: BaseBasis): { readonly kind: string; readonly id: string | null }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names
    .filter((name) => before[name] !== now[name])
    .map((name) => {
      const [kind, id] = name.split(':');
      return { kind: kind!, id: id ?? null };
    });
}

/** One piece of a roster run that several workers plan. */
export interface PartLine {
  readonly part: string;
  readonly agents: number;
  /** 0..1 of its time; 1 when it has its roster. */
  readonly fraction: number;
  /** Null before its first roster and bound. */
  readonly gapHours: number | null;
}

/** The parts of a run's progress document; none for a run in one piece or a document of another form. */
export function partLines(progress: unknown): readonly PartLine[] {
  const parts: unknown = (progress as { readonly parts?: unknown } | null)?.parts;
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((each: Partial<PartLine> | null): PartLine[] => {
    if (typeof each?.part !== 'string' || typeof each.agents !== 'number') return [];
    const { part, agents, fraction = 0, gapHours = null } = each;
    return [{ part, agents, fraction, gapHours }];
  });
}

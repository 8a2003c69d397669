import type { OptimiseProgress } from '@yotei/scheduling/optimiser';
import type { JsonValue } from '../../platform/jobs/job-definition.js';
import type { PartState } from './roster-parts.repository.js';

/** Progress of a run planned in parts, as the board shows it: sums over the parts, and each part by itself. */
export interface PartsProgress {
  readonly fraction: number;
  readonly details: {
    readonly phase: string;
    readonly seconds: number;
    readonly bestCost: number | null;
    readonly [figure: string]: JsonValue;
  };
}

const sumOf = (values: readonly (number | null | undefined)[]): number | null =>
  values.every((value) => typeof value === 'number') ? values.reduce<number>((sum, value) => sum + value!, 0) : null;

/** Fraction of a part's time that has passed; 1 when it has its result. */
function fractionOf(state: PartState, limitSeconds: number): number {
  if (state.result) return 1;
  return Math.min(1, (state.progress?.seconds ?? 0) / limitSeconds);
}

/**
 * Puts the parts' progress together, weighted by agents. Cost, bound and gap are sums, null until every part has a roster;
 * `own` is what the part planned by the run's own job last said, `ownPart` which that is.
 */
export function progressOfParts(
  states: readonly PartState[],
  run: { readonly jobId: string; readonly own: OptimiseProgress | null; readonly limitSeconds: number },
): PartsProgress {
  const parts = states.map((state) =>
    state.holderId === run.jobId && !state.result ? { ...state, progress: run.own } : state,
  );
  const agents = parts.reduce((sum, part) => sum + part.agents, 0);
  const lines = parts.map((part) => ({
    part: part.part,
    agents: part.agents,
    fraction: fractionOf(part, run.limitSeconds),
    gapHours: part.result?.gapHours ?? part.progress?.gapHours ?? null,
  }));
  const bestCost = sumOf(parts.map(({ result, progress }) => (result ? result.cost : progress?.bestCost)));
  return {
    fraction: agents === 0 ? 0 : lines.reduce((sum, line) => sum + line.fraction * line.agents, 0) / agents,
    details: {
      phase: parts.every(({ result }) => result)
        ? 'join'
        : (parts.find(({ progress }) => progress)?.progress?.phase ?? 'prices'),
      seconds: Math.max(0, ...parts.map(({ result, progress }) => result?.seconds ?? progress?.seconds ?? 0)),
      iterations: parts.reduce(
        (sum, { result, progress }) => sum + (result?.iterations ?? progress?.iterations ?? 0),
        0,
      ),
      bestCost,
      lowerBound: sumOf(parts.map(({ result, progress }) => (result ? result.lowerBound : progress?.lowerBound))),
      gapHours: sumOf(lines.map(({ gapHours }) => gapHours)),
      requiredHours: parts.reduce(
        (sum, { result, progress }) => sum + (result?.requiredHours ?? progress?.requiredHours ?? 0),
        0,
      ),
      shortSlots: parts.reduce((sum, { progress }) => sum + (progress?.shortSlots ?? 0), 0),
      parts: lines,
    },
  };
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { request } from '../../../graphql/client.js';
import { subscribe } from '../../../graphql/subscribe.js';
import {
  RosterJobChangedDocument,
  RosterJobsDocument,
  type JobFieldsFragment,
} from '../../../graphql/generated/graphql.js';

export type RosterJob = JobFieldsFragment;

/** Progress of the engine as the job carries it; a job that has not reported yet has none of it. */
export interface RosterProgress {
  readonly phase: string | null;
  readonly seconds: number | null;
  readonly gapHours: number | null;
  readonly requiredHours: number | null;
  readonly shortSlots: number | null;
  readonly bestCost: number | null;
  readonly lowerBound: number | null;
  /** Best cost over time, oldest first. */
  readonly curve: readonly number[];
}

const numberOr = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** Reads the job's progress document; what is missing or not a number is null. */
export function progressOf(job: Pick<RosterJob, 'progress'>): RosterProgress {
  const document = (job.progress ?? {}) as Record<string, unknown>;
  const points: readonly unknown[] = Array.isArray(document['curve']) ? document['curve'] : [];
  return {
    phase: typeof document['phase'] === 'string' ? document['phase'] : null,
    seconds: numberOr(document['seconds']),
    gapHours: numberOr(document['gapHours']),
    requiredHours: numberOr(document['requiredHours']),
    shortSlots: numberOr(document['shortSlots']),
    bestCost: numberOr(document['bestCost']),
    lowerBound: numberOr(document['lowerBound']),
    curve: points.map(curveValue).filter((value) => value !== null),
  };
}

/** The figures of a finished run: of its result, or of its last progress where the result holds none. */
export function resultOf(
  job: Pick<RosterJob, 'progress' | 'result'>,
): Pick<RosterProgress, 'gapHours' | 'requiredHours'> {
  const result = (job.result ?? {}) as Record<string, unknown>;
  const progress = progressOf(job);
  return {
    gapHours: numberOr(result['gapHours']) ?? progress.gapHours,
    requiredHours: numberOr(result['requiredHours']) ?? progress.requiredHours,
  };
}

/** A point of the curve is a cost, a pair of seconds and cost, or an object with either name. */
function curveValue(point: unknown): number | null {
  if (Array.isArray(point)) return numberOr(point.at(-1));
  if (typeof point === 'object' && point !== null) {
    const named = point as Record<string, unknown>;
    return numberOr(named['bestCost'] ?? named['cost']);
  }
  return numberOr(point);
}

export const isRunning = (job: Pick<RosterJob, 'state'>): boolean => job.state === 'WAITING' || job.state === 'RUNNING';

/** Stopped by a person after a first roster was found: the best one is in the draft. */
export const isStoppedWithBest = ({ state, result }: Pick<RosterJob, 'state' | 'result'>): boolean =>
  state === 'DONE' && (result as { readonly stoppedBy?: unknown } | null)?.stoppedBy === 'cancel';

/** The run gave way to an edit: what it found stands beside the draft. */
export const DRAFT_CHANGED = 'roster.draft-changed';

/** Ended by a person or by the clock while it might still have improved. */
export const isUnfinished = ({ state, result }: Pick<RosterJob, 'state' | 'result'>): boolean =>
  state === 'DONE' &&
  ['cancel', 'time'].includes(String((result as { readonly stoppedBy?: unknown } | null)?.stoppedBy));

const jobKey = (scheduleId: string) => ['roster-job', scheduleId];

/** The newest roster job of the schedule, followed live; `onDone` runs once when one that was running ends. */
export function useRosterJob(
  scheduleId: string,
  onDone: (job: RosterJob) => void,
): { readonly job: RosterJob | null; readonly follow: (job: RosterJob) => void } {
  const client = useQueryClient();
  const latest = useRef(onDone);
  latest.current = onDone;
  const { data: job = null } = useQuery({
    queryKey: jobKey(scheduleId),
    queryFn: async () =>
      (await request(RosterJobsDocument)).jobs.edges
        .map(({ node }) => node)
        .find((node) => node.subjectId === scheduleId) ?? null,
    staleTime: Infinity,
  });
  const runningId = job && isRunning(job) ? job.id : null;
  useEffect(() => {
    if (!runningId) return undefined;
    return subscribe(
      RosterJobChangedDocument,
      { id: runningId },
      {
        next: ({ jobChanged }) => {
          client.setQueryData(jobKey(scheduleId), jobChanged);
          if (!isRunning(jobChanged)) latest.current(jobChanged);
        },
        reconnected: () => void client.invalidateQueries({ queryKey: jobKey(scheduleId) }),
      },
    );
  }, [client, scheduleId, runningId]);
  return { job, follow: (next) => client.setQueryData(jobKey(scheduleId), next) };
}

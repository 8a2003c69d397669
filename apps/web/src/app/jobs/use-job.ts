import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { request } from '../../graphql/client.js';
import {
  CancelJobDocument,
  JobChangedDocument,
  JobDocument,
  type JobFieldsFragment,
} from '../../graphql/generated/graphql.js';
import { subscribe } from '../../graphql/subscribe.js';

export type Job = JobFieldsFragment;

/** Slow enough to cost nothing, fast enough to end the wait when the socket is blocked by a proxy. */
const POLL_MILLIS = 5000;

export const jobQuery = (id: string) =>
  queryOptions({ queryKey: ['job', id], queryFn: async () => (await request(JobDocument, { id })).job ?? null });

export function isFinal(job: Pick<Job, 'state'>): boolean {
  return job.state === 'DONE' || job.state === 'FAILED' || job.state === 'CANCELLED';
}

/**
 * A job as it runs: read once, then each change comes over the socket into the query cache. `onFinished` is called once,
 * when the job ends while somebody looks.
 */
export function useJob(id: string, onFinished?: (job: Job) => void): Job | undefined {
  const client = useQueryClient();
  const { data } = useQuery({
    ...jobQuery(id),
    refetchInterval: ({ state }) => (state.data && isFinal(state.data) ? false : POLL_MILLIS),
  });
  const finished = data ? isFinal(data) : false;
  useEffect(() => {
    if (finished) return undefined;
    return subscribe(
      JobChangedDocument,
      { id },
      {
        next: ({ jobChanged }) => client.setQueryData(['job', id], jobChanged),
        reconnected: () => void client.invalidateQueries({ queryKey: ['job', id] }),
      },
    );
  }, [client, id, finished]);
  const told = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!data || !finished || told.current === id) return;
    told.current = id;
    onFinished?.(data);
  }, [data, finished, id, onFinished]);
  return data ?? undefined;
}

/** Asks a job to stop; what it found so far is kept where its kind keeps it. */
export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(CancelJobDocument, { id }),
    onSuccess: (_, id) =>
      Promise.all([['job', id], ['jobs']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

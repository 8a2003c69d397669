import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  AddQueueLineageDocument,
  CreateQueueDocument,
  PreviewBeginningDocument,
  QueueBeginningDocument,
  RemoveQueueLineageDocument,
  SaveQueueCurveDocument,
  type PreviewBeginningInput,
  type QueueCurveInput,
  type QueueLineageInput,
} from '../../../graphql/generated/graphql.js';

export const beginningQuery = (queueId: string | null, fromOn: string) =>
  queryOptions({
    queryKey: ['queue-beginning', queueId, fromOn],
    queryFn: async () => (await request(QueueBeginningDocument, { queueId: queueId!, fromOn })).queueBeginning ?? null,
    enabled: queueId !== null,
  });

export const previewQuery = (input: PreviewBeginningInput | null) =>
  queryOptions({
    queryKey: ['queue-preview', input],
    queryFn: async () => (await request(PreviewBeginningDocument, { input: input! })).previewBeginning,
    enabled: input !== null,
    placeholderData: (before) => before,
  });

export interface BeginningOrder {
  /** Null: the queue is made first, by that name, beside the queue shown. */
  readonly queueId: string | null;
  readonly name: string;
  readonly besideQueueId: string | null;
  readonly curve?: QueueCurveInput;
  readonly line?: QueueLineageInput;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly queueId: string }
  | { readonly kind: 'refused'; readonly path: string; readonly message: string };

/** Makes the queue if it is new, then saves what it starts from. */
export function useSaveBeginning() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (order: BeginningOrder): Promise<SaveOutcome> => {
      const queueId = order.queueId ?? (await createQueue(order));
      if (typeof queueId !== 'string') return queueId;
      const answer = order.curve
        ? (await request(SaveQueueCurveDocument, { queueId, curve: order.curve })).saveQueueCurve
        : (await request(AddQueueLineageDocument, { queueId, input: order.line! })).addQueueLineage;
      if (answer.__typename === 'QueueBeginningSaved') return { kind: 'saved', queueId };
      return {
        kind: 'refused',
        path: answer.__typename === 'InvalidInput' ? answer.path : '',
        message: answer.message,
      };
    },
    onSuccess: () =>
      Promise.all(
        [['viewer'], ['queue-beginning'], ['queue-preview']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

async function createQueue({ name, besideQueueId }: BeginningOrder): Promise<string | SaveOutcome> {
  const { createQueue: made } = await request(CreateQueueDocument, { input: { name, besideQueueId } });
  if (made.__typename === 'QueueCreated') return made.queueId;
  return { kind: 'refused', path: made.__typename === 'InvalidInput' ? made.path : 'name', message: made.message };
}

/** Takes a line, or the curve, away again. */
export function useRemoveBeginning() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (what: { readonly lineId: string } | { readonly curveOf: string }): Promise<void> => {
      if ('lineId' in what) await request(RemoveQueueLineageDocument, { id: what.lineId });
      else await request(SaveQueueCurveDocument, { queueId: what.curveOf, curve: null });
    },
    onSuccess: () =>
      Promise.all([['queue-beginning'], ['queue-preview']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

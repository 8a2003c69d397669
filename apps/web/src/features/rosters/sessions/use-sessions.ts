import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t, type MessageId } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  PlaceMissingSessionsDocument,
  PlaceSessionDocument,
  RemoveSessionPlaceDocument,
  ScheduleSessionsDocument,
  type PlacedSessionFragment,
} from '../../../graphql/generated/graphql.js';
import { showToast } from '../../../ui/toast.js';

export type PlacedSession = PlacedSessionFragment;
export type Stay = PlacedSession['occurrences'][number]['places'][number];

/** One thing done to a schedule's sessions. */
export type SessionAct =
  | { readonly kind: 'place-missing'; readonly sessionId: string }
  | {
      readonly kind: 'place';
      readonly sessionId: string;
      readonly startAt: string;
      readonly agentIds: readonly string[];
      readonly fromAt?: string;
    }
  | {
      readonly kind: 'remove';
      readonly sessionId: string;
      readonly startAt: string;
      readonly agentIds: readonly string[];
    };

async function send(scheduleId: string, act: SessionAct): Promise<string> {
  if (act.kind === 'place-missing')
    return (await request(PlaceMissingSessionsDocument, { scheduleId, sessionId: act.sessionId })).placeMissingSessions
      .__typename;
  const { sessionId, startAt } = act;
  const input = { scheduleId, sessionId, startAt, agentIds: [...act.agentIds] };
  if (act.kind === 'remove')
    return (await request(RemoveSessionPlaceDocument, { input })).removeSessionPlace.__typename;
  return (await request(PlaceSessionDocument, { input: { ...input, fromAt: act.fromAt ?? null } })).placeSession
    .__typename;
}

/** What takes the act back; null where it has no single opposite. */
function opposite(act: SessionAct): SessionAct | null {
  if (act.kind === 'remove') return { ...act, kind: 'place' };
  if (act.kind === 'place-missing') return null;
  return act.fromAt ? { ...act, startAt: act.fromAt, fromAt: act.startAt } : { ...act, kind: 'remove' };
}

const REFUSED: Readonly<Record<string, MessageId>> = {
  InvalidInput: 'sessions.noRoom',
  ScheduleHasBreaches: 'sessions.breaksRules',
  EditedMeanwhile: 'sessions.meanwhile',
  NotFound: 'sessions.gone',
};

/** The sessions of a schedule with what may be done to them, and the last act to take back. */
export function useSessions(scheduleId: string, onChanged: () => void) {
  const [undo, setUndo] = useState<SessionAct | null>(null);
  const sessions = useQuery({
    queryKey: ['schedule-sessions', scheduleId],
    queryFn: async () => (await request(ScheduleSessionsDocument, { scheduleId })).scheduleSessions?.sessions ?? [],
    staleTime: 0,
  });
  const act = useMutation({
    mutationFn: async (order: SessionAct) => ({ order, answer: await send(scheduleId, order) }),
    onSuccess: async ({ order, answer }) => {
      if (answer === 'ShiftsEdited') {
        setUndo(opposite(order));
        onChanged();
      } else showToast({ text: t(REFUSED[answer] ?? 'sessions.failed'), tone: 'problem' });
      await sessions.refetch();
    },
    onError: () => showToast({ text: t('sessions.failed'), tone: 'problem' }),
  });
  return { sessions, act, undo };
}

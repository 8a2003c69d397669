import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { dateInZone, formatDate, formatTimeRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { RemoveSessionDocument, SessionProposalsDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { useDesk } from '../desk/desk-context.js';
import type { PlacedSession, SessionAct, Stay } from './use-sessions.js';

interface CardProps {
  readonly scheduleId: string;
  readonly placed: PlacedSession;
  readonly isBusy: boolean;
  readonly onAct: (act: SessionAct) => void;
  readonly onRemoved: () => void;
}

type Occurrence = PlacedSession['occurrences'][number];

/** One session: its times in this schedule, where it could go, and its end. */
export function SessionCard({ scheduleId, placed, isBusy, onAct, onRemoved }: CardProps) {
  const { session, occurrences, members } = placed;
  const missing = occurrences.reduce((sum, occurrence) => sum + occurrence.missing, 0);
  const remove = useMutation({
    mutationFn: () => request(RemoveSessionDocument, { id: session.id, version: session.version }),
    onSuccess: onRemoved,
    onError: () => showToast({ text: t('sessions.failed'), tone: 'problem' }),
  });
  return (
    <section className="s-card" aria-label={session.title}>
      <header className="s-head">
        <h3>{session.title}</h3>
        <span className="b-quiet">
          {t(session.form === 'TOGETHER' ? 'sessions.factsTogether' : 'sessions.factsAlone', {
            minutes: session.lengthMinutes,
            count: members,
          })}
        </span>
        <Button
          isDisabled={isBusy || missing === 0}
          onPress={() => onAct({ kind: 'place-missing', sessionId: session.id })}
        >
          {missing === 0 ? t('sessions.allPlaced') : t('sessions.placeMissing', { count: missing })}
        </Button>
        <Button isDisabled={isBusy || remove.isPending} onPress={() => remove.mutate()}>
          {t('sessions.delete')}
        </Button>
      </header>
      <ul className="s-places">
        {occurrences.map((occurrence) => (
          <OccurrenceRows key={occurrence.index} {...{ scheduleId, session, occurrence, isBusy, onAct }} />
        ))}
      </ul>
    </section>
  );
}

function OccurrenceRows({
  scheduleId,
  session,
  occurrence,
  isBusy,
  onAct,
}: Pick<CardProps, 'scheduleId' | 'isBusy' | 'onAct'> & {
  readonly session: PlacedSession['session'];
  readonly occurrence: Occurrence;
}) {
  const [isOpen, setOpen] = useState(false);
  const sessionId = session.id;
  return (
    <>
      {occurrence.places.map((stay) => (
        <li key={stay.startAt}>
          <When stay={stay} />
          <span>{t('sessions.attendees', { count: stay.agentIds.length })}</span>
          <Button
            isDisabled={isBusy}
            onPress={() => onAct({ kind: 'remove', sessionId, startAt: stay.startAt, agentIds: stay.agentIds })}
          >
            {t('sessions.takeOut')}
          </Button>
        </li>
      ))}
      {occurrence.missing > 0 ? (
        <li>
          <span>{t('sessions.missing', { count: occurrence.missing })}</span>
          <Button isDisabled={isBusy} onPress={() => setOpen(!isOpen)}>
            {t(isOpen ? 'sessions.hideOffers' : 'sessions.showOffers')}
          </Button>
        </li>
      ) : null}
      {isOpen && occurrence.missing > 0 ? (
        <li>
          <Offers {...{ scheduleId, sessionId, occurrence, isBusy, onAct }} />
        </li>
      ) : null}
    </>
  );
}

function When({ stay }: { readonly stay: Pick<Stay, 'startAt' | 'endAt'> }) {
  const { displayZone } = useDesk();
  return (
    <span className="s-when">
      {formatDate(dateInZone(stay.startAt, displayZone))} {formatTimeRange(stay.startAt, stay.endAt, displayZone)}
    </span>
  );
}

/** The best starts with what each costs, to be chosen by hand. */
function Offers({
  scheduleId,
  sessionId,
  occurrence,
  isBusy,
  onAct,
}: Pick<CardProps, 'scheduleId' | 'isBusy' | 'onAct'> & {
  readonly sessionId: string;
  readonly occurrence: Occurrence;
}) {
  const offers = useQuery({
    queryKey: ['session-proposals', scheduleId, sessionId, occurrence.index, occurrence.missing],
    queryFn: async () => {
      const answer = await request(SessionProposalsDocument, { scheduleId, sessionId, occurrence: occurrence.index });
      const { sessionProposals: found } = answer;
      return found.__typename === 'SessionProposals' ? found.proposals : [];
    },
    staleTime: 0,
  });
  return (
    <QueryState query={offers} skeleton={<SkeletonRows rows={3} />}>
      {(found) =>
        found.length === 0 ? (
          <p className="b-quiet">{t('sessions.noOffer')}</p>
        ) : (
          <ul className="s-offers">
            {found.map(({ startAt, endAt, agentIds, harm, shortMinutes }) => (
              <li key={`${startAt} ${agentIds.join()}`}>
                <When stay={{ startAt, endAt }} />
                <span>{t('sessions.attendees', { count: agentIds.length })}</span>
                <span>
                  {shortMinutes > 0
                    ? t('sessions.short', { minutes: formatNumber(shortMinutes) })
                    : t('sessions.nobodyMissed')}
                </span>
                <span className="b-quiet">{t('sessions.cost', { cost: formatNumber(harm, 1) })}</span>
                <Button isDisabled={isBusy} onPress={() => onAct({ kind: 'place', sessionId, startAt, agentIds })}>
                  {t('sessions.placeHere')}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

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
        <PlaceRows key={stay.startAt} {...{ scheduleId, sessionId, occurrence, stay, isBusy, onAct }} />
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

/** Where people have it, with the two things to do about that. */
function PlaceRows({
  stay,
  ...rest
}: Pick<CardProps, 'scheduleId' | 'isBusy' | 'onAct'> & {
  readonly sessionId: string;
  readonly occurrence: Occurrence;
  readonly stay: Stay;
}) {
  const [isMoving, setMoving] = useState(false);
  const { sessionId, isBusy, onAct } = rest;
  const { startAt, agentIds } = stay;
  return (
    <>
      <li>
        <When stay={stay} />
        <span>{t('sessions.attendees', { count: agentIds.length })}</span>
        <Button isDisabled={isBusy} aria-expanded={isMoving} onPress={() => setMoving(!isMoving)}>
          {t(isMoving ? 'sessions.hideOffers' : 'sessions.move')}
        </Button>
        <Button isDisabled={isBusy} onPress={() => onAct({ kind: 'remove', sessionId, startAt, agentIds })}>
          {t('sessions.takeOut')}
        </Button>
      </li>
      {isMoving ? (
        <li>
          <Offers {...rest} from={stay} />
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

/** The best starts with what each costs, to be chosen by hand; with `from`, other starts for those who have it there. */
function Offers({
  scheduleId,
  sessionId,
  occurrence,
  from,
  isBusy,
  onAct,
}: Pick<CardProps, 'scheduleId' | 'isBusy' | 'onAct'> & {
  readonly sessionId: string;
  readonly occurrence: Occurrence;
  readonly from?: Stay;
}) {
  const offers = useQuery({
    queryKey: ['session-proposals', scheduleId, sessionId, occurrence.index, occurrence.missing, from?.startAt],
    queryFn: async () => {
      const { sessionProposals: found } = await request(SessionProposalsDocument, {
        ...{ scheduleId, sessionId, occurrence: occurrence.index },
        from: from ? { startAt: from.startAt, agentIds: [...from.agentIds] } : null,
      });
      return found.__typename === 'SessionProposals' ? found.proposals : [];
    },
    staleTime: 0,
  });
  const place = (startAt: string, agentIds: readonly string[]) =>
    onAct({ kind: 'place', sessionId, startAt, agentIds, ...(from && { fromAt: from.startAt }) });
  return (
    <QueryState query={offers} skeleton={<SkeletonRows rows={3} />}>
      {(found) =>
        found.length === 0 ? (
          <p className="b-quiet">{t(from ? 'sessions.noMove' : 'sessions.noOffer')}</p>
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
                <span className="b-quiet">
                  {from ? costOfMove(harm) : t('sessions.cost', { cost: formatNumber(harm, 1) })}
                </span>
                <Button isDisabled={isBusy} onPress={() => place(startAt, agentIds)}>
                  {t(from ? 'sessions.moveHere' : 'sessions.placeHere')}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

/** What a move changes, in the units of the planning weights. */
function costOfMove(harm: number): string {
  if (Math.abs(harm) < 0.05) return t('sessions.sameCost');
  return t(harm < 0 ? 'sessions.saves' : 'sessions.costsMore', { cost: formatNumber(Math.abs(harm), 1) });
}

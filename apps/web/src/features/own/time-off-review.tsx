import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDateTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  DecideTimeOffDocument,
  WaitingTimeOffDocument,
  type WaitingTimeOffQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { TextField } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { coverText, reasonText, stateText, toneOf } from './time-off.model.js';

type Waiting = WaitingTimeOffQuery['waitingTimeOff'][number];

function Item({ waiting, zone }: { readonly waiting: Waiting; readonly zone: string }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (approve: boolean) =>
      request(DecideTimeOffDocument, { id: waiting.id, approve, reason: reason || null }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['waiting-time-off'] }),
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  const { cover } = waiting;
  return (
    <li className="y-own-request">
      <div>
        <p>
          <strong>{waiting.agentName}</strong> <Chip tone={toneOf(waiting)}>{stateText(waiting)}</Chip>
        </p>
        <p>
          {formatDateTime(waiting.startAt, zone)} – {formatDateTime(waiting.endAt, zone)}
        </p>
        <p className="y-quiet">{waiting.decision ? reasonText(waiting.decision, zone) : ''}</p>
        {cover && cover.shiftCount > 0 ? <p>{coverText(cover)}</p> : null}
        <TextField label={t('own.reasonToTell')} value={reason} onChange={setReason} />
      </div>
      <div className="y-own-acts">
        <Button kind="primary" onPress={() => decide.mutate(true)} isDisabled={decide.isPending}>
          {t('own.approve')}
        </Button>
        <Button onPress={() => decide.mutate(false)} isDisabled={decide.isPending}>
          {t('own.decline')}
        </Button>
      </div>
    </li>
  );
}

/** Requests that wait for a person or a place, with what covering would cost. */
export function TimeOffReview({ zone }: { readonly zone: string }) {
  const waiting = useQuery({
    queryKey: ['waiting-time-off'],
    queryFn: async () => (await request(WaitingTimeOffDocument)).waitingTimeOff,
  });
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-waiting">
      <div className="y-own-head">
        <h2 id="own-waiting">{t('own.waitingTitle')}</h2>
        <Link to="/setup" search={{ part: 'time-off' }}>
          {t('own.toCalendar')}
        </Link>
      </div>
      <QueryState query={waiting} skeleton={<SkeletonRows rows={3} />}>
        {(found) =>
          found.length === 0 ? (
            <p className="y-quiet">{t('own.nothingWaits')}</p>
          ) : (
            <ul className="y-own-list">
              {found.map((one) => (
                <Item key={one.id} waiting={one} zone={zone} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </section>
  );
}

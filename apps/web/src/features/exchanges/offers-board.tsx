import { useQuery } from '@tanstack/react-query';
import { Gift } from 'lucide-react';
import { dateInZone, formatDate, formatDateTime, formatTimeRange } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { TakeWorkOfferDocument } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { kindText, offersQuery, tellState, useExchangeAct, type Offer } from './exchanges.queries.js';
import { Effects, Reasons, VerdictChip } from './verdict-card.js';

function OfferItem({ found, zone }: { readonly found: Offer; readonly zone: string }) {
  const { offer, verdict, isMine, claimState } = found;
  const take = useExchangeAct(
    async () => (await request(TakeWorkOfferDocument, { id: offer.id })).takeWorkOffer,
    (answer) => {
      if (answer.__typename === 'OfferTaken') tellState(answer.exchange.state);
      else if (answer.__typename === 'OfferNoted') showToast({ text: t('exchangeLoop.claimed') });
      else if (answer.__typename === 'OfferGone')
        showToast({ text: tIfKnown(`exchangeLoop.gone.${answer.reason}`, undefined, answer.reason), tone: 'problem' });
      else tellState('refused');
    },
  );
  const isFair = offer.claimOrder === 'fairness';
  return (
    <li className="y-panel y-exchange">
      <div className="y-exchange-head">
        <h2>{kindText(offer.kind)}</h2>
        <VerdictChip verdict={verdict} />
      </div>
      <p>
        <strong>{formatDate(dateInZone(offer.startAt, zone))}</strong>{' '}
        {formatTimeRange(offer.startAt, offer.endAt, zone)}
      </p>
      <p className="y-quiet">
        {t('exchangeLoop.placesLeft', { count: offer.places - offer.taken })} ·{' '}
        {t('exchangeLoop.closes', { time: formatDateTime(offer.closesAt, zone) })}
        {isFair ? ` · ${t('exchangeLoop.fair')}` : ''}
      </p>
      {offer.note ? <p>{offer.note}</p> : null}
      {verdict.colour === 'red' ? <Reasons verdict={verdict} /> : <Effects verdict={verdict} />}
      {verdict.colour !== 'red' ? (
        <div className="x-acts">
          <Button kind="primary" isDisabled={take.isPending || isMine} onPress={() => take.mutate(undefined)}>
            {isMine
              ? t(claimState === 'refused' ? 'exchangeLoop.claimRefused' : 'exchangeLoop.claimed')
              : t(isFair ? 'exchangeLoop.claim' : 'exchangeLoop.take')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** Open shifts, overtime and time off, what fits first. */
export function OffersBoard({ zone }: { readonly zone: string }) {
  const offers = useQuery(offersQuery);
  return (
    <QueryState query={offers} skeleton={<SkeletonRows rows={3} height={96} />}>
      {(found) =>
        found.length > 0 ? (
          <ul className="y-exchanges">
            {found.map((one) => (
              <OfferItem key={one.offer.id} found={one} zone={zone} />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon={<Gift size={24} strokeWidth={1.75} aria-hidden />}
            title={t('exchangeLoop.noOffers')}
            text={t('exchangeLoop.noOffersText')}
          />
        )
      }
    </QueryState>
  );
}

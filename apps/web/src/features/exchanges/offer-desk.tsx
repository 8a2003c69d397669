import { useQuery } from '@tanstack/react-query';
import { addDays, instantOfLocal } from '@yotei/time';
import { lazy, Suspense, useState } from 'react';
import { dateInZone, formatDate, formatDateTime, formatTimeRange } from '../../app/format/format-time.js';
import { loadTexts } from '../../app/i18n/language.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { CreateWorkOfferDocument, WithdrawWorkOfferDocument } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { NumberField, Select } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { allOffersQuery, kindText, stateText, useExchangeAct } from './exchanges.queries.js';

const OfferClaims = lazy(async () => {
  const [{ OfferClaims: claims }] = await Promise.all([import('./offer-claims.js'), loadTexts('exchange-desk')]);
  return { default: claims };
});

const KINDS = ['pick-up', 'overtime', 'voluntary-time-off'] as const;
const ORDERS = ['first-come', 'fairness'] as const;
const DAYS_AHEAD = 28;

/** Offering work to whoever fits, and what became of it. */
export function OfferDesk({ zone }: { readonly zone: string }) {
  const offers = useQuery(allOffersQuery);
  const withdraw = useExchangeAct(
    async (id: string) => (await request(WithdrawWorkOfferDocument, { id })).withdrawWorkOffer,
    () => undefined,
  );
  return (
    <div className="y-exchanges">
      <OfferForm zone={zone} />
      <QueryState query={offers} skeleton={<SkeletonRows rows={3} height={48} />}>
        {(found) => (
          <ul className="y-exchanges">
            {found.map((offer) => (
              <li key={offer.id} className="y-panel y-exchange">
                <div className="y-exchange-head">
                  <h2>{kindText(offer.kind)}</h2>
                  <span>
                    {formatDate(dateInZone(offer.startAt, zone))} {formatTimeRange(offer.startAt, offer.endAt, zone)}
                  </span>
                </div>
                <p className="y-quiet">
                  {t('exchangeLoop.takenOf', { taken: offer.taken, places: offer.places })} ·{' '}
                  {offer.state === 'open'
                    ? t('exchangeLoop.closes', { time: formatDateTime(offer.closesAt, zone) })
                    : tIfKnown(`exchangeLoop.gone.${offer.state}`, undefined, stateText(offer.state))}
                </p>
                {offer.claimOrder === 'fairness' ? (
                  <ClaimsOf offerId={offer.id} zone={zone} isOpen={offer.state === 'open'} />
                ) : null}
                {offer.state === 'open' ? (
                  <div className="x-acts">
                    <Button isDisabled={withdraw.isPending} onPress={() => withdraw.mutate(offer.id)}>
                      {t('exchangeLoop.withdrawOffer')}
                    </Button>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </div>
  );
}

/** Who would take it; read when it is opened. */
function ClaimsOf(offer: { readonly offerId: string; readonly zone: string; readonly isOpen: boolean }) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div className="x-acts">
        <Button aria-expanded={isShown} onPress={() => setShown(!isShown)}>
          {t('exchangeLoop.claims')}
        </Button>
      </div>
      {isShown ? (
        <Suspense fallback={<SkeletonRows rows={2} height={56} />}>
          <OfferClaims {...offer} />
        </Suspense>
      ) : null}
    </>
  );
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const HALF_HOURS = Array.from({ length: 48 }, (_, i) => ({ id: String(i * 30), text: clock(i * 30) }));

interface Draft {
  readonly kind: string;
  readonly on: string;
  readonly from: string;
  readonly until: string;
  readonly places: number;
  readonly claimOrder: string;
}

/** Times past midnight end on the next day. */
function spanOf({ on, from, until }: Draft, zone: string) {
  const isNextDay = Number(until) <= Number(from);
  const iso = (day: string, minute: string) => new Date(instantOfLocal(day, Number(minute), zone)).toISOString();
  return { startAt: iso(on, from), endAt: iso(isNextDay ? addDays(on, 1) : on, until) };
}

function OfferForm({ zone }: { readonly zone: string }) {
  const today = dateInZone(Date.now(), zone);
  const [draft, setDraft] = useState<Draft>({
    kind: 'overtime',
    on: addDays(today, 1),
    from: '1080',
    until: '1200',
    places: 1,
    claimOrder: 'first-come',
  });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const offer = useExchangeAct(
    async () => {
      const { kind, places, claimOrder } = draft;
      const input = { kind, places, claimOrder, span: spanOf(draft, zone) };
      return (await request(CreateWorkOfferDocument, { input })).createWorkOffer;
    },
    (answer) =>
      showToast(
        answer.__typename === 'WorkOffered'
          ? { text: t('exchangeLoop.offered') }
          : { text: t('exchangeLoop.offerWrong'), tone: 'problem' },
      ),
  );
  return (
    <form
      className="y-panel x-form x-offer-form"
      aria-label={t('exchangeLoop.newOffer')}
      onSubmit={(event) => {
        event.preventDefault();
        offer.mutate(undefined);
      }}
    >
      <h2>{t('exchangeLoop.newOffer')}</h2>
      <OfferFields draft={draft} set={set} today={today} />
      <Button kind="primary" type="submit" isDisabled={offer.isPending}>
        {t('exchangeLoop.offerSend')}
      </Button>
    </form>
  );
}

interface OfferFieldsProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly today: string;
}

function OfferFields({ draft, set, today }: OfferFieldsProps) {
  const days = Array.from({ length: DAYS_AHEAD }, (_, i) => addDays(today, i));
  return (
    <>
      <Select
        label={t('exchangeLoop.offerKind')}
        value={draft.kind}
        options={KINDS.map((id) => ({ id, text: kindText(id) }))}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={t('exchangeLoop.offerDay')}
        value={draft.on}
        options={days.map((id) => ({ id, text: formatDate(id) }))}
        onChange={(on) => set({ on })}
      />
      <Select
        label={t('exchangeLoop.offerFrom')}
        value={draft.from}
        options={HALF_HOURS}
        onChange={(from) => set({ from })}
      />
      <Select
        label={t('exchangeLoop.offerUntil')}
        value={draft.until}
        options={HALF_HOURS}
        onChange={(until) => set({ until })}
      />
      <NumberField
        label={t('exchangeLoop.places')}
        value={draft.places}
        minValue={1}
        maxValue={500}
        onChange={(places) => set({ places })}
      />
      <Select
        label={t('exchangeLoop.order')}
        value={draft.claimOrder}
        options={ORDERS.map((id) => ({ id, text: tIfKnown(`exchangeLoop.order.${id}`, undefined, id) }))}
        onChange={(claimOrder) => set({ claimOrder })}
      />
    </>
  );
}

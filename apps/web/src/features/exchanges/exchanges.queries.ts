import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  ExchangeChangedDocument,
  ExchangeInboxDocument,
  ExchangesDocument,
  FittingOffersDocument,
  SwapWishesDocument,
  WorkOffersDocument,
  type ExchangesQuery,
  type FittingOffersQuery,
} from '../../graphql/generated/graphql.js';
import { subscribe } from '../../graphql/subscribe.js';
import { showToast } from '../../ui/toast.js';

export type Exchange = ExchangesQuery['exchanges'][number];
export type Verdict = Exchange['verdict'];
export type Party = Verdict['parties'][number];
export type Offer = FittingOffersQuery['fittingOffers'][number];

export const exchangesQuery = queryOptions({
  queryKey: ['exchanges', 'list'],
  queryFn: async () => (await request(ExchangesDocument)).exchanges,
});

export const inboxQuery = queryOptions({
  queryKey: ['exchanges', 'inbox'],
  queryFn: async () => request(ExchangeInboxDocument),
});

export const offersQuery = queryOptions({
  queryKey: ['exchanges', 'offers'],
  queryFn: async () => (await request(FittingOffersDocument)).fittingOffers,
});

export const allOffersQuery = queryOptions({
  queryKey: ['exchanges', 'all-offers'],
  queryFn: async () => (await request(WorkOffersDocument)).workOffers,
});

export const wishesQuery = queryOptions({
  queryKey: ['exchanges', 'wishes'],
  queryFn: async () => (await request(SwapWishesDocument)).swapWishes,
});

/** Reads again whatever is shown of exchanges, the moment one changes. */
export function useLiveExchanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const again = (): void => void client.invalidateQueries({ queryKey: ['exchanges'] });
    return subscribe(ExchangeChangedDocument, {}, { next: again, reconnected: again });
  }, [client]);
}

/** A mutation after which exchanges and the own week are read again; a failure is told. */
export function useExchangeAct<Input, Answer>(act: (input: Input) => Promise<Answer>, done: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: ['exchanges'] });
      void client.invalidateQueries({ queryKey: ['my-week'] });
      done(answer);
    },
    onError: () => showToast({ text: t('exchangeLoop.failed'), tone: 'problem' }),
  });
}

/** Says in a toast what became of an exchange. */
export function tellState(state: string): void {
  const isGood = ['applied', 'in-review', 'proposed', 'accepted', 'declined', 'withdrawn'].includes(state);
  const text = tIfKnown(`exchangeLoop.done.${state}`, undefined, state);
  showToast(isGood ? { text } : { text, tone: 'problem' });
}

export const kindText = (kind: string): string =>
  tIfKnown(`exchangeLoop.kind.${kind}`, undefined, tIfKnown(`exchanges.kind.${kind}`, undefined, kind));

export const stateText = (state: string): string =>
  tIfKnown(`exchangeLoop.state.${state}`, undefined, tIfKnown(`exchanges.state.${state}`, undefined, state));

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  ExchangeAlternativesDocument,
  ExchangeVerdictDocument,
  ProposeExchangeDocument,
  type ExchangeRequestInput,
} from '../../graphql/generated/graphql.js';
import { showToast } from '../../ui/toast.js';
import { tellState, useExchangeAct } from './exchanges.queries.js';

const MOST_ALTERNATIVES = 8;

/** The verdict on a request before it is sent. */
export function useVerdict(input: ExchangeRequestInput | null) {
  return useQuery({
    queryKey: ['exchanges', 'verdict', input],
    queryFn: async () => (await request(ExchangeVerdictDocument, { request: input! })).exchangeVerdict ?? null,
    enabled: input !== null,
    staleTime: 10_000,
  });
}

/** Legal exchanges near the request. */
export function useAlternatives(input: ExchangeRequestInput | null, { inReturn = false } = {}) {
  return useQuery({
    queryKey: ['exchanges', 'alternatives', input, inReturn],
    queryFn: async () =>
      (await request(ExchangeAlternativesDocument, { request: input!, most: MOST_ALTERNATIVES, inReturn }))
        .exchangeAlternatives,
    enabled: input !== null,
    staleTime: 10_000,
  });
}

/** Sends a proposal once, however often the button is pressed, and goes to the list of requests. */
export function useSendProposal() {
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  return useExchangeAct(
    async (input: { readonly request: ExchangeRequestInput; readonly note: string }) =>
      (
        await request(ProposeExchangeDocument, {
          input: { request: input.request, note: input.note, key: `${key} ${JSON.stringify(input.request)}` },
        })
      ).proposeExchange,
    (answer) => {
      if (answer.__typename === 'ExchangeProposed') {
        tellState(answer.exchange.state);
        void navigate({ to: '/requests', search: { tab: 'mine' } });
      } else if (answer.__typename === 'ExchangeRefused') tellState('refused');
      else showToast({ text: t('exchangeLoop.failed'), tone: 'problem' });
    },
  );
}

import { useQuery } from '@tanstack/react-query';
import { formatHours } from '../../app/format/format-number.js';
import { formatDateTime } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  GrantOfferClaimDocument,
  OfferClaimsDocument,
  RefuseOfferClaimDocument,
  SettleWorkOfferDocument,
  type OfferClaimsQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { tellState, useExchangeAct } from './exchanges.queries.js';
import { Effects, Reasons, VerdictChip } from './verdict-card.js';

type Claim = OfferClaimsQuery['offerClaims'][number];

interface OfferClaimsProps {
  readonly offerId: string;
  readonly zone: string;
  /** Places can still be given. */
  readonly isOpen: boolean;
}

/** Who would take an offer, in the order of fairness with what it comes from; places are given in it or by hand. */
export function OfferClaims({ offerId, zone, isOpen }: OfferClaimsProps) {
  const claims = useQuery({
    queryKey: ['exchanges', 'claims', offerId],
    queryFn: async () => (await request(OfferClaimsDocument, { offerId })).offerClaims,
  });
  const settle = useExchangeAct(
    async () => (await request(SettleWorkOfferDocument, { id: offerId })).settleWorkOffer,
    () => showToast({ text: t('exchangeDesk.settled') }),
  );
  return (
    <QueryState query={claims} skeleton={<SkeletonRows rows={2} height={56} />}>
      {(found) => (
        <>
          {found.length === 0 ? <p className="y-quiet">{t('exchangeDesk.noClaims')}</p> : null}
          <ol className="x-claims">
            {found.map((claim) => (
              <ClaimRow key={claim.agent.id} claim={claim} offerId={offerId} zone={zone} isOpen={isOpen} />
            ))}
          </ol>
          {isOpen && found.some(({ rank }) => rank) ? (
            <div className="x-acts">
              <Button isDisabled={settle.isPending} onPress={() => settle.mutate(undefined)}>
                {t('exchangeDesk.settle')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </QueryState>
  );
}

interface ClaimRowProps extends OfferClaimsProps {
  readonly claim: Claim;
}

function ClaimRow({ claim, offerId, zone, isOpen }: ClaimRowProps) {
  const { agent, rank, verdict } = claim;
  const grant = useExchangeAct(
    async () => (await request(GrantOfferClaimDocument, { offerId, agentId: agent.id })).grantOfferClaim,
    (answer) => {
      if (answer.__typename === 'OfferTaken') tellState(answer.exchange.state);
      else tellState('refused');
    },
  );
  const refuse = useExchangeAct(
    async () => (await request(RefuseOfferClaimDocument, { offerId, agentId: agent.id })).refuseOfferClaim,
    () => showToast({ text: t('exchangeDesk.claimRefused', { name: agent.name }) }),
  );
  const isBusy = grant.isPending || refuse.isPending;
  return (
    <li className="x-claim">
      <div className="y-exchange-head">
        {rank ? <span className="x-rank">{rank}</span> : null}
        <strong>{agent.name}</strong>
        {verdict ? <VerdictChip verdict={verdict} /> : <ClaimState claim={claim} />}
      </div>
      <p className="y-quiet">
        {t('exchangeDesk.claimWhy', {
          count: claim.grantedCount,
          hours: formatHours(claim.weekPaidMinutes),
          time: formatDateTime(claim.claimedAt, zone),
        })}
      </p>
      {verdict ? <Reasons verdict={verdict} /> : null}
      {verdict && verdict.colour !== 'red' ? <Effects verdict={verdict} /> : null}
      {rank && isOpen ? (
        <div className="x-acts">
          <Button
            kind="primary"
            isDisabled={isBusy || verdict?.colour === 'red' || !verdict}
            onPress={() => grant.mutate(undefined)}
          >
            {t('exchangeDesk.grant', { name: agent.name })}
          </Button>
          <Button isDisabled={isBusy} onPress={() => refuse.mutate(undefined)}>
            {t('exchangeDesk.refuseClaim', { name: agent.name })}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function ClaimState({ claim: { state, reason } }: { readonly claim: Claim }) {
  const text = tIfKnown(`exchangeDesk.claim.${reason ?? state}`, undefined, state);
  return <Chip tone={state === 'granted' ? 'good' : 'plain'}>{text}</Chip>;
}

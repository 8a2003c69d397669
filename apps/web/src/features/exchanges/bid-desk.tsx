import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  AwardBidRoundDocument,
  PutBidRoundInForceDocument,
  WithdrawBidRoundDocument,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { BidRoundForm } from './bid-round-form.js';
import { biddersQuery, patternsQuery, seasonText, weekTexts, type BidRound } from './bidding.queries.js';
import { useExchangeAct } from './exchanges.queries.js';

interface DeskProps {
  readonly rounds: readonly BidRound[];
  readonly zone: string;
}

/** The planner's side of bidding: opening rounds, seeing who bid, giving the lines and putting them in force. */
export function BidDesk({ rounds, zone }: DeskProps) {
  const [isNew, setNew] = useState(rounds.length === 0);
  return (
    <div className="y-exchanges">
      {isNew ? (
        <BidRoundForm zone={zone} onDone={() => setNew(false)} />
      ) : (
        <div className="x-acts">
          <Button kind="primary" onPress={() => setNew(true)}>
            {t('bidding.newRound')}
          </Button>
        </div>
      )}
      {rounds.map((round) => (
        <RoundPanel key={round.id} round={round} zone={zone} />
      ))}
    </div>
  );
}

function RoundPanel({ round, zone }: { readonly round: BidRound; readonly zone: string }) {
  const { data: titles = new Map<string, string>() } = useQuery(patternsQuery);
  const isOpen = round.state === 'open';
  return (
    <section className="y-panel y-exchange" aria-labelledby={`round-${round.id}`}>
      <div className="y-exchange-head">
        <h2 id={`round-${round.id}`}>{round.title}</h2>
        <Chip tone={isOpen ? 'prefer' : 'plain'}>{tIfKnown(`bidding.state.${round.state}`, undefined, '')}</Chip>
        <span className="y-quiet">{t('bidding.bids', { count: round.bidCount })}</span>
      </div>
      <p className="y-quiet">
        {seasonText(round)} · {t('bidding.closes', { time: formatDateTime(round.closesAt, zone) })}
      </p>
      <ul className="x-reasons">
        {round.lines.map((line) => (
          <li key={line.id}>
            <strong>{line.title}</strong> {t('bidding.places', { count: line.places })}
            <span className="y-quiet"> {weekTexts(line, titles).join(' / ')}</span>
          </li>
        ))}
      </ul>
      {round.bidCount > 0 ? <Bidders round={round} /> : null}
      <RoundActs round={round} />
    </section>
  );
}

function RoundActs({ round: { id, state } }: { readonly round: BidRound }) {
  const told = () => showToast({ text: t('bidding.done') });
  const award = useExchangeAct(async () => (await request(AwardBidRoundDocument, { id })).awardBidRound, told);
  const force = useExchangeAct(
    async () => (await request(PutBidRoundInForceDocument, { id })).putBidRoundInForce,
    told,
  );
  const withdraw = useExchangeAct(async () => (await request(WithdrawBidRoundDocument, { id })).withdrawBidRound, told);
  if (state === 'awarded')
    return (
      <div className="x-acts">
        <Button kind="primary" isDisabled={force.isPending} onPress={() => force.mutate(undefined)}>
          {t('bidding.putInForce')}
        </Button>
        <span className="y-quiet">{t('bidding.putInForceText')}</span>
      </div>
    );
  if (state !== 'open') return null;
  return (
    <div className="x-acts">
      <Button isDisabled={award.isPending} onPress={() => award.mutate(undefined)}>
        {t('bidding.award')}
      </Button>
      <Button isDisabled={withdraw.isPending} onPress={() => withdraw.mutate(undefined)}>
        {t('bidding.withdraw')}
      </Button>
    </div>
  );
}

/** In order of rank, with what each wants or has got. */
function Bidders({ round }: { readonly round: BidRound }) {
  const bidders = useQuery(biddersQuery(round.id));
  const titleOf = (id: string | null | undefined) => round.lines.find((line) => line.id === id)?.title ?? '';
  return (
    <details className="x-policy-kinds">
      <summary>{t('bidding.who')}</summary>
      <QueryState query={bidders} skeleton={<SkeletonRows rows={3} height={24} />}>
        {(found) => (
          <ol className="x-claims">
            {found.map(({ agent, bid: { rank, owed, lot, lineIds, award } }) => (
              <li key={agent.id} className="x-claim">
                <p>
                  <span className="x-rank">{rank}</span> <strong>{agent.name}</strong>{' '}
                  {award ? (
                    <Chip tone={award.lineId ? 'good' : 'must'}>
                      {award.lineId ? titleOf(award.lineId) : t('bidding.gotNone')}
                    </Chip>
                  ) : null}
                </p>
                <p className="y-quiet">
                  {t('bidding.rankWhy', { owed, lot })} · {lineIds.map(titleOf).join(' → ')}
                </p>
              </li>
            ))}
          </ol>
        )}
      </QueryState>
    </details>
  );
}

import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatDateTime } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { PlaceBidDocument } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { showToast } from '../../ui/toast.js';
import { patternsQuery, seasonText, weekTexts, type Bid, type BidLine, type BidRound } from './bidding.queries.js';
import { useExchangeAct } from './exchanges.queries.js';

interface RoundProps {
  readonly round: BidRound;
  readonly zone: string;
}

/** A round on the phone: lines put in order while it is open, what came of it and why afterwards. */
export function AgentBid({ round, zone }: RoundProps) {
  const isOpen = round.state === 'open';
  return (
    <section className="y-panel y-exchange" aria-labelledby={`round-${round.id}`}>
      <div className="y-exchange-head">
        <h2 id={`round-${round.id}`}>{round.title}</h2>
        <Chip tone={isOpen ? 'prefer' : 'plain'}>{tIfKnown(`bidding.state.${round.state}`, undefined, '')}</Chip>
      </div>
      <p className="y-quiet">
        {seasonText(round)}
        {isOpen ? ` · ${t('bidding.closes', { time: formatDateTime(round.closesAt, zone) })}` : ''}
      </p>
      {round.mine ? <Standing bid={round.mine} isOpen={isOpen} /> : null}
      {isOpen ? <RankLines key={round.mine?.lineIds.join() ?? ''} round={round} /> : <Outcome round={round} />}
    </section>
  );
}

/** The rank and what it comes from. */
function Standing({ bid, isOpen }: { readonly bid: Bid; readonly isOpen: boolean }) {
  return (
    <p>
      <strong>{t(isOpen ? 'bidding.rankSoFar' : 'bidding.rankWas', { rank: bid.rank })}</strong>{' '}
      <span className="y-quiet">{t('bidding.rankWhy', { owed: bid.owed, lot: bid.lot })}</span>
    </p>
  );
}

function RankLines({ round }: { readonly round: BidRound }) {
  const stored = round.mine?.lineIds ?? [];
  const [order, setOrder] = useState<readonly string[]>(stored);
  const place = useExchangeAct(
    async () => (await request(PlaceBidDocument, { roundId: round.id, lineIds: [...order] })).placeBid,
    (answer) =>
      showToast(
        answer.__typename === 'BidPlaced'
          ? { text: t('bidding.placed') }
          : { text: t('bidding.closedMeanwhile'), tone: 'problem' },
      ),
  );
  const rest = round.lines.filter(({ id }) => !order.includes(id));
  return (
    <>
      <ChosenLines lines={round.lines} order={order} onChange={setOrder} />
      {rest.length > 0 ? <h3>{t('bidding.others')}</h3> : null}
      <ul className="x-claims">
        {rest.map((line) => (
          <LineRow key={line.id} line={line} rank={null}>
            <Button
              aria-label={t('bidding.add', { title: line.title, choice: order.length + 1 })}
              onPress={() => setOrder([...order, line.id])}
            >
              <Plus size={18} aria-hidden />
            </Button>
          </LineRow>
        ))}
      </ul>
      <div className="x-acts">
        <Button
          kind="primary"
          isDisabled={place.isPending || order.join() === stored.join()}
          onPress={() => place.mutate(undefined)}
        >
          {t('bidding.send')}
        </Button>
      </div>
      <p className="y-quiet">{t('bidding.how')}</p>
    </>
  );
}

interface ChosenLinesProps {
  readonly lines: readonly BidLine[];
  readonly order: readonly string[];
  readonly onChange: (order: readonly string[]) => void;
}

/** The own list, the most wanted first. */
function ChosenLines({ lines, order, onChange }: ChosenLinesProps) {
  const swap = (index: number, by: number) => {
    const next = [...order];
    [next[index], next[index + by]] = [next[index + by]!, next[index]!];
    onChange(next);
  };
  const chosen = order.flatMap((id) => lines.find((line) => line.id === id) ?? []);
  return (
    <ol className="x-claims" aria-label={t('bidding.order')}>
      {chosen.map((line, i) => (
        <LineRow key={line.id} line={line} rank={i + 1}>
          <Button aria-label={t('bidding.up', { title: line.title })} isDisabled={i === 0} onPress={() => swap(i, -1)}>
            <ArrowUp size={18} aria-hidden />
          </Button>
          <Button
            aria-label={t('bidding.down', { title: line.title })}
            isDisabled={i === chosen.length - 1}
            onPress={() => swap(i, 1)}
          >
            <ArrowDown size={18} aria-hidden />
          </Button>
          <Button
            aria-label={t('bidding.remove', { title: line.title })}
            onPress={() => onChange(order.filter((one) => one !== line.id))}
          >
            <X size={18} aria-hidden />
          </Button>
        </LineRow>
      ))}
    </ol>
  );
}

interface LineRowProps {
  readonly line: BidLine;
  readonly rank: number | null;
  readonly children?: ReactNode;
}

function LineRow({ line, rank, children }: LineRowProps) {
  const { data: titles = new Map<string, string>() } = useQuery(patternsQuery);
  return (
    <li className="x-claim x-line">
      <div>
        <p>
          {rank ? <span className="x-rank">{rank}</span> : null} <strong>{line.title}</strong>{' '}
          <span className="y-quiet">{t('bidding.places', { count: line.places })}</span>
        </p>
        {weekTexts(line, titles).map((text) => (
          <p key={text} className="y-quiet">
            {text}
          </p>
        ))}
      </div>
      {children ? <div className="x-line-acts">{children}</div> : null}
    </li>
  );
}

/** The line got, and for each wanted more the ranks that came before. */
function Outcome({ round }: { readonly round: BidRound }) {
  const { mine, lines } = round;
  if (!mine?.award) return <p>{t('bidding.notBid')}</p>;
  const { lineId, choice, denied } = mine.award;
  const line = lines.find(({ id }) => id === lineId);
  const titleOf = (id: string) => lines.find((one) => one.id === id)?.title ?? '';
  return (
    <>
      {line ? (
        <>
          <p>
            <strong>{t('bidding.got', { title: line.title, choice: choice ?? 0 })}</strong>
          </p>
          <ul className="x-claims">
            <LineRow line={line} rank={null} />
          </ul>
        </>
      ) : (
        <p>
          <strong>{t('bidding.gotNone')}</strong>
        </p>
      )}
      <ul className="x-reasons">
        {denied.map(({ lineId: wanted, takenByRanks }) => (
          <li key={wanted}>
            {t('bidding.denied', { title: titleOf(wanted), ranks: takenByRanks.join(t('bidding.comma')) })}
          </li>
        ))}
      </ul>
    </>
  );
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, Inbox } from 'lucide-react';
import { formatDate, formatDateTime, formatTimeRange, dateInZone } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { request } from '../../graphql/client.js';
import { ExchangesDocument, type ExchangesQuery } from '../../graphql/generated/graphql.js';
import { Chip } from '../../ui/chip.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import './exchanges.css';

type Exchange = ExchangesQuery['exchanges'][number];

export const exchangesQuery = queryOptions({
  queryKey: ['exchanges'],
  queryFn: async () => (await request(ExchangesDocument)).exchanges,
});

const WAITING = new Set(['proposed', 'accepted']);

function Side({ party }: { readonly party: Exchange['verdict']['parties'][number] }) {
  const { agent, gives } = party;
  return (
    <div className="y-side">
      <strong>{agent.name}</strong>
      {gives.map(({ startAt, endAt }) => (
        <p key={startAt}>
          {t('exchanges.givesShift', {
            day: formatDate(dateInZone(startAt, agent.zone)),
            times: formatTimeRange(startAt, endAt, agent.zone),
          })}
        </p>
      ))}
    </div>
  );
}

function ExchangeItem({ exchange, zone }: { readonly exchange: Exchange; readonly zone: string }) {
  return (
    <li className="y-panel y-exchange">
      <div className="y-exchange-head">
        <h2>{tIfKnown(`exchanges.kind.${exchange.kind}`, undefined, exchange.kind)}</h2>
        <Chip tone={WAITING.has(exchange.state) ? 'prefer' : 'plain'}>
          {tIfKnown(`exchanges.state.${exchange.state}`, undefined, exchange.state)}
        </Chip>
        <span className="y-quiet">{formatDateTime(exchange.createdAt, zone)}</span>
      </div>
      <div className="y-sides">
        {exchange.verdict.parties.map((party, index) => (
          <div key={party.agent.id} className="y-side-pair">
            {index > 0 ? (
              <ArrowLeftRight size={18} strokeWidth={1.75} role="img" aria-label={t('exchanges.for')} />
            ) : null}
            <Side party={party} />
          </div>
        ))}
      </div>
      {exchange.note ? <p className="y-quiet">{exchange.note}</p> : null}
    </li>
  );
}

/** Exchanges between agents, the newest first; to read, answers follow with the exchange loop. */
export function ExchangesScreen() {
  const exchanges = useQuery(exchangesQuery);
  const { zone } = homeSite(useViewer());
  return (
    <Page title={t('app.requests')}>
      <QueryState query={exchanges} skeleton={<SkeletonRows rows={3} height={96} />}>
        {(found) =>
          found.length ? (
            <ul className="y-exchanges">
              {found.map((exchange) => (
                <ExchangeItem key={exchange.id} exchange={exchange} zone={zone} />
              ))}
            </ul>
          ) : (
            <EmptyState
              icon={<Inbox size={24} strokeWidth={1.75} aria-hidden />}
              title={t('exchanges.nothing')}
              text={t('exchanges.nothingText')}
            />
          )
        }
      </QueryState>
    </Page>
  );
}

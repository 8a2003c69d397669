import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { DecideExchangesDocument, type ExchangeInboxQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Checkbox, TextField } from '../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { InboxDelegation } from './inbox-delegation.js';
import { inboxQuery, kindText, useExchangeAct } from './exchanges.queries.js';
import { Effects, Parties, Reasons } from './verdict-card.js';

/** What waits for a manager: why, what it does to people and queues, and deciding one or many. */
export function ExchangeInbox({ zone }: { readonly zone: string }) {
  const inbox = useQuery(inboxQuery);
  return (
    <QueryState query={inbox} skeleton={<SkeletonRows rows={3} height={120} />}>
      {({ exchangeInbox, exchangeDelegations }) => (
        <div className="y-exchanges">
          {exchangeInbox && exchangeInbox.length > 0 ? (
            <InboxList key={exchangeInbox.map(({ id }) => id).join()} waiting={exchangeInbox} zone={zone} />
          ) : (
            <EmptyState
              icon={<Inbox size={24} strokeWidth={1.75} aria-hidden />}
              title={t('exchangeLoop.inboxEmpty')}
              text={t('exchangeLoop.inboxEmptyText')}
            />
          )}
          <InboxDelegation delegations={exchangeDelegations} zone={zone} />
        </div>
      )}
    </QueryState>
  );
}

type Waiting = NonNullable<ExchangeInboxQuery['exchangeInbox']>[number];

interface Decision {
  readonly approve: boolean;
  readonly ids: readonly string[];
  readonly note: string;
}

function InboxList({ waiting, zone }: { readonly waiting: readonly Waiting[]; readonly zone: string }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const decide = useExchangeAct(
    async ({ approve, ids, note: reason }: Decision) =>
      (await request(DecideExchangesDocument, { ids: [...ids], approve, note: reason })).decideExchanges,
    (answers) => {
      const done = answers.filter(
        (answer) => answer.__typename === 'ExchangeAnswered' && ['applied', 'refused'].includes(answer.exchange.state),
      ).length;
      showToast({ text: t('exchangeLoop.decided', { done, not: answers.length - done }) });
    },
  );
  const ids = waiting.map(({ id }) => id).filter((id) => chosen.has(id));
  const act = (approve: boolean) => decide.mutate({ approve, ids, note });
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <div className="y-panel x-decide">
        <Checkbox
          isSelected={ids.length === waiting.length}
          onChange={(isOn) => setChosen(new Set(isOn ? waiting.map(({ id }) => id) : []))}
        >
          {t('exchangeLoop.selectAll')}
        </Checkbox>
        <TextField label={t('exchangeLoop.reason')} value={note} onChange={setNote} maxLength={300} />
        <div className="x-acts">
          <Button kind="primary" isDisabled={ids.length === 0 || decide.isPending} onPress={() => act(true)}>
            {t('exchangeLoop.approve', { count: ids.length })}
          </Button>
          <Button isDisabled={ids.length === 0 || decide.isPending} onPress={() => act(false)}>
            {t('exchangeLoop.refuse', { count: ids.length })}
          </Button>
        </div>
      </div>
      <ul className="y-exchanges">
        {waiting.map((exchange) => (
          <InboxItem
            key={exchange.id}
            exchange={exchange}
            zone={zone}
            isChosen={chosen.has(exchange.id)}
            onChoose={(isOn) => toggle(exchange.id, isOn)}
          />
        ))}
      </ul>
    </>
  );
}

interface InboxItemProps {
  readonly exchange: Waiting;
  readonly zone: string;
  readonly isChosen: boolean;
  readonly onChoose: (isOn: boolean) => void;
}

function InboxItem({ exchange, zone, isChosen, onChoose }: InboxItemProps) {
  const { verdict, note, expiresAt } = exchange;
  const names = verdict.parties.map(({ agent }) => agent.name).join(', ');
  return (
    <li className="y-panel y-exchange">
      <div className="y-exchange-head">
        <Checkbox isSelected={isChosen} onChange={onChoose}>
          {kindText(exchange.kind)}: {names}
        </Checkbox>
        {expiresAt ? (
          <span className="y-quiet">{t('exchangeLoop.until', { time: formatDateTime(expiresAt, zone) })}</span>
        ) : null}
      </div>
      <Parties verdict={verdict} />
      {note ? <p>{note}</p> : null}
      <Reasons verdict={verdict} />
      <Effects verdict={verdict} />
    </li>
  );
}

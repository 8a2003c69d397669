import { useState } from 'react';
import { formatDateTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  DelegateExchangesDocument,
  EndExchangeDelegationDocument,
  type ExchangeInboxQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Select, TextField } from '../../ui/fields.js';
import { useExchangeAct } from './exchanges.queries.js';

type Delegation = ExchangeInboxQuery['exchangeDelegations'][number];

const DAYS = ['1', '7', '14'] as const;
const DAY = 86_400_000;

/** Handing the inbox to somebody else for a while, and taking it back. */
export function InboxDelegation({
  delegations,
  zone,
}: {
  readonly delegations: readonly Delegation[];
  readonly zone: string;
}) {
  const mayDelegate = can(useViewer(), 'exchange.decide');
  const end = useExchangeAct(
    async (id: string) => (await request(EndExchangeDelegationDocument, { id })).endExchangeDelegation,
    () => undefined,
  );
  if (!mayDelegate && delegations.length === 0) return null;
  return (
    <section className="y-panel x-delegation" aria-labelledby="delegation-title">
      <h2 id="delegation-title">{t('exchangeLoop.delegate')}</h2>
      {delegations.map(({ id, from, to, isMine, untilAt }) => (
        <p key={id} className="x-wish">
          {t(isMine ? 'exchangeLoop.delegated' : 'exchangeLoop.delegatedToYou', {
            ...(isMine ? { to } : { from }),
            time: formatDateTime(untilAt, zone),
          })}
          {isMine ? (
            <Button isDisabled={end.isPending} onPress={() => end.mutate(id)}>
              {t('exchangeLoop.endDelegation')}
            </Button>
          ) : null}
        </p>
      ))}
      {mayDelegate ? <DelegateForm /> : null}
    </section>
  );
}

function DelegateForm() {
  const [email, setEmail] = useState('');
  const [days, setDays] = useState<string>('7');
  const [isWrong, setWrong] = useState(false);
  const delegate = useExchangeAct(
    async () => {
      const untilAt = new Date(Date.now() + Number(days) * DAY).toISOString();
      return (await request(DelegateExchangesDocument, { email, untilAt })).delegateExchanges;
    },
    (answer) => {
      setWrong(answer.__typename === 'InvalidInput');
      if (answer.__typename !== 'InvalidInput') setEmail('');
    },
  );
  return (
    <form
      className="x-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (email.trim()) delegate.mutate(undefined);
      }}
    >
      <p className="y-quiet">{t('exchangeLoop.delegateText')}</p>
      <TextField
        label={t('exchangeLoop.email')}
        type="email"
        value={email}
        onChange={(text) => {
          setEmail(text);
          // A field that is told to be wrong keeps its form from being sent again.
          setWrong(false);
        }}
        {...(isWrong ? { error: t('exchangeLoop.wrongPerson') } : {})}
      />
      <Select
        label={t('exchangeLoop.delegateUntil')}
        value={days}
        options={DAYS.map((id) => ({ id, text: t('exchangeLoop.days', { count: Number(id) }) }))}
        onChange={setDays}
      />
      <Button type="submit" isDisabled={delegate.isPending || email.trim() === ''}>
        {t('exchangeLoop.delegateSend')}
      </Button>
    </form>
  );
}

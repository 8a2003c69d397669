import { formatDateTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { AnswerExchangeDocument, WithdrawExchangeDocument } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { kindText, stateText, tellState, useExchangeAct, type Exchange } from './exchanges.queries.js';
import { Parties } from './verdict-card.js';

const TONES: Readonly<Record<string, 'good' | 'prefer' | 'must' | 'plain'>> = {
  proposed: 'prefer',
  accepted: 'prefer',
  'in-review': 'prefer',
  applied: 'good',
  refused: 'must',
  expired: 'must',
};

const WAITING = ['proposed', 'in-review'];

type Answer = { readonly __typename: string } & { readonly exchange?: { readonly state: string } };

const told = (answer: Answer): void => tellState(answer.exchange?.state ?? 'expired');

/** One exchange: what each gives and takes, where it stands and why, and what the reader can do. */
export function ExchangeItem({ exchange, zone }: { readonly exchange: Exchange; readonly zone: string }) {
  const { id, state } = exchange;
  const answer = useExchangeAct(
    async (accept: boolean) => (await request(AnswerExchangeDocument, { id, accept })).answerExchange as Answer,
    told,
  );
  const withdraw = useExchangeAct(
    async () => (await request(WithdrawExchangeDocument, { id })).withdrawExchange as Answer,
    told,
  );
  const isWaiting = WAITING.includes(state);
  return (
    <li className="y-panel y-exchange" id={`exchange-${id}`}>
      <div className="y-exchange-head">
        <h2>{kindText(exchange.kind)}</h2>
        <Chip tone={TONES[state] ?? 'plain'}>{stateText(state)}</Chip>
        <span className="y-quiet">{formatDateTime(exchange.createdAt, zone)}</span>
      </div>
      <Parties verdict={exchange.verdict} showAnswers={state === 'proposed'} />
      {exchange.note ? <p className="y-quiet">{exchange.note}</p> : null}
      {exchange.endReasons.map((reason, i) => (
        <p key={`${reason.code} ${i}`}>{local(reason.message)}</p>
      ))}
      {exchange.decisionNote ? <p>{exchange.decisionNote}</p> : null}
      {isWaiting && (exchange.isMine || exchange.awaitsMe) ? (
        <p className="y-quiet">
          {exchange.expiresAt
            ? `${t('exchangeLoop.until', { time: formatDateTime(exchange.expiresAt, zone) })} · `
            : ''}
          {t('exchangeLoop.stillWork')}
        </p>
      ) : null}
      {exchange.awaitsMe ? (
        <div className="x-acts">
          <Button kind="primary" isDisabled={answer.isPending} onPress={() => answer.mutate(true)}>
            {t('exchangeLoop.accept')}
          </Button>
          <Button isDisabled={answer.isPending} onPress={() => answer.mutate(false)}>
            {t('exchangeLoop.decline')}
          </Button>
        </div>
      ) : null}
      {exchange.isMine && isWaiting ? (
        <div className="x-acts">
          <Button isDisabled={withdraw.isPending} onPress={() => withdraw.mutate(undefined)}>
            {t('exchangeLoop.withdraw')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

import type { ScenarioBase } from '@yotei/scheduling/scenarios';
import { formatNumber, formatPercent, formatSignedPercent } from '../../../app/format/format-number.js';
import { local, t } from '../../../app/i18n/t.js';
import { Table } from '../../../ui/table.js';
import type { QuestionResults } from './question.model.js';
import { money, Result, Value } from './result-parts.js';

interface ResultProps<Id extends keyof QuestionResults> {
  readonly base: ScenarioBase;
  readonly result: QuestionResults[Id];
}

const titleOf = ({ queues }: ScenarioBase, queueId: string) =>
  queues.find(({ id }) => id === queueId)?.title ?? queueId;
const more = (factor: number) => formatSignedPercent(factor - 1);

/** What volume the team holds. */
export function HeldResult({ base, result }: ResultProps<'held'>) {
  const tightest = result.queues.find(({ factor }) => factor === result.factor);
  const sentence = tightest
    ? t('scenarios.heldSentence', { more: more(result.factor), queue: titleOf(base, tightest.queueId) })
    : t('scenarios.noGoal');
  return (
    <Result sentence={sentence} how={t('scenarios.howHeld')}>
      <Table
        caption={t('scenarios.question.held')}
        rows={result.queues}
        rowKey={({ queueId }) => queueId}
        columns={[
          { id: 'queue', title: t('scenarios.queue'), cell: ({ queueId }) => titleOf(base, queueId) },
          {
            id: 'now',
            title: t('scenarios.contactsNow'),
            numeric: true,
            cell: ({ contacts }) => <Value value={contacts}>{formatNumber(contacts)}</Value>,
          },
          {
            id: 'held',
            title: t('scenarios.contactsHeld'),
            numeric: true,
            cell: ({ heldContacts }) => <Value value={heldContacts}>{formatNumber(heldContacts)}</Value>,
          },
          {
            id: 'more',
            title: t('scenarios.difference'),
            numeric: true,
            cell: ({ factor }) => <Value value={factor}>{more(factor)}</Value>,
          },
        ]}
      />
    </Result>
  );
}

/** What a bot may cost. */
export function BotResult({ base, result }: ResultProps<'bot'>) {
  const currency = base.costs?.currency ?? null;
  const { botContacts, hoursSaved, saved, perContact, netSaved } = result;
  const values = { contacts: formatNumber(botContacts), hours: formatNumber(hoursSaved, 1) };
  const sentence =
    perContact === null || netSaved === null
      ? t('scenarios.botSentenceNoCost', values)
      : t(netSaved >= 0 ? 'scenarios.botPays' : 'scenarios.botCosts', {
          ...values,
          price: money(perContact, currency),
          net: money(Math.abs(netSaved), currency),
        });
  const rows = [
    { id: 'contacts', title: t('scenarios.figure.botContacts'), value: botContacts, text: formatNumber(botContacts) },
    { id: 'hours', title: t('scenarios.hoursSaved'), value: hoursSaved, text: formatNumber(hoursSaved, 1) },
    { id: 'saved', title: t('scenarios.moneySaved'), value: saved ?? Number.NaN, text: money(saved, currency) },
    {
      id: 'price',
      title: t('scenarios.breakEven'),
      value: perContact ?? Number.NaN,
      text: money(perContact, currency),
    },
    { id: 'net', title: t('scenarios.netSaved'), value: netSaved ?? Number.NaN, text: money(netSaved, currency) },
  ];
  return (
    <Result sentence={sentence} how={t('scenarios.howBot')}>
      <Table
        caption={t('scenarios.question.bot')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'what', title: t('scenarios.measure'), cell: ({ title }) => title },
          {
            id: 'value',
            title: t('scenarios.value'),
            numeric: true,
            cell: ({ value, text }) => <Value value={value}>{text}</Value>,
          },
        ]}
      />
    </Result>
  );
}

const WIDE = 50;

/** On what the measure depends most: bars from the low to the high value of each assumption, the base in the middle. */
export function TornadoResult({ base, result }: ResultProps<'tornado'>) {
  const currency = base.costs?.currency ?? null;
  const { measure, bars, base: middle } = result;
  const textOf = (value: number) =>
    measure === 'requiredCost' || measure === 'cost'
      ? money(value, currency)
      : measure === 'serviceLevel' || measure === 'occupancy'
        ? formatPercent(value)
        : formatNumber(value, 1);
  const widest = Math.max(1e-12, ...bars.flatMap(({ low, high }) => [low, high].map((one) => Math.abs(one - middle))));
  const placeOf = (value: number) => WIDE + ((value - middle) / widest) * WIDE;
  const [first] = bars;
  const sentence = first
    ? t('scenarios.tornadoSentence', {
        measure: t(`scenarios.tornado.${measure}`),
        assumption: local(first.title),
        low: textOf(Math.min(first.low, first.high)),
        high: textOf(Math.max(first.low, first.high)),
        base: textOf(middle),
      })
    : t('scenarios.tornadoNone');
  return (
    <Result sentence={sentence} how={t('scenarios.howTornado')}>
      <ul className="y-scn-tornado" aria-label={t('scenarios.question.tornado')}>
        {bars.map(({ id, title, low, high }) => {
          const [from, until] = [placeOf(Math.min(low, high)), placeOf(Math.max(low, high))];
          return (
            <li key={id}>
              <span>{local(title)}</span>
              <span className="y-scn-tornado-bar" aria-hidden>
                <i style={{ left: `${from}%`, width: `${until - from}%` }} />
              </span>
              <span className="y-scn-tornado-ends">
                <Value value={low}>{textOf(low)}</Value> … <Value value={high}>{textOf(high)}</Value>
              </span>
            </li>
          );
        })}
      </ul>
    </Result>
  );
}

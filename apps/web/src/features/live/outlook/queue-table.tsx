import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { formatTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Table } from '../../../ui/table.js';
import { restService, worstOf } from './outlook.model.js';
import type { Outlook, OutlookQueue } from './outlook.queries.js';

const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, 0));
const seconds = (value: number | null) => (value === null ? '–' : t('intraday.seconds', { count: Math.round(value) }));

/** Of contacts, handle time and service level what came and what was planned, and what is to be expected. */
export function QueueTable({
  outlook,
  chosen,
  onChoose,
}: {
  readonly outlook: Outlook;
  readonly chosen: string | null;
  readonly onChoose: (queueId: string) => void;
}) {
  return (
    <Table
      caption={t('intraday.queues')}
      rows={outlook.queues}
      rowKey={({ queueId }) => queueId}
      rowTone={({ queueId }) => (queueId === chosen ? 'selected' : undefined)}
      columns={[
        {
          id: 'queue',
          title: t('intraday.queue'),
          cell: ({ queueId, title }) => (
            <Button kind="quiet" aria-expanded={queueId === chosen} onPress={() => onChoose(queueId)}>
              {local(title)}
            </Button>
          ),
        },
        { id: 'contacts', title: t('intraday.contactsSoFar'), numeric: true, cell: contactsCell },
        {
          id: 'handle',
          title: t('intraday.handleTime'),
          numeric: true,
          cell: ({ soFar }) => <Pair now={seconds(soFar.handleSeconds)} plan={seconds(soFar.plannedHandleSeconds)} />,
        },
        {
          id: 'service',
          title: t('intraday.serviceSoFar'),
          numeric: true,
          cell: ({ soFar }) => <Pair now={percent(soFar.serviceLevel)} plan={percent(soFar.plannedServiceLevel)} />,
        },
        {
          id: 'factor',
          title: t('intraday.restFactor'),
          numeric: true,
          cell: ({ soFar }) => (soFar.factor === null ? '–' : `× ${formatNumber(soFar.factor, 2)}`),
        },
        { id: 'rest', title: t('intraday.restService'), numeric: true, cell: restCell },
        { id: 'worst', title: t('intraday.worst'), cell: (queue) => worstCell(queue, outlook.zone) },
      ]}
    />
  );
}

function Pair({ now, plan }: { readonly now: string; readonly plan: string }) {
  if (now === '–' && plan === '–') return '–';
  return (
    <>
      {now} <span className="y-quiet">{t('intraday.ofPlan', { plan })}</span>
    </>
  );
}

function contactsCell({ soFar }: OutlookQueue) {
  const plan = formatNumber(soFar.plannedContacts);
  return soFar.factor === null && soFar.contacts === 0 ? (
    <span className="y-quiet">{t('intraday.nothingCame')}</span>
  ) : (
    <Pair now={formatNumber(soFar.contacts)} plan={plan} />
  );
}

function restCell(queue: OutlookQueue) {
  const rest = restService(queue);
  if (!rest) return '–';
  return t('intraday.range', {
    likely: percent(rest.likely),
    low: percent(rest.low),
    high: percent(rest.high),
  });
}

function worstCell(queue: OutlookQueue, zone: string) {
  const worst = worstOf(queue);
  if (!worst) return t('intraday.enough');
  return t('intraday.worstAt', {
    time: formatTime(worst.at, zone),
    need: formatNumber(worst.need ?? 0, 1),
    present: formatNumber(worst.present ?? 0, 1),
  });
}

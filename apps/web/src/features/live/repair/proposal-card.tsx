import { ArrowRight } from 'lucide-react';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { formatTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { Table } from '../../../ui/table.js';
import type { Proposal } from './repair.queries.js';
import { costFact, offerText, peopleFacts, shortFacts, stepText, titleOf } from './repair-words.js';

const MOST_STEPS = 6;
const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, 0));

/** One way to mend the day: what is done, what it does to service, rules, cost and people, and the button. */
export function ProposalCard({
  proposal,
  zone,
  activityOf,
  isBusy,
  onApply,
}: {
  readonly proposal: Proposal;
  readonly zone: string;
  readonly activityOf: (id: string) => string;
  readonly isBusy: boolean;
  readonly onApply: () => void;
}) {
  const title = titleOf(proposal);
  const { steps } = proposal;
  const offer = offerText(proposal, zone);
  return (
    <article className="day-mend" aria-label={title}>
      <div className="day-mend-head">
        <h3>{title}</h3>
        <Button kind="primary" isPending={isBusy} aria-label={`${t('intraday.apply')}: ${title}`} onPress={onApply}>
          {proposal.offer ? t('intraday.offer') : t('intraday.apply')}
        </Button>
      </div>
      <Effects proposal={proposal} />
      {offer ? <p className="y-quiet">{offer}</p> : null}
      {steps.length > 0 ? (
        <ul className="day-steps">
          {steps.slice(0, MOST_STEPS).map((step, i) => (
            <li key={i}>{stepText(step, { zone, activityOf })}</li>
          ))}
          {steps.length > MOST_STEPS ? <li>{t('intraday.moreSteps', { count: steps.length - MOST_STEPS })}</li> : null}
        </ul>
      ) : null}
      <details>
        <summary>{t('intraday.byInterval')}</summary>
        <SlotTable proposal={proposal} zone={zone} />
      </details>
    </article>
  );
}

/** The same four of every mend: service, rules, cost and people. */
function Effects({ proposal }: { readonly proposal: Proposal }) {
  const { service, worseRules } = proposal;
  return (
    <dl className="day-effects">
      <dt>{t('intraday.effectService')}</dt>
      <dd>
        {service.map(({ queueId, title: queue, before, after }) => (
          <span key={queueId} className="day-mend-service">
            {local(queue)} {percent(before)}{' '}
            <ArrowRight size={14} strokeWidth={1.75} aria-label={t('intraday.becomes')} />{' '}
            <strong>{percent(after)}</strong>
          </span>
        ))}
        {shortFacts(proposal).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </dd>
      <dt>{t('intraday.effectRules')}</dt>
      <dd>
        {worseRules.length === 0 ? <Chip tone="good">{t('intraday.rulesKept')}</Chip> : null}
        {worseRules.map(({ ruleId, title: rule, message }, i) => (
          <Chip key={`${ruleId} ${i}`} tone="prefer">
            {local(rule)}: {message ? local(message) : ''}
          </Chip>
        ))}
      </dd>
      <dt>{t('intraday.effectCost')}</dt>
      <dd>{costFact(proposal)}</dd>
      <dt>{t('intraday.effectPeople')}</dt>
      <dd>
        {peopleFacts(proposal).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </dd>
    </dl>
  );
}

function SlotTable({ proposal, zone }: { readonly proposal: Proposal; readonly zone: string }) {
  const titles = new Map(proposal.service.map(({ queueId, title }) => [queueId, local(title)]));
  const number = (value: number) => formatNumber(value, 1);
  return (
    <Table
      caption={t('intraday.byInterval')}
      rows={proposal.slots}
      rowKey={({ queueId, startAt }) => `${queueId} ${startAt}`}
      columns={[
        { id: 'at', title: t('intraday.time'), cell: ({ startAt }) => formatTime(startAt, zone) },
        { id: 'queue', title: t('intraday.queue'), cell: ({ queueId }) => titles.get(queueId) ?? '' },
        { id: 'need', title: t('intraday.need'), numeric: true, cell: ({ agentsToRoster }) => number(agentsToRoster) },
        {
          id: 'present',
          title: t('intraday.present'),
          numeric: true,
          cell: ({ presentBefore, presentAfter }) => `${number(presentBefore)} → ${number(presentAfter)}`,
        },
        {
          id: 'service',
          title: t('intraday.service'),
          numeric: true,
          cell: ({ serviceBefore, serviceAfter }) => `${percent(serviceBefore)} → ${percent(serviceAfter)}`,
        },
      ]}
    />
  );
}

import type { PooledRequirement, ScenarioBase } from '@yotei/scheduling/scenarios';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Table } from '../../../ui/table.js';
import type { QuestionResults } from './question.model.js';
import { Result, Value } from './result-parts.js';

const hours = (value: number) => <Value value={value}>{formatNumber(value, 1)}</Value>;

function Groups({ base, groups }: { readonly base: ScenarioBase; readonly groups: PooledRequirement['groups'] }) {
  const titleOf = (skillId: string) =>
    base.people?.headcountBySkill.find((group) => group.skillId === skillId)?.title ?? skillId;
  return (
    <Table
      caption={t('scenarios.skillSets')}
      showCaption
      rows={groups}
      rowKey={({ skillIds }) => skillIds.join()}
      columns={[
        { id: 'skills', title: t('scenarios.skills'), cell: ({ skillIds }) => skillIds.map(titleOf).join(' + ') },
        {
          id: 'peak',
          title: t('scenarios.peakOfSet'),
          numeric: true,
          cell: ({ peakAgents }) => <Value value={peakAgents}>{formatNumber(peakAgents)}</Value>,
        },
        { id: 'hours', title: t('scenarios.hoursPooled'), numeric: true, cell: (group) => hours(group.hours) },
      ]}
    />
  );
}

/** What sharing agents by all their skills saves, queue by queue and set by set. */
export function PooledResult({
  base,
  result,
}: {
  readonly base: ScenarioBase;
  readonly result: QuestionResults['pooled'];
}) {
  const how = t('scenarios.howPooled');
  if (result.kind !== 'pooled') return <Result sentence={t(`scenarios.pooled.${result.kind}`)} how={how} />;
  const { queues, groups, aloneHours, pooledHours, apart, outOfReach } = result.requirement;
  const titleOf = (queueId: string) => base.queues.find(({ id }) => id === queueId)?.title ?? queueId;
  const sentence = t('scenarios.pooledSentence', {
    pooled: formatNumber(pooledHours, 1),
    alone: formatNumber(aloneHours, 1),
    share: formatPercent(aloneHours > 0 ? 1 - pooledHours / aloneHours : 0, 1),
  });
  return (
    <Result sentence={sentence} how={how}>
      <Table
        caption={t('scenarios.question.pooled')}
        rows={queues}
        rowKey={({ queueId }) => queueId}
        columns={[
          { id: 'queue', title: t('scenarios.queue'), cell: ({ queueId }) => titleOf(queueId) },
          { id: 'alone', title: t('scenarios.hoursAlone'), numeric: true, cell: (queue) => hours(queue.aloneHours) },
          { id: 'pooled', title: t('scenarios.hoursPooled'), numeric: true, cell: (queue) => hours(queue.pooledHours) },
          {
            id: 'level',
            title: t('scenarios.figure.serviceLevel'),
            numeric: true,
            cell: ({ serviceLevel }) =>
              Number.isNaN(serviceLevel) ? '–' : <Value value={serviceLevel}>{formatPercent(serviceLevel, 1)}</Value>,
          },
        ]}
      />
      <Groups base={base} groups={groups} />
      {apart.length > 0 ? (
        <p className="y-quiet">{t('scenarios.pooledApart', { queues: apart.map(titleOf).join(', ') })}</p>
      ) : null}
      {outOfReach > 0 ? <p role="status">{t('scenarios.pooledOutOfReach', { count: outOfReach })}</p> : null}
    </Result>
  );
}

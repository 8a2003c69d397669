import { capacityRisk, type CapacityPlan } from '@yotei/scheduling/capacity';
import { useDeferredValue, useMemo } from 'react';
import { formatPercent } from '../../app/format/format-number.js';
import { formatDateWithYear } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { Table } from '../../ui/table.js';
import { weekOn } from './plan-edits.js';

/** Enough to tell 10 % from 15 %, and quick enough to follow the hand. */
const PATHS = 120;
const SEED = 1;

/** How likely each group is to be short, over drawn demand and drawn leavers. */
export function RiskPanel({ plan }: { readonly plan: CapacityPlan }) {
  const shown = useDeferredValue(plan);
  const risk = useMemo(() => capacityRisk(shown, { seed: SEED, paths: PATHS }), [shown]);
  const rows = shown.groups.map((group, index) => {
    const { chanceShort } = risk.groups[index]!;
    const worst = chanceShort.reduce((at, chance, week) => (chance > chanceShort[at]! ? week : at), 0);
    const mean = chanceShort.reduce((sum, chance) => sum + chance, 0) / chanceShort.length;
    return { group, mean, worst, chance: chanceShort[worst]! };
  });
  return (
    <section aria-label={t('capacity.risk')}>
      <h2>{t('capacity.risk')}</h2>
      <p className="y-quiet">{t('capacity.riskText', { paths: risk.paths })}</p>
      <Table
        caption={t('capacity.risk')}
        rows={rows}
        rowKey={({ group }) => group.id}
        columns={[
          { id: 'group', title: t('capacity.group'), cell: ({ group }) => local(group.title) },
          {
            id: 'mean',
            title: t('capacity.riskMean'),
            numeric: true,
            cell: ({ mean }) => formatPercent(mean, 0),
          },
          {
            id: 'worst',
            title: t('capacity.riskWorst'),
            numeric: true,
            cell: ({ chance, worst }) =>
              chance > 0
                ? t('capacity.riskAt', {
                    chance: formatPercent(chance, 0),
                    on: formatDateWithYear(weekOn(shown, worst)),
                  })
                : formatPercent(0, 0),
          },
        ]}
      />
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { formatHours } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { SetupList } from '../lists/list-page.js';
import { patternsQuery, type SetupContract } from '../setup.queries.js';
import { ContractDialog } from './contract-dialog.js';
import './contracts.css';

const hoursOf = ({ weeklyMinutesMin, weeklyMinutesMax }: SetupContract): string =>
  weeklyMinutesMin === weeklyMinutesMax
    ? t('setup.hoursExactly', { hours: formatHours(weeklyMinutesMax) })
    : t('setup.hoursBetween', { min: formatHours(weeklyMinutesMin), max: formatHours(weeklyMinutesMax) });

/** What people have agreed to work. */
export function ContractsPage() {
  const query = useQuery(patternsQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={6} height={32} />}>
      {({ contracts, templates }) => {
        const titles = new Map(templates.map(({ id, title }) => [id, title]));
        return (
          <>
            <p className="su-intro">{t('setup.contractsIntro')}</p>
            <SetupList
              title={t('setup.contracts')}
              rows={contracts}
              nameOf={({ title }: SetupContract) => title}
              columns={[
                { id: 'hours', title: t('setup.weeklyHours'), cell: hoursOf },
                { id: 'days', title: t('setup.daysPerWeek'), numeric: true, cell: (one) => one.daysPerWeekMax },
                {
                  id: 'templates',
                  title: t('setup.templates'),
                  cell: ({ templateIds }) =>
                    templateIds.map((id) => titles.get(id) ?? '').join(t('setup.separator')) || t('setup.noTemplate'),
                },
                {
                  id: 'rotation',
                  title: t('setup.rotation'),
                  cell: ({ rotation }) =>
                    rotation ? <Chip>{t('setup.cycleOf', { count: rotation.weeks.length })}</Chip> : '—',
                },
                { id: 'agents', title: t('setup.agents'), numeric: true, cell: ({ agentCount }) => agentCount },
              ]}
              addText={t('setup.addContract')}
              dialog={(contract, onClose) => (
                <ContractDialog contract={contract} templates={templates} onClose={onClose} />
              )}
            />
          </>
        );
      }}
    </QueryState>
  );
}

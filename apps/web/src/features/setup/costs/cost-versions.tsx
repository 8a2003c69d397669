import { formatDateWithYear } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Table } from '../../../ui/table.js';
import type { CostSettings } from './costs.queries.js';

/** Who set what and from when: what was computed with earlier terms can be followed. */
export function CostVersions({ settings }: { readonly settings: readonly CostSettings[] }) {
  if (settings.length === 0) return null;
  return (
    <Table
      caption={t('setupCosts.versions')}
      showCaption
      rows={settings}
      rowKey={({ id }) => id}
      columns={[
        { id: 'version', title: t('setupCosts.version'), cell: ({ version }) => version },
        {
          id: 'effectiveOn',
          title: t('setupCosts.effectiveOn'),
          cell: ({ effectiveOn }) => formatDateWithYear(effectiveOn),
        },
        { id: 'by', title: t('setupCosts.by'), cell: ({ createdBy }) => createdBy ?? 'Yotei' },
        {
          id: 'state',
          title: t('setupCosts.state'),
          cell: ({ isWithdrawn }) => t(isWithdrawn ? 'setupCosts.withdrawn' : 'setupCosts.counts'),
        },
      ]}
    />
  );
}

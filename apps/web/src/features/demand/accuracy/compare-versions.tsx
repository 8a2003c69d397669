import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { formatNumber, formatSigned } from '../../../app/format/format-number.js';
import { formatDate, formatDateTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import type { CompareForecastsQuery, ForecastVersionsQuery } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { Table } from '../../../ui/table.js';
import { compareForecastsQuery, type VersionRange } from './accuracy.queries.js';

type Versions = NonNullable<ForecastVersionsQuery['forecastVersions']>;
type Comparison = NonNullable<CompareForecastsQuery['compareForecasts']>;
type Difference = Comparison['differences'][number];

function differenceInWords({ kind, one, other }: Difference): string {
  const text = { one: one ? local(one) : '–', other: other ? local(other) : '–' };
  if (kind === 'METHOD' || kind === 'TRAINED_UNTIL') return t(`accuracy.difference${kind}`, text);
  return t(`accuracy.difference${kind}${one ? 'one' : 'other'}`, { text: one ? text.one : text.other });
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const total = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatNumber(value);
  return (
    <>
      <Table
        caption={t('accuracy.compare')}
        rows={comparison.days}
        rowKey={({ on }) => on}
        columns={[
          { id: 'day', title: t('accuracy.day'), cell: ({ on }) => formatDate(on) },
          { id: 'one', title: t('accuracy.compareOne'), cell: ({ one }) => total(one), numeric: true },
          { id: 'other', title: t('accuracy.compareOther'), cell: ({ other }) => total(other), numeric: true },
          {
            id: 'difference',
            title: t('accuracy.difference'),
            cell: ({ one, other }) =>
              typeof one === 'number' && typeof other === 'number' ? formatSigned(other - one) : '–',
            numeric: true,
          },
        ]}
      />
      <div>
        <h3>{t('accuracy.differences')}</h3>
        <ul>
          {comparison.differences.map((difference, i) => (
            <li key={i}>{differenceInWords(difference)}</li>
          ))}
          {comparison.differences.length === 0 ? <li>{t('accuracy.noDifferences')}</li> : null}
        </ul>
      </div>
    </>
  );
}

interface CompareProps {
  readonly range: VersionRange;
  readonly versions: Versions;
  readonly zone: string;
}

function Sides({ range, versions, zone }: CompareProps) {
  const options = [
    ...(versions.approved.length > 0 ? [{ id: 'approved', text: t('accuracy.sideApproved') }] : []),
    { id: 'newest', text: t('accuracy.sideNewest') },
    ...versions.versions.map(({ id, version, createdAt }) => ({
      id,
      text: t('accuracy.sideVersion', { version, at: formatDateTime(createdAt, zone) }),
    })),
  ];
  const oldest = versions.versions.at(-1)?.id ?? 'newest';
  const [one, setOne] = useState(versions.approved.length > 0 ? 'approved' : oldest);
  const [other, setOther] = useState('newest');
  const comparison = useQuery(compareForecastsQuery(range, one, other));
  return (
    <div className="y-report">
      <div className="y-compare-sides">
        <Select label={t('accuracy.compareOne')} value={one} options={options} onChange={setOne} />
        <Select label={t('accuracy.compareOther')} value={other} options={options} onChange={setOther} />
      </div>
      <QueryState query={comparison} skeleton={<SkeletonRows rows={4} />}>
        {(found) =>
          found ? <Compared comparison={found} /> : <p className="y-quiet">{t('accuracy.nothingToCompare')}</p>
        }
      </QueryState>
    </div>
  );
}

/** Two forecasts of the days shown beside each other, by day, and what differs in how they came about. */
export function CompareVersions(props: CompareProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="y-report">
      <div>
        <Button
          aria-expanded={open}
          icon={<ArrowLeftRight size={14} strokeWidth={1.75} aria-hidden />}
          onPress={() => setOpen(!open)}
        >
          {t('accuracy.compare')}
        </Button>
      </div>
      {open ? <Sides {...props} /> : null}
    </div>
  );
}

import { t } from '../../../app/i18n/t.js';
import { Table } from '../../../ui/table.js';
import {
  addedProof,
  biasProof,
  dayProof,
  intervalProof,
  percent,
  points,
  signedPercent,
  toneOfDayError,
  type Accuracy,
  type Detail,
} from './accuracy.model.js';
import { Figure } from './figure.js';

type Lead = Detail['leads'][number];

const leadText = (days: number): string =>
  t(days === 1 ? 'accuracy.lead1' : days === 7 ? 'accuracy.lead7' : 'accuracy.lead28');

/** How much is lost by planning earlier. */
export function LeadTable({ leads }: { readonly leads: readonly Lead[] }) {
  const none = <span className="y-quiet">–</span>;
  const of =
    (cell: (accuracy: Accuracy) => React.ReactNode) =>
    ({ accuracy }: Lead) =>
      accuracy ? cell(accuracy) : none;
  return (
    <Table
      caption={t('accuracy.byLead')}
      rows={leads}
      rowKey={({ leadDays }) => `${leadDays}`}
      columns={[
        { id: 'lead', title: t('accuracy.lead'), cell: ({ leadDays }) => leadText(leadDays) },
        {
          id: 'day',
          title: t('accuracy.wapeDay'),
          cell: of(({ contacts: { plan } }) => (
            <Figure text={percent(plan.wapeDay)} proof={dayProof(plan)} tone={toneOfDayError(plan.wapeDay)} />
          )),
          numeric: true,
        },
        {
          id: 'interval',
          title: t('accuracy.wapeInterval'),
          cell: of(({ contacts: { plan } }) => (
            <Figure text={percent(plan.wapeInterval)} proof={intervalProof(plan)} />
          )),
          numeric: true,
        },
        {
          id: 'bias',
          title: t('accuracy.bias'),
          cell: of(({ contacts: { plan } }) => <Figure text={signedPercent(plan.bias)} proof={biasProof(plan)} />),
          numeric: true,
        },
        {
          id: 'added',
          title: t('accuracy.addedNaive'),
          cell: of((accuracy) => (
            <Figure text={points(accuracy.naive?.addedDay)} proof={addedProof(accuracy, 'naive')} />
          )),
          numeric: true,
        },
        { id: 'days', title: t('accuracy.days'), cell: ({ accuracy }) => accuracy?.days ?? 0, numeric: true },
      ]}
    />
  );
}

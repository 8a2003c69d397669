import { formatNumber, formatSigned } from '../../../app/format/format-number.js';
import { formatDate, formatTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import { Table } from '../../../ui/table.js';
import { percent, points, type Accuracy } from './accuracy.model.js';

/** Shown as 0 points. */
const NO_DIFFERENCE = 0.0005;

type Measure = Accuracy['contacts'];
type Edit = Measure['edits'][number];

function placeOf({ fromAt, untilAt }: Edit, zone: string): string {
  if (!fromAt || !untilAt) return '–';
  const day = formatDate(new Date(fromAt).toLocaleDateString('en-CA', { timeZone: zone }));
  return `${day} ${formatTime(fromAt, zone)}–${formatTime(untilAt, zone)}`;
}

function Total({ measure, name }: { readonly measure: Measure; readonly name: string }) {
  const { plan, unedited, editsAddedInterval, edits } = measure;
  if (edits.length === 0) return <p className="y-quiet">{t('accuracy.noEdits', { measure: name })}</p>;
  const added = editsAddedInterval ?? 0;
  const same = Math.abs(added) < NO_DIFFERENCE;
  return (
    <p>
      <Chip tone={same ? 'plain' : added > 0 ? 'good' : 'must'}>
        {t(same ? 'accuracy.editsSame' : added > 0 ? 'accuracy.editsGave' : 'accuracy.editsTook')}
      </Chip>{' '}
      {t('accuracy.editsTotal', {
        measure: name,
        unedited: percent(unedited.wapeInterval),
        edited: percent(plan.wapeInterval),
        points: points(editsAddedInterval),
      })}
    </p>
  );
}

function Layers({ measure, zone, unit }: { readonly measure: Measure; readonly zone: string; readonly unit: string }) {
  if (measure.edits.length === 0) return null;
  return (
    <Table
      caption={t('accuracy.byEdit')}
      rows={measure.edits}
      rowKey={({ id }) => id}
      columns={[
        { id: 'reason', title: t('accuracy.reason'), cell: ({ reason }) => reason ?? t('accuracy.editGone') },
        { id: 'when', title: t('accuracy.when'), cell: (edit) => placeOf(edit, zone) },
        { id: 'less', title: unit, cell: ({ lessError }) => formatSigned(lessError), numeric: true },
        {
          id: 'points',
          title: t('accuracy.editPoints'),
          cell: ({ addedInterval }) => points(addedInterval),
          numeric: true,
        },
        { id: 'days', title: t('accuracy.days'), cell: ({ days }) => formatNumber(days), numeric: true },
      ]}
    />
  );
}

/** What changing the forecast by hand gave or took: of the plan, whoever changed it. */
export function EditValues({ accuracy, zone }: { readonly accuracy: Accuracy; readonly zone: string }) {
  const { contacts, handle } = accuracy;
  return (
    <div className="y-panel-body y-edit-values">
      <Total measure={contacts} name={t('accuracy.contacts')} />
      <Layers measure={contacts} zone={zone} unit={t('accuracy.lessContacts')} />
      {handle ? <Total measure={handle} name={t('accuracy.handleTime')} /> : null}
      {handle ? <Layers measure={handle} zone={zone} unit={t('accuracy.lessSeconds')} /> : null}
      <p className="y-quiet">{t('accuracy.editsNote')}</p>
    </div>
  );
}

import { formatHours } from '../../../app/format/format-number.js';
import { local, t } from '../../../app/i18n/t.js';
import { SetupList } from '../lists/list-page.js';
import { KindDialog } from './kind-dialog.js';
import type { Kind } from './time-off.queries.js';

type Row = Kind & { readonly id: string };

/** What people may ask for: paid or not, with a balance or not, decided by the rules or by a person. */
export function Kinds({ kinds }: { readonly kinds: readonly Kind[] }) {
  return (
    <SetupList
      title={t('setupTimeOff.kinds')}
      rows={kinds.map((kind): Row => ({ ...kind, id: kind.code }))}
      nameOf={({ title }: Row) => local(title)}
      columns={[
        { id: 'paid', title: t('setup.paidColumn'), cell: ({ paid }) => t(paid ? 'setup.paid' : 'setup.unpaid') },
        {
          id: 'year',
          title: t('setupTimeOff.perYear'),
          numeric: true,
          cell: ({ hasBalance, yearlyMinutes }) =>
            hasBalance ? t('setup.hoursExactly', { hours: formatHours(yearlyMinutes) }) : '–',
        },
        {
          id: 'notice',
          title: t('setupTimeOff.notice'),
          numeric: true,
          cell: ({ minNoticeHours }) => t('setup.hoursExactly', { hours: minNoticeHours }),
        },
        {
          id: 'decides',
          title: t('setupTimeOff.decidedBy'),
          cell: ({ decides }) => t(decides === 'review' ? 'setupTimeOff.byPerson' : 'setupTimeOff.byRules'),
        },
        {
          id: 'place',
          title: t('setupTimeOff.takesPlace'),
          cell: ({ usesAllowance }) => t(usesAllowance ? 'setup.yes' : 'setup.no'),
        },
      ]}
      addText={t('setupTimeOff.addKind')}
      dialog={(kind, onClose) => <KindDialog kind={kind} codes={kinds.map(({ code }) => code)} onClose={onClose} />}
    />
  );
}

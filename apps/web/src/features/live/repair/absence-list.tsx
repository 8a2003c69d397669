import { useQuery } from '@tanstack/react-query';
import { formatTimeRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { absencesQuery, useUndoAbsence } from './repair.queries.js';

/** Who is sick or late today, each with Undo; nothing where nobody is. */
export function AbsenceList({ zone }: { readonly zone: string }) {
  const { data = [] } = useQuery(absencesQuery);
  const undo = useUndoAbsence(zone);
  if (data.length === 0) return null;
  return (
    <div className="day-absences">
      <h3>{t('intraday.absentToday', { count: data.length })}</h3>
      <ul>
        {data.map(({ id, name, kind, startAt, endAt }) => (
          <li key={id}>
            <span>{name}</span>
            <Chip tone="prefer">{t(kind === 'SICK' ? 'intraday.sick' : 'intraday.late')}</Chip>
            <span className="y-quiet">{formatTimeRange(startAt, endAt, zone)}</span>
            <Button
              kind="quiet"
              aria-label={`${t('intraday.undo')}: ${name}`}
              isPending={undo.isPending}
              onPress={() => undo.mutate({ id, label: t('intraday.undoAbsence', { name }) })}
            >
              {t('intraday.undo')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

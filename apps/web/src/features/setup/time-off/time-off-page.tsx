import { useQuery } from '@tanstack/react-query';
import { t } from '../../../app/i18n/t.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { Kinds } from './kinds.js';
import { Places } from './places.js';
import { TeamCalendar } from './team-calendar.js';
import { termsQuery } from './time-off.queries.js';
import './time-off.css';

/** Who is off and who waits, how many may be, and what kinds of absence there are. */
export function TimeOffPage() {
  const terms = useQuery(termsQuery);
  return (
    <>
      <p className="su-intro">{t('setupTimeOff.intro')}</p>
      <QueryState query={terms} skeleton={<SkeletonRows rows={10} height={48} />}>
        {({ kinds, allowances }) => (
          <>
            <TeamCalendar kinds={kinds} />
            <h3>{t('setupTimeOff.places')}</h3>
            <Places allowances={allowances} />
            <h3>{t('setupTimeOff.kinds')}</h3>
            <Kinds kinds={kinds} />
          </>
        )}
      </QueryState>
    </>
  );
}

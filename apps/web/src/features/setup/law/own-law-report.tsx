import { useQuery } from '@tanstack/react-query';
import { addDays, weekStartOf } from '@yotei/time';
import { t } from '../../../app/i18n/t.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { LawReport } from './law-report.js';
import { ownInspectionQuery } from './law.queries.js';
import '../rules/rules.css';
import './law.css';

const WEEKS = 4;

/** The reader's own four weeks up to the end of this one, by the law of the site: what a planner or inspector can see of them. */
export function OwnLawReport() {
  const untilOn = addDays(weekStartOf(new Date().toISOString().slice(0, 10)), 7);
  const query = useQuery(ownInspectionQuery({ fromOn: addDays(untilOn, -7 * WEEKS), untilOn }));
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={8} height={28} />}>
      {(answer) =>
        answer.__typename === 'LawInspection' ? (
          <LawReport report={answer} />
        ) : (
          <p className="y-quiet">{t('setupLaw.ownNone')}</p>
        )
      }
    </QueryState>
  );
}

import { lazy, Suspense } from 'react';
import { SkeletonRows } from '../../ui/states.js';
import type { ForecastReportProps } from './accuracy/forecast-report.js';

const ForecastReport = lazy(() =>
  import('./accuracy/forecast-report.js').then((part) => ({ default: part.ForecastReport })),
);

/** The report of the shown forecast; it comes when its tab is opened, not with the page. */
export function AccuracyPanel(props: ForecastReportProps) {
  return (
    <Suspense fallback={<SkeletonRows rows={6} />}>
      <ForecastReport {...props} />
    </Suspense>
  );
}

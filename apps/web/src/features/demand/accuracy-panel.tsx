import { lazy, Suspense } from 'react';
import { loadTexts } from '../../app/i18n/language.js';
import { SkeletonRows } from '../../ui/states.js';
import type { ForecastReportProps } from './accuracy/forecast-report.js';

const ForecastReport = lazy(async () => {
  const [part] = await Promise.all([import('./accuracy/forecast-report.js'), loadTexts('accuracy')]);
  return { default: part.ForecastReport };
});

/** The report of the shown forecast; it comes when its tab is opened, not with the page. */
export function AccuracyPanel(props: ForecastReportProps) {
  return (
    <Suspense fallback={<SkeletonRows rows={6} />}>
      <ForecastReport {...props} />
    </Suspense>
  );
}

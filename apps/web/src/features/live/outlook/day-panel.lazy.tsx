import { lazy, Suspense } from 'react';
import { loadTexts } from '../../../app/i18n/language.js';
import type { Viewer } from '../../../app/session.js';
import { Skeleton, SkeletonBlock } from '../../../ui/states.js';
import { t } from '../../../app/i18n/t.js';

const Panel = lazy(async () => {
  const [{ DayPanel: panel }] = await Promise.all([import('./day-panel.js'), loadTexts('intraday')]);
  return { default: panel };
});

/** The day panel with its texts, loaded when the page is shown. */
export function DayPanel({ viewer }: { readonly viewer: Viewer }) {
  return (
    <Suspense
      fallback={
        <Skeleton label={t('ui.loading')}>
          <SkeletonBlock height={120} />
        </Skeleton>
      }
    >
      <Panel viewer={viewer} />
    </Suspense>
  );
}

import { lazy, Suspense, useState } from 'react';
import { Button } from '../ui/button.js';
import { SkeletonRows } from '../ui/states.js';
import { loadTexts } from './i18n/language.js';
import { t } from './i18n/t.js';
import { useViewer } from './session.js';

const OwnLawReport = lazy(async () => {
  const [loaded] = await Promise.all([import('../features/setup/law/own-law-report.js'), loadTexts('setup')]);
  return { default: loaded.OwnLawReport };
});

/** An agent's own weeks beside the law; what it needs is loaded when asked for. Shown with the texts of wellbeing. */
export function OwnLaw() {
  const [isOpen, setOpen] = useState(false);
  if (!useViewer().agent) return null;
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-law">
      <h2 id="own-law">{t('wellbeing.law')}</h2>
      <p className="y-quiet">{t('wellbeing.lawText')}</p>
      {isOpen ? (
        <Suspense fallback={<SkeletonRows rows={8} />}>
          <OwnLawReport />
        </Suspense>
      ) : (
        <Button onPress={() => setOpen(true)}>{t('wellbeing.lawShow')}</Button>
      )}
    </section>
  );
}

import { lazy, Suspense, useState } from 'react';
import { loadTexts } from '../../../app/i18n/language.js';
import { t } from '../../../app/i18n/t.js';
import { SkeletonRows } from '../../../ui/states.js';

const Mates = lazy(async () => {
  const [loaded] = await Promise.all([import('../my-more/mates.js'), loadTexts('own')]);
  return { default: loaded.Mates };
});

/** Who else of the team works that day, as far as the centre shows it; asked for when it is opened. */
export function TeamDay({ on, zone }: { readonly on: string; readonly zone: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="y-team-day" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('rosters.team')}</summary>
      {isOpen ? (
        <Suspense fallback={<SkeletonRows rows={2} />}>
          <Mates on={on} zone={zone} />
        </Suspense>
      ) : null}
    </details>
  );
}

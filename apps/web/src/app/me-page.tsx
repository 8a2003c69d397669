import { lazy, Suspense } from 'react';
import { MeScreen } from '../features/identity/me.screen.js';
import { SkeletonRows } from '../ui/states.js';
import { loadTexts } from './i18n/language.js';

const MeMore = lazy(async () => {
  const [loaded] = await Promise.all([import('../features/own/me-more.js'), loadTexts('own')]);
  return { default: loaded.MeMore };
});

const MyWellbeing = lazy(async () => {
  const [loaded] = await Promise.all([import('../features/wellbeing/my-wellbeing.js'), loadTexts('wellbeing')]);
  return { default: loaded.MyWellbeingPanel };
});

const OwnLaw = lazy(async () => {
  const [loaded] = await Promise.all([import('./own-law.js'), loadTexts('wellbeing')]);
  return { default: loaded.OwnLaw };
});

/** The account, with how its person is told of things and the link for the own calendar. */
export function MePage() {
  return (
    <MeScreen
      more={
        <Suspense fallback={<SkeletonRows rows={6} />}>
          <div className="y-own">
            <MyWellbeing />
            <OwnLaw />
          </div>
          <MeMore />
        </Suspense>
      }
    />
  );
}

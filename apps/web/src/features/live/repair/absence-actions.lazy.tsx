import { lazy, Suspense } from 'react';
import { loadTexts } from '../../../app/i18n/language.js';
import type { AbsenceActionsProps } from './absence-actions.js';

const Actions = lazy(async () => {
  const [{ AbsenceActions: actions }] = await Promise.all([import('./absence-actions.js'), loadTexts('intraday')]);
  return { default: actions };
});

/** Sick or late in one press, with its texts, loaded when an agent's day is opened. */
export function AbsenceActions(props: AbsenceActionsProps) {
  return (
    <Suspense fallback={null}>
      <Actions {...props} />
    </Suspense>
  );
}

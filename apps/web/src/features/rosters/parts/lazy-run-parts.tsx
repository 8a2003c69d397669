import { lazy, Suspense } from 'react';
import { loadTexts } from '../../../app/i18n/language.js';
import { partLines } from './part-lines.js';

const RunParts = lazy(async () => {
  const [loaded] = await Promise.all([import('./run-parts.js'), loadTexts('roster-parts')]);
  return { default: loaded.RunParts };
});

/** The parts of a running roster job; nothing, and nothing loaded, for one in one piece. */
export function LazyRunParts({ progress }: { readonly progress: unknown }) {
  const lines = partLines(progress);
  if (lines.length < 2) return null;
  return (
    <Suspense fallback={null}>
      <RunParts lines={lines} />
    </Suspense>
  );
}

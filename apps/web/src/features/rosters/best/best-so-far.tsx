import { lazy, Suspense, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';

const BestPanel = lazy(() => import('./best-panel.js').then((it) => ({ default: it.BestPanel })));

interface BestSoFarProps {
  readonly isRunning: boolean;
  /** Shown without being asked: after a run whose roster an edit kept out of the draft. */
  readonly isOpen?: boolean;
}

/** Shows the best roster of the run over the board, and hides it. */
export function BestSoFar({ isRunning, isOpen = false }: BestSoFarProps) {
  const [open, setOpen] = useState(isOpen);
  return (
    <>
      <div className="b-actions">
        <Button kind={isRunning && !open ? 'primary' : 'plain'} onPress={() => setOpen(!open)}>
          {t(open ? 'rosterBest.hide' : 'rosterBest.show')}
        </Button>
      </div>
      <Suspense fallback={null}>{open ? <BestPanel isRunning={isRunning} /> : null}</Suspense>
    </>
  );
}

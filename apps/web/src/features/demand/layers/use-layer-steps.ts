import { useViewer } from '../../../app/session.js';
import { t } from '../../../app/i18n/t.js';
import { showToast } from '../../../ui/toast.js';
import type { DemandView, ForecastEdit } from '../demand.model.js';
import { useChangeLayers } from './layers.queries.js';
import { stepsOf } from './steps.js';

export interface LayerUpdate {
  readonly undone?: boolean;
  readonly off?: boolean;
  readonly reason?: string;
}

/** Undo, redo and the other changes of kept layers; says aloud when somebody else was first. */
export function useLayerSteps(view: DemandView) {
  const { userId } = useViewer();
  const mutation = useChangeLayers();
  const steps = stepsOf(view.edits, userId);
  const change = async (layers: readonly ForecastEdit[], update: LayerUpdate) => {
    if (layers.length === 0) return;
    const named = layers.map(({ id, version }) => ({ id, version }));
    try {
      const answer = await mutation.mutateAsync({ layers: named, ...update });
      if (answer.__typename === 'ForecastLayersChanged') return;
      const meanwhile = answer.__typename === 'ForecastEditedMeanwhile';
      showToast({ tone: 'problem', text: meanwhile ? t('demandEdit.changedMeanwhile') : answer.message });
    } catch {
      showToast({ tone: 'problem', text: t('demandEdit.notSaved') });
    }
  };
  return {
    canUndo: steps.undo.length > 0,
    canRedo: steps.redo.length > 0,
    busy: mutation.isPending,
    change,
    undo: () => change(steps.undo, { undone: true }),
    redo: () => change(steps.redo, { undone: false }),
  };
}

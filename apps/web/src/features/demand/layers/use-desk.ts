import { applyLayers, type DemandLayer, type EditableSeries, type EditedMeasure } from '@yotei/forecast/edits';
import { useMemo, useRef, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { showToast } from '../../../ui/toast.js';
import type { DemandView, ForecastEdit } from '../demand.model.js';
import { proposed, type Draft, type Selection } from './draft.js';
import { inputOf, keptForecast } from './editable.js';
import { useDraft } from './use-draft.js';
import { useAddLayers, type LayersAnswer } from './layers.queries.js';
import { useLayerSteps } from './use-layer-steps.js';

/** A draft on its way to the server: shown as if kept, until a reading of the screen holds it. */
interface Sent {
  readonly id: number;
  readonly layers: Draft;
  /** Of the answer; null while there is none. */
  readonly revision: number | null;
}

/** Why a draft came back. */
export type Refusal =
  | { readonly kind: 'meanwhile'; readonly layers: readonly ForecastEdit[]; readonly reason: string }
  | { readonly kind: 'failed'; readonly message: string };

function useSending(queueId: string, view: DemandView, back: (layers: Draft, refusal: Refusal) => void) {
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const nextId = useRef(1);
  const seen = useRef(0);
  seen.current = Math.max(seen.current, view.editsRevision);
  const add = useAddLayers();
  const stepMinutes = view.actualContacts.stepMinutes;
  const send = async (layers: Draft, reason: string) => {
    const id = nextId.current++;
    const forget = () => setSent((all) => all.filter((one) => one.id !== id));
    const onAnswer = (answer: LayersAnswer) => {
      if (answer.__typename === 'ForecastEditedMeanwhile') seen.current = Math.max(seen.current, answer.revision);
      if (answer.__typename !== 'ForecastLayersChanged') return;
      seen.current = Math.max(seen.current, answer.revision);
      setSent((all) => all.map((one) => (one.id === id ? { ...one, revision: answer.revision } : one)));
    };
    setSent((all) => [...all, { id, layers, revision: null }]);
    const input = () => ({
      queueId,
      reason,
      basedOnRevision: seen.current,
      layers: layers.map((layer) => inputOf(layer, stepMinutes)),
    });
    try {
      const answer = await add.mutateAsync({ input, onAnswer });
      if (answer.__typename === 'ForecastEditedMeanwhile')
        back(layers, { kind: 'meanwhile', layers: answer.layers, reason });
      else if (answer.__typename !== 'ForecastLayersChanged') back(layers, { kind: 'failed', message: answer.message });
    } catch {
      back(layers, { kind: 'failed', message: t('demandEdit.notSaved') });
    }
    forget();
  };
  const under = sent.filter(({ revision }) => revision === null || view.editsRevision < revision);
  return { send, under, sending: add.isPending };
}

/** Everything that edits the forecast shown: what is selected, what is drafted, what is kept, and the way back. */
export interface Desk {
  readonly zone: string;
  readonly measure: EditedMeasure;
  readonly mayEdit: boolean;
  readonly kept: EditableSeries;
  /** With the draft on top. */
  readonly now: EditableSeries;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly push: (layer: DemandLayer) => void;
  readonly selection: Selection | null;
  readonly select: (selection: Selection | null) => void;
  readonly commit: (reason: string) => void;
  /** Drops the draft, or when there is none the selection. */
  readonly cancel: () => void;
  readonly refusal: Refusal | null;
  readonly sending: boolean;
  readonly steps: ReturnType<typeof useLayerSteps>;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface DeskOf {
  readonly queueId: string;
  readonly zone: string;
  readonly view: DemandView;
  readonly measure: EditedMeasure;
}

/** Null without a forecast: then there is nothing to edit. */
export function useDesk({ queueId, zone, view, measure }: DeskOf): Desk | null {
  const viewer = useViewer();
  const { draft, change, isShown } = useDraft(`${queueId} ${view.fromOn} ${view.days}`);
  const [selection, select] = useState<Selection | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const steps = useLayerSteps(view);
  const { send, under, sending } = useSending(queueId, view, (layers, why) => {
    change((since) => [...layers, ...since]);
    setRefusal(why);
    if (!isShown()) showToast({ tone: 'problem', text: t('demandEdit.cameBack') });
  });
  const forecast = useMemo(() => keptForecast(view), [view]);
  const onTop = under.map(({ id }) => id).join();
  const kept = useMemo(
    () =>
      forecast &&
      applyLayers(
        forecast,
        under.flatMap(({ layers }) => layers),
        zone,
      ),
    [forecast, onTop, zone],
  );
  const now = useMemo(() => kept && proposed(kept, draft, zone), [kept, draft, zone]);
  if (!kept || !now) return null;
  const drop = () => (change(() => []), setRefusal(null));
  return {
    ...{ zone, measure, kept, now, draft, selection, select, refusal, sending, steps },
    setDraft: (next) => change(() => next),
    mayEdit: can(viewer, 'demand.edit'),
    push: (layer) => change((below) => [...below, layer]),
    commit: (reason) => {
      if (draft.length === 0 || !reason.trim()) return;
      drop();
      void send(draft, reason.trim());
    },
    cancel: () => (draft.length > 0 ? drop() : select(null)),
    undo: () => (draft.length > 0 ? change((all) => all.slice(0, -1)) : void steps.undo()),
    redo: () => void steps.redo(),
  };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  PromoteScenarioDocument,
  UndoScenarioPromotionDocument,
  type ScenarioAbsentInput,
} from '../../../graphql/generated/graphql.js';
import { showToast } from '../../../ui/toast.js';
import type { ScenarioItem } from '../tree/scenario-tree.model.js';

/** Writes what can be written, says so, and takes it back. */
export function usePromote({ item, onClose }: { readonly item: ScenarioItem; readonly onClose: () => void }) {
  const client = useQueryClient();
  const failed = () => showToast({ text: t('ui.failed'), tone: 'problem' });
  const moved = () => client.invalidateQueries();
  const undo = useMutation({
    mutationFn: async (id: string) => (await request(UndoScenarioPromotionDocument, { id })).undoScenarioPromotion,
    onSuccess: (result) => {
      if (result.__typename === 'ScenarioPromoted') showToast({ text: t('scenarios.promotionUndone') });
      else failed();
      return moved();
    },
    onError: failed,
  });
  return useMutation({
    mutationFn: async (absent: readonly ScenarioAbsentInput[]) =>
      (await request(PromoteScenarioDocument, { id: item.id, version: item.version, absent: [...absent] }))
        .promoteScenario,
    onSuccess: (result) => {
      if (result.__typename === 'ScenarioPromoted') {
        const { id } = result.promotion;
        showToast({
          text: t('scenarios.promoted', { name: item.name }),
          action: { text: t('ui.undo'), run: () => undo.mutate(id) },
        });
        onClose();
      } else if (result.__typename === 'ScenarioPromotionRefused') showToast({ text: result.because, tone: 'problem' });
      else failed();
      return moved();
    },
    onError: failed,
  });
}

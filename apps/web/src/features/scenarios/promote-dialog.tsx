import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Minus } from 'lucide-react';
import { local, t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  PromoteScenarioDocument,
  ScenarioPromotionPlanDocument,
  UndoScenarioPromotionDocument,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import type { ScenarioItem } from './tree/scenario-tree.model.js';

export interface PromoteDialogProps {
  readonly item: ScenarioItem;
  readonly onClose: () => void;
}

const ICON = { size: 14, strokeWidth: 2 } as const;

/** Writes what can be written, says so, and takes it back. */
function usePromote({ item, onClose }: PromoteDialogProps) {
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
    mutationFn: async () =>
      (await request(PromoteScenarioDocument, { id: item.id, version: item.version })).promoteScenario,
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

/** What of a scenario becomes the plan, line by line, before it does. */
export function PromoteDialog(props: PromoteDialogProps) {
  const { item, onClose } = props;
  const plan = useQuery({
    queryKey: ['scenario-promotion', item.id, item.version],
    queryFn: async () => (await request(ScenarioPromotionPlanDocument, { id: item.id })).scenarioPromotion,
  });
  const promote = usePromote(props);
  const lines = plan.data?.__typename === 'ScenarioPromotionPlan' ? plan.data.lines : [];
  return (
    <Dialog title={t('scenarios.promoteTitle', { name: item.name })} isOpen onClose={onClose} width={560}>
      <QueryState query={plan} skeleton={<SkeletonRows rows={3} />}>
        {(found) => (
          <div className="y-scn-form">
            {found.__typename === 'ScenarioPromotionPlan' ? null : <p role="alert">{found.message}</p>}
            <ul className="y-scn-promotion">
              {lines.map(({ index, promoted, text }) => (
                <li key={index}>
                  {promoted ? (
                    <Check {...ICON} role="img" aria-label={t('scenarios.willBePromoted')} />
                  ) : (
                    <Minus {...ICON} role="img" aria-label={t('scenarios.cannotBePromoted')} />
                  )}
                  <span>{local(text)}</span>
                </li>
              ))}
            </ul>
            <div className="y-scn-form-acts">
              <Button onPress={onClose}>{t('ui.cancel')}</Button>
              <Button
                kind="primary"
                isDisabled={!lines.some(({ promoted }) => promoted) || promote.isPending}
                onPress={() => promote.mutate()}
              >
                {t('scenarios.promoteNow')}
              </Button>
            </div>
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}

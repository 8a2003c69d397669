import { useQuery } from '@tanstack/react-query';
import { changesInWords, type ScenarioBase } from '@yotei/scheduling/scenarios';
import { Check, Minus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { currentLanguage } from '../../../app/i18n/language.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { ScenarioPromotionPlanDocument, type ScenarioAbsentInput } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import type { ScenarioItem } from '../tree/scenario-tree.model.js';
import { AbsentPicker } from './absent-picker.js';
import type { PromotionLine, PromotionPlan } from './promotion.model.js';
import { usePromote } from './use-promote.js';

export interface PromoteDialogProps {
  readonly item: ScenarioItem;
  readonly base: ScenarioBase;
  readonly onClose: () => void;
}

const ICON = { size: 14, strokeWidth: 2 } as const;

/** Forecasts before and after, queue by queue. */
function DemandPreview({ line, base }: { readonly line: PromotionLine; readonly base: ScenarioBase }) {
  if (line.demand.length === 0) return null;
  const titleOf = (queueId: string) => base.queues.find(({ id }) => id === queueId)?.title ?? queueId;
  const seconds = (value: number | null) => (value === null ? '–' : formatNumber(value, 1));
  return (
    <ul className="y-quiet">
      {line.demand.map(({ queueId, contactsBefore, contactsAfter, handleSecondsBefore, handleSecondsAfter }) => (
        <li key={queueId}>
          {t('scenarios.promotedDemand', {
            queue: titleOf(queueId),
            before: formatNumber(contactsBefore),
            after: formatNumber(contactsAfter),
            secondsBefore: seconds(handleSecondsBefore),
            secondsAfter: seconds(handleSecondsAfter),
          })}
        </li>
      ))}
    </ul>
  );
}

function PromotedLine({
  line,
  base,
  words,
  children,
}: {
  readonly line: PromotionLine;
  readonly base: ScenarioBase;
  readonly words: string;
  readonly children?: ReactNode;
}) {
  return (
    <li>
      {line.promoted ? (
        <Check {...ICON} role="img" aria-label={t('scenarios.willBePromoted')} />
      ) : (
        <Minus {...ICON} role="img" aria-label={t('scenarios.cannotBePromoted')} />
      )}
      <div>
        <strong>{words}</strong>
        <p>{local(line.text)}</p>
        <DemandPreview line={line} base={base} />
        {children}
      </div>
    </li>
  );
}

function PlanView({ plan, ...props }: PromoteDialogProps & { readonly plan: PromotionPlan }) {
  const { item, base, onClose } = props;
  const promote = usePromote(props);
  const words = changesInWords(item.changes, base, currentLanguage());
  const [chosen, setChosen] = useState<ReadonlyMap<number, ScenarioAbsentInput>>(new Map());
  const chosenOf = (index: number) =>
    chosen.get(index) ?? { index, agentIds: [], kind: plan.absenceKinds[0]?.code ?? '' };
  const absent = [...chosen.values()].filter(({ agentIds }) => agentIds.length > 0);
  const isSomething = plan.lines.some(({ promoted }) => promoted) || absent.length > 0;
  return (
    <>
      <ul className="y-scn-promotion">
        {plan.lines.map((line) => (
          <PromotedLine key={line.index} line={line} base={base} words={words[line.index] ?? ''}>
            {line.absent ? (
              <AbsentPicker
                absent={line.absent}
                kinds={plan.absenceKinds}
                chosen={chosenOf(line.index)}
                onChoose={(next) => setChosen(new Map(chosen).set(line.index, { ...next, index: line.index }))}
              />
            ) : null}
          </PromotedLine>
        ))}
      </ul>
      <div className="y-scn-form-acts">
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button kind="primary" isDisabled={!isSomething || promote.isPending} onPress={() => promote.mutate(absent)}>
          {t('scenarios.promoteNow')}
        </Button>
      </div>
    </>
  );
}

/** What of a scenario becomes the plan, line by line, before it does. */
export function PromoteDialog(props: PromoteDialogProps) {
  const { item, onClose } = props;
  const plan = useQuery({
    queryKey: ['scenario-promotion', item.id, item.version],
    queryFn: async () => (await request(ScenarioPromotionPlanDocument, { id: item.id })).scenarioPromotion,
  });
  return (
    <Dialog title={t('scenarios.promoteTitle', { name: item.name })} isOpen onClose={onClose} width={640}>
      <QueryState query={plan} skeleton={<SkeletonRows rows={3} />}>
        {(found) => (
          <div className="y-scn-form">
            {found.__typename === 'ScenarioPromotionPlan' ? (
              <PlanView {...props} plan={found} />
            ) : (
              <p role="alert">{found.message}</p>
            )}
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changesInWords, type ScenarioBase } from '@yotei/scheduling/scenarios';
import { Check, Minus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { currentLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  PromoteScenarioDocument,
  ScenarioPromotionPlanDocument,
  UndoScenarioPromotionDocument,
  type ScenarioAbsentInput,
  type ScenarioPromotionPlanQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Checkbox, Select } from '../../ui/fields.js';
import { TextField } from '../../ui/text-field.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import type { ScenarioItem } from './tree/scenario-tree.model.js';

export interface PromoteDialogProps {
  readonly item: ScenarioItem;
  readonly base: ScenarioBase;
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

type Plan = Extract<ScenarioPromotionPlanQuery['scenarioPromotion'], { readonly __typename: 'ScenarioPromotionPlan' }>;
type Line = Plan['lines'][number];

/** Forecasts before and after, queue by queue. */
function DemandPreview({ line, base }: { readonly line: Line; readonly base: ScenarioBase }) {
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

const MOST_SHOWN = 60;

/** Who is away: the scenario says how many, a person says who. */
function AbsentPicker({
  absent,
  kinds,
  chosen,
  onChoose,
}: {
  readonly absent: NonNullable<Line['absent']>;
  readonly kinds: Plan['absenceKinds'];
  readonly chosen: Omit<ScenarioAbsentInput, 'index'>;
  readonly onChoose: (chosen: Omit<ScenarioAbsentInput, 'index'>) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const found = absent.candidates.filter(
    ({ id, name }) => chosen.agentIds.includes(id) || name.toLocaleLowerCase().includes(wanted),
  );
  const isFull = chosen.agentIds.length >= absent.agents;
  const toggle = (id: string, on: boolean) =>
    onChoose({ ...chosen, agentIds: on ? [...chosen.agentIds, id] : chosen.agentIds.filter((one) => one !== id) });
  return (
    <fieldset className="y-scn-absent-people">
      <legend>
        {t('scenarios.whoIsAway', { chosen: formatNumber(chosen.agentIds.length), count: formatNumber(absent.agents) })}
      </legend>
      <Select
        label={t('scenarios.absenceKind')}
        value={chosen.kind}
        options={kinds.map(({ code, title }) => ({ id: code, text: local(title) }))}
        onChange={(kind) => onChoose({ ...chosen, kind })}
      />
      <TextField label={t('scenarios.findPerson')} value={text} onChange={setText} />
      <div className="y-scn-absent-names">
        {found.slice(0, MOST_SHOWN).map(({ id, name }) => {
          const isChosen = chosen.agentIds.includes(id);
          return (
            <Checkbox key={id} isSelected={isChosen} isDisabled={isFull && !isChosen} onChange={(on) => toggle(id, on)}>
              {name}
            </Checkbox>
          );
        })}
      </div>
    </fieldset>
  );
}

function PromotedLine({
  line,
  base,
  words,
  children,
}: {
  readonly line: Line;
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

function PlanView({ plan, ...props }: PromoteDialogProps & { readonly plan: Plan }) {
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

import {
  classInWords,
  moveInWords,
  type CapacityPlan,
  type HeadMove,
  type HiringClass,
} from '@yotei/scheduling/capacity';
import { Plus, Sparkles, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDateWithYear } from '../../app/format/format-time.js';
import { currentLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';
import { NumberField, Select } from '../../ui/fields.js';
import { addedClass, weekOn, withClass } from './plan-edits.js';
import { ProposeDialog } from './propose-dialog.js';
import { RiskPanel } from './risk-panel.js';
import type { EditedPlan } from './use-plan.js';

interface RowProps {
  readonly plan: CapacityPlan;
  readonly one: HiringClass;
  readonly onPlan: ((plan: CapacityPlan) => void) | undefined;
}

function ClassRow({ plan, one, onPlan }: RowProps) {
  const group = plan.groups.find(({ id }) => id === one.groupId)!;
  const why = useMemo(() => classInWords(plan, one, currentLanguage()), [plan, one]);
  const name = t('capacity.classOf', { group: local(group.title) });
  return (
    <li>
      <div className="y-class-row">
        <strong>{local(group.title)}</strong>
        <Select
          label={`${name} ${t('capacity.startsOn')}`}
          hideLabel
          isDisabled={!onPlan}
          value={String(one.week)}
          options={Array.from({ length: plan.weeks }, (_, week) => ({
            id: String(week),
            text: formatDateWithYear(weekOn(plan, week)),
          }))}
          onChange={(week) => onPlan?.(withClass(plan, one.id, { week: Number(week) }))}
        />
        <NumberField
          aria-label={`${name} ${t('capacity.heads')}`}
          label=""
          value={one.heads}
          minValue={1}
          maxValue={10_000}
          isDisabled={!onPlan}
          onChange={(heads) => onPlan?.(withClass(plan, one.id, { heads }))}
          unit={t('capacity.people')}
        />
        {onPlan ? (
          <IconButton
            label={t('capacity.removeClass', { group: local(group.title) })}
            icon={<Trash2 size={14} strokeWidth={1.75} />}
            onPress={() => onPlan(withClass(plan, one.id, { heads: 0 }))}
          />
        ) : null}
      </div>
      <p className="y-quiet">{why}</p>
    </li>
  );
}

function MoveRow({ plan, one, onPlan }: Omit<RowProps, 'one'> & { readonly one: HeadMove }) {
  const why = useMemo(() => moveInWords(plan, one, currentLanguage()), [plan, one]);
  return (
    <li>
      <div className="y-class-row">
        <span>{why}</span>
        {onPlan ? (
          <IconButton
            label={t('capacity.removeMove')}
            icon={<Trash2 size={14} strokeWidth={1.75} />}
            onPress={() => onPlan({ ...plan, moves: plan.moves.filter(({ id }) => id !== one.id) })}
          />
        ) : null}
      </div>
    </li>
  );
}

/** All classes of the plan with why each is there, the optimiser's proposal, and what may come. */
export function HiringPanel({ edited, mayEdit }: { readonly edited: EditedPlan; readonly mayEdit: boolean }) {
  const { plan, change } = edited;
  const [proposing, setProposing] = useState(false);
  const onPlan = mayEdit ? change : undefined;
  const classes = [...plan.classes].sort((a, b) => a.week - b.week);
  return (
    <section aria-label={t('capacity.part_hiring')} className="y-capacity-hiring">
      {onPlan ? (
        <div className="y-capacity-head">
          <Button
            kind="primary"
            icon={<Sparkles size={14} strokeWidth={1.75} aria-hidden />}
            onPress={() => setProposing(true)}
          >
            {t('capacity.propose')}
          </Button>
          {plan.groups.length > 0 ? <AddClass plan={plan} onPlan={onPlan} /> : null}
        </div>
      ) : null}
      {classes.length + plan.moves.length === 0 ? <p>{t('capacity.noHiring')}</p> : null}
      <ul className="y-class-list">
        {classes.map((one) => (
          <ClassRow key={one.id} plan={plan} one={one} onPlan={onPlan} />
        ))}
        {plan.moves.map((one) => (
          <MoveRow key={one.id} plan={plan} one={one} onPlan={onPlan} />
        ))}
      </ul>
      <RiskPanel plan={plan} />
      {proposing ? <ProposeDialog edited={edited} onClose={() => setProposing(false)} /> : null}
    </section>
  );
}

function AddClass({ plan, onPlan }: { readonly plan: CapacityPlan; readonly onPlan: (plan: CapacityPlan) => void }) {
  const [groupId, setGroup] = useState(plan.groups[0]!.id);
  const group = plan.groups.find(({ id }) => id === groupId) ?? plan.groups[0]!;
  return (
    <>
      <Select
        label={t('capacity.classGroup')}
        hideLabel
        value={group.id}
        options={plan.groups.map(({ id, title }) => ({ id, text: local(title) }))}
        onChange={setGroup}
      />
      <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={() => onPlan(addedClass(plan, group))}>
        {t('capacity.addClass')}
      </Button>
    </>
  );
}

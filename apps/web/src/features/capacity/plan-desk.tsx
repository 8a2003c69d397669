import {
  capacityInWords,
  evaluateCapacity,
  totalWeeks,
  wholeOf,
  type CapacityGroup,
  type CapacityPlan,
} from '@yotei/scheduling/capacity';
import { moneyText } from '@yotei/scheduling/costs';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { currentLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import { Button, IconButton, Segmented } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Select } from '../../ui/fields.js';
import { CAPACITY_PARTS, type CapacityPart, type CapacitySearch } from './capacity.search.js';
import type { SavedPlan } from './capacity.queries.js';
import { ComparePanel } from './compare-panel.js';
import { FilesMenu } from './files-menu.js';
import { HiringPanel } from './hiring-panel.js';
import { PlanChart } from './plan-chart.js';
import { PlanGrid } from './plan-grid.js';
import { TermsPanel } from './terms-panel.js';
import { withGroup } from './plan-edits.js';
import { usePlan, type EditedPlan } from './use-plan.js';

export interface PlanDeskProps {
  readonly saved: SavedPlan;
  readonly search: CapacitySearch;
  readonly show: (next: CapacitySearch) => void;
  readonly mayEdit: boolean;
}

/** Ctrl+Z and its kin, unless something is being typed. */
function useUndoKeys({ undo, redo }: Pick<EditedPlan, 'undo' | 'redo'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) undo();
      else if (key === 'y' || key === 'z') redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

function SaveState({ edited }: { readonly edited: EditedPlan }) {
  const { state, faults, takeTheirs, keepMine, stored } = edited;
  if (state === 'conflict')
    return (
      <p role="alert" className="y-capacity-conflict">
        {t('capacity.changedMeanwhile')} <Button onPress={takeTheirs}>{t('capacity.takeTheirs')}</Button>{' '}
        <Button onPress={keepMine}>{t('capacity.keepMine')}</Button>
      </p>
    );
  if (state === 'faulty')
    return (
      <p role="alert" className="y-capacity-conflict">
        {t('capacity.faulty', { count: faults.length })} {local(faults[0]!.message)}
      </p>
    );
  return (
    <Chip tone={state === 'saved' ? 'good' : state === 'failed' ? 'must' : 'plain'}>
      {t(`capacity.state_${state}`, { version: stored.version })}
    </Chip>
  );
}

/** The whole plan at a glance, and in words. */
function Summary({ plan }: { readonly plan: CapacityPlan }) {
  const { sentences, tiles } = useMemo(() => {
    const answer = evaluateCapacity(plan);
    const whole = wholeOf(totalWeeks(answer.groups));
    return {
      sentences: capacityInWords(plan, answer, currentLanguage()),
      tiles: [
        [t('capacity.tileRequired'), formatNumber(whole.requiredFte, 1)],
        [t('capacity.tileEffective'), formatNumber(whole.effectiveFte, 1)],
        [t('capacity.tileShort'), formatPercent(whole.shortFraction, 1)],
        [t('capacity.tileOccupancy'), formatPercent(whole.occupancyFraction, 1)],
        [t('capacity.tileCost'), moneyText(answer.cost, plan.currency, { language: currentLanguage(), isWhole: true })],
      ] as const,
    };
  }, [plan]);
  return (
    <section className="y-capacity-summary" aria-label={t('capacity.summary')}>
      <dl>
        {tiles.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Head({ props, edited, group }: DeskPartProps) {
  const { search, show, mayEdit } = props;
  const { plan } = edited;
  const icon = { size: 18, strokeWidth: 1.75 } as const;
  return (
    <div className="y-capacity-head">
      <Select
        label={t('capacity.group')}
        hideLabel
        value={group.id}
        options={plan.groups.map(({ id, title }) => ({ id, text: local(title) }))}
        onChange={(id) => show({ group: id })}
      />
      <Segmented<CapacityPart>
        label={t('capacity.part')}
        value={search.part ?? 'chart'}
        options={CAPACITY_PARTS.map((value) => ({ value, text: t(`capacity.part_${value}`) }))}
        onChange={(part) => show({ part })}
      />
      <span className="y-toolbar-fill" />
      {mayEdit ? (
        <>
          <IconButton
            label={t('capacity.undo')}
            icon={<Undo2 {...icon} />}
            onPress={edited.undo}
            isDisabled={!edited.canUndo}
          />
          <IconButton
            label={t('capacity.redo')}
            icon={<Redo2 {...icon} />}
            onPress={edited.redo}
            isDisabled={!edited.canRedo}
          />
        </>
      ) : null}
      <FilesMenu plan={plan} title={edited.stored.title} onPlan={mayEdit ? edited.change : undefined} />
      <SaveState edited={edited} />
    </div>
  );
}

interface DeskPartProps {
  readonly props: PlanDeskProps;
  readonly edited: EditedPlan;
  readonly group: CapacityGroup;
}

function Part({ props, edited, group }: DeskPartProps) {
  const { search, show, mayEdit } = props;
  const { plan, change } = edited;
  const onPlan = mayEdit ? change : undefined;
  switch (search.part ?? 'chart') {
    case 'grid':
      return <PlanGrid plan={plan} group={group} onPlan={onPlan} />;
    case 'hiring':
      return <HiringPanel edited={edited} mayEdit={mayEdit} />;
    case 'terms':
      return (
        <TermsPanel
          plan={plan}
          group={group}
          onGroup={onPlan && ((next) => onPlan(withGroup(plan, next)))}
          onPlan={onPlan}
        />
      );
    case 'compare':
      return (
        <ComparePanel
          plan={plan}
          title={edited.stored.title}
          planId={edited.stored.id}
          withId={search.with}
          onWith={(id) => show({ with: id })}
        />
      );
    case 'chart':
      return <PlanChart plan={plan} group={group} onPlan={onPlan} />;
  }
}

/** One plan: its figures, its assumptions, its classes; every change is judged at once and saved by itself. */
export function PlanDesk(props: PlanDeskProps) {
  const { saved, search, mayEdit } = props;
  const edited = usePlan(saved, mayEdit);
  useUndoKeys(edited);
  const { plan } = edited;
  const group = plan.groups.find(({ id }) => id === search.group) ?? plan.groups[0]!;
  return (
    <div className="y-capacity">
      <Summary plan={plan} />
      <Head props={props} edited={edited} group={group} />
      <Part props={props} edited={edited} group={group} />
      {saved.notes.length > 0 ? (
        <details className="y-capacity-notes">
          <summary>{t('capacity.notes', { count: saved.notes.length })}</summary>
          <ul>
            {saved.notes.map(({ kind, text }) => (
              <li key={kind}>{local(text)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

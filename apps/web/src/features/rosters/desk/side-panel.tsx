import { lazy, memo, Suspense } from 'react';
import { t } from '../../../app/i18n/t.js';
import { SkeletonRows } from '../../../ui/states.js';
import { Tabs } from '../../../ui/tabs.js';
import { BreachPanel } from './breach-panel.js';
import { useCalmState } from './calm-state.js';
import { useDeskState } from './desk-context.js';
import { shown, type Findings } from './desk-state.js';
import { writeLabel } from './desk-words.js';
import type { BoardPanel } from './roster-board.search.js';

/** Nothing is selected when the board comes up. */
const SelectionPanel = lazy(() => import('./selection-panel.js').then((m) => ({ default: m.SelectionPanel })));
const DifferencePanel = lazy(() => import('./difference-panel.js').then((m) => ({ default: m.DifferencePanel })));

interface SidePanelProps {
  readonly panel: BoardPanel;
  readonly onPanel: (panel: BoardPanel) => void;
}

function countOf(findings: Findings): number {
  let count = 0;
  for (const list of findings.values()) count += list.length;
  return count;
}

/** Selection, breaches and the changes of this session. Beside the board: it follows a moving hand now and then. */
export const SidePanel = memo(function SidePanel({ panel, onPanel }: SidePanelProps) {
  const selected = useDeskState((state) => state.selection.targets.length);
  const breaches = useCalmState((state) => countOf(shown(state).findings));
  const changes = useDeskState((state) => state.undo.done.length);
  return (
    <Tabs
      label={t('board.panels')}
      selected={panel}
      onSelect={(id) => onPanel(id as BoardPanel)}
      items={[
        {
          id: 'selection',
          title: t('board.selection'),
          count: selected,
          panel: (
            <Suspense fallback={<SkeletonRows rows={2} />}>
              <SelectionPanel />
            </Suspense>
          ),
        },
        { id: 'breaches', title: t('board.breaches'), count: breaches, panel: <BreachPanel /> },
        { id: 'changes', title: t('board.changes'), count: changes, panel: <ChangesPanel /> },
      ]}
    />
  );
});

/** Steps of this session, newest first, and what differs from an earlier roster. */
function ChangesPanel() {
  return (
    <>
      <SessionSteps />
      <Suspense fallback={<SkeletonRows rows={2} />}>
        <DifferencePanel />
      </Suspense>
    </>
  );
}

function SessionSteps() {
  const done = useDeskState((state) => state.undo.done);
  const model = useDeskState((state) => state.model);
  if (done.length === 0) return <p className="b-quiet b-panel-note">{t('board.noChanges')}</p>;
  return (
    <ol className="b-plain-list" reversed>
      {done.toReversed().map((step, index) => (
        <li key={done.length - index}>{writeLabel(model, step.label)}</li>
      ))}
    </ol>
  );
}

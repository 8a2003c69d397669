import type { ScenarioBase, ScenarioChange, ScenarioFault } from '@yotei/scheduling/scenarios';
import { Plus } from 'lucide-react';
import { lazy, memo, Suspense, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { useLanguage } from '../../../app/i18n/language.js';
import { useLatest } from '../../../app/use-latest.js';
import { Button } from '../../../ui/button.js';
import { oftenAsked } from './asked-often.js';
import { ChangeList } from './change-list.js';
import { SlidersPanel } from './sliders-panel.js';

// Twenty forms and the law packs they choose from come when one is opened.
const ChangeDialog = lazy(() => import('./forms/change-dialog.js').then((it) => ({ default: it.ChangeDialog })));

type Changes = readonly ScenarioChange[];

export interface ChangesPanelProps {
  readonly base: ScenarioBase;
  readonly changes: Changes;
  readonly faults: readonly ScenarioFault[];
  /** While a hand moves. */
  readonly onMove: (changes: Changes) => void;
  /** A finished step. */
  readonly onDone: (changes: Changes) => void;
}

const Asked = memo(function Asked({
  base,
  onAsk,
}: Pick<ChangesPanelProps, 'base'> & { readonly onAsk: (ask: (changes: Changes) => Changes) => void }) {
  return (
    <section className="y-panel" aria-label={t('scenarios.askTitle')}>
      <div className="y-panel-head">
        <h2>{t('scenarios.askTitle')}</h2>
      </div>
      <div className="y-panel-body y-scn-asked">
        {oftenAsked(base).map(({ id, text, ask }) => (
          <Button key={id} onPress={() => onAsk(ask)}>
            {t(text)}
          </Button>
        ))}
      </div>
    </section>
  );
});

/** What is different from the base: questions in one press, sliders, the list in words, and a form for every kind. */
export function ChangesPanel({ base, changes, faults, onMove, onDone }: ChangesPanelProps) {
  const language = useLanguage();
  const ask = useLatest((question: (changes: Changes) => Changes) => onDone(question(changes)));
  /** Index of the edited change; null a new one; undefined none. */
  const [edited, setEdited] = useState<number | null>();
  return (
    <>
      <Asked key={language} base={base} onAsk={ask} />
      <section className="y-panel" aria-label={t('scenarios.slidersTitle')}>
        <div className="y-panel-head">
          <h2>{t('scenarios.slidersTitle')}</h2>
        </div>
        <div className="y-panel-body">
          <SlidersPanel base={base} changes={changes} onMove={onMove} onDone={onDone} />
        </div>
      </section>
      <section className="y-panel" aria-label={t('scenarios.changesTitle')}>
        <div className="y-panel-head">
          <h2>{t('scenarios.changesTitle')}</h2>
          <span className="y-toolbar-fill" />
          <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setEdited(null)}>
            {t('scenarios.addChange')}
          </Button>
        </div>
        <div className="y-panel-body">
          <ChangeList base={base} changes={changes} faults={faults} onDone={onDone} onEdit={setEdited} />
        </div>
      </section>
      {edited === undefined ? null : (
        <Suspense fallback={null}>
          <ChangeDialog
            base={base}
            changes={changes}
            index={edited}
            onDone={onDone}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

import type { ScenarioBase, ScenarioFault } from '@yotei/scheduling/scenarios';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { useLanguage } from '../../../app/i18n/language.js';
import { Button } from '../../../ui/button.js';
import type { Desk } from '../use-desk.js';
import { oftenAsked } from './asked-often.js';
import { ChangeList } from './change-list.js';
import { SlidersPanel } from './sliders-panel.js';

// Twenty forms and the law packs they choose from come when one is opened.
const ChangeDialog = lazy(() => import('./forms/change-dialog.js').then((it) => ({ default: it.ChangeDialog })));

export interface ChangesPanelProps {
  readonly base: ScenarioBase;
  readonly desk: Desk;
  readonly faults: readonly ScenarioFault[];
}

/** What is different from the base: questions in one press, sliders, the list in words, and a form for every kind. */
export function ChangesPanel({ base, desk, faults }: ChangesPanelProps) {
  const { changes, move, done } = desk;
  const language = useLanguage();
  const asked = useMemo(() => oftenAsked(base), [base, language]);
  /** Index of the edited change; null a new one; undefined none. */
  const [edited, setEdited] = useState<number | null>();
  return (
    <>
      <section className="y-panel" aria-label={t('scenarios.askTitle')}>
        <div className="y-panel-head">
          <h2>{t('scenarios.askTitle')}</h2>
        </div>
        <div className="y-panel-body y-scn-asked">
          {asked.map(({ id, text, ask }) => (
            <Button key={id} onPress={() => done(ask(changes))}>
              {t(text)}
            </Button>
          ))}
        </div>
      </section>
      <section className="y-panel" aria-label={t('scenarios.slidersTitle')}>
        <div className="y-panel-head">
          <h2>{t('scenarios.slidersTitle')}</h2>
        </div>
        <div className="y-panel-body">
          <SlidersPanel base={base} changes={changes} onMove={move} onDone={done} />
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
          <ChangeList base={base} changes={changes} faults={faults} onDone={done} onEdit={setEdited} />
        </div>
      </section>
      {edited === undefined ? null : (
        <Suspense fallback={null}>
          <ChangeDialog
            base={base}
            changes={changes}
            index={edited}
            onDone={done}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

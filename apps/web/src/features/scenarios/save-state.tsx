import { Check, CircleAlert, Redo2, Undo2 } from 'lucide-react';
import { t } from '../../app/i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';
import type { Desk } from './use-desk.js';

const ICON = { size: 14, strokeWidth: 1.75 };

function StateText({ state }: Pick<Desk, 'state'>) {
  if (state === 'saved')
    return (
      <>
        <Check {...ICON} aria-hidden /> {t('scenarios.saved')}
      </>
    );
  if (state === 'saving') return t('scenarios.saving');
  if (state === 'read-only') return t('scenarios.readOnly');
  return t('scenarios.notSaved');
}

/** Undo, redo, and whether all is saved. */
export function SaveState({ desk, isBase }: { readonly desk: Desk; readonly isBase: boolean }) {
  const { state, canUndo, canRedo, undo, redo } = desk;
  return (
    <>
      <IconButton label={t('scenarios.undo')} icon={<Undo2 {...ICON} />} isDisabled={!canUndo} onPress={undo} />
      <IconButton label={t('scenarios.redo')} icon={<Redo2 {...ICON} />} isDisabled={!canRedo} onPress={redo} />
      <span role="status" className="y-quiet y-scn-save">
        {isBase && state === 'saved' ? null : <StateText state={state} />}
      </span>
    </>
  );
}

/** What hinders saving, with the ways out. */
export function SaveProblem({ desk }: { readonly desk: Desk }) {
  if (desk.state !== 'conflict' && desk.state !== 'gone') return null;
  return (
    <div role="alert" className="y-panel y-scn-problem">
      <CircleAlert size={18} strokeWidth={1.75} aria-hidden />
      <p>{t(desk.state === 'gone' ? 'scenarios.gone' : 'scenarios.conflict')}</p>
      {desk.state === 'conflict' ? (
        <>
          <Button onPress={desk.keepMine}>{t('scenarios.keepMine')}</Button>
          <Button onPress={desk.takeTheirs}>{t('scenarios.takeTheirs')}</Button>
        </>
      ) : null}
    </div>
  );
}

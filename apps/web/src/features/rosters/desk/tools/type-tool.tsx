import { useState, type FormEvent } from 'react';
import { formatDate } from '../../../../app/format/format-time.js';
import { t } from '../../../../app/i18n/t.js';
import { Button } from '../../../../ui/button.js';
import { TextField } from '../../../../ui/text-field.js';
import { enterCells } from '../../board/gestures/enter-cells.gesture.js';
import { useDesk, useDeskState } from '../desk-context.js';
import { entryOptions, selectedDays } from './entry-options.js';
import { Judgement } from './judgement.js';
import { cellProblemText, problemText } from './problem-text.js';
import { ToolFloat } from './tool-float.js';

/** `9-17 lunch 12`: types the times of every day selected, shown and judged on the board while it is typed. */
export function TypeTool({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { session } = desk;
  const model = useDeskState((state) => state.model);
  const [days] = useState(() => selectedDays(desk));
  const [text, setText] = useState('');
  const entered = enter(text);
  function enter(typed: string) {
    const cells = days.map((day) => ({ ...day, text: typed }));
    return enterCells(session.state.model, cells, entryOptions(desk, { verb: 'change', fill: true }));
  }
  const change = (typed: string) => {
    setText(typed);
    session.propose(enter(typed).proposal);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entered.proposal.edits.length === 0) return;
    session.cancel();
    session.commit(enter(text).proposal);
    onClose();
  };
  const [first] = entered.problems;
  const one = days.length === 1 ? days[0]! : null;
  return (
    <ToolFloat title={t('boardTools.typeTitle')} onClose={onClose}>
      <form className="b-tool-form" onSubmit={submit} noValidate>
        <p className="b-quiet">
          {one
            ? `${model.agents[one.agent]!.name} · ${formatDate(model.days[one.day]!.on)}`
            : t('boardTools.daysSelected', { count: days.length })}
        </p>
        <TextField
          label={t('boardTools.typeLabel')}
          hint={t('boardTools.typeHint')}
          value={text}
          onChange={change}
          error={first && text.trim() !== '' ? (one ? problemText(first) : cellProblemText(model, first)) : undefined}
          autoFocus
        />
        <Judgement />
        <div className="b-tool-row">
          <Button kind="primary" type="submit" isDisabled={entered.proposal.edits.length === 0}>
            {t('boardTools.apply')}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </div>
      </form>
    </ToolFloat>
  );
}

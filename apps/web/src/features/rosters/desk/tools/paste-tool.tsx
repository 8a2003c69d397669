import { useEffect, useState } from 'react';
import { t } from '../../../../app/i18n/t.js';
import { Button } from '../../../../ui/button.js';
import { rowOfAgent } from '../../board/index.js';
import { cellsOf } from '../../board/clipboard.js';
import { enterCells, type CellEntry, type EnteredCells } from '../../board/gestures/enter-cells.gesture.js';
import { useDesk, useDeskState, type Desk } from '../desk-context.js';
import { entryOptions, selectedDays } from './entry-options.js';
import { Judgement } from './judgement.js';
import { cellProblemText } from './problem-text.js';
import { ToolFloat } from './tool-float.js';

const SHOWN_PROBLEMS = 8;

interface Pasted extends EnteredCells {
  readonly cellCount: number;
  /** Cells of the table that lie beyond the last row or day. */
  readonly beyond: number;
}

/** One cell goes on every day selected; a table from the first of them on, over the rows and days shown. */
function placeCells(desk: Desk, table: readonly (readonly string[])[]): { cells: CellEntry[]; beyond: number } {
  const days = selectedDays(desk);
  const { model } = desk.session.state;
  const { layout } = desk.view.getState();
  if (table.length === 1 && table[0]!.length === 1)
    return { cells: days.map((day) => ({ ...day, text: table[0]![0]! })), beyond: 0 };
  const agents = layout.rows.flatMap((row) => (row.kind === 'agent' ? [row.agent] : []));
  const tops = days.map(({ agent }) => rowOfAgent(layout, agent)).filter((row) => row >= 0);
  const top = layout.rows[Math.min(...tops)];
  const firstAgent = top?.kind === 'agent' ? agents.indexOf(top.agent) : 0;
  const firstDay = Math.min(...days.map(({ day }) => day));
  let beyond = 0;
  const cells = table.flatMap((line, i) =>
    line.flatMap((text, k): CellEntry[] => {
      const agent = agents[firstAgent + i];
      const day = firstDay + k;
      if (agent !== undefined && day < model.days.length) return [{ agent, day, text }];
      if (text.trim() !== '') beyond += 1;
      return [];
    }),
  );
  return { cells, beyond };
}

function readPaste(desk: Desk, text: string): Pasted {
  const { cells, beyond } = placeCells(desk, cellsOf(text));
  const options = entryOptions(desk, { verb: 'paste', fill: false });
  return { ...enterCells(desk.session.state.model, cells, options), cellCount: cells.length, beyond };
}

/** What a pasted table would do, cell by cell; what cannot be put in is listed and left out. */
export function PasteTool({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { session } = desk;
  const text = useDeskState((state) => state.pasted) ?? '';
  const model = useDeskState((state) => state.model);
  const [pasted] = useState(() => readPaste(desk, text));
  const isPlain = pasted.problems.length === 0 && pasted.beyond === 0 && pasted.cellCount === 1;
  const close = () => {
    session.cancel();
    session.set({ pasted: null });
    onClose();
  };
  const apply = () => {
    close();
    session.commit(pasted.proposal);
  };
  useEffect(() => {
    // One shift that fits needs no question: undo takes it back.
    if (isPlain) apply();
    else session.propose(pasted.proposal);
  }, []);
  if (isPlain) return null;
  return (
    <ToolFloat title={t('boardTools.pasteTitle')} onClose={close}>
      <p>{t('boardTools.pasteCount', { count: pasted.proposal.edits.length })}</p>
      {pasted.problems.length > 0 || pasted.beyond > 0 ? (
        <div role="alert">
          <p className="b-problem">{t('boardTools.pasteLeftOut', { count: pasted.problems.length + pasted.beyond })}</p>
          <ul className="b-plain-list">
            {pasted.problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
              <li key={`${problem.agent}/${problem.day}`}>{cellProblemText(model, problem)}</li>
            ))}
            {pasted.beyond > 0 ? <li>{t('boardTools.pasteBeyond', { count: pasted.beyond })}</li> : null}
          </ul>
        </div>
      ) : null}
      <Judgement />
      <div className="b-tool-row">
        <Button kind="primary" isDisabled={pasted.proposal.edits.length === 0} onPress={apply}>
          {t('boardTools.paste')}
        </Button>
        <Button onPress={close}>{t('ui.cancel')}</Button>
      </div>
    </ToolFloat>
  );
}

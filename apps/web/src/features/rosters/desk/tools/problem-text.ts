import { formatDate } from '../../../../app/format/format-time.js';
import { t, type MessageId } from '../../../../app/i18n/t.js';
import type { BoardModel } from '../../board/index.js';
import type { CellProblem } from '../../board/gestures/enter-cells.gesture.js';

const TEXTS: Readonly<Record<CellProblem['problem'], MessageId>> = {
  'no-span': 'boardTools.noSpan',
  'bad-time': 'boardTools.badTime',
  'unknown-word': 'boardTools.unknownWord',
  'ambiguous-word': 'boardTools.ambiguousWord',
  'no-time': 'boardTools.noTime',
  'bad-length': 'boardTools.badLength',
  'outside-shift': 'boardTools.outsideShift',
  locked: 'boardTools.locked',
  'too-short': 'board.problemTooShort',
  'outside-horizon-or-overlap': 'board.problemOverlap',
  'activity-outside': 'board.problemOutside',
  'activities-overlap': 'board.problemActivities',
};

/** Why a cell was left out, in the reader's words. */
export function problemText({ problem, at }: Pick<CellProblem, 'problem' | 'at'>): string {
  return t(TEXTS[problem], { at });
}

/** `Ben Carter, Wed 4 Nov: …` */
export function cellProblemText(model: BoardModel, cell: CellProblem): string {
  const who = model.agents[cell.agent]!.name;
  return t('boardTools.cellProblem', {
    who,
    day: formatDate(model.days[cell.day]!.on),
    text: cell.text,
    problem: problemText(cell),
  });
}

import { useEffect, useState } from 'react';
import { formatDate } from '../../../../app/format/format-time.js';
import { formatHours, formatSigned } from '../../../../app/format/format-number.js';
import { local, t } from '../../../../app/i18n/t.js';
import { Button } from '../../../../ui/button.js';
import { TextField } from '../../../../ui/text-field.js';
import { dayOf, formatShift, moveShifts, shiftsOnDay, type BoardModel, type Proposal } from '../../board/index.js';
import { isFree } from '../../board/gestures/gesture.js';
import { layEntry } from '../../board/entry-shift.js';
import { enterCells } from '../../board/gestures/enter-cells.gesture.js';
import { readEntry } from '../../board/typed-entry.js';
import { selectedShifts } from '../board-commands.js';
import { useDesk, useDeskState, type Desk } from '../desk-context.js';
import { entryOptions } from './entry-options.js';
import { Judgement } from './judgement.js';
import { problemText } from './problem-text.js';
import { ToolFloat } from './tool-float.js';
import { useChoice } from './use-choice.js';
import { whoCould, type Candidate, type CouldScene, type WhoCould } from './who-could.js';

const SHOWN = 12;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

function isAbsent(
  model: BoardModel,
  agent: number,
  span: { readonly start: number; readonly length: number },
): boolean {
  return (model.timeOff[agent] ?? []).some(
    (off) => off.start < span.start + span.length && off.start + off.length > span.start,
  );
}

/** Gives a shift that somebody holds now to another. */
function giverOf({ session }: Desk): CouldScene['giveTo'] | null {
  const { model, selection } = session.state;
  const [shift] = selectedShifts(model, selection.targets);
  if (!shift) return null;
  return (agent) => {
    if (agent === shift.agent || !isFree(model, agent, { ...shift, ignoreId: shift.id })) return 'works-then';
    if (isAbsent(model, agent, shift)) return 'absent';
    const target = { agent: shift.agent, shiftId: shift.id, activity: null };
    return moveShifts(model, [target], { deltaMinutes: 0, to: { agent, newId: session.newId() } });
  };
}

/** Gives an open shift, typed as in the board's typed entry, to somebody who has the day free. */
function openGiver(desk: Desk, day: number, text: string): CouldScene['giveTo'] | null {
  const { model } = desk.session.state;
  const options = entryOptions(desk, { verb: 'change', fill: true });
  const entry = readEntry(text, options.words);
  if (entry.kind !== 'shift') return null;
  return (agent): Proposal | 'works-then' | 'absent' => {
    const laid = layEntry(model, entry.shift, { day, templates: options.templatesOf(agent), fill: true });
    if (shiftsOnDay(model, agent, day).length > 0 || !isFree(model, agent, { ...laid, ignoreId: '' }))
      return 'works-then';
    if (isAbsent(model, agent, laid)) return 'absent';
    return enterCells(model, [{ agent, day, text }], options).proposal;
  };
}

/** Who could work this shift, best first and with reasons: for a shift somebody cannot come to, or one still open. */
export function AssignTool({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { model, selection } = desk.session.state;
  const [held] = useState(() => selectedShifts(model, selection.targets)[0] ?? null);
  const [day] = useState(() => (held ? dayOf(model, held.start) : (selection.cursor?.day ?? 0)));
  const [text, setText] = useState('9-18');
  const [giveTo, setGiveTo] = useState<CouldScene['giveTo'] | null>(() => giverOf(desk));
  const entry = readEntry(text, entryOptions(desk, { verb: 'change', fill: true }).words);
  return (
    <ToolFloat title={t('boardTools.assignTitle')} onClose={onClose}>
      <p className="b-quiet">
        {formatDate(model.days[day]!.on)}
        {held ? ` · ${model.agents[held.agent]!.name} · ${formatShift(model, held)}` : ''}
      </p>
      {held ? null : (
        <form
          className="b-tool-row"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const giver = openGiver(desk, day, text);
            if (giver) setGiveTo(() => giver);
          }}
        >
          <TextField
            label={t('boardTools.openShift')}
            hint={t('boardTools.typeHint')}
            value={text}
            onChange={setText}
            error={entry.kind === 'unreadable' ? problemText({ problem: entry.problem, at: entry.at }) : undefined}
          />
          <Button type="submit">{t('boardTools.assignFind')}</Button>
        </form>
      )}
      {giveTo ? <Ranking giveTo={giveTo} onClose={onClose} /> : null}
    </ToolFloat>
  );
}

function useRanking(giveTo: CouldScene['giveTo']): WhoCould | null {
  const { session, planning } = useDesk();
  const [found, setFound] = useState<WhoCould | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const { model, coverage, findings } = session.state;
    const mostMinutesOf = (agent: number) =>
      planning.contracts.find(({ id }) => id === model.agents[agent]!.contractId)?.weeklyMinutesMax ?? null;
    const judgeOn: CouldScene['judgeOn'] = (after, agent) => session.judgeOn(after, agent);
    setFound(null);
    void whoCould({ model, coverage, findings, judgeOn, mostMinutesOf, giveTo }, pause).then(
      (ranking) => isCurrent && setFound(ranking),
    );
    return () => {
      isCurrent = false;
    };
  }, [giveTo, session, planning]);
  return found;
}

function Ranking({ giveTo, onClose }: { readonly giveTo: CouldScene['giveTo']; readonly onClose: () => void }) {
  const model = useDeskState((state) => state.model);
  const found = useRanking(giveTo);
  const { chosen, choose, apply } = useChoice<Candidate>(onClose);
  if (!found) return <p role="status">{t('boardTools.assignSearching')}</p>;
  if (found.able.length === 0) return <p role="alert">{t('boardTools.assignNobody')}</p>;
  return (
    <>
      <fieldset className="b-choices">
        <legend>{t('boardTools.assignCount', { count: found.able.length })}</legend>
        {found.able.slice(0, SHOWN).map((one) => (
          <label key={one.agent}>
            <input type="radio" name="assign" checked={chosen?.agent === one.agent} onChange={() => choose(one)} />
            <span>{model.agents[one.agent]!.name}</span>
            <small>{reasonsOf(one)}</small>
          </label>
        ))}
      </fieldset>
      <p className="b-quiet">{t('boardTools.assignOthers', { working: found.workThen, absent: found.absent })}</p>
      <Judgement />
      <div className="b-tool-row">
        <Button kind="primary" isDisabled={!chosen} onPress={apply}>
          {t('boardTools.assign')}
        </Button>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
      </div>
    </>
  );
}

/** Why somebody stands where they stand in the list. */
function reasonsOf({ newMust, newPrefer, paidMinutes, mostMinutes, shortHours }: Candidate): string {
  const parts = [
    newMust[0] ? `${local(newMust[0].title)}: ${local(newMust[0].message)}` : t('boardTools.noBreach'),
    t('boardTools.shortChange', { hours: formatSigned(shortHours, 1) }),
    mostMinutes === null
      ? t('boardTools.hoursAfter', { hours: formatHours(paidMinutes) })
      : t('boardTools.hoursOf', { hours: formatHours(paidMinutes), most: formatHours(mostMinutes) }),
    ...(newPrefer > 0 ? [t('boardTools.preferBroken', { count: newPrefer })] : []),
  ];
  return parts.join(' · ');
}

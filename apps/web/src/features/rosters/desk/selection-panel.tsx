import { lazy, Suspense } from 'react';
import { Lock, LockOpen, Trash2 } from 'lucide-react';
import { formatDate } from '../../../app/format/format-time.js';
import { formatHours } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import {
  dayOf,
  findShift,
  inOrder,
  paidMinutesOf,
  removeTargets,
  shiftsOnDay,
  toggleLock,
  type BoardSelection,
  type BoardShift,
} from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';
import { targetSentence, spanText } from './desk-words.js';
import { ShiftForm } from './shift-form.js';

const WhyWeek = lazy(() => import('./why-week.js').then((m) => ({ default: m.WhyWeek })));

/** What is selected: one shift in a form, several as a list, or what can be selected. */
export function SelectionPanel() {
  const selection = useDeskState((state) => state.selection);
  const model = useDeskState((state) => state.model);
  const { readOnly } = useDesk();
  const ids = [...new Set(selection.targets.map((target) => target.shiftId))];
  const shift = ids.length === 1 ? findShift(model, ids[0]!) : null;
  if (shift) return <OneShift shift={shift} />;
  if (ids.length > 1) return <SeveralShifts selection={selection} />;
  const { cursor } = selection;
  if (cursor && !readOnly && shiftsOnDay(model, cursor.agent, cursor.day).length === 0)
    return <NewShift agent={cursor.agent} day={cursor.day} />;
  return <p className="b-quiet b-panel-note">{t('board.nothingSelected')}</p>;
}

function OneShift({ shift }: { readonly shift: BoardShift }) {
  const { displayZone, readOnly } = useDesk();
  const model = useDeskState((state) => state.model);
  const day = dayOf(model, shift.start);
  return (
    <div className="b-selected">
      <h3>{model.agents[shift.agent]!.name}</h3>
      <p className="b-quiet">
        {formatDate(model.days[day]!.on)} · {spanText(model, shift, displayZone)} ·{' '}
        {t('board.paidHours', { hours: formatHours(paidMinutesOf(model, shift)) })}
      </p>
      <SelectionActs shifts={[shift]} />
      <ShiftForm
        key={`${shift.id}-${shift.start}-${shift.length}-${shift.activities.join()}`}
        agent={shift.agent}
        day={day}
        shift={shift}
        isDisabled={readOnly || shift.locked}
      />
      <Suspense fallback={null}>
        <WhyWeek key={`why-${shift.id}`} agent={shift.agent} day={day} />
      </Suspense>
    </div>
  );
}

function NewShift({ agent, day }: { readonly agent: number; readonly day: number }) {
  const model = useDeskState((state) => state.model);
  return (
    <div className="b-selected">
      <h3>{model.agents[agent]!.name}</h3>
      <p className="b-quiet">{t('board.dayOffOn', { day: formatDate(model.days[day]!.on) })}</p>
      <ShiftForm key={`${agent}-${day}`} agent={agent} day={day} shift={null} isDisabled={false} />
      <Suspense fallback={null}>
        <WhyWeek key={`why-${agent}-${day}`} agent={agent} day={day} />
      </Suspense>
    </div>
  );
}

function SeveralShifts({ selection }: { readonly selection: BoardSelection }) {
  const { displayZone } = useDesk();
  const model = useDeskState((state) => state.model);
  const shifts = selection.targets.flatMap((target) => findShift(model, target.shiftId, target.agent) ?? []);
  return (
    <div className="b-selected">
      <h3>{t('board.selectedCount', { count: selection.targets.length })}</h3>
      <SelectionActs shifts={shifts} />
      <ul className="b-plain-list">
        {inOrder(model, selection.targets).map((target) => (
          <li key={`${target.shiftId}-${target.activity}`}>
            <span>{model.agents[target.agent]!.name}</span>{' '}
            <span className="b-quiet">{targetSentence(model, target, displayZone)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SelectionActs({ shifts }: { readonly shifts: readonly BoardShift[] }) {
  const { session, readOnly } = useDesk();
  if (readOnly) return null;
  const locked = shifts.every((shift) => shift.locked);
  const whole = shifts.map((shift) => ({ agent: shift.agent, shiftId: shift.id, activity: null }));
  return (
    <div className="b-actions">
      <Button
        icon={locked ? <LockOpen size={14} strokeWidth={1.75} /> : <Lock size={14} strokeWidth={1.75} />}
        onPress={() => session.commit(toggleLock(session.state.model, whole))}
      >
        {t(locked ? 'board.unlock' : 'board.lock')}
      </Button>
      <Button
        kind="danger"
        isDisabled={locked}
        icon={<Trash2 size={14} strokeWidth={1.75} />}
        onPress={() => session.commit(removeTargets(session.state.model, whole))}
      >
        {t('board.removeShift')}
      </Button>
    </div>
  );
}

import { lazy, memo, Suspense } from 'react';
import { Lock, LockOpen, Pin, PinOff, Trash2 } from 'lucide-react';
import { formatDate } from '../../../app/format/format-time.js';
import { formatHours } from '../../../app/format/format-number.js';
import { loadTexts } from '../../../app/i18n/language.js';
import { t, type MessageId } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { SkeletonRows } from '../../../ui/states.js';
import {
  dayOf,
  findShift,
  inOrder,
  paidMinutesOf,
  removeTargets,
  shiftsOnDay,
  swapShifts,
  toggleLock,
  type BoardModel,
  type BoardSelection,
  type BoardShift,
  type GestureTarget,
} from '../board/index.js';
import { selectedShifts } from './board-commands.js';
import { useDesk, useDeskState, type BoardTool } from './desk-context.js';
import { togglePin, usePinned } from './pins.js';
import { targetSentence, spanText } from './desk-words.js';

const BulkPanel = lazy(async () => {
  const [bulk] = await Promise.all([import('./tools/bulk-panel.js'), loadTexts('board-tools')]);
  return { default: bulk.BulkPanel };
});
/** With its fields it is a tenth of the board; most days begin by looking. */
const ShiftForm = lazy(() => import('./shift-form.js').then((m) => ({ default: m.ShiftForm })));
const WhyWeek = lazy(() => import('./why-week.js').then((m) => ({ default: m.WhyWeek })));

/** What is selected: one shift in a form, several as a list, or what can be selected. */
export const SelectionPanel = memo(function SelectionPanel() {
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
});

function OneShift({ shift }: { readonly shift: BoardShift }) {
  const { displayZone, readOnly } = useDesk();
  const model = useDeskState((state) => state.model);
  const day = dayOf(model, shift.start);
  return (
    <div className="b-selected">
      <AgentHead agent={shift.agent} />
      <p className="b-quiet">
        {formatDate(model.days[day]!.on)} · {spanText(model, shift, displayZone)} ·{' '}
        {t('board.paidHours', { hours: formatHours(paidMinutesOf(model, shift)) })}
      </p>
      <SelectionActs shifts={[shift]} />
      <Suspense fallback={<SkeletonRows rows={4} />}>
        <ShiftForm
          key={`${shift.id}-${shift.start}-${shift.length}-${shift.activities.join()}`}
          agent={shift.agent}
          day={day}
          shift={shift}
          isDisabled={readOnly || shift.locked}
        />
        <WhyWeek key={`why-${shift.id}`} agent={shift.agent} day={day} />
      </Suspense>
    </div>
  );
}

/** The agent's name, with the pin that keeps the row at the top. */
function AgentHead({ agent }: { readonly agent: number }) {
  const { id, name } = useDeskState((state) => state.model.agents[agent]!);
  const isPinned = usePinned().has(id);
  return (
    <div className="b-agent-head">
      <h3>{name}</h3>
      <IconButton
        label={t(isPinned ? 'board.unpin' : 'board.pin', { who: name })}
        icon={isPinned ? <PinOff size={14} strokeWidth={1.75} /> : <Pin size={14} strokeWidth={1.75} />}
        onPress={() => togglePin(id)}
      />
    </div>
  );
}

function NewShift({ agent, day }: { readonly agent: number; readonly day: number }) {
  const model = useDeskState((state) => state.model);
  return (
    <div className="b-selected">
      <AgentHead agent={agent} />
      <p className="b-quiet">{t('board.dayOffOn', { day: formatDate(model.days[day]!.on) })}</p>
      <ToolButtons tools={['type', 'assign']} />
      <Suspense fallback={<SkeletonRows rows={4} />}>
        <ShiftForm key={`${agent}-${day}`} agent={agent} day={day} shift={null} isDisabled={false} />
        <WhyWeek key={`why-${agent}-${day}`} agent={agent} day={day} />
      </Suspense>
    </div>
  );
}

function SeveralShifts({ selection }: { readonly selection: BoardSelection }) {
  const { displayZone, readOnly } = useDesk();
  const model = useDeskState((state) => state.model);
  const shifts = selectedShifts(model, selection.targets);
  return (
    <div className="b-selected">
      <h3>{t('board.selectedCount', { count: selection.targets.length })}</h3>
      <SelectionActs shifts={shifts} />
      {readOnly ? null : (
        <Suspense fallback={null}>
          <BulkPanel shifts={shifts} />
        </Suspense>
      )}
      <ul className="b-plain-list">
        {inOrder(model, selection.targets).map((target) => (
          <li key={`${target.shiftId}-${target.activity}`}>
            <span>{model.agents[target.agent]!.name}</span>{' '}
            <span className="b-quiet">{placeOf(model, target, displayZone)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Day and times, the name stands before them. */
function placeOf(model: BoardModel, target: GestureTarget, zone: string): string {
  const shift = findShift(model, target.shiftId, target.agent);
  if (!shift) return '';
  const times = target.activity === null ? spanText(model, shift, zone) : targetSentence(model, target, zone);
  return `${formatDate(model.days[dayOf(model, shift.start)]!.on)} ${times}`;
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
      <ToolButtons tools={shifts.length === 1 ? ['type', 'fill', 'assign', 'insert'] : ['type', 'insert']} />
      {shifts.length === 2 ? (
        <Button onPress={() => session.commit(swapShifts(session.state.model, shifts[0]!, shifts[1]!))}>
          {t('board.toolSwap')}
        </Button>
      ) : null}
    </div>
  );
}

const TOOL_TEXTS: Readonly<Record<BoardTool, MessageId>> = {
  type: 'board.toolType',
  fill: 'board.toolFill',
  assign: 'board.toolAssign',
  insert: 'board.toolInsert',
};

/** The same tools that E, W, A and I open on the board. */
function ToolButtons({ tools }: { readonly tools: readonly BoardTool[] }) {
  const { acts } = useDesk();
  return tools.map((tool) => (
    <Button key={tool} onPress={() => acts.openTool(tool)}>
      {t(TOOL_TEXTS[tool])}
    </Button>
  ));
}

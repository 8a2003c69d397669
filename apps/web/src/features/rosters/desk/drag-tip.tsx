import { sourceIn } from '@yotei/scheduling/law';
import { memo } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { formatSigned } from '../../../app/format/format-number.js';
import { currentLanguage } from '../../../app/i18n/language.js';
import { local, t } from '../../../app/i18n/t.js';
import { clockLabel, gapLabel, type ShiftEdit } from '../board/index.js';
import { useDesk, type ViewState } from './desk-context.js';
import type { DeskSession } from './desk-session.js';
import { effectRows } from './effect-rows.js';
import type { PendingEdit } from './desk-state.js';
import { spanText, writeLabel } from './desk-words.js';

/** What the edit under the hand would do: new times, the worst interval before and after, breaches. */
export function DragTip({ session, view }: { readonly session: DeskSession; readonly view: StoreApi<ViewState> }) {
  const pending = useStore(session.store, (state) => state.pending);
  const pointer = useStore(view, (state) => state.pointer);
  if (!pending || pending.proposal.edits.length === 0) return null;
  const place = pointer ? { left: pointer.x + 14, top: pointer.y + 18 } : { left: '50%', bottom: 80 };
  return (
    <div className="b-tip" role="status" style={place}>
      <TipLines pending={pending} />
    </div>
  );
}

/** Written when the edit is another, not at every pixel of the way. */
const TipLines = memo(function TipLines({ pending }: { readonly pending: PendingEdit }) {
  const { displayZone, session } = useDesk();
  const { model } = session.state;
  const edit = pending.proposal.edits.at(-1)!;
  return (
    <>
      <strong>{writeLabel(model, pending.proposal.label)}</strong>
      <span>{edit.after ? timesLine(pending, edit, displayZone) : t('board.removed')}</span>
      {pending.worst ? (
        <span>
          {t('board.tipGap', {
            time: clockLabel(model.startAt, pending.worst.slot * model.slotMinutes, displayZone),
            before: gapLabel(pending.worst.before),
            after: gapLabel(pending.worst.after),
          })}
        </span>
      ) : null}
      <EffectLine pending={pending} />
      {pending.newMust.length === 0 ? (
        <span>{t('board.noNewBreach')}</span>
      ) : (
        pending.newMust.slice(0, 3).map((breach, index) => (
          <span key={index} className="b-tip-must">
            {local(breach.title)}: {local(breach.message)} {sourceIn(currentLanguage(), breach.source)}
          </span>
        ))
      )}
    </>
  );
});

/** Everything else the edit changes, in one line. */
function EffectLine({ pending }: { readonly pending: PendingEdit }) {
  const rows = effectRows(pending);
  if (rows.length === 0) return null;
  return <span>{rows.map(({ title, text }) => `${t(title)} ${text}`).join(' · ')}</span>;
}

/** New times of the shift, or of the activity that moved, with the shift in minutes. */
function timesLine(pending: PendingEdit, { before, after }: ShiftEdit, zone: string): string {
  const moved =
    before && after && before.start === after.start && before.length === after.length
      ? movedActivity(before.activities, after.activities)
      : null;
  const span = moved ? { start: moved.start, length: moved.length } : after!;
  const delta = moved ? moved.start - moved.from : before ? after!.start - before.start : 0;
  const text = spanText(pending.model, span, zone);
  return delta === 0 ? text : `${text} (${t('board.minutesSigned', { minutes: formatSigned(delta) })})`;
}

function movedActivity(
  before: readonly number[],
  after: readonly number[],
): { start: number; length: number; from: number } | null {
  const missing = triples(after).find(
    ([type, start]) => !triples(before).some(([t0, s0]) => t0 === type && s0 === start) && type !== before[0],
  );
  if (!missing) return null;
  const from = triples(before).find(
    ([type, start]) => type === missing[0] && !triples(after).some(([t1, s1]) => t1 === type && s1 === start),
  );
  return { start: missing[1], length: missing[2], from: from?.[1] ?? missing[1] };
}

function triples(packed: readonly number[]): [number, number, number][] {
  return Array.from({ length: packed.length / 3 }, (_, i) => [packed[i * 3]!, packed[i * 3 + 1]!, packed[i * 3 + 2]!]);
}

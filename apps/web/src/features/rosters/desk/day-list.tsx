import { formatDate } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { activityAt, activityCount, shiftsOnDay, type BoardModel, type BoardShift } from '../board/index.js';
import { useDesk, useDeskState, useView } from './desk-context.js';
import { absenceText, spanText } from './desk-words.js';
import { useCurrentDay } from './use-view.js';

/** The same day as a plain list: for a phone, a printer, or whoever reads rows better than pictures. */
export function DayList() {
  const { displayZone, acts } = useDesk();
  const model = useDeskState((state) => state.model);
  const layout = useView((view) => view.layout);
  const day = useCurrentDay();
  const agents = layout.rows.flatMap((row) => (row.kind === 'agent' ? [row.agent] : []));
  return (
    <section className="b-list" aria-label={t('board.dayList')}>
      <h2>{formatDate(model.days[day]!.on)}</h2>
      <table className="b-list-table">
        <thead>
          <tr>
            <th scope="col">{t('board.agent')}</th>
            <th scope="col">{t('board.whatShift')}</th>
            <th scope="col">{t('board.activities')}</th>
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => {
            const shifts = shiftsOnDay(model, agent, day);
            return (
              <tr key={agent}>
                <th scope="row">
                  <button
                    type="button"
                    className="b-link"
                    onClick={() => acts.showAgentDay(agent, shifts[0]?.start ?? model.days[day]!.start + 540)}
                  >
                    {model.agents[agent]!.name}
                  </button>
                </th>
                <td>
                  {shifts.length === 0
                    ? absence(model, agent, day)
                    : shifts.map((shift) => spanText(model, shift, displayZone)).join(', ')}
                </td>
                <td>{shifts.map((shift) => activitiesText(model, shift, displayZone)).join('; ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function absence(model: BoardModel, agent: number, day: number): string {
  const { start, length } = model.days[day]!;
  const off = (model.timeOff[agent] ?? []).find(
    (candidate) => candidate.start < start + length && candidate.start + candidate.length > start,
  );
  return off ? absenceText(off.reason) : t('board.dayOff');
}

function activitiesText(model: BoardModel, shift: BoardShift, zone: string): string {
  return Array.from({ length: activityCount(shift) }, (_, index) => activityAt(shift, index)!)
    .filter((activity) => activity.type !== model.baseType)
    .map((activity) =>
      t('board.saidActivity', {
        what: local(model.activityTypes[activity.type]!.title),
        times: spanText(model, activity, zone),
      }),
    )
    .join(', ');
}

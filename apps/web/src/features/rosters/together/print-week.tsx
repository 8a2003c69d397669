import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { formatHours } from '../../../app/format/format-number.js';
import { formatDate, formatDateTime, formatDateWithYear, formatZone } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import {
  activityAt,
  activityCount,
  agentPaidMinutes,
  shiftsOnDay,
  type BoardModel,
  type BoardShift,
} from '../board/index.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { timesOf } from './week-table.js';
import './print.css';

/** The week by team on paper, black on white: patterns and letters say what colours say on the screen. */
export function PrintWeek({ agents, onDone }: { readonly agents: readonly number[]; readonly onDone: () => void }) {
  const { teams } = useDesk();
  const model = useDeskState((state) => state.model);
  const week = useDeskState((state) => state.info.weekStartOn);
  useEffect(() => {
    document.body.classList.add('tg-printing');
    window.addEventListener('afterprint', onDone);
    window.print();
    return () => {
      window.removeEventListener('afterprint', onDone);
      document.body.classList.remove('tg-printing');
    };
  }, [onDone]);
  const groups = teams
    .map((team) => ({ team, agents: agents.filter((agent) => model.agents[agent]!.teamId === team.id) }))
    .filter((group) => group.agents.length > 0);
  return createPortal(
    <div className="tg-print">
      {groups.map(({ team, agents: members }) => (
        <section key={team.id}>
          <header>
            <h1>{team.name}</h1>
            <p>
              {t('together.weekOf', { week: formatDateWithYear(week) })} ·{' '}
              {t('together.printedAt', {
                when: formatDateTime(Date.now(), model.zone),
                zone: formatZone(model.zone, model.startAt),
              })}
            </p>
          </header>
          <WeekTable model={model} agents={members} title={team.name} />
          <Legend model={model} />
        </section>
      ))}
    </div>,
    document.body,
  );
}

interface TableProps {
  readonly model: BoardModel;
  readonly agents: readonly number[];
  readonly title: string;
}

function WeekTable({ model, agents, title }: TableProps) {
  return (
    <table aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('together.agent')}</th>
          {model.days.map(({ on }) => (
            <th key={on} scope="col">
              {formatDate(on)}
            </th>
          ))}
          <th scope="col">{t('together.hours')}</th>
        </tr>
      </thead>
      <tbody>
        {agents.map((agent) => (
          <tr key={agent}>
            <th scope="row">{model.agents[agent]!.name}</th>
            {model.days.map(({ on }, day) => (
              <td key={on}>
                <DayOnPaper model={model} shifts={shiftsOnDay(model, agent, day)} />
              </td>
            ))}
            <td>{formatHours(agentPaidMinutes(model, agent))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayOnPaper({ model, shifts }: { readonly model: BoardModel; readonly shifts: readonly BoardShift[] }) {
  if (shifts.length === 0) return <span className="tg-print-off">{t('together.off')}</span>;
  return shifts.map((shift) => (
    <div key={shift.id}>
      <strong>{timesOf(model, shift)}</strong>
      <div className="tg-print-bar">
        {Array.from({ length: activityCount(shift) }, (_, index) => {
          const activity = activityAt(shift, index)!;
          const type = model.activityTypes[activity.type]!;
          return (
            <span
              key={activity.start}
              className="tg-print-part"
              data-code={type.contactWork ? 'contact' : type.code}
              style={{ flexGrow: activity.length }}
            />
          );
        })}
      </div>
      <small>{restOf(model, shift)}</small>
    </div>
  ));
}

/** `B 11:00 · L 12:30`: what lies in the shift besides contact work, by letter and start. */
function restOf(model: BoardModel, shift: BoardShift): string {
  return Array.from({ length: activityCount(shift) }, (_, index) => activityAt(shift, index)!)
    .filter(({ type }) => type !== model.baseType)
    .map((activity) => {
      const type = model.activityTypes[activity.type]!;
      return `${local(type.letter)} ${timesOf(model, activity).split('–')[0]}`;
    })
    .join(' · ');
}

function Legend({ model }: { readonly model: BoardModel }) {
  return (
    <ul className="tg-print-legend" aria-label={t('together.legend')}>
      {model.activityTypes.map((type) => (
        <li key={type.id}>
          <span className="tg-print-part" data-code={type.contactWork ? 'contact' : type.code} /> {local(type.letter)}{' '}
          {local(type.title)}
        </li>
      ))}
    </ul>
  );
}

import { localDateOf } from '@yotei/time';
import { formatDate, formatTimeRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import type { PublishPreviewQuery } from '../../../graphql/generated/graphql.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';

type People = NonNullable<PublishPreviewQuery['publishPreview']>['people'];
type News = People[number]['shifts'][number];

const MOST_PEOPLE = 30;
const DAY_MILLIS = 86_400_000;

/** Person by person: what publishing tells them, and how much notice that is; least notice first. */
export function PublishPeople({ people, told }: { readonly people: People; readonly told: number }) {
  const { displayZone } = useDesk();
  const agents = useDeskState((state) => state.model.agents);
  const nameOf = (id: string) => agents.find((agent) => agent.id === id)?.name ?? '';
  const rest = agents.length - people.length;
  return (
    <>
      <p>
        {toldText(people.length, told)} {people.length > 0 && rest > 0 ? t('together.toldRest', { count: rest }) : null}
      </p>
      {people.length > 0 ? (
        <details className="tg-people">
          <summary>
            {t('together.tellWhom')} <span className="b-count">{people.length}</span>
          </summary>
          <ul className="b-plain-list">
            {people.slice(0, MOST_PEOPLE).map(({ agentId, firstAt, shifts }) => (
              <li key={agentId}>
                <strong>{nameOf(agentId)}</strong> <span className="b-quiet">{noticeText(firstAt)}</span>
                <div>{shifts.map((news) => newsText(news, displayZone)).join(t('board.listSeparator'))}</div>
              </li>
            ))}
          </ul>
          {people.length > MOST_PEOPLE ? (
            <p className="b-quiet">{t('together.morePeople', { count: people.length - MOST_PEOPLE })}</p>
          ) : null}
        </details>
      ) : null}
    </>
  );
}

/** Who gets a notice, and why the others who have something new do not. */
function toldText(people: number, told: number): string {
  if (people === 0) return t('together.toldNobody');
  if (told === people) return t('together.toldAll', { people });
  return t('together.toldSome', { people, told, rest: people - told });
}

function noticeText(firstAt: string): string {
  const days = Math.floor((Date.parse(firstAt) - Date.now()) / DAY_MILLIS);
  return days < 1 ? t('together.noticeHours') : t('together.noticeOf', { days });
}

function newsText({ before, after }: News, zone: string): string {
  const text = ({ startAt, endAt }: News['after']) =>
    `${formatDate(localDateOf(Date.parse(startAt), zone))} ${formatTimeRange(Date.parse(startAt), Date.parse(endAt), zone)}`;
  if (!before) return `${text(after)} (${t('together.newShift')})`;
  const [was, is] = [text(before), text(after)];
  return was === is ? `${is} · ${t('explain.breaksMoved')}` : `${was} → ${is}`;
}

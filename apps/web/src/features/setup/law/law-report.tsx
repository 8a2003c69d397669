import { findLawPack } from '@yotei/scheduling/law';
import { durationText } from '@yotei/scheduling/rules';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDate, formatDateRange } from '../../../app/format/format-time.js';
import { currentLanguage } from '../../../app/i18n/language.js';
import { local, t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import { Table, type Column } from '../../../ui/table.js';
import { articleInWords, levelInWords, valuesInWords } from './law-words.js';
import type { LawInspection } from './law.queries.js';

type Week = LawInspection['weeks'][number];
type Line = LawInspection['lines'][number];

const TONES = { KEPT: 'good', BROKEN: 'must', HISTORY_MISSING: 'prefer', TOLD: 'plain' } as const;
const duration = (minutes: number): string => durationText(minutes, currentLanguage());

/** Hours by week, then every parameter with its value, article and verdict. */
export function LawReport({ report }: { readonly report: LawInspection }) {
  const pack = findLawPack(report.packId);
  const parameters = new Map(pack?.parameters.map((parameter) => [parameter.id, parameter]));
  const agreed = pack?.agreements.filter(({ id }) => report.agreements.includes(id)) ?? [];
  return (
    <>
      <p>
        {t('setupLaw.reportOf', {
          name: report.agentName,
          site: report.siteName,
          range: formatDateRange(report.fromOn, report.untilOn),
          pack: pack ? local(pack.title) : report.packId,
        })}
        {agreed.length > 0
          ? ` ${t('setupLaw.agreedHere', { agreements: agreed.map(({ title }) => local(title)).join(t('setup.separator')) })}`
          : ''}
      </p>
      <div className="su-panel">
        <Table
          caption={t('setupLaw.hoursByWeek')}
          columns={weekColumns()}
          rows={report.weeks}
          rowKey={({ startsOn }) => startsOn}
        />
      </div>
      <ul className="su-panel su-rules su-law">
        {report.lines.map((line) => {
          const parameter = parameters.get(line.parameterId);
          return parameter ? (
            <li key={line.parameterId} className="su-rule">
              <div>
                <p className="su-setting">
                  <strong>{local(parameter.title)}</strong>
                  <span>{valuesInWords(parameter)}</span>
                  <Chip tone={TONES[line.verdict]}>{t(`setupLaw.verdict_${line.verdict}`)}</Chip>
                  <Chip tone={levelInWords(parameter.level).tone}>{levelInWords(parameter.level).text}</Chip>
                </p>
                <p className="y-quiet">
                  {t('setupLaw.article', { id: parameter.id, article: articleInWords(parameter.source) })}
                </p>
                <Findings line={line} />
              </div>
            </li>
          ) : null;
        })}
      </ul>
      <p className="y-quiet">{t('setupLaw.notAdvice', { date: pack?.checkedOn ?? '' })}</p>
    </>
  );
}

function Findings({ line }: { readonly line: Line }) {
  if (line.findings.length === 0) return null;
  return (
    <ul>
      {line.findings.map((finding) => (
        <li key={`${finding.at} ${finding.amount}`}>
          {t('setupLaw.foundOn', { date: formatDate(finding.on), what: local(finding.message) })}
        </li>
      ))}
    </ul>
  );
}

function weekColumns(): Column<Week>[] {
  const minutes = (id: keyof Week & `${string}Minutes`, title: string): Column<Week> => ({
    ...{ id, title, numeric: true },
    cell: (week) => {
      const value = week[id];
      return value === null || value === undefined ? '–' : duration(value);
    },
  });
  const count = (id: 'nightShifts' | 'daysOff', title: string): Column<Week> => ({
    ...{ id, title, numeric: true },
    cell: (week) => formatNumber(week[id]),
  });
  return [
    { id: 'week', title: t('setupLaw.week'), cell: ({ startsOn }) => formatDate(startsOn) },
    minutes('workedMinutes', t('setupLaw.worked')),
    minutes('overtimeMinutes', t('setupLaw.overtime')),
    minutes('breakMinutes', t('setupLaw.breaks')),
    minutes('shortestRestMinutes', t('setupLaw.shortestRest')),
    count('daysOff', t('setupLaw.daysOff')),
    count('nightShifts', t('setupLaw.nights')),
    minutes('nightMinutes', t('setupLaw.nightTime')),
  ];
}

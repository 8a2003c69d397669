import { findLawPack } from '@yotei/scheduling/law';
import { local, t } from '../../../app/i18n/t.js';
import { articleInWords, levelInWords, valuesInWords } from './law-words.js';
import type { LawInspection } from './law.queries.js';

/** The report as cells: who and when, hours by week in minutes, then one line a finding (one without, where there is none). */
export function inspectionRows(report: LawInspection): string[][] {
  const pack = findLawPack(report.packId);
  const weeks = report.weeks.map((week) => [
    week.startsOn,
    ...[week.workedMinutes, week.overtimeMinutes, week.breakMinutes].map(String),
    week.shortestRestMinutes === null || week.shortestRestMinutes === undefined ? '' : String(week.shortestRestMinutes),
    ...[week.daysOff, week.nightShifts, week.nightMinutes].map(String),
  ]);
  const lines = report.lines.flatMap(({ parameterId, verdict, findings }) => {
    const parameter = pack?.parameters.find(({ id }) => id === parameterId);
    if (!parameter) return [];
    const head = [
      parameterId,
      local(parameter.title),
      valuesInWords(parameter),
      levelInWords(parameter.level).text,
      articleInWords(parameter.source),
      t(`setupLaw.verdict_${verdict}`),
    ];
    const found = findings.map(({ on, message }) => [...head, on, local(message)]);
    return found.length > 0 ? found : [[...head, '', '']];
  });
  return [
    [t('setupLaw.person'), report.agentName, t('setupLaw.site'), report.siteName],
    [t('setupLaw.pack'), pack ? local(pack.title) : report.packId, t('setupLaw.from'), report.fromOn],
    [
      t('setupLaw.week'),
      ...[t('setupLaw.worked'), t('setupLaw.overtime'), t('setupLaw.breaks'), t('setupLaw.shortestRest')],
      ...[t('setupLaw.daysOff'), t('setupLaw.nights'), t('setupLaw.nightTime')],
    ],
    ...weeks,
    [
      ...[t('setup.id'), t('setupLaw.asks'), t('setupLaw.value'), t('setupLaw.binding'), t('setupLaw.source')],
      ...[t('setupLaw.verdict'), t('setupLaw.day'), t('setupLaw.finding')],
    ],
    ...lines,
  ];
}

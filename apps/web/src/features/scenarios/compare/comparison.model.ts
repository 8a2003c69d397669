import type { ScenarioAnswer } from '@yotei/scheduling/scenarios';
import { csvCell } from '../../../app/csv-text.js';
import { t } from '../../../app/i18n/t.js';
import { bestOf, FIGURES, figureText, figuresOf, type Drill, type Figure } from '../answer/figures.model.js';

/** A column of a comparison: the base or a scenario; without an answer while it is being computed or where it has faults. */
export interface ComparedColumn {
  readonly id: string;
  readonly title: string;
  readonly state: 'answered' | 'computing' | 'faulty';
  readonly answer: ScenarioAnswer | undefined;
  /** False: without the values of single intervals, for a chart. */
  readonly hasSeries?: boolean;
}

export interface ComparedRow {
  readonly figure: Figure;
  readonly title: string;
  /** One a column; NaN where it is not known. */
  readonly values: readonly number[];
  readonly texts: readonly string[];
  /** Places of the best. */
  readonly best: readonly number[];
}

/** Figures side by side; those no column knows are left out. */
export function comparedRows(columns: readonly ComparedColumn[], drill: Drill): readonly ComparedRow[] {
  const currency = columns.find(({ answer }) => answer)?.answer?.currency ?? null;
  return FIGURES.map((figure): ComparedRow => {
    const values = columns.map(({ answer }) => {
      const figures = answer && figuresOf(answer, drill);
      return figures ? figure.of(figures) : Number.NaN;
    });
    return {
      figure,
      title: t(`scenarios.figure.${figure.id}`),
      values,
      texts: values.map((value) => figureText(figure, value, currency)),
      best: bestOf(figure, values),
    };
  }).filter(({ values }) => values.some((value) => !Number.isNaN(value) && value !== 0));
}

/** The comparison for a spreadsheet: every digit, one measure a line, one column a scenario. */
export function comparisonCsv(columns: readonly ComparedColumn[], rows: readonly ComparedRow[]): string {
  const lines = [
    [t('scenarios.measure'), ...columns.map(({ title }) => title)],
    ...rows.map(({ title, values }) => [title, ...values.map((value) => (Number.isNaN(value) ? '' : String(value)))]),
  ];
  // The mark by which spreadsheets know UTF-8.
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** The comparison for an e-mail: sentences, then measures line by line. */
export function comparisonText(
  columns: readonly ComparedColumn[],
  rows: readonly ComparedRow[],
  sentences: readonly string[],
): string {
  const head = [t('scenarios.measure'), ...columns.map(({ title }) => title)].join('\t');
  return [...sentences, '', head, ...rows.map(({ title, texts }) => [title, ...texts].join('\t')), ''].join('\n');
}

import {
  amountText,
  directorSentence,
  explainStaffing,
  FORMULA_SYMBOLS,
  formulaInNumbers,
  formulaInSymbols,
  planModel,
  symbolsOf,
  type AgentEffect,
  type ExplainStaffingInput,
  type StaffingCurve,
  type StaffingExplanation,
} from '@yotei/scheduling/staffing';
import type { CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { textTable } from './text-table.js';

const share = (value: number): string => amountText({ value, unit: 'fraction' }, 'en');
const seconds = (value: number): string => amountText({ value, unit: 'seconds' }, 'en');

/** Rows of the curve shown: the answer with its neighbours, and a few to either side. */
const ROWS_AROUND = 4;

interface CurveColumn {
  readonly title: string;
  readonly show: (value: number) => string;
  readonly values: Float64Array;
}

/** What a model says nothing of is left out. */
const CURVE_COLUMNS = [
  { title: 'service level', show: share, of: 'serviceLevelFraction' },
  { title: 'mean wait', show: seconds, of: 'asaSeconds' },
  { title: 'occupancy', show: share, of: 'occupancyFraction' },
  { title: 'abandon', show: share, of: 'abandonmentFraction' },
  { title: 'chance', show: share, of: 'chanceFraction' },
] as const;

function curveLines(curve: StaffingCurve): readonly string[] {
  const { answer, scheduled } = curve.marks;
  const middle = answer ?? Math.floor(curve.agents.length / 2);
  const isKnown = ({ values }: CurveColumn): boolean => values.some((value) => !Number.isNaN(value));
  const columns = CURVE_COLUMNS.map((column) => ({ ...column, values: curve[column.of] })).filter(isKnown);
  const shown = Array.from(curve.agents.keys()).filter(
    (place) => Math.abs(place - middle) <= ROWS_AROUND || place === scheduled,
  );
  const rows = shown.map((place) => [
    String(curve.agents[place]),
    ...columns.map(({ show, values }) => show(values[place]!)),
  ]);
  const remarkOn = (place: number | undefined): string => {
    if (place === answer) return '  <- the answer';
    return place === scheduled ? '  <- of those scheduled' : '';
  };
  return textTable(['agents', ...columns.map(({ title }) => title)], rows).map(
    (line, index) => line + (index > 0 ? remarkOn(shown[index - 1]) : ''),
  );
}

function formulaLines({ formulas }: StaffingExplanation): readonly string[] {
  const lines = formulas.flatMap((formula) => [formulaInSymbols(formula), `  ${formulaInNumbers(formula, 'en')}`]);
  const symbols = [...new Set(formulas.flatMap(symbolsOf))];
  return [...lines, ...symbols.map((symbol) => `  ${symbol}: ${FORMULA_SYMBOLS[symbol].en}`)];
}

function effectLine(name: string, { agents, goals, performance }: AgentEffect): string {
  const judged = goals.map(({ measure, value, target, side, met }) => {
    const shown = measure === 'asa' ? seconds : share;
    const asked = `${side === 'at-least' ? 'at least' : 'at most'} ${shown(target)}`;
    return `${measure} ${shown(value)}, ${asked}: ${met ? 'met' : 'missed'}`;
  });
  const stable = performance.stable ? '' : 'the work grows faster than it is done';
  return `${name} (${agents}): ${[stable, ...judged].filter((part) => part !== '').join('; ')}`;
}

/** The explanation as lines of text. */
export function explanationText(explained: StaffingExplanation): string {
  const { effects, curve } = explained;
  const model = planModel(explained.modelId)!;
  const parts: readonly (readonly string[])[] = [
    [directorSentence(explained.sentence, 'en')],
    [`Model: ${model.title.en} (${model.source})`, ...model.assumptions.map(({ en }) => `  ${en}`)],
    formulaLines(explained),
    effects
      ? [
          effectLine('One agent fewer', effects.fewer),
          effectLine('The answer', effects.answer),
          effectLine('One agent more', effects.more),
        ]
      : [],
    curve ? curveLines(curve) : [],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** The same as a document. */
export function explanationDocument(explained: StaffingExplanation): object {
  const { curve, formulas, sentence, ...rest } = explained;
  return {
    ...rest,
    formulas: formulas.map((formula) => ({
      id: formula.id,
      symbols: formulaInSymbols(formula),
      numbers: formulaInNumbers(formula, 'en'),
      terms: formula.terms,
    })),
    curve:
      curve &&
      Object.fromEntries(
        Object.entries(curve).map(([name, values]) => [
          name,
          name === 'marks' ? values : Array.from(values as Float64Array),
        ]),
      ),
    sentence: { en: directorSentence(sentence, 'en'), ja: directorSentence(sentence, 'ja'), clauses: sentence },
  };
}

/** Why so many agents: the sentence, the formulas, one agent more or fewer, and the curve around the answer. */
export async function staffExplanation(input: ExplainStaffingInput, context: CommandContext): Promise<ExitCode> {
  const explained = explainStaffing(input);
  await context.emit({ document: () => explanationDocument(explained), text: () => explanationText(explained) });
  return explained.requiredAgents === null ? ExitCode.no : ExitCode.done;
}

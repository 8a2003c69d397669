import {
  amountText,
  directorSentence,
  explainStaffing,
  FORMULA_SYMBOLS,
  formulaInNumbers,
  formulaInSymbols,
  staffingModel,
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

function curveLines(curve: StaffingCurve): readonly string[] {
  const { answer, scheduled } = curve.marks;
  const middle = answer ?? Math.floor(curve.agents.length / 2);
  const hasChance = !Number.isNaN(curve.chanceFraction[middle]);
  const head = ['agents', 'service level', 'mean wait', 'occupancy', 'abandon', ...(hasChance ? ['chance'] : [])];
  const shown = Array.from(curve.agents.keys()).filter(
    (place) => Math.abs(place - middle) <= ROWS_AROUND || place === scheduled,
  );
  const rows = shown.map((place) => [
    String(curve.agents[place]),
    share(curve.serviceLevelFraction[place]!),
    seconds(curve.asaSeconds[place]!),
    share(curve.occupancyFraction[place]!),
    share(curve.abandonmentFraction[place]!),
    ...(hasChance ? [share(curve.chanceFraction[place]!)] : []),
  ]);
  const remarkOn = (place: number | undefined): string => {
    if (place === answer) return '  <- the answer';
    return place === scheduled ? '  <- of those scheduled' : '';
  };
  return textTable(head, rows).map((line, index) => line + (index > 0 ? remarkOn(shown[index - 1]) : ''));
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

function textOf(explained: StaffingExplanation): string {
  const { effects, curve } = explained;
  const model = staffingModel(explained.modelId);
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

function documentOf(explained: StaffingExplanation): unknown {
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
  await context.emit({ document: () => documentOf(explained), text: () => textOf(explained) });
  return explained.requiredAgents === null ? ExitCode.no : ExitCode.done;
}

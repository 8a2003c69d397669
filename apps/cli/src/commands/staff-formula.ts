import type { FormulaError, FunctionReference } from '@yotei/scheduling/formula';
import type { CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { badInput } from '../frame/problem-list.js';
import { significant } from '../io/csv-writer.js';

/** Asks `--what` for the list of functions. */
const WHAT_HELP = 'help';

/** Characters that take two columns of a terminal: kana, kanji and full-width forms. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/gu;

/** The formula with a mark below the place. */
function marked(text: string, position: number): string {
  const before = text.slice(0, position);
  const columns = before.length + (before.match(WIDE)?.length ?? 0);
  return `\n  ${text}\n  ${' '.repeat(columns)}^`;
}

function refuse(text: string, { message, position }: FormulaError): Error {
  return badInput({ field: '--what', message: `${message}${position === null ? '' : marked(text, position)}` });
}

function listed({ signature, title, result, example, exampleResult }: FunctionReference): string {
  return `${signature}\n    ${title}; gives ${result}\n    ${example} = ${exampleResult}\n`;
}

/** Every function with its values and an example, for `--what help`. */
async function listFunctions(context: CommandContext): Promise<ExitCode> {
  const { formulaReference, VARIANT_NAMES } = await import('@yotei/scheduling/formula');
  const functions = formulaReference('en');
  const values = new Map(functions.flatMap(({ parameters }) => parameters).map((each) => [each.name, each]));
  const lines = [
    'Units: s, min, h, day, %, 100 per 30 min, 6000/h; a plain number is seconds, or a share 0..1.\n',
    'Values in [ ] may be left out, or given by name: agents(100 per 30 min, 180 s, asaSeconds = 20 s).\n',
    '\nFunctions\n',
    ...functions.map((each) => listed(each)),
    '\nValues\n',
    ...[...values.values()].map(({ name, title, example }) => `${name.padEnd(22)}${title}; for example ${example}\n`),
    `\nService levels (variant)\n${VARIANT_NAMES.join('\n')}\n`,
  ];
  await context.emit({ document: () => ({ functions, variants: VARIANT_NAMES }), text: () => lines });
  return ExitCode.done;
}

/**
 * A formula's value. A mistake is shown under the text with a mark at its place (exit code 2); a goal that no number
 * of agents reaches is the answer "no" (exit code 1).
 */
export async function staffFormula(text: string, digits: number, context: CommandContext): Promise<ExitCode> {
  if (text.trim() === WHAT_HELP) return listFunctions(context);
  // Loaded when asked for: the formula language takes longer to load than all the rest of the command.
  const { evaluateFormula } = await import('@yotei/scheduling/formula');
  const { amountText } = await import('@yotei/scheduling/staffing');
  const result = evaluateFormula(text);
  if (result.kind === 'formula-error') {
    if (result.code !== 'no-answer') throw refuse(text, result);
    context.note(`--what: ${result.message}`);
    await context.emit({
      document: () => ({ formula: text, value: null, note: 'goal-unreachable' }),
      text: () => 'goal-unreachable\n',
    });
    return ExitCode.no;
  }
  const value = significant(result.value, digits);
  await context.emit({
    document: () => ({ formula: text, value, unit: result.unit, text: amountText(result, 'en') }),
    text: () => `${value}\n`,
  });
  return ExitCode.done;
}

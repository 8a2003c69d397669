import { Option } from 'commander';
import {
  answerScenario,
  applyScenario,
  changesInWords,
  comparisonInWords,
  scenarioBaseFromFile,
  scenarioBaseToFile,
  type ScenarioAnswer,
  type ScenarioBase,
  type ScenarioChange,
  type ScenarioFault,
} from '@yotei/scheduling/scenarios';
import type { TextLanguage } from '@yotei/scheduling/staffing';
import type { ZoneId } from '@yotei/time';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { durationOption, fractionOption, zoneOption } from '../frame/option-values.js';
import { badInput, ProblemList } from '../frame/problem-list.js';
import { writeFileWhole } from '../io/output-file.js';
import { snakeCase } from '../io/snake-case.js';
import { textOf } from '../io/text-of-file.js';
import { defineStaffingOptions, type StaffingFields } from './staffing-options.js';
import { baseOfForecast } from './what-if/base-of-forecast.js';
import { readChange, SHORT_KINDS } from './what-if/change-text.js';
import { queueTable, scenarioTable } from './what-if/scenario-text.js';

interface WhatIfOptions extends StaffingFields {
  readonly base?: string;
  readonly forecast?: string;
  readonly goals?: string;
  readonly changes?: string;
  readonly change?: readonly string[];
  readonly language: TextLanguage;
  readonly baseOut?: string;
  readonly handleTime?: number;
  readonly rateCv?: number;
  readonly zone?: ZoneId;
}

async function jsonOf(path: string): Promise<unknown> {
  let text = '';
  try {
    for await (const part of textOf(path)) text += part;
    return JSON.parse(text);
  } catch (error) {
    throw badInput({ file: path, message: `cannot be read as JSON: ${(error as Error).message}` });
  }
}

async function readBase(options: WhatIfOptions, context: CommandContext): Promise<ScenarioBase> {
  const { base, forecast } = options;
  if ((base === undefined) === (forecast === undefined))
    throw badInput({ field: '--base', message: 'give --base, or --forecast with --goals; one of them' });
  if (forecast !== undefined) return baseOfForecast({ ...options, forecast }, context);
  const read = scenarioBaseFromFile(await jsonOf(base!));
  if (read.kind === 'read') return read.base;
  const problems = new ProblemList();
  for (const { path, message } of read.faults)
    problems.add({ file: base, field: path, message: message[options.language] });
  problems.throwIfAny();
  throw new Error('a faulty base has faults');
}

/** Changes of the file, then those of the options, in their order. */
async function readChanges(options: WhatIfOptions, base: ScenarioBase): Promise<readonly ScenarioChange[]> {
  const problems = new ProblemList();
  const document = options.changes === undefined ? [] : await jsonOf(options.changes);
  if (!Array.isArray(document))
    throw badInput({
      file: options.changes,
      message: 'must hold a list of changes, such as [{"kind": "volume", "factor": 1.2}]',
    });
  // What is no change is said by what applies them.
  const changes = [...(document as ScenarioChange[])];
  for (const text of options.change ?? []) {
    const read = readChange(text, base);
    if (read.kind === 'value') changes.push(read.value);
    else problems.add({ field: '--change', message: read.message });
  }
  problems.throwIfAny();
  return changes;
}

function refuse(faults: readonly ScenarioFault[], options: WhatIfOptions): never {
  const problems = new ProblemList();
  for (const { index, path, message } of faults)
    problems.add({ file: options.changes, field: `changes.${index}.${path}`, message: message[options.language] });
  problems.throwIfAny();
  throw new Error('a faulty scenario has faults');
}

/** Everything of an answer but the series of single intervals. */
function withoutSeries({ queues, ...rest }: ScenarioAnswer): unknown {
  return snakeCase({ ...rest, queues: queues.map((queue) => ({ ...queue, series: undefined })) });
}

async function run(options: WhatIfOptions, context: CommandContext): Promise<ExitCode> {
  const base = await readBase(options, context);
  if (options.baseOut !== undefined)
    await writeFileWhole(options.baseOut, [`${JSON.stringify(scenarioBaseToFile(base))}\n`]);
  const changes = await readChanges(options, base);
  const applied = applyScenario(base, changes);
  if (applied.kind === 'faulty') refuse(applied.faults, options);
  const { language } = options;
  const [before, after] = [answerScenario(base, []), answerScenario(base, changes)];
  const words = changesInWords(changes, base, language);
  const titles = language === 'en' ? ['Now', 'The scenario'] : ['現状', 'シナリオ'];
  const [sentences] = comparisonInWords(
    [
      { title: titles[0]!, answer: before },
      { title: titles[1]!, answer: after },
    ],
    language,
  );
  await context.emit({
    document: () => ({ changes, words, sentences, base: withoutSeries(before), scenario: withoutSeries(after) }),
    text: () =>
      [
        ...words.map((line) => `- ${line}`),
        ...(words.length > 0 ? [''] : []),
        ...scenarioTable(before.total, after.total, { language, currency: after.currency }),
        '',
        ...queueTable(before, after, language),
        '',
        ...(sentences ?? []),
      ]
        .map((line) => `${line}\n`)
        .join(''),
  });
  return ExitCode.done;
}

export const whatIfCommand = cliCommand<WhatIfOptions>({
  name: 'what-if',
  summary: 'what a scenario comes to: service, hours, people and cost against the base',
  example: 'what-if --base docs/examples/scenario-base.json --change "volume=+20%" --change "handle-time=+30s"',
  define: (command) => {
    command
      .option('--base <file>', 'JSON of a base, as the web offers it for download and --base-out writes it')
      .option('--forecast <file>', 'CSV as yotei requirement reads it, instead of a base')
      .option('--goals <file>', 'CSV of goals as yotei requirement reads it')
      .option('--handle-time <duration>', 'mean handle time where the forecast has none', durationOption)
      .option('--rate-cv <fraction>', 'relative spread of the rate where the forecast has no quantiles', fractionOption)
      .option('--zone <id>', 'zone of times without an offset', zoneOption)
      .option('--changes <file>', 'JSON list of changes; docs/methods/scenarios.md names every field')
      .option(
        '--change <text>',
        `one change written short, may be repeated: volume=+20%, handle-time=+30s, deflection=chat:15%, absence=Voice:2@2026-11-23, goal=Voice:90/10, volume=Voice:+10%@mon; kinds ${SHORT_KINDS.join(', ')}`,
        (text: string, before: readonly string[] = []) => [...before, text],
      )
      .option('--base-out <file>', 'write the base that was read, as JSON')
      .addOption(new Option('--language <code>', 'language of the words').choices(['en', 'ja']).default('en'));
    defineStaffingOptions(command);
  },
  run,
});

import { Option, type Command } from 'commander';
import {
  defaultModelId,
  missingParameters,
  SERVICE_LEVEL_VARIANTS,
  STAFFING_MODELS,
  type ServiceGoal,
  type ServiceLevelVariant,
  type StaffingLoad,
  type StaffingModel,
  type StaffingModelParameter,
} from '@yotei/scheduling/staffing';
import {
  durationOption,
  fractionOption,
  goalOption,
  numberOption,
  positiveDurationOption,
} from '../frame/option-values.js';
import type { NumberRange } from '../io/quantities.js';
import type { RowReader } from '../io/row-reader.js';

/** What a load is staffed by, as options or as columns; a row's value wins over an option's. */
export interface StaffingFields {
  readonly goal?: { readonly serviceLevelFraction: number; readonly answerWithinSeconds: number };
  readonly serviceLevel?: number;
  readonly answerWithin?: number;
  readonly serviceLevelVariant?: ServiceLevelVariant;
  readonly asa?: number;
  readonly maxOccupancy?: number;
  readonly maxAbandonment?: number;
  readonly maxBlocking?: number;
  readonly model?: string;
  readonly patience?: number;
  readonly concurrency?: number;
  readonly slowdown?: number;
  readonly lines?: number;
  readonly redial?: number;
  readonly shrinkage?: number;
}

const LINES: NumberRange = { min: 1, max: 1_000_000, whole: true };
const CONCURRENCY: NumberRange = { min: 1, max: 100 };
const SHRINKAGE: NumberRange = { min: 0, below: 1 };
const MODEL_IDS = STAFFING_MODELS.map(({ id }) => id);

/** The goals among the options behind {@link StaffingFields}. */
export function defineGoalOptions(command: Command): void {
  command
    .option('--goal <share/time>', 'service level, such as 80/20', goalOption)
    .option('--service-level <fraction>', 'share answered in time, 0..1', fractionOption)
    .option('--answer-within <duration>', 'threshold of the service level', durationOption)
    .addOption(
      new Option('--service-level-variant <name>', 'how abandoned contacts count').choices(SERVICE_LEVEL_VARIANTS),
    )
    .option('--asa <duration>', 'greatest mean wait of the answered', durationOption)
    .option('--max-occupancy <fraction>', 'greatest handling time / available time', fractionOption)
    .option('--max-abandonment <fraction>', 'greatest share that leaves while waiting', fractionOption)
    .option('--max-blocking <fraction>', 'greatest share turned away (erlang-b)', fractionOption);
}

/** The options behind {@link StaffingFields}. */
export function defineStaffingOptions(command: Command): void {
  defineGoalOptions(command);
  command
    .addOption(
      new Option(
        '--model <id>',
        'staffing model; chat with --concurrency above 1, erlang-x with --lines or --redial, erlang-a with --patience, else erlang-c',
      ).choices(MODEL_IDS),
    )
    .option('--patience <duration>', 'mean patience: total queue time / abandonments', positiveDurationOption)
    .option('--concurrency <count>', 'most contacts an agent handles at once (chat)', numberOption(CONCURRENCY))
    .option('--slowdown <fraction>', 'each further contact at once makes all last longer by (chat)', fractionOption)
    .option('--lines <count>', 'most contacts waiting and handled together (erlang-x)', numberOption(LINES))
    .option('--redial <fraction>', 'share of unanswered attempts that try again (erlang-x)', fractionOption)
    .option('--shrinkage <fraction>', 'unplanned shrinkage, 0..1', numberOption(SHRINKAGE));
}

function variantOf(row: RowReader): ServiceLevelVariant | undefined {
  const text = row.text('service_level_variant');
  const known = SERVICE_LEVEL_VARIANTS.find((variant) => variant === text);
  if (text !== undefined && !known)
    row.report('service_level_variant', `'${text}' is not one of ${SERVICE_LEVEL_VARIANTS.join(', ')}`);
  return known;
}

function modelOf(row: RowReader): string | undefined {
  const text = row.text('model');
  if (text === undefined || MODEL_IDS.includes(text)) return text;
  row.report('model', `'${text}' is not one of ${MODEL_IDS.join(', ')}`);
  return undefined;
}

/** The fields of a row over those of the options. */
export function staffingFieldsOf(row: RowReader, options: StaffingFields): StaffingFields {
  const fraction = { min: 0, max: 1 };
  return {
    goal: options.goal,
    serviceLevel: row.number('service_level', fraction) ?? options.serviceLevel,
    answerWithin: row.number('answer_within_seconds', { min: 0 }) ?? options.answerWithin,
    serviceLevelVariant: variantOf(row) ?? options.serviceLevelVariant,
    asa: row.number('asa_seconds', { min: 0 }) ?? options.asa,
    maxOccupancy: row.number('max_occupancy', fraction) ?? options.maxOccupancy,
    maxAbandonment: row.number('max_abandonment', fraction) ?? options.maxAbandonment,
    maxBlocking: row.number('max_blocking', fraction) ?? options.maxBlocking,
    model: modelOf(row) ?? options.model,
    patience: row.number('patience_seconds', { above: 0, infinite: true }) ?? options.patience,
    concurrency: row.number('concurrency', CONCURRENCY) ?? options.concurrency,
    slowdown: row.number('slowdown', fraction) ?? options.slowdown,
    lines: row.number('lines', LINES) ?? options.lines,
    redial: row.number('redial', fraction) ?? options.redial,
    shrinkage: row.number('shrinkage', SHRINKAGE) ?? options.shrinkage,
  };
}

/** The columns {@link staffingFieldsOf} reads. */
export const STAFFING_COLUMNS = [
  'service_level',
  'answer_within_seconds',
  'service_level_variant',
  'asa_seconds',
  'max_occupancy',
  'max_abandonment',
  'max_blocking',
  'model',
  'patience_seconds',
  'concurrency',
  'slowdown',
  'lines',
  'redial',
  'shrinkage',
] as const;

export function serviceGoalOf(fields: StaffingFields): ServiceGoal {
  return {
    serviceLevelFraction: fields.serviceLevel ?? fields.goal?.serviceLevelFraction,
    answerWithinSeconds: fields.answerWithin ?? fields.goal?.answerWithinSeconds,
    serviceLevelVariant: fields.serviceLevelVariant,
    asaSeconds: fields.asa,
    maxOccupancyFraction: fields.maxOccupancy,
    maxAbandonmentFraction: fields.maxAbandonment,
    maxBlockingFraction: fields.maxBlocking,
  };
}

/** What the fields say of the load beyond contacts, interval and handle time. */
export function loadOptionsOf(
  fields: StaffingFields,
): Omit<StaffingLoad, 'contacts' | 'intervalSeconds' | 'averageHandleSeconds'> {
  return {
    patienceSeconds: fields.patience,
    concurrency: fields.concurrency,
    slowdownFraction: fields.slowdown,
    lines: fields.lines,
    redialFraction: fields.redial,
  };
}

/**
 * The model asked for; else the one made for what is given: chat for several contacts at once, Erlang X for lines or
 * redials, Erlang A for a patience, Erlang C for none of them.
 */
export function modelIdOf(fields: StaffingFields): string {
  return fields.model ?? defaultModelId(loadOptionsOf(fields));
}

/** What makes a load one for a certain model, by option; a model that does not read it would be told a falsehood. */
const MADE_FOR: readonly (readonly [keyof StaffingFields, StaffingModelParameter['key'], number, string])[] = [
  ['concurrency', 'concurrency', 1, 'chat'],
  ['slowdown', 'slowdownFraction', 0, 'chat'],
  ['lines', 'lines', 0, 'erlang-x'],
  ['redial', 'redialFraction', 0, 'erlang-x'],
];

function strayField(
  fields: StaffingFields,
  model: StaffingModel,
): { readonly field: string; readonly message: string } | null {
  for (const [field, key, nothing, made] of MADE_FOR) {
    const value = fields[field];
    if (typeof value !== 'number' || value <= nothing || model.parameters.some((parameter) => parameter.key === key))
      continue;
    return { field, message: `${value} does not go with ${model.id}, which takes no account of it; use ${made}` };
  }
  return null;
}

/** Why the fields cannot be staffed (no goal, a goal without its threshold, the wrong model), or null. */
export function missingField(fields: StaffingFields): { readonly field: string; readonly message: string } | null {
  const goal = serviceGoalOf(fields);
  const model = STAFFING_MODELS.find(({ id }) => id === modelIdOf(fields))!;
  const { serviceLevelFraction, answerWithinSeconds, serviceLevelVariant: _variant, ...limits } = goal;
  if (missingParameters(model, loadOptionsOf(fields)).length > 0) {
    return { field: 'patience_seconds', message: `missing value; ${model.id} needs the mean patience` };
  }
  const stray = strayField(fields, model);
  if (stray) return stray;
  if (serviceLevelFraction !== undefined && answerWithinSeconds === undefined) {
    return { field: 'answer_within_seconds', message: 'missing value; a service level needs its threshold' };
  }
  const given = serviceLevelFraction !== undefined || Object.values(limits).some((limit) => limit !== undefined);
  return given || model.ownGoal
    ? null
    : { field: 'goal', message: 'missing; give a service level such as 80/20, or another goal' };
}

import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { previewFactTable } from '@yotei/connectors';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  FactKindInput,
  ImportMeasureTableResult,
  MeasureFactKindSaved,
  MeasureFactTold,
  MeasureTableInput,
  MeasureTablePreview,
  MeasureTableTaken,
  SaveMeasureFactKindResult,
} from './fact-import.graphql-types.js';
import { FactImportService, type TableOrder } from './fact-import.service.js';
import { FACT_UNITS, ImportedFactsRepository, type FactKind } from './imported-facts.repository.js';

const SHOWN_REJECTS = 100;
const invalid = (path: string, message: string): InvalidInput => InvalidInput.of(path, message);

function kindOf({ name, title, unit, adds }: FactKindInput): FactKind | null {
  const known = FACT_UNITS.find((one) => one === unit);
  const how = (['sum', 'last'] as const).find((one) => one === (adds ?? 'sum'));
  return known && how ? { name: name.trim(), title: title.trim(), unit: known, adds: how } : null;
}

/** Facts of other systems: tables with chosen columns, and the names they come under. */
@Resolver()
export class FactImportResolver {
  constructor(
    private readonly imports: FactImportService,
    private readonly facts: ImportedFactsRepository,
  ) {}

  @Query(() => [MeasureFactTold], { description: 'Names with facts of other systems, and from when to when' })
  @RequirePermission('measures.read')
  async measureFactsTold(@CurrentContext() context: RequestContext): Promise<MeasureFactTold[]> {
    return this.facts.told(context);
  }

  @Query(() => MeasureTablePreview)
  @RequirePermission('measures.ingest')
  async measureTablePreview(@Args('content', { type: () => String }) content: string): Promise<MeasureTablePreview> {
    return previewFactTable(content);
  }

  @Mutation(() => ImportMeasureTableResult)
  @RequirePermission('measures.ingest')
  async importMeasureTable(
    @CurrentContext() context: RequestContext,
    @Args('input') input: MeasureTableInput,
  ): Promise<typeof ImportMeasureTableResult> {
    const kinds = (input.kinds ?? []).map(kindOf);
    const wrong = kinds.indexOf(null);
    if (wrong >= 0) return invalid(`kinds.${wrong}`, `unit must be one of ${FACT_UNITS.join(', ')}; adds sum or last`);
    const taken = await this.imports.takeTable(context, orderOf(input, kinds as FactKind[]));
    if (taken.kind === 'invalid') return InvalidInput.of(taken.path, taken.message);
    const { rejects, ...counts } = taken;
    const shown = { rejectedCount: rejects.length, rejects: rejects.slice(0, SHOWN_REJECTS) };
    return Object.assign(new MeasureTableTaken(), counts, shown);
  }

  @Mutation(() => SaveMeasureFactKindResult, { description: 'A name for facts that other systems will send' })
  @RequirePermission('measures.edit')
  async saveMeasureFactKind(
    @CurrentContext() context: RequestContext,
    @Args('input') input: FactKindInput,
  ): Promise<typeof SaveMeasureFactKindResult> {
    const kind = kindOf(input);
    if (!kind) return invalid('unit', `unit must be one of ${FACT_UNITS.join(', ')}; adds sum or last`);
    const saved = await this.imports.saveKind(context, kind);
    if (saved.kind === 'invalid') return InvalidInput.of(saved.path, saved.message);
    return Object.assign(new MeasureFactKindSaved(), { name: kind.name });
  }
}

function orderOf(input: MeasureTableInput, kinds: readonly FactKind[]): TableOrder {
  const { source, content, dateColumn, firstOn, dateOrder, place, columns, dryRun } = input;
  return {
    ...{ source, content, dateColumn, kinds, firstOn: firstOn ?? null, dateOrder: dateOrder ?? 'ymd' },
    place: place ? { kind: place.kind, column: place.column ?? null, word: place.word ?? null } : null,
    columns: columns.map(({ column, name, weightColumn }) => ({ column, name, weightColumn: weightColumn ?? null })),
    dryRun: dryRun ?? false,
  };
}

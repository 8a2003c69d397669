import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { QueueDirectory } from '../../demand/index.js';
import { MeasureCatalogueService } from '../values/measure-catalogue.service.js';
import {
  AnnotateMeasuresResult,
  DeleteMeasureNoteResult,
  MeasureAnnotation,
  MeasureAnnotationInput,
  MeasureAnnotationSaved,
  MeasureNoteDeleted,
  MeasureTarget,
  MeasureTargetInput,
  MeasureTargetSaved,
  SaveMeasureTargetResult,
  type TargetDirection,
} from './measure-notes.graphql-types.js';
import { MeasureNotesRepository, type TargetRecord } from './measure-notes.repository.js';

const LONGEST_NOTE = 500;
const invalid = (path: string, message: string): InvalidInput => InvalidInput.of(path, message);

const targetOf = ({ measure, direction, ...target }: TargetRecord): MeasureTarget => ({
  ...target,
  measureId: measure,
  direction: direction as TargetDirection,
});

function deletedOf(id: string, isDeleted: boolean): typeof DeleteMeasureNoteResult {
  return isDeleted ? Object.assign(new MeasureNoteDeleted(), { id }) : NotFound.of('note');
}

/** Targets of measures, and what happened on which date. */
@Resolver()
export class MeasureNotesResolver {
  constructor(
    private readonly notes: MeasureNotesRepository,
    private readonly catalogue: MeasureCatalogueService,
    private readonly queues: QueueDirectory,
  ) {}

  @Query(() => [MeasureTarget])
  @RequirePermission('measures.read')
  async measureTargets(@CurrentContext() context: RequestContext): Promise<MeasureTarget[]> {
    return (await this.notes.targets(context)).map(targetOf);
  }

  @Mutation(() => SaveMeasureTargetResult)
  @RequirePermission('measures.edit')
  async saveMeasureTarget(
    @CurrentContext() context: RequestContext,
    @Args('input') { measureId, queueId, ...target }: MeasureTargetInput,
  ): Promise<typeof SaveMeasureTargetResult> {
    const { set } = await this.catalogue.catalogue(context);
    const measure = set.find(measureId);
    if (!measure) return invalid('measureId', `no measure is called ${measureId}`);
    if (queueId && !(await this.queues.byId(context, queueId))) return invalid('queueId', 'there is no such queue');
    if (!Number.isFinite(target.value)) return invalid('value', 'value must be a number');
    const stored = await this.notes.putTarget(context, { ...target, measure: measure.id, queueId: queueId ?? null });
    return Object.assign(new MeasureTargetSaved(), { target: targetOf(stored) });
  }

  @Mutation(() => DeleteMeasureNoteResult)
  @RequirePermission('measures.edit')
  async deleteMeasureTarget(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof DeleteMeasureNoteResult> {
    return deletedOf(id, await this.notes.deleteTarget(context, { id, version }));
  }

  @Query(() => [MeasureAnnotation], { description: 'Of the dates, the last one left out' })
  @RequirePermission('measures.read')
  async measureAnnotations(
    @CurrentContext() context: RequestContext,
    @Args('fromOn', { type: () => LocalDateScalar }) fromOn: LocalDate,
    @Args('untilOn', { type: () => LocalDateScalar }) untilOn: LocalDate,
  ): Promise<MeasureAnnotation[]> {
    return this.notes.annotations(context, { fromOn, untilOn });
  }

  @Mutation(() => AnnotateMeasuresResult)
  @RequirePermission('measures.edit')
  async annotateMeasures(
    @CurrentContext() context: RequestContext,
    @Args('input') { on, queueId, text }: MeasureAnnotationInput,
  ): Promise<typeof AnnotateMeasuresResult> {
    const words = text.trim();
    if (words === '' || words.length > LONGEST_NOTE)
      return invalid('text', `text must have 1..${LONGEST_NOTE} characters`);
    if (queueId && !(await this.queues.byId(context, queueId))) return invalid('queueId', 'there is no such queue');
    const annotation = await this.notes.annotate(context, { on, queueId: queueId ?? null, text: words });
    return Object.assign(new MeasureAnnotationSaved(), { annotation });
  }

  @Mutation(() => DeleteMeasureNoteResult)
  @RequirePermission('measures.edit')
  async deleteMeasureAnnotation(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof DeleteMeasureNoteResult> {
    return deletedOf(id, await this.notes.deleteAnnotation(context, { id, version }));
  }
}

import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { AbsenceRepository, type PreferenceRecord, type TimeOffRecord } from './absences.repository.js';
import type { WeightValues } from './planning-weights.catalogue.js';
import { PlanningWeightsService } from './planning-weights.service.js';

/** What a plan has to go round and is judged by: absences, wishes, and the centre's prices. */
@Injectable()
export class PlanningTerms {
  constructor(
    private readonly absences: AbsenceRepository,
    private readonly weights: PlanningWeightsService,
  ) {}

  timeOff(...order: Parameters<AbsenceRepository['timeOff']>): Promise<TimeOffRecord[]> {
    return this.absences.timeOff(...order);
  }

  preferences(...order: Parameters<AbsenceRepository['preferences']>): Promise<PreferenceRecord[]> {
    return this.absences.preferences(...order);
  }

  async priceValues(context: RequestContext): Promise<WeightValues> {
    return (await this.weights.inForce(context)).values;
  }
}

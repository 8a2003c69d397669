import { Module } from '@nestjs/common';
import { AdherenceSumsRepository } from './adherence-sums.repository.js';
import { AdherenceHistoryResolver } from './history.resolver.js';

/** Adherence of days that are over, by team, day and agent. */
@Module({ providers: [AdherenceSumsRepository, AdherenceHistoryResolver], exports: [AdherenceSumsRepository] })
export class AdherenceHistoryModule {}

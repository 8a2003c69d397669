import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { WellbeingModule } from '../wellbeing/wellbeing.module.js';
import { FactImportController } from './imports/fact-import.controller.js';
import { FactImportResolver } from './imports/fact-import.resolver.js';
import { FactImportService } from './imports/fact-import.service.js';
import { ImportedFactsRepository } from './imports/imported-facts.repository.js';
import { ImportSource } from './imports/import.source.js';
import { KpiFormulaRepository } from './kpi-formulas.repository.js';
import { KpiFormulaService } from './kpi-formulas.service.js';
import { MeasuresResolver } from './measures.resolver.js';
import { MeasureNotesRepository } from './notes/measure-notes.repository.js';
import { MeasureNotesResolver } from './notes/measure-notes.resolver.js';
import { ContactsSource } from './sources/contacts.source.js';
import { AdherenceSource, StatesSource } from './sources/day-sources.js';
import { ForecastSource, RequirementSource, RosterSource } from './sources/planning-sources.js';
import { PublishedWeeksRepository } from './sources/published-weeks.repository.js';
import { MeasureSumsTask } from './sources/measure-sums.task.js';
import { QueueDaysRepository } from './sources/queue-days.repository.js';
import { WeekSumsService } from './sources/week-sums.service.js';
import { CoverageSource, WellbeingSource } from './sources/week-sources.js';
import { FactReadingService, PlanSources } from './values/fact-reading.service.js';
import { MeasureCatalogueService } from './values/measure-catalogue.service.js';
import { MeasureTablesService } from './values/measure-tables.service.js';
import { MeasureValuesResolver } from './values/measure-values.resolver.js';
import { MeasureValuesService } from './values/measure-values.service.js';

const sources = [
  AdherenceSource,
  ContactsSource,
  CoverageSource,
  ForecastSource,
  ImportSource,
  MeasureSumsTask,
  PublishedWeeksRepository,
  QueueDaysRepository,
  RequirementSource,
  RosterSource,
  StatesSource,
  WeekSumsService,
  WellbeingSource,
];

@Module({
  imports: [DemandModule, OrganisationModule, RostersModule, WellbeingModule],
  controllers: [FactImportController],
  providers: [
    ...sources,
    FactImportResolver,
    FactImportService,
    FactReadingService,
    ImportedFactsRepository,
    KpiFormulaRepository,
    KpiFormulaService,
    MeasureCatalogueService,
    MeasureNotesRepository,
    MeasureNotesResolver,
    MeasureTablesService,
    MeasureValuesService,
    MeasureValuesResolver,
    MeasuresResolver,
    PlanSources,
  ],
  exports: [MeasureNotesRepository, KpiFormulaService, MeasureCatalogueService, MeasureValuesService],
})
export class MeasuresModule {}

export const measuresFeature: Feature = { name: 'measures', module: MeasuresModule, entities: [] };

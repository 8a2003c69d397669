import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { StaffingModule } from '../staffing/staffing.module.js';
import { AbsenceRepository } from './absences.repository.js';
import { BestRosterResolver } from './best-roster.resolver.js';
import { BestRosters } from './best-rosters.service.js';
import { BreakPlacementResolver } from './break-placement.resolver.js';
import { BreakPlacementService } from './break-placement.service.js';
import { BoardResolver } from './board.resolver.js';
import { BoardPlaces, BoardService } from './board.service.js';
import { CoverCostService } from './cover-cost.service.js';
import { EditRecords, EditShiftsService } from './edit-shifts.service.js';
import { ExplanationPlaces, ExplanationsService } from './explanations.service.js';
import { ExplanationsResolver } from './explanations.resolver.js';
import { MyWeekResolver } from './my-week.resolver.js';
import { MyWeekService, OwnRecords } from './my-week.service.js';
import { PlanningTerms } from './planning-terms.js';
import { PlanningWeightsResolver } from './planning-weights.resolver.js';
import { PlanningWeightsService } from './planning-weights.service.js';
import { PlanSteps } from './plan-steps.js';
import { PlanningDemand, PlanningHistory, PlanningService } from './planning.service.js';
import { PublishedWeeksService } from './published-weeks.service.js';
import { PlanningTeam } from './planning-team.js';
import { PublishRecords } from './publish-records.js';
import { PublishService } from './publish.service.js';
import { RecordsRepository } from './records.repository.js';
import { RosterApplier } from './roster-applier.js';
import { PartPlanner } from './part-planner.js';
import { RosterEngine } from './roster-engine.js';
import { RosterNewsService } from './roster-news.service.js';
import { RosterPartJob } from './roster-part.job.js';
import { RosterPartsRepository } from './roster-parts.repository.js';
import { RosterJob } from './roster.job.js';
import { ScoreResolver } from './score.resolver.js';
import { ScheduleChanges } from './schedule-changes.js';
import { ScheduleService } from './schedule.service.js';
import { ScheduleVersionRepository } from './schedule-versions.repository.js';
import { ScheduleRepository } from './schedules.repository.js';
import { SchedulesResolver } from './schedules.resolver.js';
import { ActivityTitleResolver, BoardSessionTitlesResolver } from './sessions/session-titles.resolver.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { SessionsService } from './sessions/sessions.service.js';
import { TeamPlanRepository } from './sessions/team-plans.repository.js';
import { TeamPlansService } from './sessions/team-plans.service.js';
import { ShiftRepository } from './shifts.repository.js';
import { TeamDayResolver } from './team-day.resolver.js';
import { TeamDayService } from './team-day.service.js';
import { SplitRun } from './split-run.js';
import { EditLogRepository } from './together/edit-log.repository.js';
import { TOGETHER } from './together/together.providers.js';

const repositories = [
  AbsenceRepository,
  RecordsRepository,
  RosterPartsRepository,
  ScheduleRepository,
  ScheduleVersionRepository,
  ShiftRepository,
  TeamPlanRepository,
];
const services = [
  BestRosters,
  BoardPlaces,
  BreakPlacementService,
  BoardService,
  CoverCostService,
  EditRecords,
  EditShiftsService,
  ExplanationPlaces,
  ExplanationsService,
  MyWeekService,
  OwnRecords,
  PartPlanner,
  PlanSteps,
  PlanningDemand,
  PlanningHistory,
  PlanningService,
  PublishedWeeksService,
  PlanningTeam,
  PlanningTerms,
  PlanningWeightsService,
  PublishRecords,
  PublishService,
  RosterApplier,
  RosterEngine,
  RosterNewsService,
  ScheduleChanges,
  ScheduleService,
  SessionsService,
  SplitRun,
  TeamDayService,
  TeamPlansService,
];

@Module({
  imports: [OrganisationModule, DemandModule, StaffingModule, NotificationsModule],
  providers: [
    ...repositories,
    ...services,
    ...TOGETHER,
    RosterJob,
    RosterPartJob,
    ActivityTitleResolver,
    BestRosterResolver,
    BoardResolver,
    BoardSessionTitlesResolver,
    BreakPlacementResolver,
    PlanningWeightsResolver,
    SchedulesResolver,
    SessionsResolver,
    ExplanationsResolver,
    ScoreResolver,
    MyWeekResolver,
    TeamDayResolver,
  ],
  exports: [
    CoverCostService,
    ExplanationsService,
    ScheduleService,
    EditLogRepository,
    EditShiftsService,
    PublishService,
    PlanningService,
    PublishedWeeksService,
    RosterApplier,
    ScheduleRepository,
    ShiftRepository,
  ],
})
export class RostersModule {}

export const rostersFeature: Feature = { name: 'rosters', module: RostersModule, entities: [] };

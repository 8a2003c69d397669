/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AbsenceOfDayKind =
  | 'LATE'
  | 'SICK';

/** The shift taken must begin in it, whenever it ends. */
export type AcceptedTimeInput = {
  endAt: string;
  startAt: string;
};

export type ActivityInput = {
  activityTypeId: string;
  endAt: string;
  startAt: string;
};

export type AddForecastLayersInput = {
  /** The editsRevision seen; null lays them on whatever is there. */
  basedOnRevision?: number | null | undefined;
  layers: Array<ForecastLayerInput>;
  queueId: string;
  reason: string;
};

export type AdherenceExceptionState =
  | 'APPROVED'
  | 'DECLINED'
  | 'PROPOSED'
  | 'WITHDRAWN';

export type AdherenceSettingsInput = {
  bootSeconds: number;
  countsOutsideShift: boolean;
  graceSeconds: number;
  ignoredActivityTypeIds: Array<string>;
  ignoredStates: Array<string>;
  siteId: string;
  version: number;
};

export type AgentExternalIdInput = {
  /** Null: forget the id. */
  agentId?: string | null | undefined;
  externalId: string;
  source: string;
};

/** Agents who meet every part given; within a part one entry is enough, of skills all are needed. */
export type AgentSelectionInput = {
  agentIds?: Array<string> | null | undefined;
  contractIds?: Array<string> | null | undefined;
  seniorities?: Array<string> | null | undefined;
  siteIds?: Array<string> | null | undefined;
  skillIds?: Array<string> | null | undefined;
  teamIds?: Array<string> | null | undefined;
};

export type ApiKeyInput = {
  scopes: Array<string>;
  title: string;
};

export type ApproveForecastInput = {
  days: number;
  /** The newest version of each day when left out. */
  forecastId?: string | null | undefined;
  fromOn: string;
  note?: string | null | undefined;
  /** All queues when left out. */
  queueIds?: Array<string> | null | undefined;
};

export type AvailabilityWindowInput = {
  fromMinute: number;
  untilMinute: number;
  weekday: number;
};

export type BidLineInput = {
  places: number;
  title: string;
  weeks: Array<BidWeekInput>;
};

export type BidRoundInput = {
  closesAt: string;
  contractId: string;
  fromOn: string;
  lines: Array<BidLineInput>;
  title: string;
  untilOn: string;
};

export type BidWeekInput = {
  daysOff?: Array<number>;
  templateIds?: Array<string> | null | undefined;
};

export type CapacityPlanInput = {
  id: string;
  plan: unknown;
  title: string;
  /** That was on the screen. */
  version: number;
};

export type CentreEventInput = {
  effect?: EffectSource | null | undefined;
  effectFraction?: number | null | undefined;
  fromOn: string;
  halfLifeDays?: number | null | undefined;
  /** Left out = a new event */
  id?: string | null | undefined;
  kind: EventKind;
  queueIds?: Array<string> | null | undefined;
  title: string;
  untilOn: string;
  version?: number | null | undefined;
};

/** Fields left out stay as they are. */
export type ChangeForecastLayersInput = {
  layers: Array<LayerVersionInput>;
  off?: boolean | null | undefined;
  reason?: string | null | undefined;
  undone?: boolean | null | undefined;
};

export type Channel =
  | 'BACK_OFFICE'
  | 'CALLBACK'
  | 'CHAT'
  | 'EMAIL'
  | 'MESSAGING'
  | 'SOCIAL'
  | 'VOICE';

/** Where a date moves that is no business day. */
export type ClosedDayShift =
  | 'AFTER'
  | 'BEFORE'
  | 'STAY';

/** Undefined: no contact work scheduled, none done. Infinite: done though none was scheduled. */
export type ConformanceKind =
  | 'FRACTION'
  | 'INFINITE'
  | 'UNDEFINED';

export type CostSettingsInput = {
  /** The newest version on the screen; 0: there was none. */
  basedOnVersion: number;
  effectiveOn: string;
  terms: unknown;
};

export type CurveDayInput = {
  contacts: Array<number | null | undefined>;
};

export type DashboardInput = {
  /** Left out = a new dashboard */
  id?: string | null | undefined;
  period: string;
  sharedWith: Array<string>;
  tiles: Array<DashboardTileInput>;
  title: string;
  /** The version the change was made on; with `id` */
  version?: number | null | undefined;
};

export type DashboardTileInput = {
  cut?: string | null | undefined;
  id: string;
  kind: string;
  measureId?: string | null | undefined;
  path?: string | null | undefined;
  queueId?: string | null | undefined;
  text?: string | null | undefined;
  width: number;
};

/** Alerts of the day: not at all, in the app, or in the app and on devices. */
export type DayAlertChoice =
  | 'APP'
  | 'OFF'
  | 'PUSH';

/** A span of history that a planner names, in the wall-clock time of the queue */
export type DecideSpanInput = {
  action: HistoryAction;
  eventKind?: EventKind | null | undefined;
  /** Minutes after midnight of the first day */
  fromMinute?: number;
  fromOn: string;
  /** Why, in the words of the planner */
  reason: string;
  /** With EVENT: its name; else the reason */
  title?: string | null | undefined;
  /** Minutes after midnight of the last day */
  untilMinute?: number;
  /** Included */
  untilOn: string;
};

export type DecideStretchInput = {
  action: HistoryAction;
  eventKind?: EventKind | null | undefined;
  stretchId: string;
  /** With EVENT: its name */
  title?: string | null | undefined;
};

export type DemandMeasure =
  | 'CONTACTS'
  | 'HANDLE_SECONDS';

export type DemandTotalSpan =
  | 'DAY'
  | 'RANGE'
  | 'WEEK';

export type DriftAdvice =
  | 'ADD_EVENT'
  | 'JUDGE_DAYS'
  | 'RE_FORECAST';

/** More or fewer contacts came than forecast. */
export type DriftDirection =
  | 'FEWER'
  | 'MORE';

export type EditOperation =
  | 'ADD'
  | 'PERCENT'
  | 'SET'
  /** Makes the sum of contacts, or the mean handle time, this value and keeps the shape. */
  | 'TOTAL'
  /** Gives each interval its own value. */
  | 'VALUES';

export type EditShiftsInput = {
  edits: Array<ShiftEditInput>;
  /** Names the undo step. */
  label: string;
  /** Written reason to keep must breaches, where allowed. */
  overrideReason?: string | null | undefined;
  /** Version of the own step this edit does again. */
  redoes?: number | null | undefined;
  scheduleId: string;
  /** Version of the own step this edit takes back. */
  undoes?: number | null | undefined;
};

export type EffectSource =
  | 'BY_KIND'
  | 'GIVEN'
  | 'LEARNED';

export type EventKind =
  | 'CAMPAIGN'
  | 'CLOSED'
  | 'HOLIDAY'
  | 'OTHER'
  | 'OUTAGE';

export type ExchangePolicyInput = {
  kinds?: Array<string> | null | undefined;
  /** allow, review or refuse */
  outcome: string;
  parameters?: unknown;
  policyId: string;
};

/** One exchange; each kind reads the fields it needs. See docs/methods/exchanges.md. */
export type ExchangeRequestInput = {
  activityStartAt?: string | null | undefined;
  kind: string;
  moves?: Array<ShiftMoveInput> | null | undefined;
  otherShiftId?: string | null | undefined;
  shiftId?: string | null | undefined;
  span?: SpanInput | null | undefined;
  /** Part of a shift: all times, where there are several. */
  spans?: Array<SpanInput> | null | undefined;
  startAt?: string | null | undefined;
  toAgentId?: string | null | undefined;
};

export type ExcuseInput = {
  endAt: string;
  /** One of excuseKinds. */
  kind: string;
  note?: string;
  /** Absent for ALL. */
  scopeId?: string | null | undefined;
  scopeKind: ExcuseScopeKind;
  startAt: string;
};

/** How the agents of an excuse are chosen. */
export type ExcuseScopeKind =
  | 'AGENT'
  | 'ALL'
  | 'QUEUE'
  | 'SITE'
  | 'TEAM';

export type ExplainDeviationInput = {
  endAt: string;
  /** One of excuseKinds. */
  kind: string;
  note?: string;
  startAt: string;
};

export type FactColumnInput = {
  column: string;
  /** Name of a fact: of the catalogue, of an import, or one of `kinds` */
  name: string;
  /** Of a mean: the column of how many it is the mean of */
  weightColumn?: string | null | undefined;
};

export type FactDateOrder =
  | 'DMY'
  | 'MDY'
  | 'YMD';

export type FactKindInput = {
  /** `sum` (default), or `last`: what stood at the end */
  adds?: string | null | undefined;
  /** By which formulas use it */
  name: string;
  title: string;
  /** `number`, `contacts`, `seconds`, `fraction` or `agents` */
  unit: string;
};

/** What the rows are of: named by a column, or all of the same. */
export type FactPlaceInput = {
  column?: string | null | undefined;
  kind: FactPlaceKind;
  /** Id or name; a channel by its id, such as `voice` */
  word?: string | null | undefined;
};

export type FactPlaceKind =
  | 'CHANNEL'
  | 'QUEUE'
  | 'TEAM';

export type ForecastLayerInput = {
  fromAt: string;
  measure: DemandMeasure;
  operation: EditOperation;
  pattern?: LayerPatternInput | null | undefined;
  stepMinutes?: number | null | undefined;
  untilAt: string;
  value?: number | null | undefined;
  values?: Array<number | null | undefined> | null | undefined;
};

export type GenerateInput = {
  /** Plans the present draft again instead of afresh. */
  again?: PlanAgainInput | null | undefined;
  keepHandEdited: boolean;
  keepLocked: boolean;
  scheduleId: string;
  seed?: number | null | undefined;
  timeLimitSeconds: number;
};

export type GrowthAssumptionInput = {
  fromOn: string;
  kind: GrowthKind;
  queueId?: string | null | undefined;
  rampWeeks?: number | null | undefined;
  reason: string;
  untilOn?: string | null | undefined;
  value: number;
};

export type GrowthKind =
  | 'PERCENT_A_YEAR'
  | 'STEP_PERCENT'
  | 'WEEKLY_CONTACTS';

/** What a planner makes of an odd stretch; KEEP uses it as it is. */
export type HistoryAction =
  | 'EVENT'
  | 'KEEP'
  | 'LEAVE_OUT'
  | 'REPLACE';

export type HolidayCalendarInput = {
  country: string;
  region?: string | null | undefined;
  state?: string | null | undefined;
  /** 0 = there was none */
  version: number;
};

export type HolidayChoiceInput = {
  fromMinute?: number | null | undefined;
  key: string;
  nameEn?: string | null | undefined;
  nameJa?: string | null | undefined;
  treatment: HolidayTreatment;
  untilMinute?: number | null | undefined;
  version: number;
};

/** AS_BEFORE: closed where past holidays were without contacts, else open. */
export type HolidayTreatment =
  | 'AS_BEFORE'
  | 'CLOSED'
  | 'IGNORED'
  | 'OPEN'
  | 'OWN_HOURS';

export type ImportInput = {
  ambiguous?: string | null | undefined;
  columnMap: unknown;
  /** create queues for unknown names */
  createQueues?: boolean | null | undefined;
  defaultQueueId?: string | null | undefined;
  intervalMinutes?: number | null | undefined;
  /** queue name in the file -> queue id */
  queueMap?: unknown;
  siteId: string;
  sourceId: string;
  uploadId: string;
  zone: string;
};

export type IntradayAlertKind =
  | 'OVER'
  | 'SHORT';

export type JobState =
  | 'CANCELLED'
  | 'DONE'
  | 'FAILED'
  | 'RUNNING'
  | 'WAITING';

export type KeptBecause =
  | 'GENERATE'
  | 'HAND'
  | 'PUBLISH'
  | 'RESTORE';

/** What of the present draft stays when it is planned again. */
export type KeptPart =
  | 'DAYS_OFF'
  | 'PAID_HOURS'
  | 'PUBLISHED_DAYS'
  | 'SHIFTS'
  | 'STARTS';

export type KpiFormulaInput = {
  /** `higher` or `lower`: which way is good */
  better?: string | null | undefined;
  formula: string;
  /** Left out = a new KPI */
  id?: string | null | undefined;
  /** By which other formulas may use it */
  name?: string | null | undefined;
  /** Of a new KPI; left out = the last */
  position?: number | null | undefined;
  title: string;
  /** The version the change was made on; with `id` */
  version?: number | null | undefined;
};

export type LawTrialInput = {
  /** Null: none. */
  agreements?: Array<string> | null | undefined;
  packId: string;
  siteId: string;
};

/** `TOLD`: a roster cannot tell. `HISTORY_MISSING`: nothing found, but earlier weeks are not known. */
export type LawVerdict =
  | 'BROKEN'
  | 'HISTORY_MISSING'
  | 'KEPT'
  | 'TOLD';

export type LayerPatternInput = {
  fromMinute: number;
  untilMinute: number;
  weekdays: Array<number>;
};

export type LayerVersionInput = {
  id: string;
  version: number;
};

export type LocalTextInput = {
  en: string;
  ja: string;
};

export type LongRangeTrend =
  | 'DAMPED'
  | 'NONE';

/** DIGEST: one mail a day; urgent notices come at once. */
export type MailMode =
  | 'DIGEST'
  | 'NOW'
  | 'OFF';

export type MeasureAnnotationInput = {
  on: string;
  queueId?: string | null | undefined;
  text: string;
};

export type MeasureBetter =
  | 'HIGHER'
  | 'LOWER';

export type MeasureCut =
  | 'ALL'
  | 'CHANNEL'
  | 'QUEUE'
  | 'SITE'
  | 'TEAM';

export type MeasureLimitsInput = {
  bad: number;
  measureId: string;
  ok: number;
};

/** `WHOLE`: all of it as one. */
export type MeasurePeriod =
  | 'DAY'
  | 'HOUR'
  | 'INTERVAL'
  | 'MONTH'
  | 'QUARTER'
  | 'WEEK'
  | 'WHOLE'
  | 'YEAR';

export type MeasureRangeInput = {
  cut: MeasureCut;
  fromOn: string;
  period: MeasurePeriod;
  /** What these queues did, and nothing told of others or of teams */
  queueIds?: Array<string> | null | undefined;
  /** First day after; at most ten years, by hour or interval 14 days */
  untilOn: string;
  /** Day weeks begin on, 1 = Monday (default) to 7 */
  weekStart?: number | null | undefined;
};

export type MeasureTableInput = {
  columns: Array<FactColumnInput>;
  /** The table as text: CSV, or separated by semicolon or tab */
  content: string;
  dateColumn: string;
  dateOrder?: FactDateOrder | null | undefined;
  /** Stores nothing */
  dryRun?: boolean | null | undefined;
  /** The column holds day numbers, and 1 is this date */
  firstOn?: string | null | undefined;
  /** Names that are new */
  kinds?: Array<FactKindInput> | null | undefined;
  /** Left out: the whole organisation */
  place?: FactPlaceInput | null | undefined;
  /** Of the table; the same told again replaces */
  source: string;
};

export type MeasureTargetInput = {
  direction: TargetDirection;
  fromOn: string;
  measureId: string;
  queueId?: string | null | undefined;
  value: number;
};

export type MonthlyRuleInput = {
  closedDays?: ClosedDayShift | null | undefined;
  day?: number | null | undefined;
  kind: MonthlyRuleKind;
  nth?: number | null | undefined;
};

export type MonthlyRuleKind =
  | 'BUSINESS_DAY'
  | 'DAY_OF_MONTH';

/** Minutes of the site’s day; an end beyond 1440 is of the next day. */
export type MyAvailabilityExceptionInput = {
  canWork: boolean;
  fromMinute: number;
  on: string;
  untilMinute: number;
};

/** Minutes of the site’s day; an end beyond 1440 is of the next day. */
export type MyAvailabilityWindowInput = {
  fromMinute: number;
  untilMinute: number;
  weekday: number;
};

export type MyWishInput = {
  fromMinute?: number | null | undefined;
  kind: string;
  on?: string | null | undefined;
  untilMinute?: number | null | undefined;
};

export type NewCapacityPlanInput = {
  /** Null: out of what the centre has now. */
  copyOfId?: string | null | undefined;
  /** A Monday; null: the next one. */
  firstOn?: string | null | undefined;
  title: string;
  /** 1 to 160; null: 78, eighteen months. */
  weeks?: number | null | undefined;
};

export type NewQueueInput = {
  /** A queue whose site and interval the new one has. */
  besideQueueId?: string | null | undefined;
  name: string;
};

export type NewScenarioInput = {
  /** Null: none yet. */
  changes?: unknown;
  days: number;
  fromOn: string;
  name: string;
  note?: string | null | undefined;
  parentId?: string | null | undefined;
  siteId?: string | null | undefined;
};

export type NothingToShowReason =
  | 'NO_DAYS'
  | 'SHARE_UNKNOWN'
  | 'UNKNOWN_QUEUE';

export type NoticeLanguage =
  | 'EN'
  | 'JA';

export type NoticeSettingsInput = {
  /** Absent or null: nothing chosen. */
  dayAlerts?: DayAlertChoice | null | undefined;
  digestMinute: number;
  language: NoticeLanguage;
  mail: MailMode;
  push: boolean;
  quietFromMinute?: number | null | undefined;
  quietUntilMinute?: number | null | undefined;
  urgentAnyway: boolean;
  zone: string;
};

export type OpenHoursInput = {
  fromMinute: number;
  untilMinute: number;
};

export type OpeningDateInput = {
  on: string;
  /** None: closed all day. */
  spans: Array<OpenHoursInput>;
  /** Why, in a few words; may be empty. */
  title: string;
};

export type OpeningWeekdayInput = {
  /** None: closed. */
  spans: Array<OpenHoursInput>;
  /** 1 = Monday. */
  weekday: number;
};

export type PersonInput = {
  agentId?: string | null | undefined;
  /** `en` or `ja`. */
  locale: string;
  name: string;
  roles: Array<Role>;
};

export type PersonState =
  | 'ACTIVE'
  /** May not sign in any more; what they did keeps their name. */
  | 'AWAY'
  /** Has no password yet. */
  | 'INVITED';

export type PlaceSessionInput = {
  agentIds: Array<string>;
  /** Where they have it now, to move it from there. */
  fromAt?: string | null | undefined;
  scheduleId: string;
  sessionId: string;
  startAt: string;
};

export type PlanAgainInput = {
  /** How much change costs: 0 free, 1 as usual. */
  disruption?: number | null | undefined;
  keep: Array<KeptPart>;
  /** Last day of PUBLISHED_DAYS: days up to it stay, worked or free. The whole schedule without it. */
  publishedUntilOn?: string | null | undefined;
};

export type PlanningWeightInput = {
  id: string;
  value: number;
};

export type PresenceCellInput = {
  agentId: string;
  on: string;
};

export type PreviewBeginningInput = {
  /** A queue that is not there yet, at the site and in the interval of the one named. */
  asNew?: boolean | null | undefined;
  curve?: QueueCurveInput | null | undefined;
  fromOn: string;
  lineage?: Array<QueueLineageInput> | null | undefined;
  queueId: string;
};

export type ProposeExchangeInput = {
  /** The same key sent again answers with the same exchange. */
  key?: string | null | undefined;
  note?: string | null | undefined;
  request: ExchangeRequestInput;
};

/** Some teams or days only; what is left out means everything. */
export type PublishPartInput = {
  fromOn?: string | null | undefined;
  teamIds?: Array<string> | null | undefined;
  /** First day that is not published. */
  untilOn?: string | null | undefined;
};

export type PulseInput = {
  countsForTeam: boolean;
  energy: number;
  /** Today or one of the seven days before. */
  on: string;
  support: number;
};

/** A PushSubscription of the browser. */
export type PushDeviceInput = {
  auth: string;
  endpoint: string;
  label: string;
  p256dh: string;
};

export type QueueCurveInput = {
  averageHandleSeconds?: number | null | undefined;
  levelSpread?: number | null | undefined;
  stepMinutes: number;
  weekdays: Array<CurveDayInput>;
};

export type QueueLineageInput = {
  fromQueueId: string;
  kind: QueueLineageKind;
  reason?: string | null | undefined;
  share?: number | null | undefined;
  sinceOn: string;
};

/** SPLIT: a part of the other queue was made this one. MOVED: a part of its contacts came over. MERGED: it was joined into this one. LIKE: this one will behave as it does. */
export type QueueLineageKind =
  | 'LIKE'
  | 'MERGED'
  | 'MOVED'
  | 'SPLIT';

/** Set with the queue; given here it is asked about, never stored. */
export type RecoveryTimeInput = {
  /** Share of the contacts that are hard, 0 to 1. */
  hardFraction: number;
  minutesPerHardContact: number;
};

export type RecurringDayInput = {
  effectFraction?: number | null | undefined;
  halfLifeDays?: number | null | undefined;
  id?: string | null | undefined;
  lastsDays: number;
  queueIds?: Array<string> | null | undefined;
  rule: MonthlyRuleInput;
  title: string;
  version?: number | null | undefined;
};

export type RepairKind =
  | 'CALL_ON_SKILLS'
  | 'DELAY_ACTIVITY'
  | 'MOVE_BREAKS'
  | 'OFFER_OVERTIME'
  | 'OFFER_TIME_OFF'
  | 'PULL_FROM_QUEUE';

export type RepairStaleReason =
  | 'APPLIED'
  | 'BEGUN'
  | 'CHANGED'
  | 'UNDONE';

export type ReportAbsenceInput = {
  agentId: string;
  kind: AbsenceOfDayKind;
  /** Name of the step, for undo and history */
  label: string;
  /** When somebody late comes */
  untilAt?: string | null | undefined;
};

export type ReportScheduleInput = {
  addressLocale: string;
  addresses: Array<string>;
  addressesConfirmed?: boolean;
  cadence: string;
  /** Left out = the report of the day */
  dashboardId?: string | null | undefined;
  /** Left out = a new one */
  id?: string | null | undefined;
  localMinute: number;
  monthDay?: number | null | undefined;
  userIds: Array<string>;
  version?: number | null | undefined;
  weekday?: number | null | undefined;
  zone: string;
};

export type Role =
  | 'ADMIN'
  | 'AGENT'
  | 'MANAGER'
  | 'PLANNER'
  | 'SUPERVISOR';

export type RotationInput = {
  startsOn: string;
  weeks: Array<RotationWeekInput>;
};

export type RotationWeekInput = {
  daysOff?: Array<number> | null | undefined;
  templateIds?: Array<string> | null | undefined;
};

export type RuleLevel =
  | 'MUST'
  | 'PREFER';

export type SampleDataState =
  | 'FAILED'
  | 'FILLED'
  | 'FILLING'
  | 'NONE';

export type SaveScenarioInput = {
  /** Left out: stay. */
  changes?: unknown;
  id: string;
  /** Left out: stays. */
  name?: string | null | undefined;
  /** Left out: stays. */
  note?: string | null | undefined;
  /** The version the edit was made on. */
  version: number;
};

/** Who is away in one change of the list. They are told, and it can be taken back. */
export type ScenarioAbsentInput = {
  agentIds: Array<string>;
  index: number;
  /** Code of the kind of time off. */
  kind: string;
};

/** What a scenario is about: local days of a site, or of all sites together. */
export type ScenarioRangeInput = {
  /** 1 to 371. Up to 35 days come in full intervals and with their roster. */
  days: number;
  fromOn: string;
  /** Of the names in it: `en` (also without it) or `ja`. */
  language?: string | null | undefined;
  /** Null: all sites. */
  siteId?: string | null | undefined;
};

/** ROSTER: planned anew by the engine. SIMULATION: played through contact by contact. */
export type ScenarioRunKind =
  | 'ROSTER'
  | 'SIMULATION';

export type ScheduleState =
  | 'DRAFT'
  | 'PUBLISHED';

/** All goals given must hold; null = not asked for. */
export type ServiceGoalInput = {
  /** Whether the hours are those in which the queue is open (`business`, the default) or `elapsed` */
  answerWithinClock?: string | null | undefined;
  answerWithinHours?: number | null | undefined;
  answerWithinSeconds?: number | null | undefined;
  answeredWithinHoursFraction?: number | null | undefined;
  asaSeconds?: number | null | undefined;
  maxAbandonmentFraction?: number | null | undefined;
  maxBlockingFraction?: number | null | undefined;
  maxOccupancyFraction?: number | null | undefined;
  serviceLevelFraction?: number | null | undefined;
  serviceLevelVariant?: string | null | undefined;
};

export type SessionForm =
  | 'ALONE'
  | 'TOGETHER';

/** Where people have a session now. */
export type SessionFromInput = {
  agentIds: Array<string>;
  startAt: string;
};

export type SessionInput = {
  activityTypeId: string;
  attendees?: number | null | undefined;
  attendeesAtOnceMax?: number | null | undefined;
  attendeesAtOnceMin?: number | null | undefined;
  form: SessionForm;
  fromMinute?: number | null | undefined;
  fromOn?: string | null | undefined;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  lengthMinutes: number;
  period?: SessionPeriod;
  sameTime?: boolean;
  times?: number;
  title: string;
  untilMinute?: number | null | undefined;
  untilOn?: string | null | undefined;
  version: number;
  weekdays?: Array<number> | null | undefined;
  who: AgentSelectionInput;
};

export type SessionPeriod =
  | 'DAY'
  | 'HORIZON'
  | 'WEEK';

export type SessionPlaceInput = {
  agentIds: Array<string>;
  scheduleId: string;
  sessionId: string;
  startAt: string;
};

export type SetupActivityTypeInput = {
  /** Null: as it is; none: the usual ones. */
  adheringStates?: Array<string> | null | undefined;
  archived?: boolean;
  colourToken: string;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  letterEn: string;
  letterJa: string;
  paid: boolean;
  titleEn: string;
  titleJa: string;
  version: number;
};

export type SetupAgentInput = {
  /** Null: as it is. */
  availability?: Array<AvailabilityWindowInput> | null | undefined;
  contractId: string;
  /** Null: today. */
  hiredOn?: string | null | undefined;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  /** Given: no longer planned. */
  leftOn?: string | null | undefined;
  name: string;
  nameReading?: string;
  /** Null: as it is. */
  rotationOffsetWeeks?: number | null | undefined;
  seniority?: string;
  skillIds: Array<string>;
  teamId: string;
  version: number;
  /** First day of age, of people under 18; null: of age already. Left out: as it is. */
  youngUntilOn?: string | null | undefined;
};

export type SetupContractInput = {
  archived?: boolean;
  daysPerWeekMax: number;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  rotation?: RotationInput | null | undefined;
  templateIds: Array<string>;
  title: string;
  version: number;
  weeklyMinutesMax: number;
  weeklyMinutesMin: number;
};

export type SetupQueueInput = {
  /** Put away, or taken back. Left out: as it is. */
  archived?: boolean | null | undefined;
  channel: Channel;
  /** Share of the handling that is with hard contacts, 0 to 1; null: unknown. Left out: as it is. */
  hardFraction?: number | null | undefined;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  /** Of a new one: 15, 30 or 60. Stays as it is afterwards. */
  intervalMinutes?: number | null | undefined;
  nameEn: string;
  /** Empty: the English one. */
  nameJa: string;
  /** Minutes kept free after each hard contact, 0 to 60; null: none. Left out: as it is. */
  recoveryMinutes?: number | null | undefined;
  /** Of a new one; its clock and hours. Stays as it is afterwards. */
  siteId?: string | null | undefined;
  /** Null: as it is; of a new one a skill of its own, named like it. */
  skillId?: string | null | undefined;
  version: number;
};

export type SetupRuleInput = {
  contractIds?: Array<string> | null | undefined;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  level: RuleLevel;
  parameters: unknown;
  ruleId: string;
  siteIds?: Array<string> | null | undefined;
  version: number;
  weight?: number | null | undefined;
};

export type SetupSiteInput = {
  country: string;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  name: string;
  /** Null: as it is. */
  openingHours?: SiteOpeningHoursInput | null | undefined;
  version: number;
  weekStart: number;
  zone: string;
};

export type SetupSkillInput = {
  archived?: boolean;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  name: string;
  version: number;
};

export type SetupTeamInput = {
  archived?: boolean;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  name: string;
  siteId: string;
  version: number;
};

export type SetupTemplateInput = {
  activities: Array<TemplateActivityInput>;
  archived?: boolean;
  /** Contracts that may work it; null: as it is. */
  contractIds?: Array<string> | null | undefined;
  earliestStartMinute: number;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  latestStartMinute: number;
  lengthMinutes: number;
  startStepMinutes: number;
  title: string;
  version: number;
  weekdays?: Array<number> | null | undefined;
};

export type ShiftChangeKind =
  | 'ADDED'
  | 'CHANGED'
  | 'REMOVED';

/** One agent's shift after the edit. shiftId null = new; remove true = delete. */
export type ShiftEditInput = {
  activities?: Array<ActivityInput> | null | undefined;
  agentId: string;
  endAt?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  locked?: boolean | null | undefined;
  remove?: boolean | null | undefined;
  shiftId?: string | null | undefined;
  startAt?: string | null | undefined;
  templateId?: string | null | undefined;
};

export type ShiftMoveInput = {
  shiftId: string;
  toAgentId: string;
};

export type ShownDaysInput = {
  fromOn: string;
  siteId: string;
  untilOn: string;
};

export type ShrinkageReasonInput = {
  fraction: number;
  /** Local wall-clock minutes from midnight; null = the whole day */
  fromMinute?: number | null | undefined;
  /** Permanent id of the cause: sickness, lateness, training ... */
  id: string;
  /** Planned causes stand in the roster and are not grossed up again. */
  planned: boolean;
  /** Local wall-clock minutes from midnight; null = the whole day */
  untilMinute?: number | null | undefined;
  /** ISO weekdays 1 (Monday) to 7; null = every day */
  weekdays?: Array<number> | null | undefined;
};

export type SiteLawInput = {
  /** Null: none. */
  agreements?: Array<string> | null | undefined;
  fromOn?: string | null | undefined;
  /** Null: no law pack. */
  packId?: string | null | undefined;
  siteId: string;
  version: number;
};

export type SiteOpeningHoursInput = {
  dates: Array<OpeningDateInput>;
  /** Null: not said; a weekday left out is closed. */
  weekly?: Array<OpeningWeekdayInput> | null | undefined;
};

export type SpanInput = {
  endAt: string;
  startAt: string;
};

export type StaffedForInput = {
  chanceFraction?: number | null | undefined;
  /** `point`, `expected` or `chance`; the last with a chanceFraction */
  kind: string;
};

/** Replaces the whole plan; null takes the default. */
export type StaffingPlanInput = {
  /** Most contacts an agent handles at once; default 1 */
  concurrency?: number | null | undefined;
  goal: ServiceGoalInput;
  /** Most contacts waiting or handled; null = no limit */
  lines?: number | null | undefined;
  /** `interval`, `lagged` or `modified-offered-load` */
  loadMethod?: string | null | undefined;
  modelId: string;
  patienceSeconds?: number | null | undefined;
  recovery?: RecoveryTimeInput | null | undefined;
  /** Share of attempts not served that try again; default 0 */
  redialFraction?: number | null | undefined;
  shrinkage?: Array<ShrinkageReasonInput> | null | undefined;
  /** How much longer each contact lasts for every further one held; default 0 */
  slowdownFraction?: number | null | undefined;
  staffedFor?: StaffedForInput | null | undefined;
  /** Empty or null = whenever the forecast knows contacts */
  workedHours?: Array<WorkedHoursInput> | null | undefined;
};

export type StaffingSettingsInput = {
  /** Mean handle time assumed where history and forecast know none; left out = stays as it is. */
  defaultHandleSeconds?: number | null | undefined;
  plan: StaffingPlanInput;
  queueId: string;
  /** The version of the queue the change was made on. */
  version: number;
};

export type StateMeaningInput = {
  state: string;
  word: string;
};

export type StateSourceInput = {
  fallback?: string | null | undefined;
  id: string;
  presetId: string;
  /** States told from then on are understood anew; left out = only those to come. */
  remapFromAt?: string | null | undefined;
  silentAfterSeconds: number;
  states: Array<StateMeaningInput>;
  title: string;
  /** The version the change was made on; left out = a new source. */
  version?: number | null | undefined;
};

export type TargetDirection =
  | 'AT_LEAST'
  | 'AT_MOST';

export type TeamRuleInput = {
  fromMinute?: number | null | undefined;
  /** Null: a new one, with version 0. */
  id?: string | null | undefined;
  level: RuleLevel;
  parameters?: unknown;
  partners?: AgentSelectionInput | null | undefined;
  ruleId: string;
  title: string;
  untilMinute?: number | null | undefined;
  version: number;
  weekdays?: Array<number> | null | undefined;
  weight?: number | null | undefined;
  who: AgentSelectionInput;
};

export type TemplateActivityInput = {
  activityTypeId: string;
  earliestStartMinutes: number;
  latestStartMinutes: number;
  lengthMinutes: number;
  minGapMinutes?: number;
};

export type TimeOffAdjustmentInput = {
  agentId: string;
  kind: string;
  minutes: number;
  on: string;
  /** Told to the agent. */
  reason: string;
};

export type TimeOffAllowanceInput = {
  fromMinute: number;
  fromOn: string;
  most: number;
  teamId?: string | null | undefined;
  untilMinute: number;
  untilOn: string;
  weekdays: Array<number>;
};

export type TimeOffInput = {
  endAt: string;
  kind: string;
  note?: string | null | undefined;
  startAt: string;
};

export type TimeOffKindInput = {
  accrual: string;
  /** Put away, or taken back. Left out: as it is. */
  archived?: boolean | null | undefined;
  carryOverMinutes: number;
  code: string;
  decides: string;
  hasBalance: boolean;
  minNoticeHours: number;
  paid: boolean;
  title: LocalTextInput;
  usesAllowance: boolean;
  yearStartMonth: number;
  yearlyMinutes: number;
};

export type UnusualDirection =
  | 'HIGH'
  | 'LOW';

export type UnusualKind =
  | 'BY_HAND'
  | 'HIGH_DAY'
  | 'HUGE_VALUE'
  | 'LEVEL_SHIFT'
  | 'LOW_DAY'
  | 'MISSING_SPAN'
  | 'OUTAGE'
  | 'PARTLY_RECORDED'
  | 'SPIKE'
  | 'STUCK_VALUE';

export type VersionDifferenceKind =
  | 'EDIT'
  | 'EVENT'
  | 'METHOD'
  | 'TRAINED_UNTIL';

export type WishInput = {
  agentId: string;
  /** Minute of the day. */
  fromMinute?: number | null | undefined;
  kind: WishKind;
  on?: string | null | undefined;
  untilMinute?: number | null | undefined;
};

export type WishKind =
  | 'DAY_OFF'
  | 'DAY_ON'
  | 'END_BETWEEN'
  | 'START_BETWEEN';

export type WishOutcome =
  | 'FORBIDDEN'
  | 'MET'
  | 'POSSIBLE';

export type WorkOfferInput = {
  /** first-come or fairness */
  claimOrder?: string;
  /** Default: two hours before it begins. */
  closesAt?: string | null | undefined;
  /** pick-up, overtime or voluntary-time-off */
  kind: string;
  note?: string | null | undefined;
  places?: number;
  span: SpanInput;
  templateId?: string | null | undefined;
};

/** A part of the week in which the contacts of a queue are worked on */
export type WorkedHoursInput = {
  /** Local wall-clock minutes from midnight; null = the whole day */
  fromMinute?: number | null | undefined;
  /** Local wall-clock minutes from midnight; null = the whole day */
  untilMinute?: number | null | undefined;
  /** ISO weekdays 1 (Monday) to 7; null = every day */
  weekdays?: Array<number> | null | undefined;
};

/** How the shape of the year is known. NONE: under a year of history. SHRUNK: one to two years. FULL: more. */
export type YearlyTerms =
  | 'FULL'
  | 'NONE'
  | 'SHRUNK';

export type JobQueryVariables = Exact<{
  id: string;
}>;


export type JobQuery = { job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } | null };

export type JobsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type JobsQuery = { jobs: { edges: Array<{ node: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type JobChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type JobChangedSubscription = { jobChanged: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } };

export type CancelJobMutationVariables = Exact<{
  id: string;
}>;


export type CancelJobMutation = { cancelJob:
    | { __typename: 'JobStarted', job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }
    | { __typename: 'NotFound', message: string }
   };

export type JobFieldsFragment = { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown };

export type FindAgentsQueryVariables = Exact<{
  search: string;
}>;


export type FindAgentsQuery = { agents: { edges: Array<{ node: { id: string, name: string, nameReading: string | null } }> } };

export type CapacityPlanFieldsFragment = { id: string, title: string, version: number, savedAt: string, savedBy: string | null, plan: unknown, notes: Array<{ kind: string, text: { en: string, ja: string } }> };

export type CapacityProposalFieldsFragment = { id: string, planVersion: number, keep: boolean, classes: unknown, moves: unknown, costBefore: number, cost: number, bound: number, gapFraction: number, isWithinGap: boolean, risk: unknown, createdAt: string, createdBy: string | null, reasons: Array<{ en: string, ja: string }> };

type CapacitySaveAnswer_CapacityForecastMissing_Fragment = { __typename: 'CapacityForecastMissing', message: string };

type CapacitySaveAnswer_CapacityPlanChangedMeanwhile_Fragment = { __typename: 'CapacityPlanChangedMeanwhile', plan: { id: string, title: string, version: number, savedAt: string, savedBy: string | null, plan: unknown, notes: Array<{ kind: string, text: { en: string, ja: string } }> } };

type CapacitySaveAnswer_CapacityPlanFaulty_Fragment = { __typename: 'CapacityPlanFaulty', faults: Array<{ path: string, message: { en: string, ja: string } }> };

type CapacitySaveAnswer_CapacityPlanSaved_Fragment = { __typename: 'CapacityPlanSaved', plan: { id: string, title: string, version: number, savedAt: string, savedBy: string | null, plan: unknown, notes: Array<{ kind: string, text: { en: string, ja: string } }> } };

type CapacitySaveAnswer_InvalidInput_Fragment = { __typename: 'InvalidInput', path: string, message: string };

type CapacitySaveAnswer_NotFound_Fragment = { __typename: 'NotFound', message: string };

export type CapacitySaveAnswerFragment =
  | CapacitySaveAnswer_CapacityForecastMissing_Fragment
  | CapacitySaveAnswer_CapacityPlanChangedMeanwhile_Fragment
  | CapacitySaveAnswer_CapacityPlanFaulty_Fragment
  | CapacitySaveAnswer_CapacityPlanSaved_Fragment
  | CapacitySaveAnswer_InvalidInput_Fragment
  | CapacitySaveAnswer_NotFound_Fragment
;

export type CapacityPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type CapacityPlansQuery = { capacityPlans: Array<{ id: string, title: string, version: number, savedAt: string, savedBy: string | null }> };

export type CapacityPlanQueryVariables = Exact<{
  id: string;
}>;


export type CapacityPlanQuery = { capacityPlan: { id: string, title: string, version: number, savedAt: string, savedBy: string | null, plan: unknown, notes: Array<{ kind: string, text: { en: string, ja: string } }> } | null };

export type CapacityProposalsQueryVariables = Exact<{
  id: string;
}>;


export type CapacityProposalsQuery = { capacityPlan: { id: string, proposals: Array<{ id: string, planVersion: number, keep: boolean, classes: unknown, moves: unknown, costBefore: number, cost: number, bound: number, gapFraction: number, isWithinGap: boolean, risk: unknown, createdAt: string, createdBy: string | null, reasons: Array<{ en: string, ja: string }> }> } | null };

export type CreateCapacityPlanMutationVariables = Exact<{
  input: NewCapacityPlanInput;
}>;


export type CreateCapacityPlanMutation = { createCapacityPlan:
    | { __typename: 'CapacityForecastMissing', message: string }
    | { __typename: 'CapacityPlanChangedMeanwhile', plan: { id: string, title: string, version: number, savedAt: string, savedBy: string | null, plan: unknown, notes: Array<{ kind: string, text: { en: string, ja: string } }> } }
    | { __typename: 'CapacityPlanFaulty', faults: Array<{ path: string, message: { en: string, ja: string } }> }
    | { __typename: 'CapacityPlanSaved', plan: { id: string, title: string, version: number, savedAt: string, savedBy: string | null, plan: unknown, notes: Array<{ kind: string, text: { en: string, ja: string } }> } }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
   };

export type SaveCapacityPlanMutationVariables = Exact<{
  input: CapacityPlanInput;
}>;


export type SaveCapacityPlanMutation = { saveCapacityPlan:
    | { __typename: 'CapacityForecastMissing', message: string }
    | { __typename: 'CapacityPlanChangedMeanwhile', plan: { id: string, title: string, version: number, savedAt: string, savedBy: string | null, plan: unknown, notes: Array<{ kind: string, text: { en: string, ja: string } }> } }
    | { __typename: 'CapacityPlanFaulty', faults: Array<{ path: string, message: { en: string, ja: string } }> }
    | { __typename: 'CapacityPlanSaved', plan: { id: string, title: string, version: number, savedAt: string, savedBy: string | null, plan: unknown, notes: Array<{ kind: string, text: { en: string, ja: string } }> } }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
   };

export type ArchiveCapacityPlanMutationVariables = Exact<{
  id: string;
  archived: boolean;
}>;


export type ArchiveCapacityPlanMutation = { archiveCapacityPlan:
    | { __typename: 'CapacityForecastMissing' }
    | { __typename: 'CapacityPlanChangedMeanwhile' }
    | { __typename: 'CapacityPlanFaulty' }
    | { __typename: 'CapacityPlanSaved' }
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
   };

export type ProposeHiringMutationVariables = Exact<{
  planId: string;
  keep: boolean;
  seconds?: number | null | undefined;
}>;


export type ProposeHiringMutation = { proposeHiring:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'JobStarted', job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }
    | { __typename: 'NotFound', message: string }
   };

export type AccuracyOverviewQueryVariables = Exact<{
  untilOn: string;
}>;


export type AccuracyOverviewQuery = { accuracyOverview: { weekFromOn: string, waitingDays: number, week: { days: number, partialDays: number, scoredIntervals: number, mase: number | null, coverage80: number | null, coverage90: number | null, pinball10: number | null, pinball50: number | null, pinball90: number | null, contacts: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> }, handle: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> } | null, naive: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null, plannerMean: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null } | null, fourWeeks: { days: number, partialDays: number, scoredIntervals: number, mase: number | null, coverage80: number | null, coverage90: number | null, pinball10: number | null, pinball50: number | null, pinball90: number | null, contacts: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> }, handle: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> } | null, naive: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null, plannerMean: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null } | null, queues: Array<{ queueId: string, scoredDays: number, approvedDays: number, week: { days: number, partialDays: number, scoredIntervals: number, mase: number | null, coverage80: number | null, coverage90: number | null, pinball10: number | null, pinball50: number | null, pinball90: number | null, contacts: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> }, handle: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> } | null, naive: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null, plannerMean: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null } | null, fourWeeks: { days: number, partialDays: number, scoredIntervals: number, mase: number | null, coverage80: number | null, coverage90: number | null, pinball10: number | null, pinball50: number | null, pinball90: number | null, contacts: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> }, handle: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> } | null, naive: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null, plannerMean: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null } | null, weeks: Array<{ fromOn: string, days: number, figures: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } | null }>, drift: { sinceOn: string, days: number, direction: DriftDirection, size: number, statistic: number, limit: number, advice: Array<DriftAdvice> } | null }> } };

export type QueueAccuracyQueryVariables = Exact<{
  queueId: string;
  fromOn: string;
  untilOn: string;
}>;


export type QueueAccuracyQuery = { queueAccuracy: { queueId: string, fromOn: string, untilOn: string, accuracy: { days: number, partialDays: number, scoredIntervals: number, mase: number | null, coverage80: number | null, coverage90: number | null, pinball10: number | null, pinball50: number | null, pinball90: number | null, contacts: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> }, handle: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> } | null, naive: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null, plannerMean: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null } | null, days: Array<{ on: string, forecast: number, actual: number, scoredFraction: number, version: number, approved: boolean, unusual: UnusualDirection | null, events: Array<{ kind: string, title: string }>, figures: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } }>, hours: Array<{ weekday: number, hour: number, intervals: number, actual: number, wape: number | null, bias: number | null }>, leads: Array<{ leadDays: number, accuracy: { days: number, partialDays: number, scoredIntervals: number, mase: number | null, coverage80: number | null, coverage90: number | null, pinball10: number | null, pinball50: number | null, pinball90: number | null, contacts: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> }, handle: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> } | null, naive: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null, plannerMean: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null } | null }>, drift: { sinceOn: string, days: number, direction: DriftDirection, size: number, statistic: number, limit: number, advice: Array<DriftAdvice> } | null } | null };

export type ScoreForecastsMutationVariables = Exact<{
  fromOn: string;
  days: number;
}>;


export type ScoreForecastsMutation = { scoreForecasts:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'JobStarted', job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }
    | { __typename: 'NothingToScore', message: string }
   };

export type ErrorFieldsFragment = { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number };

export type MeasureAccuracyFieldsFragment = { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> };

export type ValueAddedFieldsFragment = { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } };

export type AccuracyFieldsFragment = { days: number, partialDays: number, scoredIntervals: number, mase: number | null, coverage80: number | null, coverage90: number | null, pinball10: number | null, pinball50: number | null, pinball90: number | null, contacts: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> }, handle: { editsAddedInterval: number | null, editsAddedDay: number | null, plan: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, unedited: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number }, edits: Array<{ id: string, days: number, addedInterval: number | null, lessError: number, reason: string | null, measure: DemandMeasure | null, operation: EditOperation | null, value: number | null, fromAt: string | null, untilAt: string | null }> } | null, naive: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null, plannerMean: { addedInterval: number | null, addedDay: number | null, days: number, simple: { wapeInterval: number | null, wapeDay: number | null, bias: number | null, actual: number, absoluteError: number, signedError: number, actualOfWholeDays: number, absoluteErrorByDay: number } } | null };

export type DriftFieldsFragment = { sinceOn: string, days: number, direction: DriftDirection, size: number, statistic: number, limit: number, advice: Array<DriftAdvice> };

export type ForecastVersionsQueryVariables = Exact<{
  queueId: string;
  fromOn: string;
  days: number;
}>;


export type ForecastVersionsQuery = { forecastVersions: { versions: Array<{ id: string, version: number, createdAt: string, createdBy: string, fromOn: string, days: number, methodId: string, trainedUntilOn: string, methodTitle: { en: string, ja: string } }>, approved: Array<{ on: string, forecastId: string, version: number, approvedAt: string, approvedBy: string, note: string, editCount: number, changedSince: boolean }> } | null };

export type CompareForecastsQueryVariables = Exact<{
  queueId: string;
  fromOn: string;
  days: number;
  one: string;
  other: string;
}>;


export type CompareForecastsQuery = { compareForecasts: { days: Array<{ on: string, one: number | null, other: number | null }>, oneContacts: { startAt: string, stepMinutes: number, values: Array<number | null> }, otherContacts: { startAt: string, stepMinutes: number, values: Array<number | null> }, differences: Array<{ kind: VersionDifferenceKind, one: { en: string, ja: string } | null, other: { en: string, ja: string } | null, edit: { id: string, fromAt: string, untilAt: string } | null }> } | null };

export type MethodReportQueryVariables = Exact<{
  forecastId: string;
  queueId: string;
}>;


export type MethodReportQuery = { methodReport: { reasons: unknown, historyFromOn: string | null, historyUntilOn: string | null, observedIntervals: number | null, inputHash: string, codeVersion: string, seed: number, askedMethodId: string | null, version: { id: string, version: number, createdAt: string, createdBy: string, fromOn: string, days: number, methodId: string, trainedUntilOn: string, methodTitle: { en: string, ja: string } }, methods: Array<{ methodId: string, source: string | null, wapeInterval: number, wapeDay: number, bias: number, mase: number | null, coverage80: number | null, coverage90: number | null, chosen: boolean, title: { en: string, ja: string }, byOrigin: Array<{ originOn: string, wape: number | null }> }>, events: Array<{ id: string, fromOn: string, untilOn: string, kind: EventKind, title: string }> } | null };

export type ApproveForecastMutationVariables = Exact<{
  input: ApproveForecastInput;
}>;


export type ApproveForecastMutation = { approveForecast:
    | { __typename: 'ForecastApproved', queues: Array<{ queueId: string, days: number, edits: number }> }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
   };

export type CheckForecastMutationVariables = Exact<{
  forecastId: string;
}>;


export type CheckForecastMutation = { checkForecast:
    | { __typename: 'JobStarted', job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }
    | { __typename: 'NotFound', message: string }
   };

export type VersionFieldsFragment = { id: string, version: number, createdAt: string, createdBy: string, fromOn: string, days: number, methodId: string, trainedUntilOn: string, methodTitle: { en: string, ja: string } };

export type SpecialDaysQueryVariables = Exact<{
  shown: ShownDaysInput;
}>;


export type SpecialDaysQuery = { specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } | null };

export type HolidayPlacesQueryVariables = Exact<{
  country?: string | null | undefined;
  state?: string | null | undefined;
}>;


export type HolidayPlacesQuery = { holidayPlaces: { countries: Array<string>, states: Array<{ code: string, name: string }>, regions: Array<{ code: string, name: string }> } };

export type EventEffectsQueryVariables = Exact<{
  queueId: string;
}>;


export type EventEffectsQuery = { eventEffects: Array<{ title: string, kind: EventKind, isGiven: boolean, fraction: number, occurrences: Array<{ fromOn: string, untilOn: string, fraction: number, days: number }> }> | null };

export type SetHolidayCalendarMutationVariables = Exact<{
  shown: ShownDaysInput;
  input: HolidayCalendarInput;
}>;


export type SetHolidayCalendarMutation = { result:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SpecialDaysChanged', specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
    | { __typename: 'SpecialDaysEditedMeanwhile', message: string, specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
   };

export type SetHolidayMutationVariables = Exact<{
  shown: ShownDaysInput;
  input: HolidayChoiceInput;
}>;


export type SetHolidayMutation = { result:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SpecialDaysChanged', specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
    | { __typename: 'SpecialDaysEditedMeanwhile', message: string, specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
   };

export type SaveCentreEventMutationVariables = Exact<{
  shown: ShownDaysInput;
  input: CentreEventInput;
}>;


export type SaveCentreEventMutation = { result:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SpecialDaysChanged', specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
    | { __typename: 'SpecialDaysEditedMeanwhile', message: string, specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
   };

export type RemoveCentreEventMutationVariables = Exact<{
  shown: ShownDaysInput;
  id: string;
  version: number;
}>;


export type RemoveCentreEventMutation = { result:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SpecialDaysChanged', specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
    | { __typename: 'SpecialDaysEditedMeanwhile', message: string, specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
   };

export type SaveRecurringDayMutationVariables = Exact<{
  shown: ShownDaysInput;
  input: RecurringDayInput;
}>;


export type SaveRecurringDayMutation = { result:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SpecialDaysChanged', specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
    | { __typename: 'SpecialDaysEditedMeanwhile', message: string, specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
   };

export type RemoveRecurringDayMutationVariables = Exact<{
  shown: ShownDaysInput;
  id: string;
  version: number;
}>;


export type RemoveRecurringDayMutation = { result:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SpecialDaysChanged', specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
    | { __typename: 'SpecialDaysEditedMeanwhile', message: string, specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } }
   };

export type UnusualHistoryQueryVariables = Exact<{
  queueId: string;
}>;


export type UnusualHistoryQuery = { unusualHistory: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } | null };

export type DecideHistoryMutationVariables = Exact<{
  queueId: string;
  decisions: Array<DecideStretchInput> | DecideStretchInput;
}>;


export type DecideHistoryMutation = { decideHistory:
    | { __typename: 'HistoryDecided', unusual: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } }
    | { __typename: 'HistoryDecidedMeanwhile', message: string, unusual: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
   };

export type DecideHistorySpanMutationVariables = Exact<{
  queueId: string;
  span: DecideSpanInput;
}>;


export type DecideHistorySpanMutation = { decideHistorySpan:
    | { __typename: 'HistoryDecided', unusual: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } }
    | { __typename: 'HistoryDecidedMeanwhile', message: string, unusual: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
   };

export type UndoHistoryDecisionsMutationVariables = Exact<{
  queueId: string;
  ids: Array<string> | string;
}>;


export type UndoHistoryDecisionsMutation = { undoHistoryDecisions:
    | { __typename: 'HistoryDecided', unusual: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } }
    | { __typename: 'HistoryDecidedMeanwhile', message: string, unusual: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
   };

export type SpecialDaysFieldsFragment = { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> };

type SpecialDaysResultFields_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, path: string };

type SpecialDaysResultFields_NotFound_Fragment = { __typename: 'NotFound', message: string };

type SpecialDaysResultFields_SpecialDaysChanged_Fragment = { __typename: 'SpecialDaysChanged', specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } };

type SpecialDaysResultFields_SpecialDaysEditedMeanwhile_Fragment = { __typename: 'SpecialDaysEditedMeanwhile', message: string, specialDays: { siteId: string, fromOn: string, untilOn: string, siteCountry: string | null, calendar: { country: string, state: string | null, region: string | null, version: number } | null, holidays: Array<{ on: string, key: string, hasOwnName: boolean, isBankHoliday: boolean, isSubstitute: boolean, treatment: HolidayTreatment, fromMinute: number | null, untilMinute: number | null, version: number, name: { en: string, ja: string } }>, events: Array<{ id: string, kind: EventKind, title: string, fromOn: string, untilOn: string, queueIds: Array<string> | null, effect: EffectSource, effectFraction: number | null, halfLifeDays: number | null, version: number }>, recurring: Array<{ id: string, title: string, lastsDays: number, effectFraction: number | null, halfLifeDays: number | null, queueIds: Array<string> | null, version: number, dates: Array<string>, rule: { kind: MonthlyRuleKind, day: number | null, closedDays: ClosedDayShift | null, nth: number | null } }> } };

export type SpecialDaysResultFieldsFragment =
  | SpecialDaysResultFields_InvalidInput_Fragment
  | SpecialDaysResultFields_NotFound_Fragment
  | SpecialDaysResultFields_SpecialDaysChanged_Fragment
  | SpecialDaysResultFields_SpecialDaysEditedMeanwhile_Fragment
;

export type StretchFieldsFragment = { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction };

export type UnusualHistoryFieldsFragment = { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> };

type HistoryDecisionFields_HistoryDecided_Fragment = { __typename: 'HistoryDecided', unusual: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } };

type HistoryDecisionFields_HistoryDecidedMeanwhile_Fragment = { __typename: 'HistoryDecidedMeanwhile', message: string, unusual: { queueId: string, historyDays: number, changesSinceForecast: number, stretches: Array<{ id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction, picture: { startAt: string, fromOn: string, stepMinutes: number, actual: Array<number | null>, expected: Array<number | null> } }>, decided: Array<{ id: string, action: HistoryAction, author: string, createdAt: string, isStale: boolean, stretch: { id: string, kind: UnusualKind, fromAt: string, untilAt: string, fromOn: string, untilOn: string, expected: number, actual: number, score: number, reason: unknown, suggested: HistoryAction } }> } };

type HistoryDecisionFields_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, path: string };

type HistoryDecisionFields_NotFound_Fragment = { __typename: 'NotFound', message: string };

export type HistoryDecisionFieldsFragment =
  | HistoryDecisionFields_HistoryDecided_Fragment
  | HistoryDecisionFields_HistoryDecidedMeanwhile_Fragment
  | HistoryDecisionFields_InvalidInput_Fragment
  | HistoryDecisionFields_NotFound_Fragment
;

export type DemandQueryVariables = Exact<{
  queueId: string;
  fromOn: string;
  days: number;
  stepMinutes?: number | null | undefined;
}>;


export type DemandQuery = { demand: { fromOn: string, days: number, historyFromOn: string | null, historyUntilOn: string | null, editsRevision: number, actualContacts: { startAt: string, stepMinutes: number, values: Array<number | null> }, actualHandleSeconds: { startAt: string, stepMinutes: number, values: Array<number | null> }, forecastContacts: { startAt: string, stepMinutes: number, values: Array<number | null> } | null, baseForecastContacts: { startAt: string, stepMinutes: number, values: Array<number | null> } | null, p10Contacts: { startAt: string, stepMinutes: number, values: Array<number | null> } | null, p90Contacts: { startAt: string, stepMinutes: number, values: Array<number | null> } | null, forecastHandleSeconds: { startAt: string, stepMinutes: number, values: Array<number | null> } | null, baseForecastHandleSeconds: { startAt: string, stepMinutes: number, values: Array<number | null> } | null, forecast: { id: string, version: number, createdAt: string, createdBy: string, methodId: string, trainedUntilOn: string, fromOn: string, days: number, methodTitle: { en: string, ja: string }, backtest: Array<{ methodId: string, wapeInterval: number, wapeDay: number, bias: number, mase: number | null, coverage80: number | null, chosen: boolean, title: { en: string, ja: string } }> } | null, forecastTotals: Array<{ span: DemandTotalSpan, fromOn: string, days: number, contacts: number, p10: number | null, p90: number | null }>, edits: Array<{ id: string, queueId: string, measure: DemandMeasure, operation: EditOperation, value: number | null, values: Array<number | null> | null, stepMinutes: number | null, fromAt: string, untilAt: string, reason: string, author: string, authorId: string, createdAt: string, changedAt: string, undone: boolean, off: boolean, version: number, pattern: { weekdays: Array<number>, fromMinute: number, untilMinute: number } | null }>, events: Array<{ id: string, fromOn: string, untilOn: string, kind: EventKind, title: string, queueIds: Array<string> | null }> } | null };

export type StartForecastMutationVariables = Exact<{
  queueIds?: Array<string> | string | null | undefined;
  fromOn: string;
  days: number;
}>;


export type StartForecastMutation = { startForecast:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'JobStarted', job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }
    | { __typename: 'NotEnoughHistory', message: string, queueId: string, haveDays: number, needDays: number }
    | { __typename: 'NotFound', message: string }
   };

export type SeriesFieldsFragment = { startAt: string, stepMinutes: number, values: Array<number | null> };

export type ImportRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportRunsQuery = { importRuns: Array<{ id: string, fileName: string, state: JobState, readCount: number, acceptedCount: number, rejectedCount: number, changedCount: number, rejectsUrl: string | null, jobId: string, createdAt: string, firstRejects: Array<{ record: number, column: string, code: string, raw: string, message: string }> }> };

export type ImportRunQueryVariables = Exact<{
  id: string;
}>;


export type ImportRunQuery = { importRun: { id: string, fileName: string, state: JobState, readCount: number, acceptedCount: number, rejectedCount: number, changedCount: number, rejectsUrl: string | null, jobId: string, createdAt: string, firstRejects: Array<{ record: number, column: string, code: string, raw: string, message: string }> } | null };

export type StartImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type StartImportMutation = { startImport:
    | { __typename: 'ImportStarted', run: { id: string, fileName: string, state: JobState, readCount: number, acceptedCount: number, rejectedCount: number, changedCount: number, rejectsUrl: string | null, jobId: string, createdAt: string, firstRejects: Array<{ record: number, column: string, code: string, raw: string, message: string }> }, job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
   };

export type ImportRunFieldsFragment = { id: string, fileName: string, state: JobState, readCount: number, acceptedCount: number, rejectedCount: number, changedCount: number, rejectsUrl: string | null, jobId: string, createdAt: string, firstRejects: Array<{ record: number, column: string, code: string, raw: string, message: string }> };

export type ForecastEditFieldsFragment = { id: string, queueId: string, measure: DemandMeasure, operation: EditOperation, value: number | null, values: Array<number | null> | null, stepMinutes: number | null, fromAt: string, untilAt: string, reason: string, author: string, authorId: string, createdAt: string, changedAt: string, undone: boolean, off: boolean, version: number, pattern: { weekdays: Array<number>, fromMinute: number, untilMinute: number } | null };

type ForecastLayersResultFields_ForecastEditedMeanwhile_Fragment = { __typename: 'ForecastEditedMeanwhile', message: string, revision: number, layers: Array<{ id: string, queueId: string, measure: DemandMeasure, operation: EditOperation, value: number | null, values: Array<number | null> | null, stepMinutes: number | null, fromAt: string, untilAt: string, reason: string, author: string, authorId: string, createdAt: string, changedAt: string, undone: boolean, off: boolean, version: number, pattern: { weekdays: Array<number>, fromMinute: number, untilMinute: number } | null }> };

type ForecastLayersResultFields_ForecastLayersChanged_Fragment = { __typename: 'ForecastLayersChanged', revision: number, layers: Array<{ id: string, queueId: string, measure: DemandMeasure, operation: EditOperation, value: number | null, values: Array<number | null> | null, stepMinutes: number | null, fromAt: string, untilAt: string, reason: string, author: string, authorId: string, createdAt: string, changedAt: string, undone: boolean, off: boolean, version: number, pattern: { weekdays: Array<number>, fromMinute: number, untilMinute: number } | null }> };

type ForecastLayersResultFields_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, path: string };

type ForecastLayersResultFields_NotFound_Fragment = { __typename: 'NotFound', message: string };

export type ForecastLayersResultFieldsFragment =
  | ForecastLayersResultFields_ForecastEditedMeanwhile_Fragment
  | ForecastLayersResultFields_ForecastLayersChanged_Fragment
  | ForecastLayersResultFields_InvalidInput_Fragment
  | ForecastLayersResultFields_NotFound_Fragment
;

export type AddForecastLayersMutationVariables = Exact<{
  input: AddForecastLayersInput;
}>;


export type AddForecastLayersMutation = { addForecastLayers:
    | { __typename: 'ForecastEditedMeanwhile', message: string, revision: number, layers: Array<{ id: string, queueId: string, measure: DemandMeasure, operation: EditOperation, value: number | null, values: Array<number | null> | null, stepMinutes: number | null, fromAt: string, untilAt: string, reason: string, author: string, authorId: string, createdAt: string, changedAt: string, undone: boolean, off: boolean, version: number, pattern: { weekdays: Array<number>, fromMinute: number, untilMinute: number } | null }> }
    | { __typename: 'ForecastLayersChanged', revision: number, layers: Array<{ id: string, queueId: string, measure: DemandMeasure, operation: EditOperation, value: number | null, values: Array<number | null> | null, stepMinutes: number | null, fromAt: string, untilAt: string, reason: string, author: string, authorId: string, createdAt: string, changedAt: string, undone: boolean, off: boolean, version: number, pattern: { weekdays: Array<number>, fromMinute: number, untilMinute: number } | null }> }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
   };

export type ChangeForecastLayersMutationVariables = Exact<{
  input: ChangeForecastLayersInput;
}>;


export type ChangeForecastLayersMutation = { changeForecastLayers:
    | { __typename: 'ForecastEditedMeanwhile', message: string, revision: number, layers: Array<{ id: string, queueId: string, measure: DemandMeasure, operation: EditOperation, value: number | null, values: Array<number | null> | null, stepMinutes: number | null, fromAt: string, untilAt: string, reason: string, author: string, authorId: string, createdAt: string, changedAt: string, undone: boolean, off: boolean, version: number, pattern: { weekdays: Array<number>, fromMinute: number, untilMinute: number } | null }> }
    | { __typename: 'ForecastLayersChanged', revision: number, layers: Array<{ id: string, queueId: string, measure: DemandMeasure, operation: EditOperation, value: number | null, values: Array<number | null> | null, stepMinutes: number | null, fromAt: string, untilAt: string, reason: string, author: string, authorId: string, createdAt: string, changedAt: string, undone: boolean, off: boolean, version: number, pattern: { weekdays: Array<number>, fromMinute: number, untilMinute: number } | null }> }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
   };

export type DemandHistoryQueryVariables = Exact<{
  queueId: string;
  fromOn: string;
  days: number;
}>;


export type DemandHistoryQuery = { demand: { actualContacts: { startAt: string, stepMinutes: number, values: Array<number | null> }, actualHandleSeconds: { startAt: string, stepMinutes: number, values: Array<number | null> } } | null };

export type LongRangeQueryVariables = Exact<{
  queueId?: string | null | undefined;
}>;


export type LongRangeQuery = { longRange: { queueId: string | null, version: { id: string, version: number, fromOn: string, weeks: number, trend: LongRangeTrend, createdAt: string, createdBy: string | null } | null, series: { yearlyTerms: YearlyTerms, historyWeeks: number, trainedUntilOn: string, trendFirstYear: number, borrowedDays: number, contacts: Array<number>, p10: Array<number>, p90: Array<number>, base: Array<number>, trend: Array<number>, season: Array<number>, calendar: Array<number>, growth: Array<number>, handleSeconds: Array<number | null>, pastOn: Array<string>, pastContacts: Array<number> } | null, growth: Array<{ id: string, queueId: string | null, kind: GrowthKind, fromOn: string, untilOn: string | null, value: number, rampWeeks: number | null, reason: string, author: string, createdAt: string, undone: boolean }> } | null };

export type GrowthRowFragment = { id: string, queueId: string | null, kind: GrowthKind, fromOn: string, untilOn: string | null, value: number, rampWeeks: number | null, reason: string, author: string, createdAt: string, undone: boolean };

export type StartLongRangeMutationVariables = Exact<{
  fromOn: string;
  weeks: number;
  trend?: LongRangeTrend | null | undefined;
}>;


export type StartLongRangeMutation = { startLongRange:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'JobStarted', job: { id: string } }
    | { __typename: 'NotEnoughHistory', haveDays: number, needDays: number }
    | { __typename: 'NotFound', message: string }
   };

export type AddGrowthAssumptionMutationVariables = Exact<{
  input: GrowthAssumptionInput;
}>;


export type AddGrowthAssumptionMutation = { addGrowthAssumption:
    | { __typename: 'GrowthSaved' }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
   };

export type UndoGrowthAssumptionMutationVariables = Exact<{
  id: string;
  undone: boolean;
}>;


export type UndoGrowthAssumptionMutation = { undoGrowthAssumption:
    | { __typename: 'GrowthSaved' }
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
   };

export type RestOfDayQueryVariables = Exact<{
  queueId: string;
  at: string;
}>;


export type RestOfDayQuery = { restOfDay:
    | { __typename: 'ClosedDay', on: string, message: string }
    | { __typename: 'NotEnoughHistory', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'RestOfDay', on: string, at: string, contactsSoFar: number, forecastSoFar: number, factor: number, learnedFromDays: number, missingIntervals: number, silentIntervals: number, morningTotal: number, rest: { contacts: number, p10: number, p90: number }, total: { contacts: number, p10: number, p90: number }, contacts: { startAt: string, stepMinutes: number, values: Array<number | null> }, p10: { startAt: string, stepMinutes: number, values: Array<number | null> }, p90: { startAt: string, stepMinutes: number, values: Array<number | null> } }
   };

export type QueueBeginningQueryVariables = Exact<{
  queueId: string;
  fromOn: string;
}>;


export type QueueBeginningQuery = { queueBeginning: { historyDays: number, curve: { stepMinutes: number, averageHandleSeconds: number | null, levelSpread: number, author: string, weekdays: Array<{ contacts: Array<number | null> }> } | null, lineage: Array<{ id: string, kind: QueueLineageKind, fromQueueId: string, share: number | null, sinceOn: string, author: string }>, similar: Array<{ queueId: string, overlap: number }> } | null };

export type PreviewBeginningQueryVariables = Exact<{
  input: PreviewBeginningInput;
}>;


export type PreviewBeginningQuery = { previewBeginning:
    | { __typename: 'BeginningPreview', borrowedDays: number, share: number | null, contacts: { startAt: string, stepMinutes: number, values: Array<number | null> }, p10: { values: Array<number | null> }, p90: { values: Array<number | null> } }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'NothingToShow', reason: NothingToShowReason }
   };

export type CreateQueueMutationVariables = Exact<{
  input: NewQueueInput;
}>;


export type CreateQueueMutation = { createQueue:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'QueueCreated', queueId: string }
   };

export type SaveQueueCurveMutationVariables = Exact<{
  queueId: string;
  curve?: QueueCurveInput | null | undefined;
}>;


export type SaveQueueCurveMutation = { saveQueueCurve:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'QueueBeginningSaved' }
   };

export type AddQueueLineageMutationVariables = Exact<{
  queueId: string;
  input: QueueLineageInput;
}>;


export type AddQueueLineageMutation = { addQueueLineage:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'QueueBeginningSaved' }
   };

export type RemoveQueueLineageMutationVariables = Exact<{
  id: string;
}>;


export type RemoveQueueLineageMutation = { removeQueueLineage:
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
    | { __typename: 'QueueBeginningSaved' }
   };

export type BidFieldsFragment = { lineIds: Array<string>, rank: number, owed: number, lot: number, award: { lineId: string | null, choice: number | null, denied: Array<{ lineId: string, takenByRanks: Array<number> }> } | null };

export type BidRoundsQueryVariables = Exact<{ [key: string]: never; }>;


export type BidRoundsQuery = { bidRounds: Array<{ id: string, title: string, contractId: string, fromOn: string, untilOn: string, closesAt: string, state: string, bidCount: number, lines: Array<{ id: string, title: string, places: number, weeks: Array<{ templateIds: Array<string> | null, daysOff: Array<number> }> }>, mine: { lineIds: Array<string>, rank: number, owed: number, lot: number, award: { lineId: string | null, choice: number | null, denied: Array<{ lineId: string, takenByRanks: Array<number> }> } | null } | null }> };

export type BiddersQueryVariables = Exact<{
  roundId: string;
}>;


export type BiddersQuery = { bidders: Array<{ agent: { id: string, name: string }, bid: { lineIds: Array<string>, rank: number, owed: number, lot: number, award: { lineId: string | null, choice: number | null, denied: Array<{ lineId: string, takenByRanks: Array<number> }> } | null } }> };

export type BidChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type BidChoicesQuery = { setup: { templates: Array<{ id: string, title: string }>, contracts: Array<{ id: string, title: string, archived: boolean, templateIds: Array<string>, rotation: { weeks: Array<{ templateIds: Array<string> | null, daysOff: Array<number> | null }> } | null }> } };

export type OpenBidRoundMutationVariables = Exact<{
  input: BidRoundInput;
}>;


export type OpenBidRoundMutation = { openBidRound:
    | { __typename: 'BidRoundOpened', round: { id: string } }
    | { __typename: 'InvalidInput', path: string, message: string }
   };

export type PlaceBidMutationVariables = Exact<{
  roundId: string;
  lineIds: Array<string> | string;
}>;


export type PlaceBidMutation = { placeBid:
    | { __typename: 'BidPlaced', round: { id: string } }
    | { __typename: 'BidRoundClosed', round: { id: string } }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
   };

export type AwardBidRoundMutationVariables = Exact<{
  id: string;
}>;


export type AwardBidRoundMutation = { awardBidRound: { id: string, state: string } | null };

export type PutBidRoundInForceMutationVariables = Exact<{
  id: string;
}>;


export type PutBidRoundInForceMutation = { putBidRoundInForce: { id: string, state: string } | null };

export type WithdrawBidRoundMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawBidRoundMutation = { withdrawBidRound: { id: string, state: string } | null };

export type BidPatternsQueryVariables = Exact<{ [key: string]: never; }>;


export type BidPatternsQuery = { viewer: { organisation: { shiftTemplates: Array<{ id: string, title: string }> } } | null };

export type ExchangeVerdictFieldsFragment = { colour: string, shortMinutesAdded: number, shortMinutesRemoved: number, reasons: Array<{ kind: string, outcome: string, code: string, agentId: string | null, title: { en: string, ja: string }, message: { en: string, ja: string } }>, parties: Array<{ answer: string, isMe: boolean, paidMinutesBefore: number, paidMinutesAfter: number, leastRestMinutesBefore: number | null, leastRestMinutesAfter: number | null, agent: { id: string, name: string, zone: string }, gives: Array<{ startAt: string, endAt: string }>, takes: Array<{ startAt: string, endAt: string }> }>, serviceDays: Array<{ queueId: string, on: string, before: number, after: number }> };

type ExchangeAnswerFields_ExchangeAnswered_Fragment = { __typename: 'ExchangeAnswered', exchange: { id: string, state: string } };

type ExchangeAnswerFields_ExchangeClosed_Fragment = { __typename: 'ExchangeClosed', exchange: { id: string, state: string } };

type ExchangeAnswerFields_NotFound_Fragment = { __typename: 'NotFound', message: string };

export type ExchangeAnswerFieldsFragment =
  | ExchangeAnswerFields_ExchangeAnswered_Fragment
  | ExchangeAnswerFields_ExchangeClosed_Fragment
  | ExchangeAnswerFields_NotFound_Fragment
;

export type WorkOfferFieldsFragment = { id: string, kind: string, startAt: string, endAt: string, places: number, taken: number, claimOrder: string, note: string | null, closesAt: string, state: string };

export type ExchangesQueryVariables = Exact<{ [key: string]: never; }>;


export type ExchangesQuery = { exchanges: Array<{ id: string, kind: string, state: string, createdAt: string, expiresAt: string | null, note: string | null, decisionNote: string | null, isMine: boolean, awaitsMe: boolean, verdict: { colour: string, shortMinutesAdded: number, shortMinutesRemoved: number, reasons: Array<{ kind: string, outcome: string, code: string, agentId: string | null, title: { en: string, ja: string }, message: { en: string, ja: string } }>, parties: Array<{ answer: string, isMe: boolean, paidMinutesBefore: number, paidMinutesAfter: number, leastRestMinutesBefore: number | null, leastRestMinutesAfter: number | null, agent: { id: string, name: string, zone: string }, gives: Array<{ startAt: string, endAt: string }>, takes: Array<{ startAt: string, endAt: string }> }>, serviceDays: Array<{ queueId: string, on: string, before: number, after: number }> }, endReasons: Array<{ kind: string, outcome: string, code: string, agentId: string | null, title: { en: string, ja: string }, message: { en: string, ja: string } }> }> };

export type ExchangeInboxQueryVariables = Exact<{ [key: string]: never; }>;


export type ExchangeInboxQuery = { exchangeInbox: Array<{ id: string, kind: string, expiresAt: string | null, note: string | null, verdict: { colour: string, shortMinutesAdded: number, shortMinutesRemoved: number, reasons: Array<{ kind: string, outcome: string, code: string, agentId: string | null, title: { en: string, ja: string }, message: { en: string, ja: string } }>, parties: Array<{ answer: string, isMe: boolean, paidMinutesBefore: number, paidMinutesAfter: number, leastRestMinutesBefore: number | null, leastRestMinutesAfter: number | null, agent: { id: string, name: string, zone: string }, gives: Array<{ startAt: string, endAt: string }>, takes: Array<{ startAt: string, endAt: string }> }>, serviceDays: Array<{ queueId: string, on: string, before: number, after: number }> } }> | null, exchangeDelegations: Array<{ id: string, from: string, to: string, isMine: boolean, untilAt: string }> };

export type ExchangeVerdictQueryVariables = Exact<{
  request: ExchangeRequestInput;
}>;


export type ExchangeVerdictQuery = { exchangeVerdict: { colour: string, shortMinutesAdded: number, shortMinutesRemoved: number, reasons: Array<{ kind: string, outcome: string, code: string, agentId: string | null, title: { en: string, ja: string }, message: { en: string, ja: string } }>, parties: Array<{ answer: string, isMe: boolean, paidMinutesBefore: number, paidMinutesAfter: number, leastRestMinutesBefore: number | null, leastRestMinutesAfter: number | null, agent: { id: string, name: string, zone: string }, gives: Array<{ startAt: string, endAt: string }>, takes: Array<{ startAt: string, endAt: string }> }>, serviceDays: Array<{ queueId: string, on: string, before: number, after: number }> } | null };

export type ExchangeAlternativesQueryVariables = Exact<{
  request: ExchangeRequestInput;
  most: number;
  inReturn: boolean;
}>;


export type ExchangeAlternativesQuery = { exchangeAlternatives: Array<{ kind: string, otherShiftId: string | null, startAt: string | null, agent: { id: string, name: string, zone: string } | null, spans: Array<{ startAt: string, endAt: string }> | null, verdict: { colour: string, shortMinutesAdded: number, shortMinutesRemoved: number, reasons: Array<{ kind: string, outcome: string, code: string, agentId: string | null, title: { en: string, ja: string }, message: { en: string, ja: string } }>, parties: Array<{ answer: string, isMe: boolean, paidMinutesBefore: number, paidMinutesAfter: number, leastRestMinutesBefore: number | null, leastRestMinutesAfter: number | null, agent: { id: string, name: string, zone: string }, gives: Array<{ startAt: string, endAt: string }>, takes: Array<{ startAt: string, endAt: string }> }>, serviceDays: Array<{ queueId: string, on: string, before: number, after: number }> } }> };

export type ProposeExchangeMutationVariables = Exact<{
  input: ProposeExchangeInput;
}>;


export type ProposeExchangeMutation = { proposeExchange:
    | { __typename: 'ExchangeProposed', exchange: { id: string, state: string } }
    | { __typename: 'ExchangeRefused', verdict: { colour: string } }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
   };

export type AnswerExchangeMutationVariables = Exact<{
  id: string;
  accept: boolean;
}>;


export type AnswerExchangeMutation = { answerExchange:
    | { __typename: 'ExchangeAnswered', exchange: { id: string, state: string } }
    | { __typename: 'ExchangeClosed', exchange: { id: string, state: string } }
    | { __typename: 'NotFound', message: string }
   };

export type WithdrawExchangeMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawExchangeMutation = { withdrawExchange:
    | { __typename: 'ExchangeAnswered', exchange: { id: string, state: string } }
    | { __typename: 'ExchangeClosed', exchange: { id: string, state: string } }
    | { __typename: 'NotFound', message: string }
   };

export type DecideExchangesMutationVariables = Exact<{
  ids: Array<string> | string;
  approve: boolean;
  note?: string | null | undefined;
}>;


export type DecideExchangesMutation = { decideExchanges: Array<
    | { __typename: 'ExchangeAnswered', exchange: { id: string, state: string } }
    | { __typename: 'ExchangeClosed', exchange: { id: string, state: string } }
    | { __typename: 'NotFound', message: string }
  > };

export type DelegateExchangesMutationVariables = Exact<{
  email: string;
  untilAt: string;
}>;


export type DelegateExchangesMutation = { delegateExchanges:
    | { __typename: 'ExchangesDelegated', delegation: { id: string } }
    | { __typename: 'InvalidInput', path: string, message: string }
   };

export type EndExchangeDelegationMutationVariables = Exact<{
  id: string;
}>;


export type EndExchangeDelegationMutation = { endExchangeDelegation: boolean };

export type FittingOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type FittingOffersQuery = { fittingOffers: Array<{ isMine: boolean, claimState: string | null, offer: { id: string, kind: string, startAt: string, endAt: string, places: number, taken: number, claimOrder: string, note: string | null, closesAt: string, state: string }, verdict: { colour: string, shortMinutesAdded: number, shortMinutesRemoved: number, reasons: Array<{ kind: string, outcome: string, code: string, agentId: string | null, title: { en: string, ja: string }, message: { en: string, ja: string } }>, parties: Array<{ answer: string, isMe: boolean, paidMinutesBefore: number, paidMinutesAfter: number, leastRestMinutesBefore: number | null, leastRestMinutesAfter: number | null, agent: { id: string, name: string, zone: string }, gives: Array<{ startAt: string, endAt: string }>, takes: Array<{ startAt: string, endAt: string }> }>, serviceDays: Array<{ queueId: string, on: string, before: number, after: number }> } }> };

export type TakeWorkOfferMutationVariables = Exact<{
  id: string;
}>;


export type TakeWorkOfferMutation = { takeWorkOffer:
    | { __typename: 'ExchangeRefused', verdict: { colour: string } }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'OfferGone', reason: string }
    | { __typename: 'OfferNoted', offer: { id: string } }
    | { __typename: 'OfferTaken', exchange: { id: string, state: string } }
   };

export type WorkOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkOffersQuery = { workOffers: Array<{ id: string, kind: string, startAt: string, endAt: string, places: number, taken: number, claimOrder: string, note: string | null, closesAt: string, state: string }> };

export type CreateWorkOfferMutationVariables = Exact<{
  input: WorkOfferInput;
}>;


export type CreateWorkOfferMutation = { createWorkOffer:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'WorkOffered', offer: { id: string } }
   };

export type OfferClaimsQueryVariables = Exact<{
  offerId: string;
}>;


export type OfferClaimsQuery = { offerClaims: Array<{ rank: number | null, state: string, reason: string | null, grantedCount: number, weekPaidMinutes: number, claimedAt: string, agent: { id: string, name: string, zone: string }, verdict: { colour: string, shortMinutesAdded: number, shortMinutesRemoved: number, reasons: Array<{ kind: string, outcome: string, code: string, agentId: string | null, title: { en: string, ja: string }, message: { en: string, ja: string } }>, parties: Array<{ answer: string, isMe: boolean, paidMinutesBefore: number, paidMinutesAfter: number, leastRestMinutesBefore: number | null, leastRestMinutesAfter: number | null, agent: { id: string, name: string, zone: string }, gives: Array<{ startAt: string, endAt: string }>, takes: Array<{ startAt: string, endAt: string }> }>, serviceDays: Array<{ queueId: string, on: string, before: number, after: number }> } | null }> };

export type GrantOfferClaimMutationVariables = Exact<{
  offerId: string;
  agentId: string;
}>;


export type GrantOfferClaimMutation = { grantOfferClaim:
    | { __typename: 'ExchangeRefused', verdict: { colour: string } }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'OfferGone', reason: string }
    | { __typename: 'OfferTaken', exchange: { id: string, state: string } }
   };

export type RefuseOfferClaimMutationVariables = Exact<{
  offerId: string;
  agentId: string;
}>;


export type RefuseOfferClaimMutation = { refuseOfferClaim: boolean };

export type SettleWorkOfferMutationVariables = Exact<{
  id: string;
}>;


export type SettleWorkOfferMutation = { settleWorkOffer: { id: string, state: string } | null };

export type WithdrawWorkOfferMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawWorkOfferMutation = { withdrawWorkOffer: boolean };

export type SwapWishesQueryVariables = Exact<{ [key: string]: never; }>;


export type SwapWishesQuery = { swapWishes: Array<{ id: string, shiftId: string, state: string, exchangeId: string | null, expiresAt: string, accepts: Array<{ startAt: string, endAt: string }> }> };

export type PostSwapWishMutationVariables = Exact<{
  shiftId: string;
  accepts: Array<AcceptedTimeInput> | AcceptedTimeInput;
}>;


export type PostSwapWishMutation = { postSwapWish:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SwapWishPosted', wish: { id: string }, exchange: { id: string, state: string } | null }
   };

export type WithdrawSwapWishMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawSwapWishMutation = { withdrawSwapWish: boolean };

export type ExchangePoliciesQueryVariables = Exact<{
  siteId?: string | null | undefined;
}>;


export type ExchangePoliciesQuery = { exchangePolicies: { version: number, policies: Array<{ policyId: string, outcome: string, kinds: Array<string> | null, title: { en: string, ja: string }, parameters: Array<{ key: string, unit: string, min: number, max: number, value: number, title: { en: string, ja: string } }> }> } };

export type SaveExchangePoliciesMutationVariables = Exact<{
  siteId?: string | null | undefined;
  settings: Array<ExchangePolicyInput> | ExchangePolicyInput;
}>;


export type SaveExchangePoliciesMutation = { saveExchangePolicies:
    | { __typename: 'ExchangePolicySet', version: number }
    | { __typename: 'InvalidInput', path: string, message: string }
   };

export type ShiftsToExchangeQueryVariables = Exact<{
  weekOf: string;
}>;


export type ShiftsToExchangeQuery = { myWeek: { weekStartOn: string, zone: string, shifts: Array<{ siteZone: string, shift: { id: string, startAt: string, endAt: string, activities: Array<{ activityTypeId: string, startAt: string, endAt: string }> } }> } | null };

export type ExchangeChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ExchangeChangedSubscription = { exchangeChanged: { id: string | null } };

export type WeeksQueryVariables = Exact<{
  fromOn: string;
  count: number;
}>;


export type WeeksQuery = { weeks: Array<{ weekStartOn: string, forecast: boolean, requirement: boolean, schedule: { id: string, weekStartOn: string, state: ScheduleState, version: number, publishedAt: string | null, changesSincePublish: number } | null }> };

export type WaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingQuery = { waitingTimeOffCount: number, jobs: { edges: Array<{ node: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }> }, exchanges: Array<{ id: string, state: string }> };

export type HomeAccuracyQueryVariables = Exact<{
  untilOn: string;
}>;


export type HomeAccuracyQuery = { accuracyOverview: { weekFromOn: string, week: { contacts: { plan: { wapeDay: number | null, wapeInterval: number | null } }, naive: { addedDay: number | null } | null } | null, queues: Array<{ queueId: string, drift: { sinceOn: string, direction: DriftDirection, size: number } | null }> } };

export type FirstStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstStepsQuery = { viewer: { organisation: { sites: Array<{ id: string }>, queues: Array<{ id: string }>, shiftTemplates: Array<{ id: string }>, contracts: Array<{ id: string }>, ruleSettings: Array<{ ruleId: string }> } } | null, agents: { totalCount: number }, sampleData: { state: SampleDataState, mayFill: boolean } };

export type SampleDataQueryVariables = Exact<{ [key: string]: never; }>;


export type SampleDataQuery = { sampleData: { state: SampleDataState, mayFill: boolean, jobId: string | null, agentCount: number, queueCount: number, uses: Array<{ what: string, count: number }> } };

export type FillSampleDataMutationVariables = Exact<{
  language: string;
}>;


export type FillSampleDataMutation = { result:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'JobStarted', job: { id: string } }
   };

export type RemoveSampleDataMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveSampleDataMutation = { result:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SampleDataInUse', message: string }
    | { __typename: 'SampleDataRemoved' }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { userId: string, name: string, email: string, roles: Array<Role>, permissions: Array<string>, organisation: { id: string, name: string, isDemo: boolean, sites: Array<{ id: string, name: string, zone: string, country: string, weekStart: number }>, teams: Array<{ id: string, name: string, siteId: string }>, skills: Array<{ id: string, name: string }>, queues: Array<{ id: string, channel: Channel, siteId: string, zone: string, intervalMinutes: number, position: number, name: { en: string, ja: string } }>, activityTypes: Array<{ id: string, code: string, paid: boolean, contactWork: boolean, colourToken: string, title: { en: string, ja: string }, letter: { en: string, ja: string } }> }, agent: { id: string, name: string, zone: string, siteId: string } | null } | null };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'SignedIn' }
    | { __typename: 'TooManyAttempts', message: string, retryAfterSeconds: number }
    | { __typename: 'WrongCredentials', message: string }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  password: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'InvitationAccepted', email: string }
    | { __typename: 'InvitationOver' }
    | { __typename: 'InvitationTooManyTries', waitSeconds: number }
   };

export type AdherenceFiguresPartsFragment = { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, scheduledSeconds: number, outSeconds: number, explainedSeconds: number, ignoredSeconds: number, unknownSeconds: number, outsideSeconds: number, contactScheduledSeconds: number, contactWorkedSeconds: number };

export type AdherenceExceptionPartsFragment = { id: string, kind: string, startAt: string, endAt: string, scopeKind: ExcuseScopeKind, agentCount: number, agentId: string | null, agentName: string | null, note: string, state: AdherenceExceptionState, proposedBy: string | null, createdAt: string, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null };

export type AdherenceDayQueryVariables = Exact<{
  agentId: string;
  on: string;
}>;


export type AdherenceDayQuery = { adherenceDay: { agentId: string, agentName: string, on: string, zone: string, startAt: string, endAt: string, judgedUntil: string, figures: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, scheduledSeconds: number, outSeconds: number, explainedSeconds: number, ignoredSeconds: number, unknownSeconds: number, outsideSeconds: number, contactScheduledSeconds: number, contactWorkedSeconds: number }, activities: Array<{ activityTypeId: string, startAt: string, endAt: string }>, spans: Array<{ startAt: string, endAt: string, status: string, credit: string | null, impact: string, activityTypeId: string | null, state: string }>, exceptions: Array<{ id: string, kind: string, startAt: string, endAt: string, scopeKind: ExcuseScopeKind, agentCount: number, agentId: string | null, agentName: string | null, note: string, state: AdherenceExceptionState, proposedBy: string | null, createdAt: string, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null }> } | null };

export type WaitingExplanationsQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingExplanationsQuery = { waitingExplanations: Array<{ id: string, kind: string, startAt: string, endAt: string, scopeKind: ExcuseScopeKind, agentCount: number, agentId: string | null, agentName: string | null, note: string, state: AdherenceExceptionState, proposedBy: string | null, createdAt: string, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null }> };

export type ExcuseEffectPartsFragment = { scheduledAgents: number, changedAgents: number, excusedSeconds: number, before: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null }, after: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null } };

export type ExcuseEffectQueryVariables = Exact<{
  scopeKind: ExcuseScopeKind;
  scopeId?: string | null | undefined;
  startAt: string;
  endAt: string;
}>;


export type ExcuseEffectQuery = { excuseEffect:
    | { __typename: 'ExcuseEffect', scheduledAgents: number, changedAgents: number, excusedSeconds: number, before: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null }, after: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null } }
    | { __typename: 'ExcuseEffectTakesLong', scheduledAgents: number }
    | { __typename: 'InvalidInput', path: string, message: string }
   };

export type StartExcuseTrialMutationVariables = Exact<{
  scopeKind: ExcuseScopeKind;
  scopeId?: string | null | undefined;
  startAt: string;
  endAt: string;
}>;


export type StartExcuseTrialMutation = { startExcuseTrial:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'JobStarted', job: { id: string } }
    | { __typename: 'NotFound', message: string }
   };

export type ExcuseTrialQueryVariables = Exact<{
  jobId: string;
}>;


export type ExcuseTrialQuery = { excuseTrial:
    | { __typename: 'ExcuseEffect', scheduledAgents: number, changedAgents: number, excusedSeconds: number, before: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null }, after: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null } }
    | { __typename: 'NotFound' }
   };

export type ExcuseDeviationMutationVariables = Exact<{
  input: ExcuseInput;
}>;


export type ExcuseDeviationMutation = { excuseDeviation:
    | { __typename: 'AdherenceExceptionSaved', rejudgeJobId: string | null, exception: { id: string, kind: string, startAt: string, endAt: string, scopeKind: ExcuseScopeKind, agentCount: number, agentId: string | null, agentName: string | null, note: string, state: AdherenceExceptionState, proposedBy: string | null, createdAt: string, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null } }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
   };

export type DecideExplanationMutationVariables = Exact<{
  id: string;
  approve: boolean;
  note?: string | null | undefined;
}>;


export type DecideExplanationMutation = { decideExplanation:
    | { __typename: 'AdherenceExceptionSaved' }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
   };

export type RevokeExcuseMutationVariables = Exact<{
  id: string;
}>;


export type RevokeExcuseMutation = { revokeExcuse:
    | { __typename: 'AdherenceExceptionSaved', rejudgeJobId: string | null }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
   };

export type AdherenceSecondsPartsFragment = { scheduledSeconds: Array<number>, outSeconds: Array<number>, explainedSeconds: Array<number>, ignoredSeconds: Array<number>, unknownSeconds: Array<number>, outsideSeconds: Array<number>, contactScheduledSeconds: Array<number>, contactWorkedSeconds: Array<number> };

export type AdherenceHistoryQueryVariables = Exact<{
  fromOn: string;
  days: number;
}>;


export type AdherenceHistoryQuery = { adherenceHistory:
    | { __typename: 'AdherenceHistory', on: Array<string>, teamId: Array<string>, agents: Array<number>, seconds: { scheduledSeconds: Array<number>, outSeconds: Array<number>, explainedSeconds: Array<number>, ignoredSeconds: Array<number>, unknownSeconds: Array<number>, outsideSeconds: Array<number>, contactScheduledSeconds: Array<number>, contactWorkedSeconds: Array<number> } }
    | { __typename: 'InvalidInput', message: string }
   };

export type AgentAdherenceHistoryQueryVariables = Exact<{
  fromOn: string;
  days: number;
  teamId?: string | null | undefined;
}>;


export type AgentAdherenceHistoryQuery = { agentAdherenceHistory:
    | { __typename: 'AgentAdherenceHistory', agentId: Array<string>, name: Array<string>, teamId: Array<string>, days: Array<number>, seconds: { scheduledSeconds: Array<number>, outSeconds: Array<number>, explainedSeconds: Array<number>, ignoredSeconds: Array<number>, unknownSeconds: Array<number>, outsideSeconds: Array<number>, contactScheduledSeconds: Array<number>, contactWorkedSeconds: Array<number> } }
    | { __typename: 'InvalidInput', message: string }
   };

export type LiveBoardQueryVariables = Exact<{ [key: string]: never; }>;


export type LiveBoardQuery = { liveBoard: { at: string, baseAt: string, nextShiftAt: string | null, words: Array<string>, agentIds: Array<string>, names: Array<string>, siteIds: Array<string>, teamIds: Array<string>, skillIds: Array<Array<string>>, dates: Array<string>, windows: Array<number>, activities: Array<number>, states: Array<number>, sourceStates: Array<string>, sourceOf: Array<number>, since: Array<number>, progress: Array<number>, progressSourceStates: Array<string>, sources: Array<{ id: string, title: string, lastReceivedAt: string | null, silentAfterSeconds: number }>, settings: Array<{ siteId: string, graceSeconds: number, bootSeconds: number, ignoredActivityTypeIds: Array<string>, ignoredStates: Array<string>, countsOutsideShift: boolean, version: number }>, activityTypes: Array<{ id: string, paid: boolean, contactWork: boolean, adheringStates: Array<string> }>, excuses: Array<{ agent: number, start: number, end: number, id: string, kind: string }>, knownPlans: Array<{ agent: number, start: number, end: number, activities: Array<number> }> } };

export type LiveChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type LiveChangedSubscription = { liveChanged: { at: string, reload: boolean, agentIds: Array<string>, states: Array<string>, sourceStates: Array<string>, sourceIds: Array<string>, since: Array<number>, sources: Array<{ id: string, title: string, lastReceivedAt: string | null, silentAfterSeconds: number }> } };

export type IntradayOutlookQueryVariables = Exact<{ [key: string]: never; }>;


export type IntradayOutlookQuery = { intradayOutlook:
    | { __typename: 'IntradayOutlook', on: string, at: string, zone: string, alerts: Array<{ id: string, queueId: string, kind: IntradayAlertKind, startAt: string, endAt: string, agents: number, clearedAt: string | null, text: { en: string, ja: string } }>, missing: Array<{ agentId: string, name: string, startAt: string, endAt: string, reason: string, state: string | null }>, queues: Array<{ queueId: string, startAt: string, stepMinutes: number, goalFraction: number | null, answerWithinSeconds: number | null, plannedContacts: Array<number | null>, actualContacts: Array<number | null>, expectedContacts: Array<number | null>, p10Contacts: Array<number | null>, p90Contacts: Array<number | null>, plannedService: Array<number | null>, actualService: Array<number | null>, serviceLow: Array<number | null>, serviceLikely: Array<number | null>, serviceHigh: Array<number | null>, plannedNeed: Array<number | null>, need: Array<number | null>, present: Array<number | null>, title: { en: string, ja: string }, soFar: { contacts: number, plannedContacts: number, handleSeconds: number | null, plannedHandleSeconds: number | null, serviceLevel: number | null, plannedServiceLevel: number | null, factor: number | null } }> }
    | { __typename: 'NothingPlanned' }
   };

export type IntradayChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type IntradayChangedSubscription = { intradayChanged: { at: string } };

export type StalePartsFragment = { reason: RepairStaleReason, changedBy: string | null, changedAt: string | null, changedWhat: string | null };

export type RepairEffectFieldsFragment = { people: number, shortMinutesRemoved: number, shortMinutesAdded: number, steps: Array<{ agentId: string, name: string, activityTypeId: string | null, fromAt: string | null, toAt: string | null }>, service: Array<{ queueId: string, before: number, after: number, title: { en: string, ja: string } }> };

export type RepairProposalsQueryVariables = Exact<{
  queueId?: string | null | undefined;
  startAt?: string | null | undefined;
  endAt?: string | null | undefined;
}>;


export type RepairProposalsQuery = { repairProposals:
    | { __typename: 'NothingPlanned' }
    | { __typename: 'RepairProposals', at: string, zone: string, proposals: Array<{ id: string, kind: RepairKind, startAt: string, endAt: string, paidMinutes: number, movedMinutes: number, longestRunMinutesBefore: number, longestRunMinutesAfter: number, people: number, shortMinutesRemoved: number, shortMinutesAdded: number, queueTitle: { en: string, ja: string }, offer: { kind: string, startAt: string, endAt: string, places: number, people: Array<{ agentId: string, name: string }> } | null, slots: Array<{ queueId: string, startAt: string, agentsToRoster: number, presentBefore: number, presentAfter: number, serviceBefore: number | null, serviceAfter: number | null }>, worseRules: Array<{ ruleId: string, title: { en: string, ja: string }, message: { en: string, ja: string } | null }>, steps: Array<{ agentId: string, name: string, activityTypeId: string | null, fromAt: string | null, toAt: string | null }>, service: Array<{ queueId: string, before: number, after: number, title: { en: string, ja: string } }> }> }
   };

export type ApplyRepairMutationVariables = Exact<{
  id: string;
  label: string;
}>;


export type ApplyRepairMutation = { applyRepair:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound' }
    | { __typename: 'RepairApplied', id: string, people: number, offerId: string | null }
    | { __typename: 'RepairStale', reason: RepairStaleReason, changedBy: string | null, changedAt: string | null, changedWhat: string | null }
    | { __typename: 'ScheduleHasBreaches', message: string }
   };

export type UndoRepairMutationVariables = Exact<{
  id: string;
  label: string;
}>;


export type UndoRepairMutation = { undoRepair:
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
    | { __typename: 'RepairStale', reason: RepairStaleReason, changedBy: string | null, changedAt: string | null, changedWhat: string | null }
    | { __typename: 'RepairUndone' }
    | { __typename: 'ScheduleHasBreaches' }
   };

export type AbsencesTodayQueryVariables = Exact<{ [key: string]: never; }>;


export type AbsencesTodayQuery = { absencesToday: Array<{ id: string, agentId: string, name: string, kind: AbsenceOfDayKind, startAt: string, endAt: string }> };

export type FindAgentForAbsenceQueryVariables = Exact<{
  search: string;
}>;


export type FindAgentForAbsenceQuery = { agents: { edges: Array<{ node: { id: string, name: string } }> } };

export type ReportAbsenceMutationVariables = Exact<{
  input: ReportAbsenceInput;
}>;


export type ReportAbsenceMutation = { reportAbsence:
    | { __typename: 'AbsenceReported', id: string, startAt: string, endAt: string, candidates: Array<{ agentId: string, name: string, startAt: string, endAt: string, isLonger: boolean, shortMinutesRemoved: number, worse: Array<{ en: string, ja: string }> }> }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NoShiftToday' }
    | { __typename: 'RepairStale', reason: RepairStaleReason, changedBy: string | null, changedAt: string | null, changedWhat: string | null }
   };

export type UndoAbsenceMutationVariables = Exact<{
  id: string;
  label: string;
}>;


export type UndoAbsenceMutation = { undoAbsence:
    | { __typename: 'AbsenceUndone' }
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
    | { __typename: 'RepairStale', reason: RepairStaleReason, changedBy: string | null, changedAt: string | null, changedWhat: string | null }
   };

export type OfferOvertimeForMutationVariables = Exact<{
  input: WorkOfferInput;
}>;


export type OfferOvertimeForMutation = { createWorkOffer:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'WorkOffered', offer: { id: string } }
   };

export type DayReplayQueryVariables = Exact<{
  on: string;
}>;


export type DayReplayQuery = { dayReplay:
    | { __typename: 'DayReplay', on: string, zone: string, startAt: string, hasStates: boolean, planned: Array<number>, actual: Array<number>, kept: Array<number>, out: Array<number>, unknown: Array<number>, queues: Array<{ queueId: string, startAt: string, stepMinutes: number, plannedContacts: Array<number | null>, actualContacts: Array<number | null>, plannedService: Array<number | null>, actualService: Array<number | null>, title: { en: string, ja: string } }>, events: Array<{ at: string, kind: string, author: string | null, text: { en: string, ja: string } }> }
    | { __typename: 'NothingPlanned' }
   };

export type KpiFormulaFieldsFragment = { id: string, title: string, formula: string, name: string | null, better: string | null, position: number, version: number };

export type MeasureBucketFieldsFragment = { fromOn: string, untilOn: string, startAt: string | null, seconds: number };

export type MeasureDefinitionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MeasureDefinitionsQuery = { measureDefinitions: Array<{ id: string, name: string | null, formula: string, unit: string | null, group: string, source: string | null, better: MeasureBetter | null, facts: Array<string>, uses: Array<string>, title: { en: string, ja: string }, meaning: { en: string, ja: string } | null, fault: { en: string, ja: string } | null, own: { id: string, title: string, formula: string, name: string | null, better: string | null, position: number, version: number } | null }>, measureFactKinds: Array<{ name: string, title: string, unit: string, adds: string }>, measureTargets: Array<{ id: string, measureId: string, queueId: string | null, fromOn: string, direction: TargetDirection, value: number, version: number }> };

export type MeasureValuesQueryVariables = Exact<{
  names: Array<string> | string;
  range: MeasureRangeInput;
}>;


export type MeasureValuesQuery = { measureValues:
    | { message: string }
    | { keys: Array<{ id: string | null, title: { en: string, ja: string } }>, buckets: Array<{ fromOn: string, untilOn: string, startAt: string | null, seconds: number }>, series: Array<{ measureId: string, unit: string | null, keyId: string | null, values: Array<number | null>, whole: number | null, lacks: Array<{ bucket: number, names: Array<string>, text: { en: string, ja: string } | null }> }> }
   };

export type MeasureFactsQueryVariables = Exact<{
  names: Array<string> | string;
  range: MeasureRangeInput;
}>;


export type MeasureFactsQuery = { measureFacts:
    | { message: string }
    | { wholeSeconds: number, buckets: Array<{ fromOn: string, untilOn: string, startAt: string | null, seconds: number }>, facts: Array<{ name: string, keyId: string | null, sums: Array<number | null>, lacking: Array<number>, whole: number | null, wholeLacking: number }> }
   };

export type MeasureTrendsQueryVariables = Exact<{
  names: Array<string> | string;
  range: MeasureRangeInput;
}>;


export type MeasureTrendsQuery = { measureTrends:
    | { message: string }
    | { trends: Array<{ measureId: string, now: number | null, before: number | null, verdict: string, probability: number | null }> }
   };

export type MeasureAnnotationsQueryVariables = Exact<{
  fromOn: string;
  untilOn: string;
}>;


export type MeasureAnnotationsQuery = { measureAnnotations: Array<{ id: string, on: string, queueId: string | null, text: string, author: string | null, version: number }> };

export type MeasureTablePreviewQueryVariables = Exact<{
  content: string;
}>;


export type MeasureTablePreviewQuery = { measureTablePreview: { header: Array<string>, rows: Array<Array<string>> } };

export type SaveKpiFormulaMutationVariables = Exact<{
  input: KpiFormulaInput;
}>;


export type SaveKpiFormulaMutation = { saveKpiFormula:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'KpiFormulaEditedMeanwhile', kpi: { id: string, title: string, formula: string, name: string | null, better: string | null, position: number, version: number } }
    | { __typename: 'KpiFormulaFault', position: number | null, text: { en: string, ja: string } }
    | { __typename: 'KpiFormulaSaved', kpi: { id: string, title: string, formula: string, name: string | null, better: string | null, position: number, version: number } }
    | { __typename: 'NotFound', message: string }
   };

export type DeleteKpiFormulaMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type DeleteKpiFormulaMutation = { deleteKpiFormula:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'KpiFormulaDeleted' }
    | { __typename: 'KpiFormulaEditedMeanwhile', kpi: { id: string, title: string, formula: string, name: string | null, better: string | null, position: number, version: number } }
    | { __typename: 'NotFound' }
   };

export type SaveMeasureTargetMutationVariables = Exact<{
  input: MeasureTargetInput;
}>;


export type SaveMeasureTargetMutation = { saveMeasureTarget:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'MeasureTargetSaved' }
   };

export type DeleteMeasureTargetMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type DeleteMeasureTargetMutation = { deleteMeasureTarget:
    | { __typename: 'MeasureNoteDeleted' }
    | { __typename: 'NotFound' }
   };

export type AnnotateMeasuresMutationVariables = Exact<{
  input: MeasureAnnotationInput;
}>;


export type AnnotateMeasuresMutation = { annotateMeasures:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'MeasureAnnotationSaved' }
   };

export type DeleteMeasureAnnotationMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type DeleteMeasureAnnotationMutation = { deleteMeasureAnnotation:
    | { __typename: 'MeasureNoteDeleted' }
    | { __typename: 'NotFound' }
   };

export type ImportMeasureTableMutationVariables = Exact<{
  input: MeasureTableInput;
}>;


export type ImportMeasureTableMutation = { importMeasureTable:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'MeasureTableTaken', readCount: number, acceptedCount: number, rejectedCount: number, changedCount: number, firstOn: string | null, lastOn: string | null, rejects: Array<{ record: number, column: string, raw: string, message: string }> }
   };

export type MyAdherenceQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAdherenceQuery = { myAdherence: { zone: string, figures: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, scheduledSeconds: number, outSeconds: number, explainedSeconds: number, ignoredSeconds: number, unknownSeconds: number, outsideSeconds: number, contactScheduledSeconds: number, contactWorkedSeconds: number }, days: Array<{ on: string, final: boolean, figures: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, scheduledSeconds: number, outSeconds: number, explainedSeconds: number, ignoredSeconds: number, unknownSeconds: number, outsideSeconds: number, contactScheduledSeconds: number, contactWorkedSeconds: number } }>, exceptions: Array<{ id: string, kind: string, startAt: string, endAt: string, scopeKind: ExcuseScopeKind, agentCount: number, agentId: string | null, agentName: string | null, note: string, state: AdherenceExceptionState, proposedBy: string | null, createdAt: string, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null }> } | null };

export type MyAdherenceDayQueryVariables = Exact<{
  on: string;
}>;


export type MyAdherenceDayQuery = { myAdherenceDay: { on: string, zone: string, judgedUntil: string, figures: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, scheduledSeconds: number, outSeconds: number, explainedSeconds: number, ignoredSeconds: number, unknownSeconds: number, outsideSeconds: number, contactScheduledSeconds: number, contactWorkedSeconds: number }, spans: Array<{ startAt: string, endAt: string, status: string, credit: string | null, activityTypeId: string | null, state: string }> } | null };

export type ExplainDeviationMutationVariables = Exact<{
  input: ExplainDeviationInput;
}>;


export type ExplainDeviationMutation = { explainDeviation:
    | { __typename: 'AdherenceExceptionSaved' }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
   };

export type WithdrawExplanationMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawExplanationMutation = { withdrawExplanation:
    | { __typename: 'AdherenceExceptionSaved' }
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
   };

export type MyNumbersQueryVariables = Exact<{ [key: string]: never; }>;


export type MyNumbersQuery = { myNumbers: { fromOn: string, untilOn: string, shiftCount: number, peopleCount: number, leastPeople: number, hard: { minutesPerShift: number, team: { low: number, median: number, high: number } | null } | null, counts: Array<{ id: string, dates: Array<string>, team: { low: number, median: number, high: number } | null }> } | null };

export type MyNoticeSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyNoticeSettingsQuery = { myNoticeSettings: { language: NoticeLanguage, mail: MailMode, push: boolean, quietFromMinute: number | null, quietUntilMinute: number | null, digestMinute: number, urgentAnyway: boolean, dayAlerts: DayAlertChoice | null, zone: string, mailIsOn: boolean, pushPublicKey: string, devices: Array<{ id: string, label: string, createdAt: string, deliveredAt: string | null }> }, myCalendarLink: { createdAt: string, readAt: string | null, reader: string | null } | null };

export type SaveNoticeSettingsMutationVariables = Exact<{
  input: NoticeSettingsInput;
}>;


export type SaveNoticeSettingsMutation = { saveNoticeSettings:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NoticeSettings', language: NoticeLanguage, mail: MailMode, push: boolean, quietFromMinute: number | null, quietUntilMinute: number | null, digestMinute: number, urgentAnyway: boolean, dayAlerts: DayAlertChoice | null, zone: string, mailIsOn: boolean, pushPublicKey: string, devices: Array<{ id: string, label: string, createdAt: string, deliveredAt: string | null }> }
   };

export type AddPushDeviceMutationVariables = Exact<{
  input: PushDeviceInput;
}>;


export type AddPushDeviceMutation = { addPushDevice:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NoticeSettings' }
   };

export type RemovePushDeviceMutationVariables = Exact<{
  id: string;
}>;


export type RemovePushDeviceMutation = { removePushDevice: boolean };

export type SendTestNoticeMutationVariables = Exact<{ [key: string]: never; }>;


export type SendTestNoticeMutation = { sendTestNotice: boolean };

export type MakeCalendarLinkMutationVariables = Exact<{ [key: string]: never; }>;


export type MakeCalendarLinkMutation = { makeCalendarLink: { path: string } };

export type RevokeCalendarLinkMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeCalendarLinkMutation = { revokeCalendarLink: boolean };

export type NoticeSettingsFieldsFragment = { language: NoticeLanguage, mail: MailMode, push: boolean, quietFromMinute: number | null, quietUntilMinute: number | null, digestMinute: number, urgentAnyway: boolean, dayAlerts: DayAlertChoice | null, zone: string, mailIsOn: boolean, pushPublicKey: string, devices: Array<{ id: string, label: string, createdAt: string, deliveredAt: string | null }> };

export type MyTimeOffQueryVariables = Exact<{ [key: string]: never; }>;


export type MyTimeOffQuery = { myTimeOff: { kinds: Array<{ code: string, hasBalance: boolean, archived: boolean, title: { en: string, ja: string }, balance: { yearUntilOn: string, grantedMinutes: number, toComeMinutes: number, carriedMinutes: number, adjustedMinutes: number, takenMinutes: number, leftMinutes: number, lapsesMinutes: number } | null }>, adjustments: Array<{ id: string, kind: string, on: string, minutes: number, reason: string, authorName: string | null }>, requests: Array<{ id: string, agentName: string, kind: string, startAt: string, endAt: string, state: string, verdict: string | null, decision: unknown, decidedReason: string | null, paidMinutes: number, note: string | null, position: number | null }> } | null };

export type JudgeTimeOffQueryVariables = Exact<{
  input: TimeOffInput;
}>;


export type JudgeTimeOffQuery = { judgeTimeOff:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'TimeOffJudgement', verdict: string, reason: unknown, needMinutes: number, cover: { shiftCount: number, paidHours: number, shortHours: number } }
   };

export type AskTimeOffMutationVariables = Exact<{
  input: TimeOffInput;
}>;


export type AskTimeOffMutation = { askTimeOff:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'TimeOffAsked', requestId: string, judgement: { verdict: string, reason: unknown } }
   };

export type WithdrawTimeOffMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawTimeOffMutation = { withdrawTimeOff:
    | { __typename: 'NotFound' }
    | { __typename: 'TimeOffTooLate' }
    | { __typename: 'TimeOffWithdrawn' }
   };

export type WaitingTimeOffQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingTimeOffQuery = { waitingTimeOff: Array<{ id: string, agentName: string, kind: string, startAt: string, endAt: string, state: string, verdict: string | null, decision: unknown, decidedReason: string | null, paidMinutes: number, note: string | null, position: number | null, cover: { shiftCount: number, paidHours: number, shortHours: number } | null }> };

export type DecideTimeOffMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason?: string | null | undefined;
}>;


export type DecideTimeOffMutation = { decideTimeOff:
    | { __typename: 'NotFound' }
    | { __typename: 'TimeOffDecided' }
   };

export type FindTimeOffAgentsQueryVariables = Exact<{
  search: string;
}>;


export type FindTimeOffAgentsQuery = { agents: { edges: Array<{ node: { id: string, name: string } }> } };

export type TimeOffAccountQueryVariables = Exact<{
  agentId: string;
}>;


export type TimeOffAccountQuery = { timeOffAccount: { agentId: string, agentName: string, kinds: Array<{ code: string, hasBalance: boolean, archived: boolean, title: { en: string, ja: string }, balance: { yearUntilOn: string, grantedMinutes: number, toComeMinutes: number, carriedMinutes: number, adjustedMinutes: number, takenMinutes: number, leftMinutes: number, lapsesMinutes: number } | null }>, adjustments: Array<{ id: string, kind: string, on: string, minutes: number, reason: string, authorName: string | null }> } | null };

export type AdjustTimeOffMutationVariables = Exact<{
  input: TimeOffAdjustmentInput;
}>;


export type AdjustTimeOffMutation = { adjustTimeOff:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound' }
    | { __typename: 'TimeOffAccount' }
   };

export type TimeOffAccountFieldsFragment = { kinds: Array<{ code: string, hasBalance: boolean, archived: boolean, title: { en: string, ja: string }, balance: { yearUntilOn: string, grantedMinutes: number, toComeMinutes: number, carriedMinutes: number, adjustedMinutes: number, takenMinutes: number, leftMinutes: number, lapsesMinutes: number } | null }>, adjustments: Array<{ id: string, kind: string, on: string, minutes: number, reason: string, authorName: string | null }> };

export type TimeOffKindFieldsFragment = { code: string, hasBalance: boolean, archived: boolean, title: { en: string, ja: string }, balance: { yearUntilOn: string, grantedMinutes: number, toComeMinutes: number, carriedMinutes: number, adjustedMinutes: number, takenMinutes: number, leftMinutes: number, lapsesMinutes: number } | null };

export type TimeOffAdjustmentFieldsFragment = { id: string, kind: string, on: string, minutes: number, reason: string, authorName: string | null };

export type TimeOffRequestFieldsFragment = { id: string, agentName: string, kind: string, startAt: string, endAt: string, state: string, verdict: string | null, decision: unknown, decidedReason: string | null, paidMinutes: number, note: string | null, position: number | null };

export type MyAvailabilityQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAvailabilityQuery = { myAvailability: { wishBudget: number, mostWishes: number, judgedCount: number, metCount: number, neededMinutes: number, wishes: Array<{ kind: string, on: string | null, fromMinute: number | null, untilMinute: number | null, weight: number }>, judged: Array<{ on: string, kind: string, fromMinute: number | null, untilMinute: number | null, met: boolean }>, exceptions: Array<{ on: string, canWork: boolean, fromMinute: number, untilMinute: number }>, windows: Array<{ weekday: number, fromMinute: number, untilMinute: number }> } | null };

export type SaveMyWishesMutationVariables = Exact<{
  wishes: Array<MyWishInput> | MyWishInput;
}>;


export type SaveMyWishesMutation = { saveMyWishes:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'MyAvailability' }
   };

export type SaveMyAvailabilityMutationVariables = Exact<{
  windows: Array<MyAvailabilityWindowInput> | MyAvailabilityWindowInput;
}>;


export type SaveMyAvailabilityMutation = { saveMyAvailability:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'MyAvailability' }
   };

export type SaveMyAvailabilityExceptionsMutationVariables = Exact<{
  exceptions: Array<MyAvailabilityExceptionInput> | MyAvailabilityExceptionInput;
}>;


export type SaveMyAvailabilityExceptionsMutation = { saveMyAvailabilityExceptions:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'MyAvailability' }
   };

export type ExplainMyWishQueryVariables = Exact<{
  wish: MyWishInput;
}>;


export type ExplainMyWishQuery = { explainMyWish:
    | { __typename: 'InvalidInput' }
    | { __typename: 'MyWishExplained', text: { en: string, ja: string } }
    | { __typename: 'NotFound' }
   };

export type MyAvailabilityFieldsFragment = { wishBudget: number, mostWishes: number, judgedCount: number, metCount: number, neededMinutes: number, wishes: Array<{ kind: string, on: string | null, fromMinute: number | null, untilMinute: number | null, weight: number }>, judged: Array<{ on: string, kind: string, fromMinute: number | null, untilMinute: number | null, met: boolean }>, exceptions: Array<{ on: string, canWork: boolean, fromMinute: number, untilMinute: number }>, windows: Array<{ weekday: number, fromMinute: number, untilMinute: number }> };

export type ReportContentFieldsFragment = { fromOn: string, days: number, title: { en: string, ja: string }, period: { en: string, ja: string }, blocks: Array<{ id: string, width: number, path: string | null, title: { en: string, ja: string }, figure: { value: number | null, met: boolean | null, text: { en: string, ja: string } | null, why: { en: string, ja: string } | null, target: { en: string, ja: string } | null, before: { en: string, ja: string } | null, change: { en: string, ja: string } | null } | null, chart: { unit: string, target: number | null, labels: Array<{ en: string, ja: string }>, lines: Array<{ values: Array<number | null>, title: { en: string, ja: string } }> } | null, table: { head: { en: string, ja: string }, columns: Array<{ en: string, ja: string }>, rows: Array<{ path: string | null, title: { en: string, ja: string }, cells: Array<{ value: number | null, text: { en: string, ja: string } }> }> } | null, paragraphs: Array<{ path: string | null, text: { en: string, ja: string } }> }> };

export type DashboardFieldsFragment = { id: string, title: string, ownerName: string | null, sharedWith: Array<string>, period: string, mayEdit: boolean, version: number, tiles: Array<{ id: string, kind: string, width: number, measureId: string | null, queueId: string | null, cut: string | null, text: string | null, path: string | null }> };

export type DailyReportFieldsFragment = { on: string, zone: string, note: string, noteByName: string | null, noteAt: string | null, writtenAt: string, version: number };

export type ReportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportsQuery = { dashboards: Array<{ id: string, title: string, ownerName: string | null, sharedWith: Array<string>, period: string, mayEdit: boolean, version: number, tiles: Array<{ id: string, kind: string, width: number, measureId: string | null, queueId: string | null, cut: string | null, text: string | null, path: string | null }> }>, dailyReports: Array<{ on: string, note: string, writtenAt: string }> };

export type DashboardContentQueryVariables = Exact<{
  id: string;
}>;


export type DashboardContentQuery = { dashboardContent:
    | { __typename: 'NotFound' }
    | { __typename: 'ReportContent', fromOn: string, days: number, title: { en: string, ja: string }, period: { en: string, ja: string }, blocks: Array<{ id: string, width: number, path: string | null, title: { en: string, ja: string }, figure: { value: number | null, met: boolean | null, text: { en: string, ja: string } | null, why: { en: string, ja: string } | null, target: { en: string, ja: string } | null, before: { en: string, ja: string } | null, change: { en: string, ja: string } | null } | null, chart: { unit: string, target: number | null, labels: Array<{ en: string, ja: string }>, lines: Array<{ values: Array<number | null>, title: { en: string, ja: string } }> } | null, table: { head: { en: string, ja: string }, columns: Array<{ en: string, ja: string }>, rows: Array<{ path: string | null, title: { en: string, ja: string }, cells: Array<{ value: number | null, text: { en: string, ja: string } }> }> } | null, paragraphs: Array<{ path: string | null, text: { en: string, ja: string } }> }> }
   };

export type ReportChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportChoicesQuery = { reportPeriods: Array<{ id: string, title: { en: string, ja: string } }>, reportMeasures: Array<{ id: string, title: { en: string, ja: string } }> };

export type SaveDashboardMutationVariables = Exact<{
  input: DashboardInput;
}>;


export type SaveDashboardMutation = { saveDashboard:
    | { __typename: 'DashboardEditedMeanwhile' }
    | { __typename: 'DashboardNotYours' }
    | { __typename: 'DashboardSaved', dashboard: { id: string, title: string, ownerName: string | null, sharedWith: Array<string>, period: string, mayEdit: boolean, version: number, tiles: Array<{ id: string, kind: string, width: number, measureId: string | null, queueId: string | null, cut: string | null, text: string | null, path: string | null }> } }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound' }
   };

export type DeleteDashboardMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type DeleteDashboardMutation = { deleteDashboard:
    | { __typename: 'DashboardDeleted' }
    | { __typename: 'DashboardEditedMeanwhile' }
    | { __typename: 'DashboardNotYours' }
    | { __typename: 'NotFound' }
   };

export type DailyReportQueryVariables = Exact<{
  on: string;
}>;


export type DailyReportQuery = { dailyReport:
    | { __typename: 'DailyReport', on: string, zone: string, note: string, noteByName: string | null, noteAt: string | null, writtenAt: string, version: number, content: { fromOn: string, days: number, title: { en: string, ja: string }, period: { en: string, ja: string }, blocks: Array<{ id: string, width: number, path: string | null, title: { en: string, ja: string }, figure: { value: number | null, met: boolean | null, text: { en: string, ja: string } | null, why: { en: string, ja: string } | null, target: { en: string, ja: string } | null, before: { en: string, ja: string } | null, change: { en: string, ja: string } | null } | null, chart: { unit: string, target: number | null, labels: Array<{ en: string, ja: string }>, lines: Array<{ values: Array<number | null>, title: { en: string, ja: string } }> } | null, table: { head: { en: string, ja: string }, columns: Array<{ en: string, ja: string }>, rows: Array<{ path: string | null, title: { en: string, ja: string }, cells: Array<{ value: number | null, text: { en: string, ja: string } }> }> } | null, paragraphs: Array<{ path: string | null, text: { en: string, ja: string } }> }> } }
    | { __typename: 'NotFound' }
   };

export type RewriteDailyReportMutationVariables = Exact<{
  on: string;
}>;


export type RewriteDailyReportMutation = { rewriteDailyReport:
    | { __typename: 'DailyReport', on: string, zone: string, note: string, noteByName: string | null, noteAt: string | null, writtenAt: string, version: number, content: { fromOn: string, days: number, title: { en: string, ja: string }, period: { en: string, ja: string }, blocks: Array<{ id: string, width: number, path: string | null, title: { en: string, ja: string }, figure: { value: number | null, met: boolean | null, text: { en: string, ja: string } | null, why: { en: string, ja: string } | null, target: { en: string, ja: string } | null, before: { en: string, ja: string } | null, change: { en: string, ja: string } | null } | null, chart: { unit: string, target: number | null, labels: Array<{ en: string, ja: string }>, lines: Array<{ values: Array<number | null>, title: { en: string, ja: string } }> } | null, table: { head: { en: string, ja: string }, columns: Array<{ en: string, ja: string }>, rows: Array<{ path: string | null, title: { en: string, ja: string }, cells: Array<{ value: number | null, text: { en: string, ja: string } }> }> } | null, paragraphs: Array<{ path: string | null, text: { en: string, ja: string } }> }> } }
    | { __typename: 'NotFound' }
   };

export type NoteDailyReportMutationVariables = Exact<{
  on: string;
  version: number;
  note: string;
}>;


export type NoteDailyReportMutation = { noteDailyReport:
    | { __typename: 'DailyReport', on: string, zone: string, note: string, noteByName: string | null, noteAt: string | null, writtenAt: string, version: number, content: { fromOn: string, days: number, title: { en: string, ja: string }, period: { en: string, ja: string }, blocks: Array<{ id: string, width: number, path: string | null, title: { en: string, ja: string }, figure: { value: number | null, met: boolean | null, text: { en: string, ja: string } | null, why: { en: string, ja: string } | null, target: { en: string, ja: string } | null, before: { en: string, ja: string } | null, change: { en: string, ja: string } | null } | null, chart: { unit: string, target: number | null, labels: Array<{ en: string, ja: string }>, lines: Array<{ values: Array<number | null>, title: { en: string, ja: string } }> } | null, table: { head: { en: string, ja: string }, columns: Array<{ en: string, ja: string }>, rows: Array<{ path: string | null, title: { en: string, ja: string }, cells: Array<{ value: number | null, text: { en: string, ja: string } }> }> } | null, paragraphs: Array<{ path: string | null, text: { en: string, ja: string } }> }> } }
    | { __typename: 'DailyReportEditedMeanwhile' }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound' }
   };

export type ReportScheduleFieldsFragment = { id: string, subject: string, dashboardId: string | null, cadence: string, weekday: number | null, monthDay: number | null, localMinute: number, zone: string, userIds: Array<string>, addresses: Array<string>, addressLocale: string, nextAt: string, version: number, lastDueAt: string | null, sentCount: number, openCount: number, failedCount: number };

export type ReportSendingQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportSendingQuery = { reportSchedules: Array<{ id: string, subject: string, dashboardId: string | null, cadence: string, weekday: number | null, monthDay: number | null, localMinute: number, zone: string, userIds: Array<string>, addresses: Array<string>, addressLocale: string, nextAt: string, version: number, lastDueAt: string | null, sentCount: number, openCount: number, failedCount: number }>, reportRecipients: Array<{ id: string, name: string }> };

export type SaveReportScheduleMutationVariables = Exact<{
  input: ReportScheduleInput;
}>;


export type SaveReportScheduleMutation = { saveReportSchedule:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound' }
    | { __typename: 'ReportAddressesNeedAdmin' }
    | { __typename: 'ReportAddressesToConfirm', addresses: Array<string> }
    | { __typename: 'ReportScheduleEditedMeanwhile' }
    | { __typename: 'ReportScheduleSaved', schedule: { id: string, subject: string, dashboardId: string | null, cadence: string, weekday: number | null, monthDay: number | null, localMinute: number, zone: string, userIds: Array<string>, addresses: Array<string>, addressLocale: string, nextAt: string, version: number, lastDueAt: string | null, sentCount: number, openCount: number, failedCount: number } }
   };

export type DeleteReportScheduleMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type DeleteReportScheduleMutation = { deleteReportSchedule:
    | { __typename: 'NotFound' }
    | { __typename: 'ReportScheduleDeleted' }
   };

export type SendReportNowMutationVariables = Exact<{
  id: string;
}>;


export type SendReportNowMutation = { sendReportNow:
    | { __typename: 'NotFound' }
    | { __typename: 'ReportSendingStarted', recipients: number }
   };

export type ReportSharesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportSharesQuery = { reportShares: Array<{ id: string, dashboardId: string | null, on: string | null, createdBy: string | null, createdAt: string, expiresAt: string, revokedAt: string | null, openCount: number, lastOpenedAt: string | null }> };

export type ShareReportMutationVariables = Exact<{
  days: number;
  dashboardId?: string | null | undefined;
  on?: string | null | undefined;
}>;


export type ShareReportMutation = { shareReport:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound' }
    | { __typename: 'ReportShareCreated', path: string }
   };

export type RevokeReportShareMutationVariables = Exact<{
  id: string;
}>;


export type RevokeReportShareMutation = { revokeReportShare:
    | { __typename: 'NotFound' }
    | { __typename: 'ReportShareRevoked' }
   };

export type SharedReportQueryVariables = Exact<{
  token: string;
}>;


export type SharedReportQuery = { sharedReport:
    | { __typename: 'NotFound' }
    | { __typename: 'SharedReport', expiresAt: string, content: { fromOn: string, days: number, title: { en: string, ja: string }, period: { en: string, ja: string }, blocks: Array<{ id: string, width: number, path: string | null, title: { en: string, ja: string }, figure: { value: number | null, met: boolean | null, text: { en: string, ja: string } | null, why: { en: string, ja: string } | null, target: { en: string, ja: string } | null, before: { en: string, ja: string } | null, change: { en: string, ja: string } | null } | null, chart: { unit: string, target: number | null, labels: Array<{ en: string, ja: string }>, lines: Array<{ values: Array<number | null>, title: { en: string, ja: string } }> } | null, table: { head: { en: string, ja: string }, columns: Array<{ en: string, ja: string }>, rows: Array<{ path: string | null, title: { en: string, ja: string }, cells: Array<{ value: number | null, text: { en: string, ja: string } }> }> } | null, paragraphs: Array<{ path: string | null, text: { en: string, ja: string } }> }> } }
    | { __typename: 'TooManyReads', waitSeconds: number }
   };

export type RosterBestQueryVariables = Exact<{
  scheduleId: string;
}>;


export type RosterBestQuery = { rosterBest: { jobId: string, seconds: number, cost: number, storedAt: string, shifts: { ids: Array<string>, versions: Array<number>, agentIndex: Array<number>, startMinute: Array<number>, lengthMinutes: Array<number>, templateIndex: Array<number>, flags: Array<number>, activityOffset: Array<number>, activityType: Array<number>, activityStartMinute: Array<number>, activityLengthMinutes: Array<number>, templateIds: Array<string>, activityTypeIds: Array<string> } } | null };

export type BoardEffectsQueryVariables = Exact<{
  fromOn: string;
  days: number;
}>;


export type BoardEffectsQuery = { requirement: { queues: Array<{ startAt: string, stepMinutes: number, contacts: Array<number | null>, averageHandleSeconds: Array<number | null>, requiredAgents: Array<number | null>, agentsToRoster: Array<number | null>, queue: { id: string }, plan: { modelId: string, patienceSeconds: number | null, concurrency: number | null, slowdownFraction: number | null, lines: number | null, redialFraction: number | null, goal: { answerWithinSeconds: number | null, serviceLevelVariant: string | null } } }> } | null, planningWeights: { weights: Array<{ id: string, value: number }> } };

export type BreakProposalQueryVariables = Exact<{
  scheduleId: string;
  fromAt: string;
}>;


export type BreakProposalQuery = { breakProposal: { searchedShifts: number, staffingBefore: number, staffingAfter: number, savedHours: number, shifts: Array<{ id: string, version: number, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, handEdited: boolean, agreedForm: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> }> } | null };

export type ClosedTimesQueryVariables = Exact<{
  fromOn: string;
  untilOn: string;
}>;


export type ClosedTimesQuery = { closedTimes: Array<{ siteId: string, spans: Array<{ startAt: string, endAt: string }> }> };

export type ScheduleInfoFieldsFragment = { id: string, siteId: string | null, weekStartOn: string, weeks: number, zone: string, state: ScheduleState, version: number, publishedAt: string | null, changesSincePublish: number, requirementId: string | null, updatedAt: string };

export type PackedShiftsFieldsFragment = { ids: Array<string>, versions: Array<number>, agentIndex: Array<number>, startMinute: Array<number>, lengthMinutes: Array<number>, templateIndex: Array<number>, flags: Array<number>, activityOffset: Array<number>, activityType: Array<number>, activityStartMinute: Array<number>, activityLengthMinutes: Array<number>, templateIds: Array<string>, activityTypeIds: Array<string> };

export type ShiftFieldsFragment = { id: string, version: number, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, handEdited: boolean, agreedForm: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> };

export type BreachFieldsFragment = { ruleId: string, level: RuleLevel, agentId: string, at: string, amount: number, amountUnit: string, source: string, values: unknown, title: { en: string, ja: string }, message: { en: string, ja: string } };

export type ScheduleDeskQueryVariables = Exact<{
  weekOf: string;
}>;


export type ScheduleDeskQuery = { scheduleBoard: { startAt: string, endAt: string, slotMinutes: number, historyFromAt: string, schedule: { id: string, siteId: string | null, weekStartOn: string, weeks: number, zone: string, state: ScheduleState, version: number, publishedAt: string | null, changesSincePublish: number, requirementId: string | null, updatedAt: string }, agents: Array<{ id: string, name: string, nameReading: string | null, siteId: string, teamId: string, contractId: string, zone: string, skillIds: Array<string>, seniority: string, availability: Array<{ weekday: number, fromMinute: number, untilMinute: number }>, availabilityExceptions: Array<{ on: string, canWork: boolean, fromMinute: number, untilMinute: number }> }>, shifts: { ids: Array<string>, versions: Array<number>, agentIndex: Array<number>, startMinute: Array<number>, lengthMinutes: Array<number>, templateIndex: Array<number>, flags: Array<number>, activityOffset: Array<number>, activityType: Array<number>, activityStartMinute: Array<number>, activityLengthMinutes: Array<number>, templateIds: Array<string>, activityTypeIds: Array<string> }, history: { ids: Array<string>, versions: Array<number>, agentIndex: Array<number>, startMinute: Array<number>, lengthMinutes: Array<number>, templateIndex: Array<number>, flags: Array<number>, activityOffset: Array<number>, activityType: Array<number>, activityStartMinute: Array<number>, activityLengthMinutes: Array<number>, templateIds: Array<string>, activityTypeIds: Array<string> }, sessionTitles: Array<{ shiftId: string, startMinute: number, title: string }>, timeOff: Array<{ agentId: string, startAt: string, endAt: string, paidMinutes: number, reason: string }>, requirement: { requirement: { id: string, version: number }, queues: Array<{ startAt: string, stepMinutes: number, agentsToRoster: Array<number | null>, queue: { id: string, skillId: string, name: { en: string, ja: string } } }> } | null } | null };

export type PlanningDataQueryVariables = Exact<{ [key: string]: never; }>;


export type PlanningDataQuery = { viewer: { organisation: { shiftTemplates: Array<{ id: string, title: string, earliestStartMinute: number, latestStartMinute: number, startStepMinutes: number, lengthMinutes: number, weekdays: Array<number> | null, activities: Array<{ activityTypeId: string, lengthMinutes: number, earliestStartMinutes: number, latestStartMinutes: number, minGapMinutes: number }> }>, contracts: Array<{ id: string, title: string, weeklyMinutesMin: number, weeklyMinutesMax: number, daysPerWeekMax: number, templateIds: Array<string> }>, ruleSettings: Array<{ ruleId: string, level: RuleLevel, parameters: unknown, weight: number | null, contractIds: Array<string> | null, siteIds: Array<string> | null, source: string | null }> } } | null };

export type RosterJobsQueryVariables = Exact<{ [key: string]: never; }>;


export type RosterJobsQuery = { jobs: { edges: Array<{ node: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }> } };

export type PublishPreviewQueryVariables = Exact<{
  scheduleId: string;
  part?: PublishPartInput | null | undefined;
}>;


export type PublishPreviewQuery = { publishPreview: { cannotJudgeCount: number, shortHours: number, overHours: number, withinFivePercentFraction: number, noticeDays: number, changedAgents: number, newShifts: number, changedShifts: number, removedShifts: number, agentsToTell: number, cost: number, wishCost: number, fairnessCost: number, wellbeingCost: number, schedule: { id: string, siteId: string | null, weekStartOn: string, weeks: number, zone: string, state: ScheduleState, version: number, publishedAt: string | null, changesSincePublish: number, requirementId: string | null, updatedAt: string }, mustBreaches: Array<{ ruleId: string, level: RuleLevel, agentId: string, at: string, amount: number, amountUnit: string, source: string, values: unknown, title: { en: string, ja: string }, message: { en: string, ja: string } }>, preferBreaches: Array<{ ruleId: string, level: RuleLevel, agentId: string, at: string, amount: number, amountUnit: string, source: string, values: unknown, title: { en: string, ja: string }, message: { en: string, ja: string } }>, people: Array<{ agentId: string, firstAt: string, shifts: Array<{ before: { startAt: string, endAt: string } | null, after: { startAt: string, endAt: string } }> }> } | null };

export type CreateScheduleMutationVariables = Exact<{
  weekStartOn: string;
}>;


export type CreateScheduleMutation = { createSchedule:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'ScheduleCreated' }
   };

export type EditShiftsMutationVariables = Exact<{
  input: EditShiftsInput;
}>;


export type EditShiftsMutation = { editShifts:
    | { __typename: 'EditedMeanwhile', message: string, scheduleVersion: number, removedIds: Array<string>, changedBy: string | null, changedAt: string | null, changedWhat: string | null, shifts: Array<{ id: string, version: number, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, handEdited: boolean, agreedForm: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> }> }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScheduleHasBreaches', message: string, breaches: Array<{ ruleId: string, level: RuleLevel, agentId: string, at: string, amount: number, amountUnit: string, source: string, values: unknown, title: { en: string, ja: string }, message: { en: string, ja: string } }> }
    | { __typename: 'ShiftsEdited', scheduleVersion: number, changesSincePublish: number, removedIds: Array<string>, shifts: Array<{ id: string, version: number, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, handEdited: boolean, agreedForm: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> }> }
   };

export type GenerateScheduleMutationVariables = Exact<{
  input: GenerateInput;
}>;


export type GenerateScheduleMutation = { generateSchedule:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'JobStarted', job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'RequirementMissing', message: string }
   };

export type CancelRosterJobMutationVariables = Exact<{
  id: string;
}>;


export type CancelRosterJobMutation = { cancelJob:
    | { __typename: 'JobStarted' }
    | { __typename: 'NotFound' }
   };

export type PublishScheduleMutationVariables = Exact<{
  scheduleId: string;
  expectedVersion: number;
  overrideReason?: string | null | undefined;
  part?: PublishPartInput | null | undefined;
}>;


export type PublishScheduleMutation = { publishSchedule:
    | { __typename: 'EditedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScheduleAlreadyPublished', message: string }
    | { __typename: 'ScheduleHasBreaches', message: string, breaches: Array<{ ruleId: string, level: RuleLevel, agentId: string, at: string, amount: number, amountUnit: string, source: string, values: unknown, title: { en: string, ja: string }, message: { en: string, ja: string } }> }
    | { __typename: 'SchedulePublished', notifiedAgents: number, schedule: { id: string, siteId: string | null, weekStartOn: string, weeks: number, zone: string, state: ScheduleState, version: number, publishedAt: string | null, changesSincePublish: number, requirementId: string | null, updatedAt: string } }
   };

export type RosterJobChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type RosterJobChangedSubscription = { jobChanged: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } };

export type ScheduleChangedSubscriptionVariables = Exact<{
  scheduleId: string;
}>;


export type ScheduleChangedSubscription = { scheduleChanged: { scheduleId: string, version: number, state: ScheduleState, changesSincePublish: number, changedBy: string | null, removedIds: Array<string>, reload: boolean, shifts: Array<{ id: string, version: number, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, handEdited: boolean, agreedForm: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> }> } };

export type MendingShiftFieldsFragment = { startAt: string, endAt: string, templateId: string | null, activities: Array<{ activityTypeId: string, startAt: string, endAt: string }> };

export type ExplainShortageQueryVariables = Exact<{
  scheduleId: string;
  queueId: string;
  at: string;
}>;


export type ExplainShortageQuery = { explainShortage:
    | { __typename: 'NotFound' }
    | { __typename: 'QueueNotShort' }
    | { __typename: 'ShortageExplained', startAt: string, endAt: string, missingHours: number, worthMoreElsewhere: number, improvable: number, severalLimits: number, noTemplate: number, beforePlan: number, reasons: Array<{ limit: string, agentIds: Array<string>, title: { en: string, ja: string }, gain: { agentId: string, hoursSaved: number, text: { en: string, ja: string }, shifts: Array<{ startAt: string, endAt: string, templateId: string | null, activities: Array<{ activityTypeId: string, startAt: string, endAt: string }> }> } | null }>, improvements: Array<{ agentId: string, hoursSaved: number, shifts: Array<{ startAt: string, endAt: string, templateId: string | null, activities: Array<{ activityTypeId: string, startAt: string, endAt: string }> }> }> }
   };

export type ExplainWeekQueryVariables = Exact<{
  scheduleId: string;
  wish: WishInput;
}>;


export type ExplainWeekQuery = { explainWeek:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'WeekExplained', outcome: WishOutcome, hoursChange: number | null, planner: { en: string, ja: string }, agent: { en: string, ja: string }, conflict: Array<{ en: string, ja: string }>, shifts: Array<{ startAt: string, endAt: string, templateId: string | null }> }
   };

export type ScheduleVersionsQueryVariables = Exact<{
  scheduleId: string;
}>;


export type ScheduleVersionsQuery = { scheduleVersions: Array<{ version: number, keptBecause: KeptBecause, keptAt: string, shiftCount: number, title: string | null, keptBy: string | null }> };

export type ScheduleDifferenceQueryVariables = Exact<{
  scheduleId: string;
  version: number;
  against?: number | null | undefined;
}>;


export type ScheduleDifferenceQuery = { scheduleDifference:
    | { __typename: 'NotFound' }
    | { __typename: 'ScheduleDifference', before: { cost: number, wishCost: number, ruleCost: number, fairnessCost: number, wellbeingCost: number, hardBreaches: number, shortHours: number, overHours: number }, after: { cost: number, wishCost: number, ruleCost: number, fairnessCost: number, wellbeingCost: number, hardBreaches: number, shortHours: number, overHours: number }, agents: Array<{ agentId: string, paidMinutesBefore: number, paidMinutesAfter: number, shifts: Array<{ on: string, kind: ShiftChangeKind, aspects: Array<string>, before: { startAt: string, endAt: string } | null, after: { startAt: string, endAt: string } | null }> }>, goneBreaches: Array<{ agentId: string, level: RuleLevel, message: { en: string, ja: string } }>, newBreaches: Array<{ agentId: string, level: RuleLevel, message: { en: string, ja: string } }>, coverage: Array<{ queueId: string, startAt: string, endAt: string, shortHoursBefore: number, shortHoursAfter: number }> }
   };

export type MyWeekQueryVariables = Exact<{
  weekOf: string;
}>;


export type MyWeekQuery = { myWeek: { weekStartOn: string, zone: string, published: boolean, publishedAt: string | null, scheduledPaidMinutes: number, contract: { title: string, weeklyMinutesMin: number, weeklyMinutesMax: number }, shifts: Array<{ siteZone: string, changedSincePublish: boolean, template: { id: string, title: string } | null, shift: { id: string, startAt: string, endAt: string, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> }, before: { id: string, startAt: string, endAt: string, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> } | null }>, timeOff: Array<{ startAt: string, endAt: string, paidMinutes: number, reason: string }>, notices: Array<{ id: string, kind: string, createdAt: string, path: string | null, seenAt: string | null, acknowledgedAt: string | null, text: { en: string, ja: string }, todo: { en: string, ja: string } | null }> } | null };

export type AcknowledgeNoticeMutationVariables = Exact<{
  id: string;
}>;


export type AcknowledgeNoticeMutation = { acknowledgeNotice: boolean };

export type SeeNoticesMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type SeeNoticesMutation = { seeNotices: number };

export type NoticesChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NoticesChangedSubscription = { noticesChanged: { unseenCount: number } };

export type MyTeamDayQueryVariables = Exact<{
  on: string;
}>;


export type MyTeamDayQuery = { myTeamDay: { visible: boolean, mates: Array<{ agentId: string, name: string, startAt: string, endAt: string }> } };

export type MyShiftFieldsFragment = { id: string, startAt: string, endAt: string, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> };

export type PlacedSessionFragment = { members: number, session: { id: string, version: number, title: string, activityTypeId: string, lengthMinutes: number, form: SessionForm }, occurrences: Array<{ index: number, startAt: string, endAt: string, missing: number, places: Array<{ startAt: string, endAt: string, agentIds: Array<string> }> }> };

export type ScheduleSessionsQueryVariables = Exact<{
  scheduleId: string;
}>;


export type ScheduleSessionsQuery = { scheduleSessions: { sessions: Array<{ members: number, session: { id: string, version: number, title: string, activityTypeId: string, lengthMinutes: number, form: SessionForm }, occurrences: Array<{ index: number, startAt: string, endAt: string, missing: number, places: Array<{ startAt: string, endAt: string, agentIds: Array<string> }> }> }> } | null };

export type SessionProposalsQueryVariables = Exact<{
  scheduleId: string;
  sessionId: string;
  occurrence: number;
  from?: SessionFromInput | null | undefined;
}>;


export type SessionProposalsQuery = { sessionProposals:
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SessionProposals', proposals: Array<{ startAt: string, endAt: string, agentIds: Array<string>, harm: number, shortMinutes: number }> }
   };

export type SaveSessionMutationVariables = Exact<{
  input: SessionInput;
}>;


export type SaveSessionMutation = { saveSession:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SessionSaved', session: { id: string } }
   };

export type RemoveSessionMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type RemoveSessionMutation = { removeSession:
    | { __typename: 'ChangedMeanwhile' }
    | { __typename: 'Removed' }
   };

export type PlaceMissingSessionsMutationVariables = Exact<{
  scheduleId: string;
  sessionId: string;
}>;


export type PlaceMissingSessionsMutation = { placeMissingSessions:
    | { __typename: 'EditedMeanwhile' }
    | { __typename: 'InvalidInput', path: string }
    | { __typename: 'NotFound' }
    | { __typename: 'ScheduleHasBreaches' }
    | { __typename: 'ShiftsEdited' }
   };

export type PlaceSessionMutationVariables = Exact<{
  input: PlaceSessionInput;
}>;


export type PlaceSessionMutation = { placeSession:
    | { __typename: 'EditedMeanwhile' }
    | { __typename: 'InvalidInput', path: string }
    | { __typename: 'NotFound' }
    | { __typename: 'ScheduleHasBreaches' }
    | { __typename: 'ShiftsEdited' }
   };

export type RemoveSessionPlaceMutationVariables = Exact<{
  input: SessionPlaceInput;
}>;


export type RemoveSessionPlaceMutation = { removeSessionPlace:
    | { __typename: 'EditedMeanwhile' }
    | { __typename: 'InvalidInput', path: string }
    | { __typename: 'NotFound' }
    | { __typename: 'ScheduleHasBreaches' }
    | { __typename: 'ShiftsEdited' }
   };

export type PresentPlannersFieldsFragment = { planners: Array<{ clientId: string, userId: string, name: string, seenAt: string, cells: Array<{ agentId: string, on: string }> }> };

export type AnnouncePresenceMutationVariables = Exact<{
  scheduleId: string;
  clientId: string;
  cells: Array<PresenceCellInput> | PresenceCellInput;
}>;


export type AnnouncePresenceMutation = { announcePresence:
    | { __typename: 'NotFound' }
    | { __typename: 'PresentPlanners', planners: Array<{ clientId: string, userId: string, name: string, seenAt: string, cells: Array<{ agentId: string, on: string }> }> }
   };

export type LeaveScheduleMutationVariables = Exact<{
  scheduleId: string;
  clientId: string;
}>;


export type LeaveScheduleMutation = { leaveSchedule: boolean };

export type PresenceChangedSubscriptionVariables = Exact<{
  scheduleId: string;
}>;


export type PresenceChangedSubscription = { presenceChanged: { planners: Array<{ clientId: string, userId: string, name: string, seenAt: string, cells: Array<{ agentId: string, on: string }> }> } };

export type RememberedShiftFieldsFragment = { id: string, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> };

export type UndoStepFieldsFragment = { version: number, label: string, changes: Array<{ before: { id: string, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> } | null, after: { id: string, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> } | null }> };

export type ScheduleUndoQueryVariables = Exact<{
  scheduleId: string;
}>;


export type ScheduleUndoQuery = { scheduleUndo: { hasOlder: boolean, done: Array<{ version: number, label: string, changes: Array<{ before: { id: string, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> } | null, after: { id: string, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> } | null }> }>, undone: Array<{ version: number, label: string, changes: Array<{ before: { id: string, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> } | null, after: { id: string, agentId: string, startAt: string, endAt: string, templateId: string | null, locked: boolean, activities: Array<{ activityTypeId: string, startAt: string, endAt: string, title: string | null }> } | null }> }> } | null };

export type KeepScheduleVersionMutationVariables = Exact<{
  scheduleId: string;
  title: string;
}>;


export type KeepScheduleVersionMutation = { keepScheduleVersion:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScheduleVersionKept' }
   };

export type RestoreScheduleVersionMutationVariables = Exact<{
  scheduleId: string;
  version: number;
  expectedVersion: number;
  overrideReason?: string | null | undefined;
}>;


export type RestoreScheduleVersionMutation = { restoreScheduleVersion:
    | { __typename: 'EditedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScheduleHasBreaches', message: string, breaches: Array<{ ruleId: string }> }
    | { __typename: 'ScheduleRestored', changedShifts: number }
   };

export type ScheduleEditsQueryVariables = Exact<{
  scheduleId: string;
  beforeVersion?: number | null | undefined;
}>;


export type ScheduleEditsQuery = { scheduleEdits: Array<{ version: number, label: string, at: string, author: string | null, isOwn: boolean, undoes: number | null, redoes: number | null, overrideReason: string | null }> };

export type SchedulePublicationsQueryVariables = Exact<{
  scheduleId: string;
}>;


export type SchedulePublicationsQuery = { schedulePublications: Array<{ id: string, teamIds: Array<string> | null, fromOn: string, untilOn: string, publishedAt: string }> };

export type ScheduleReceiptsQueryVariables = Exact<{
  scheduleId: string;
}>;


export type ScheduleReceiptsQuery = { scheduleReceipts: Array<{ agentId: string, hasAccount: boolean, kind: string | null, toldAt: string | null, seenAt: string | null, acknowledgedAt: string | null }> };

export type WithdrawScheduleMutationVariables = Exact<{
  scheduleId: string;
  expectedVersion: number;
  reason: string;
}>;


export type WithdrawScheduleMutation = { withdrawSchedule:
    | { __typename: 'EditedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScheduleWithdrawn', notifiedAgents: number }
   };

export type SavedViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, title: string, link: string, isShared: boolean, isOwn: boolean, owner: string | null }> };

export type SaveViewMutationVariables = Exact<{
  title: string;
  link: string;
  isShared: boolean;
}>;


export type SaveViewMutation = { saveView:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'ViewSaved' }
   };

export type DeleteViewMutationVariables = Exact<{
  id: string;
}>;


export type DeleteViewMutation = { deleteView: boolean };

export type PlanningWeightsFieldsFragment = { version: number, changedAt: string | null, changedBy: string | null, weights: Array<{ id: string, group: string, value: number, standard: number, min: number, max: number, step: number }> };

export type PlanningWeightsQueryVariables = Exact<{ [key: string]: never; }>;


export type PlanningWeightsQuery = { planningWeights: { version: number, changedAt: string | null, changedBy: string | null, weights: Array<{ id: string, group: string, value: number, standard: number, min: number, max: number, step: number }> } };

export type SavePlanningWeightsMutationVariables = Exact<{
  expectedVersion: number;
  weights: Array<PlanningWeightInput> | PlanningWeightInput;
}>;


export type SavePlanningWeightsMutation = { savePlanningWeights:
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'PlanningWeightsEditedMeanwhile', planningWeights: { version: number, changedAt: string | null, changedBy: string | null, weights: Array<{ id: string, group: string, value: number, standard: number, min: number, max: number, step: number }> } }
    | { __typename: 'PlanningWeightsSaved', planningWeights: { version: number, changedAt: string | null, changedBy: string | null, weights: Array<{ id: string, group: string, value: number, standard: number, min: number, max: number, step: number }> } }
   };

export type ScenarioFieldsFragment = { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> };

type SaveScenarioFields_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string };

type SaveScenarioFields_NotFound_Fragment = { __typename: 'NotFound', message: string };

type SaveScenarioFields_ScenarioBaseMissing_Fragment = { __typename: 'ScenarioBaseMissing', message: string };

type SaveScenarioFields_ScenarioChangedMeanwhile_Fragment = { __typename: 'ScenarioChangedMeanwhile', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } };

type SaveScenarioFields_ScenarioFaulty_Fragment = { __typename: 'ScenarioFaulty', message: string };

type SaveScenarioFields_ScenarioSaved_Fragment = { __typename: 'ScenarioSaved', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } };

export type SaveScenarioFieldsFragment =
  | SaveScenarioFields_InvalidInput_Fragment
  | SaveScenarioFields_NotFound_Fragment
  | SaveScenarioFields_ScenarioBaseMissing_Fragment
  | SaveScenarioFields_ScenarioChangedMeanwhile_Fragment
  | SaveScenarioFields_ScenarioFaulty_Fragment
  | SaveScenarioFields_ScenarioSaved_Fragment
;

export type ScenariosQueryVariables = Exact<{ [key: string]: never; }>;


export type ScenariosQuery = { scenarios: Array<{ id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> }> };

export type ScenarioBaseQueryVariables = Exact<{
  range: ScenarioRangeInput;
}>;


export type ScenarioBaseQuery = { scenarioBase:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScenarioBaseMissing', message: string, gaps: Array<{ queueId: string | null, text: { en: string, ja: string } }> }
    | { __typename: 'ScenarioBaseView', fromOn: string, days: number, file: unknown, inputHash: string, gaps: Array<{ kind: string, queueId: string | null, fromOn: string, untilOn: string, text: { en: string, ja: string } }> }
   };

export type CreateScenarioMutationVariables = Exact<{
  input: NewScenarioInput;
}>;


export type CreateScenarioMutation = { createScenario:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScenarioBaseMissing', message: string }
    | { __typename: 'ScenarioChangedMeanwhile', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } }
    | { __typename: 'ScenarioFaulty', message: string }
    | { __typename: 'ScenarioSaved', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } }
   };

export type BranchScenarioMutationVariables = Exact<{
  id: string;
  name: string;
}>;


export type BranchScenarioMutation = { branchScenario:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScenarioBaseMissing', message: string }
    | { __typename: 'ScenarioChangedMeanwhile', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } }
    | { __typename: 'ScenarioFaulty', message: string }
    | { __typename: 'ScenarioSaved', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } }
   };

export type SaveScenarioMutationVariables = Exact<{
  input: SaveScenarioInput;
}>;


export type SaveScenarioMutation = { saveScenario:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScenarioBaseMissing', message: string }
    | { __typename: 'ScenarioChangedMeanwhile', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } }
    | { __typename: 'ScenarioFaulty', message: string }
    | { __typename: 'ScenarioSaved', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } }
   };

export type ArchiveScenarioMutationVariables = Exact<{
  id: string;
  archived: boolean;
}>;


export type ArchiveScenarioMutation = { archiveScenario:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScenarioBaseMissing', message: string }
    | { __typename: 'ScenarioChangedMeanwhile', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } }
    | { __typename: 'ScenarioFaulty', message: string }
    | { __typename: 'ScenarioSaved', scenario: { id: string, parentId: string | null, name: string, fromOn: string, days: number, siteId: string | null, changes: unknown, version: number, position: number, moved: Array<{ kind: string, id: string | null, text: { en: string, ja: string } }> } }
   };

export type ScenarioRunsQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type ScenarioRunsQuery = { compareScenarios:
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
    | { __typename: 'ScenarioBaseMissing' }
    | { __typename: 'ScenarioComparison', columns: Array<{ scenario: { id: string, version: number }, runs: Array<{ id: string, kind: ScenarioRunKind, version: number, isCurrent: boolean, canOpen: boolean, createdAt: string, figures: unknown }> }> }
   };

type StartedRunFields_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string };

type StartedRunFields_JobStarted_Fragment = { __typename: 'JobStarted', job: { id: string } };

type StartedRunFields_NotFound_Fragment = { __typename: 'NotFound', message: string };

export type StartedRunFieldsFragment =
  | StartedRunFields_InvalidInput_Fragment
  | StartedRunFields_JobStarted_Fragment
  | StartedRunFields_NotFound_Fragment
;

export type StartScenarioRosterMutationVariables = Exact<{
  id: string;
}>;


export type StartScenarioRosterMutation = { startScenarioRoster:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'JobStarted', job: { id: string } }
    | { __typename: 'NotFound', message: string }
   };

export type StartScenarioSimulationMutationVariables = Exact<{
  id: string;
}>;


export type StartScenarioSimulationMutation = { startScenarioSimulation:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'JobStarted', job: { id: string } }
    | { __typename: 'NotFound', message: string }
   };

export type OpenScenarioRosterMutationVariables = Exact<{
  runId: string;
  replace: boolean;
}>;


export type OpenScenarioRosterMutation = { openScenarioRoster:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScenarioDraftInUse', shifts: number }
    | { __typename: 'ScenarioRosterOpened', weekStartOn: string, shifts: number, leftOut: number }
   };

export type ScenarioPromotionPlanQueryVariables = Exact<{
  id: string;
}>;


export type ScenarioPromotionPlanQuery = { scenarioPromotion:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ScenarioBaseMissing', message: string }
    | { __typename: 'ScenarioFaulty', message: string }
    | { __typename: 'ScenarioPromotionPlan', lines: Array<{ index: number, promoted: boolean, text: { en: string, ja: string }, demand: Array<{ queueId: string, contactsBefore: number, contactsAfter: number, handleSecondsBefore: number | null, handleSecondsAfter: number | null }>, absent: { agents: number, candidates: Array<{ id: string, name: string }> } | null }>, absenceKinds: Array<{ code: string, title: { en: string, ja: string } }> }
   };

export type PromotionLineFieldsFragment = { index: number, promoted: boolean, text: { en: string, ja: string }, demand: Array<{ queueId: string, contactsBefore: number, contactsAfter: number, handleSecondsBefore: number | null, handleSecondsAfter: number | null }>, absent: { agents: number, candidates: Array<{ id: string, name: string }> } | null };

type PromoteFields_InvalidInput_Fragment = { __typename: 'InvalidInput' };

type PromoteFields_NotFound_Fragment = { __typename: 'NotFound' };

type PromoteFields_NothingToPromote_Fragment = { __typename: 'NothingToPromote' };

type PromoteFields_ScenarioBaseMissing_Fragment = { __typename: 'ScenarioBaseMissing' };

type PromoteFields_ScenarioChangedMeanwhile_Fragment = { __typename: 'ScenarioChangedMeanwhile' };

type PromoteFields_ScenarioFaulty_Fragment = { __typename: 'ScenarioFaulty' };

type PromoteFields_ScenarioPromoted_Fragment = { __typename: 'ScenarioPromoted', promotion: { id: string, isUndone: boolean } };

type PromoteFields_ScenarioPromotionRefused_Fragment = { __typename: 'ScenarioPromotionRefused', message: string, because: string };

export type PromoteFieldsFragment =
  | PromoteFields_InvalidInput_Fragment
  | PromoteFields_NotFound_Fragment
  | PromoteFields_NothingToPromote_Fragment
  | PromoteFields_ScenarioBaseMissing_Fragment
  | PromoteFields_ScenarioChangedMeanwhile_Fragment
  | PromoteFields_ScenarioFaulty_Fragment
  | PromoteFields_ScenarioPromoted_Fragment
  | PromoteFields_ScenarioPromotionRefused_Fragment
;

export type PromoteScenarioMutationVariables = Exact<{
  id: string;
  version: number;
  absent: Array<ScenarioAbsentInput> | ScenarioAbsentInput;
}>;


export type PromoteScenarioMutation = { promoteScenario:
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
    | { __typename: 'NothingToPromote' }
    | { __typename: 'ScenarioBaseMissing' }
    | { __typename: 'ScenarioChangedMeanwhile' }
    | { __typename: 'ScenarioFaulty' }
    | { __typename: 'ScenarioPromoted', promotion: { id: string, isUndone: boolean } }
    | { __typename: 'ScenarioPromotionRefused', message: string, because: string }
   };

export type UndoScenarioPromotionMutationVariables = Exact<{
  id: string;
}>;


export type UndoScenarioPromotionMutation = { undoScenarioPromotion:
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotFound' }
    | { __typename: 'NothingToPromote' }
    | { __typename: 'ScenarioBaseMissing' }
    | { __typename: 'ScenarioChangedMeanwhile' }
    | { __typename: 'ScenarioFaulty' }
    | { __typename: 'ScenarioPromoted', promotion: { id: string, isUndone: boolean } }
    | { __typename: 'ScenarioPromotionRefused', message: string, because: string }
   };

export type SetupAdherencePartsFragment = { siteId: string, graceSeconds: number, bootSeconds: number, ignoredActivityTypeIds: Array<string>, ignoredStates: Array<string>, countsOutsideShift: boolean, version: number };

export type TrialFiguresFragment = { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, outSeconds: number, scheduledSeconds: number };

export type SetupAdherenceQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupAdherenceQuery = { adherenceSettings: Array<{ siteId: string, graceSeconds: number, bootSeconds: number, ignoredActivityTypeIds: Array<string>, ignoredStates: Array<string>, countsOutsideShift: boolean, version: number }> };

export type SaveSetupAdherenceMutationVariables = Exact<{
  input: AdherenceSettingsInput;
}>;


export type SaveSetupAdherenceMutation = { saveAdherenceSettings:
    | { __typename: 'AdherenceSettings', siteId: string, graceSeconds: number, bootSeconds: number, ignoredActivityTypeIds: Array<string>, ignoredStates: Array<string>, countsOutsideShift: boolean, version: number }
    | { __typename: 'AdherenceSettingsEdited' }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
   };

export type StartSettingsTrialMutationVariables = Exact<{
  input: AdherenceSettingsInput;
}>;


export type StartSettingsTrialMutation = { startSettingsTrial:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'JobStarted', job: { id: string } }
    | { __typename: 'NotFound', message: string }
   };

export type SettingsTrialQueryVariables = Exact<{
  jobId: string;
}>;


export type SettingsTrialQuery = { settingsTrial:
    | { __typename: 'AdherenceSettingsTrial', fromOn: string, untilOn: string, agents: number, days: number, changedDays: number, fewerOutSeconds: number, before: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, outSeconds: number, scheduledSeconds: number }, after: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, outSeconds: number, scheduledSeconds: number }, teams: Array<{ teamId: string, agents: number, before: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, outSeconds: number, scheduledSeconds: number }, after: { adherenceFraction: number | null, conformanceKind: ConformanceKind, conformanceFraction: number | null, outSeconds: number, scheduledSeconds: number } }> }
    | { __typename: 'NotFound' }
   };

export type ConnectionSourceFragment = { id: string, title: string, presetId: string, fallback: string | null, silentAfterSeconds: number, lastReceivedAt: string | null, silent: boolean, clockSkewSeconds: number | null, version: number, states: Array<{ word: string, state: string }>, oddities: Array<{ kind: string, word: string, times: number, lastAt: string }> };

export type SetupConnectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupConnectionsQuery = { stateSources: Array<{ id: string, title: string, presetId: string, fallback: string | null, silentAfterSeconds: number, lastReceivedAt: string | null, silent: boolean, clockSkewSeconds: number | null, version: number, states: Array<{ word: string, state: string }>, oddities: Array<{ kind: string, word: string, times: number, lastAt: string }> }>, statePresets: Array<{ id: string, title: string, source: string, howToSay: string, fallback: string, believed: Array<string>, states: Array<{ word: string, state: string }> }>, agentExternalIds: Array<{ source: string, externalId: string, agentId: string }> };

export type SaveStateSourceMutationVariables = Exact<{
  input: StateSourceInput;
}>;


export type SaveStateSourceMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound' }
    | { __typename: 'StateSourceEditedMeanwhile' }
    | { __typename: 'StateSourceSaved', remapped: number }
   };

export type SaveAgentExternalIdsMutationVariables = Exact<{
  ids: Array<AgentExternalIdInput> | AgentExternalIdInput;
}>;


export type SaveAgentExternalIdsMutation = { result:
    | { __typename: 'AgentExternalIdsSaved' }
    | { __typename: 'InvalidInput', message: string }
   };

export type SetupApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupApiKeysQuery = { apiKeys: Array<{ id: string, title: string, shown: string, scopes: Array<string>, createdAt: string, createdBy: string | null, lastUsedAt: string | null, revokedAt: string | null }> };

export type CreateApiKeyMutationVariables = Exact<{
  input: ApiKeyInput;
}>;


export type CreateApiKeyMutation = { result:
    | { __typename: 'ApiKeyCreated', secret: string }
    | { __typename: 'InvalidInput', path: string, message: string }
   };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiKeyMutation = { result:
    | { __typename: 'ApiKeyRevoked' }
    | { __typename: 'NotFound' }
   };

export type SetupCostsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupCostsQuery = { costSettings: Array<{ id: string, version: number, effectiveOn: string, terms: unknown, createdBy: string | null, createdAt: string, isWithdrawn: boolean }>, siteLaws: Array<{ siteId: string, name: string, packId: string | null, fromOn: string | null, agreements: Array<string> }>, viewer: { organisation: { contracts: Array<{ id: string, title: string }> } } | null };

export type SaveCostSettingsMutationVariables = Exact<{
  input: CostSettingsInput;
}>;


export type SaveCostSettingsMutation = { result:
    | { __typename: 'CostSettingsChangedMeanwhile', message: string }
    | { __typename: 'CostSettingsSaved', settings: { id: string, version: number } }
    | { __typename: 'InvalidCostTerms', faults: Array<{ path: string, text: { en: string, ja: string } }> }
    | { __typename: 'InvalidInput', path: string, message: string }
   };

export type WithdrawCostSettingsMutationVariables = Exact<{
  id: string;
  withdrawn: boolean;
}>;


export type WithdrawCostSettingsMutation = { result:
    | { __typename: 'CostSettingsSaved', settings: { id: string, version: number } }
    | { __typename: 'NotFound', message: string }
   };

export type SiteLawsQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteLawsQuery = { siteLaws: Array<{ siteId: string, name: string, version: number, packId: string | null, fromOn: string | null, agreements: Array<string> }> };

export type SaveSiteLawMutationVariables = Exact<{
  input: SiteLawInput;
}>;


export type SaveSiteLawMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SiteLawChangedMeanwhile', message: string }
    | { __typename: 'SiteLawSaved', site: { version: number } }
   };

export type LawTrialQueryVariables = Exact<{
  input: LawTrialInput;
}>;


export type LawTrialQuery = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'LawTrial', fromOn: string, untilOn: string, peopleCount: number, shiftCount: number, lines: Array<{ parameterId: string, findingCount: number, historyMissingCount: number, people: Array<{ agentId: string, name: string, count: number, firstOn: string, first: { en: string, ja: string } }> }> }
    | { __typename: 'NotFound', message: string }
   };

export type LawInspectionFieldsFragment = { agentId: string, agentName: string, siteName: string, packId: string, agreements: Array<string>, fromOn: string, untilOn: string, weeks: Array<{ startsOn: string, workedMinutes: number, overtimeMinutes: number, nightMinutes: number, nightShifts: number, breakMinutes: number, daysOff: number, shortestRestMinutes: number | null }>, lines: Array<{ parameterId: string, verdict: LawVerdict, findings: Array<{ on: string, at: string, amount: number, message: { en: string, ja: string } }> }> };

export type LawInspectionQueryVariables = Exact<{
  agentId: string;
  fromOn: string;
  untilOn: string;
}>;


export type LawInspectionQuery = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'LawInspection', agentId: string, agentName: string, siteName: string, packId: string, agreements: Array<string>, fromOn: string, untilOn: string, weeks: Array<{ startsOn: string, workedMinutes: number, overtimeMinutes: number, nightMinutes: number, nightShifts: number, breakMinutes: number, daysOff: number, shortestRestMinutes: number | null }>, lines: Array<{ parameterId: string, verdict: LawVerdict, findings: Array<{ on: string, at: string, amount: number, message: { en: string, ja: string } }> }> }
    | { __typename: 'NoLawChosen', message: string }
    | { __typename: 'NotFound', message: string }
   };

export type MyLawInspectionQueryVariables = Exact<{
  fromOn: string;
  untilOn: string;
}>;


export type MyLawInspectionQuery = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'LawInspection', agentId: string, agentName: string, siteName: string, packId: string, agreements: Array<string>, fromOn: string, untilOn: string, weeks: Array<{ startsOn: string, workedMinutes: number, overtimeMinutes: number, nightMinutes: number, nightShifts: number, breakMinutes: number, daysOff: number, shortestRestMinutes: number | null }>, lines: Array<{ parameterId: string, verdict: LawVerdict, findings: Array<{ on: string, at: string, amount: number, message: { en: string, ja: string } }> }> }
    | { __typename: 'NoLawChosen', message: string }
    | { __typename: 'NotFound', message: string }
   };

export type SetupAgentFieldsFragment = { id: string, version: number, name: string, nameReading: string, teamId: string, contractId: string, skillIds: Array<string>, seniority: string, hiredOn: string, leftOn: string | null, youngUntilOn: string | null };

export type SetupTemplateFieldsFragment = { id: string, version: number, title: string, earliestStartMinute: number, latestStartMinute: number, startStepMinutes: number, lengthMinutes: number, weekdays: Array<number> | null, archived: boolean, contractIds: Array<string>, shiftsToCome: number, publishedShiftsToCome: number, activities: Array<{ activityTypeId: string, lengthMinutes: number, earliestStartMinutes: number, latestStartMinutes: number, minGapMinutes: number }> };

export type SetupContractFieldsFragment = { id: string, version: number, title: string, weeklyMinutesMin: number, weeklyMinutesMax: number, daysPerWeekMax: number, templateIds: Array<string>, archived: boolean, agentCount: number, rotation: { startsOn: string, weeks: Array<{ templateIds: Array<string> | null, daysOff: Array<number> | null }> } | null };

export type SetupAgentsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupAgentsQuery = { setup: { agents: Array<{ id: string, version: number, name: string, nameReading: string, teamId: string, contractId: string, skillIds: Array<string>, seniority: string, hiredOn: string, leftOn: string | null, youngUntilOn: string | null }>, teams: Array<{ id: string, name: string, siteId: string, archived: boolean }>, contracts: Array<{ id: string, title: string, archived: boolean }>, skills: Array<{ id: string, name: string, archived: boolean }> } };

export type SetupPatternsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupPatternsQuery = { setup: { templates: Array<{ id: string, version: number, title: string, earliestStartMinute: number, latestStartMinute: number, startStepMinutes: number, lengthMinutes: number, weekdays: Array<number> | null, archived: boolean, contractIds: Array<string>, shiftsToCome: number, publishedShiftsToCome: number, activities: Array<{ activityTypeId: string, lengthMinutes: number, earliestStartMinutes: number, latestStartMinutes: number, minGapMinutes: number }> }>, contracts: Array<{ id: string, version: number, title: string, weeklyMinutesMin: number, weeklyMinutesMax: number, daysPerWeekMax: number, templateIds: Array<string>, archived: boolean, agentCount: number, rotation: { startsOn: string, weeks: Array<{ templateIds: Array<string> | null, daysOff: Array<number> | null }> } | null }> } };

export type SetupListsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupListsQuery = { setup: { skills: Array<{ id: string, version: number, name: string, archived: boolean, agentCount: number, queueCount: number }>, teams: Array<{ id: string, version: number, name: string, siteId: string, archived: boolean, agentCount: number }>, sites: Array<{ id: string, version: number, name: string, zone: string, country: string, weekStart: number, agentCount: number, openingHours: { weekly: Array<{ weekday: number, spans: Array<{ fromMinute: number, untilMinute: number }> }> | null, dates: Array<{ on: string, title: string, spans: Array<{ fromMinute: number, untilMinute: number }> }> } }>, activityTypes: Array<{ id: string, version: number, paid: boolean, contactWork: boolean, colourToken: string, adheringStates: Array<string>, archived: boolean, templateCount: number, sessionCount: number, title: { en: string, ja: string }, letter: { en: string, ja: string } }> } };

export type SetupRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupRulesQuery = { setup: { rules: Array<{ id: string, version: number, ruleId: string, level: RuleLevel, parameters: unknown, weight: number | null, contractIds: Array<string> | null, siteIds: Array<string> | null }>, contracts: Array<{ id: string, title: string, archived: boolean }>, sites: Array<{ id: string, name: string }>, templates: Array<{ id: string, title: string, archived: boolean }>, activityTypes: Array<{ id: string, archived: boolean, title: { en: string, ja: string } }> } };

export type SelectionFieldsFragment = { agentIds: Array<string> | null, teamIds: Array<string> | null, siteIds: Array<string> | null, contractIds: Array<string> | null, skillIds: Array<string> | null, seniorities: Array<string> | null };

export type SetupTeamRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupTeamRulesQuery = { teamRules: Array<{ id: string, version: number, title: string, ruleId: string, level: RuleLevel, parameters: unknown, weight: number | null, weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null, who: { agentIds: Array<string> | null, teamIds: Array<string> | null, siteIds: Array<string> | null, contractIds: Array<string> | null, skillIds: Array<string> | null, seniorities: Array<string> | null }, partners: { agentIds: Array<string> | null, teamIds: Array<string> | null, siteIds: Array<string> | null, contractIds: Array<string> | null, skillIds: Array<string> | null, seniorities: Array<string> | null } | null }>, setup: { agents: Array<{ id: string, name: string, teamId: string, contractId: string, skillIds: Array<string>, seniority: string, leftOn: string | null }>, teams: Array<{ id: string, name: string, archived: boolean }>, contracts: Array<{ id: string, title: string, archived: boolean }>, skills: Array<{ id: string, name: string, archived: boolean }> } };

export type SaveSetupAgentsMutationVariables = Exact<{
  agents: Array<SetupAgentInput> | SetupAgentInput;
}>;


export type SaveSetupAgentsMutation = { saveSetupAgents:
    | { __typename: 'AgentRowsRefused', faults: Array<{ row: number, field: string, code: string, message: string }> }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupAgentsSaved', agents: Array<{ id: string, version: number, name: string, nameReading: string, teamId: string, contractId: string, skillIds: Array<string>, seniority: string, hiredOn: string, leftOn: string | null, youngUntilOn: string | null }> }
   };

type SaveSetup_InvalidInput_Fragment = { __typename: 'InvalidInput', path: string, message: string };

type SaveSetup_SetupChangedMeanwhile_Fragment = { __typename: 'SetupChangedMeanwhile', message: string };

type SaveSetup_SetupInUse_Fragment = { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> };

type SaveSetup_SetupSaved_Fragment = { __typename: 'SetupSaved', id: string, version: number };

export type SaveSetupFragment =
  | SaveSetup_InvalidInput_Fragment
  | SaveSetup_SetupChangedMeanwhile_Fragment
  | SaveSetup_SetupInUse_Fragment
  | SaveSetup_SetupSaved_Fragment
;

export type SaveSetupContractMutationVariables = Exact<{
  input: SetupContractInput;
}>;


export type SaveSetupContractMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type SaveSetupTemplateMutationVariables = Exact<{
  input: SetupTemplateInput;
}>;


export type SaveSetupTemplateMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type SaveSetupRuleMutationVariables = Exact<{
  input: SetupRuleInput;
}>;


export type SaveSetupRuleMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type RemoveSetupRuleMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type RemoveSetupRuleMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type SaveSetupSkillMutationVariables = Exact<{
  input: SetupSkillInput;
}>;


export type SaveSetupSkillMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type SaveSetupTeamMutationVariables = Exact<{
  input: SetupTeamInput;
}>;


export type SaveSetupTeamMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type SaveSetupSiteMutationVariables = Exact<{
  input: SetupSiteInput;
}>;


export type SaveSetupSiteMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type SaveSetupActivityTypeMutationVariables = Exact<{
  input: SetupActivityTypeInput;
}>;


export type SaveSetupActivityTypeMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type SaveSetupTeamRuleMutationVariables = Exact<{
  input: TeamRuleInput;
}>;


export type SaveSetupTeamRuleMutation = { saveTeamRule:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'TeamRuleSaved', teamRule: { id: string, version: number } }
   };

export type RemoveSetupTeamRuleMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type RemoveSetupTeamRuleMutation = { removeTeamRule:
    | { __typename: 'ChangedMeanwhile' }
    | { __typename: 'Removed' }
   };

export type SetupQueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupQueuesQuery = { viewer: { organisation: { queues: Array<{ id: string, version: number, archived: boolean, channel: Channel, skillId: string, siteId: string, intervalMinutes: number, hardFraction: number | null, recoveryMinutes: number | null, name: { en: string, ja: string }, staffing: { goal: { serviceLevelFraction: number | null, answerWithinSeconds: number | null, asaSeconds: number | null, maxOccupancyFraction: number | null, maxAbandonmentFraction: number | null, maxBlockingFraction: number | null, answerWithinHours: number | null, answeredWithinHoursFraction: number | null } } }> } } | null, setup: { skills: Array<{ id: string, name: string, archived: boolean }>, sites: Array<{ id: string, name: string }>, queueUses: Array<{ queueId: string, agentCount: number, agentsOnlyHere: number, weeksAhead: number }> } };

export type SaveSetupQueueMutationVariables = Exact<{
  input: SetupQueueInput;
}>;


export type SaveSetupQueueMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'SetupChangedMeanwhile', message: string }
    | { __typename: 'SetupInUse', message: string, uses: Array<{ what: string, count: number }> }
    | { __typename: 'SetupSaved', id: string, version: number }
   };

export type TeamTimeOffQueryVariables = Exact<{
  teamId: string;
  fromOn: string;
  untilOn: string;
}>;


export type TeamTimeOffQuery = { teamTimeOff: { zone: string, days: Array<{ on: string, most: number | null, left: number | null }>, absences: Array<{ id: string, agentName: string, kind: string, startAt: string, endAt: string, state: string, verdict: string | null, position: number | null, note: string | null }> } | null };

export type TimeOffTermsFieldsFragment = { kinds: Array<{ code: string, paid: boolean, hasBalance: boolean, yearlyMinutes: number, accrual: string, carryOverMinutes: number, yearStartMonth: number, minNoticeHours: number, decides: string, usesAllowance: boolean, archived: boolean, title: { en: string, ja: string } }>, allowances: Array<{ id: string, teamId: string | null, fromOn: string, untilOn: string, weekdays: Array<number>, fromMinute: number, untilMinute: number, most: number }> };

export type SetupTimeOffTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupTimeOffTermsQuery = { timeOffTerms: { kinds: Array<{ code: string, paid: boolean, hasBalance: boolean, yearlyMinutes: number, accrual: string, carryOverMinutes: number, yearStartMonth: number, minNoticeHours: number, decides: string, usesAllowance: boolean, archived: boolean, title: { en: string, ja: string } }>, allowances: Array<{ id: string, teamId: string | null, fromOn: string, untilOn: string, weekdays: Array<number>, fromMinute: number, untilMinute: number, most: number }> } };

type SaveTimeOffTerms_InvalidInput_Fragment = { __typename: 'InvalidInput', path: string, message: string };

type SaveTimeOffTerms_TimeOffKindInUse_Fragment = { __typename: 'TimeOffKindInUse', message: string, waitingCount: number };

type SaveTimeOffTerms_TimeOffTerms_Fragment = { __typename: 'TimeOffTerms', allowances: Array<{ id: string }> };

export type SaveTimeOffTermsFragment =
  | SaveTimeOffTerms_InvalidInput_Fragment
  | SaveTimeOffTerms_TimeOffKindInUse_Fragment
  | SaveTimeOffTerms_TimeOffTerms_Fragment
;

export type SaveTimeOffKindMutationVariables = Exact<{
  input: TimeOffKindInput;
}>;


export type SaveTimeOffKindMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'TimeOffKindInUse', message: string, waitingCount: number }
    | { __typename: 'TimeOffTerms', allowances: Array<{ id: string }> }
   };

export type AddTimeOffAllowanceMutationVariables = Exact<{
  input: TimeOffAllowanceInput;
}>;


export type AddTimeOffAllowanceMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'TimeOffKindInUse', message: string, waitingCount: number }
    | { __typename: 'TimeOffTerms', allowances: Array<{ id: string }> }
   };

export type RemoveTimeOffAllowanceMutationVariables = Exact<{
  id: string;
}>;


export type RemoveTimeOffAllowanceMutation = { removeTimeOffAllowance: boolean };

export type AnswerTimeOffMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason?: string | null | undefined;
}>;


export type AnswerTimeOffMutation = { decideTimeOff:
    | { __typename: 'NotFound' }
    | { __typename: 'TimeOffDecided' }
   };

export type PersonRowFragment = { id: string, name: string, email: string, locale: string, roles: Array<Role>, state: PersonState, agentId: string | null, agentName: string | null, seenAt: string | null, invitedUntil: string | null };

type PersonAnswer_InvalidInput_Fragment = { __typename: 'InvalidInput', path: string, message: string };

type PersonAnswer_LastAdministrator_Fragment = { __typename: 'LastAdministrator', message: string };

type PersonAnswer_NotFound_Fragment = { __typename: 'NotFound', message: string };

type PersonAnswer_PersonSaved_Fragment = { __typename: 'PersonSaved', person: { id: string, name: string, email: string, locale: string, roles: Array<Role>, state: PersonState, agentId: string | null, agentName: string | null, seenAt: string | null, invitedUntil: string | null }, invitation: { path: string, isMailed: boolean } | null };

export type PersonAnswerFragment =
  | PersonAnswer_InvalidInput_Fragment
  | PersonAnswer_LastAdministrator_Fragment
  | PersonAnswer_NotFound_Fragment
  | PersonAnswer_PersonSaved_Fragment
;

export type SetupPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupPeopleQuery = { people: Array<{ id: string, name: string, email: string, locale: string, roles: Array<Role>, state: PersonState, agentId: string | null, agentName: string | null, seenAt: string | null, invitedUntil: string | null }> };

export type SetupPeopleAgentsQueryVariables = Exact<{
  search: string;
}>;


export type SetupPeopleAgentsQuery = { agents: { edges: Array<{ node: { id: string, name: string } }> } };

export type AddPersonMutationVariables = Exact<{
  email: string;
  input: PersonInput;
  password?: string | null | undefined;
}>;


export type AddPersonMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'LastAdministrator', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PersonSaved', person: { id: string, name: string, email: string, locale: string, roles: Array<Role>, state: PersonState, agentId: string | null, agentName: string | null, seenAt: string | null, invitedUntil: string | null }, invitation: { path: string, isMailed: boolean } | null }
   };

export type ChangePersonMutationVariables = Exact<{
  id: string;
  input: PersonInput;
}>;


export type ChangePersonMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'LastAdministrator', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PersonSaved', person: { id: string, name: string, email: string, locale: string, roles: Array<Role>, state: PersonState, agentId: string | null, agentName: string | null, seenAt: string | null, invitedUntil: string | null }, invitation: { path: string, isMailed: boolean } | null }
   };

export type PutPersonAwayMutationVariables = Exact<{
  id: string;
  isAway: boolean;
}>;


export type PutPersonAwayMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'LastAdministrator', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PersonSaved', person: { id: string, name: string, email: string, locale: string, roles: Array<Role>, state: PersonState, agentId: string | null, agentName: string | null, seenAt: string | null, invitedUntil: string | null }, invitation: { path: string, isMailed: boolean } | null }
   };

export type InvitePersonAgainMutationVariables = Exact<{
  id: string;
}>;


export type InvitePersonAgainMutation = { result:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'LastAdministrator', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PersonSaved', person: { id: string, name: string, email: string, locale: string, roles: Array<Role>, state: PersonState, agentId: string | null, agentName: string | null, seenAt: string | null, invitedUntil: string | null }, invitation: { path: string, isMailed: boolean } | null }
   };

export type RequirementQueryVariables = Exact<{
  fromOn: string;
  days: number;
}>;


export type RequirementQuery = { requirement: { requirement: { id: string, version: number, createdAt: string, fromOn: string, days: number, forecastId: string }, queues: Array<{ startAt: string, stepMinutes: number, contacts: Array<number | null>, averageHandleSeconds: Array<number | null>, loadErlangs: Array<number | null>, requiredAgents: Array<number | null>, agentsToRoster: Array<number | null>, serviceLevelFraction: Array<number | null>, occupancyFraction: Array<number | null>, rateCv: Array<number | null>, chanceToMeet: Array<number | null>, notes: Array<string | null>, stale: Array<string>, queue: { id: string, zone: string, name: { en: string, ja: string } }, modelTitle: { en: string, ja: string }, plan: { modelId: string, patienceSeconds: number | null, concurrency: number | null, slowdownFraction: number | null, lines: number | null, redialFraction: number | null, loadMethod: string | null, goal: { serviceLevelFraction: number | null, answerWithinSeconds: number | null, serviceLevelVariant: string | null, asaSeconds: number | null, maxOccupancyFraction: number | null, maxAbandonmentFraction: number | null, maxBlockingFraction: number | null, answerWithinHours: number | null, answeredWithinHoursFraction: number | null, answerWithinClock: string | null }, recovery: { minutesPerHardContact: number, hardFraction: number } | null, staffedFor: { kind: string, chanceFraction: number | null } | null, shrinkage: Array<{ id: string, fraction: number, planned: boolean, weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null, workedHours: Array<{ weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null }, days: Array<{ fromOn: string, agentHoursRequired: number, agentHoursToRoster: number, serviceLevel: number | null, expectedServiceLevel: number | null, chanceToMeet: number | null, unansweredIntervals: number }>, week: { fromOn: string, agentHoursRequired: number, agentHoursToRoster: number, serviceLevel: number | null, expectedServiceLevel: number | null, chanceToMeet: number | null, unansweredIntervals: number } | null }> } | null };

export type StaffingSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffingSettingsQuery = { viewer: { organisation: { queues: Array<{ id: string, version: number, defaultHandleSeconds: number | null, staffing: { modelId: string, patienceSeconds: number | null, concurrency: number | null, slowdownFraction: number | null, lines: number | null, redialFraction: number | null, loadMethod: string | null, goal: { serviceLevelFraction: number | null, answerWithinSeconds: number | null, serviceLevelVariant: string | null, asaSeconds: number | null, maxOccupancyFraction: number | null, maxAbandonmentFraction: number | null, maxBlockingFraction: number | null, answerWithinHours: number | null, answeredWithinHoursFraction: number | null, answerWithinClock: string | null }, recovery: { minutesPerHardContact: number, hardFraction: number } | null, staffedFor: { kind: string, chanceFraction: number | null } | null, shrinkage: Array<{ id: string, fraction: number, planned: boolean, weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null, workedHours: Array<{ weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null } }> } } | null };

export type ExplainRequirementQueryVariables = Exact<{
  queueId: string;
  startAt: string;
}>;


export type ExplainRequirementQuery = { explainRequirement: { startAt: string, endAt: string, requiredAgents: number | null, agentsToRoster: number | null, inputHash: string, codeVersion: string, source: string, modelTitle: { en: string, ja: string }, plan: { modelId: string, patienceSeconds: number | null, concurrency: number | null, slowdownFraction: number | null, lines: number | null, redialFraction: number | null, loadMethod: string | null, goal: { serviceLevelFraction: number | null, answerWithinSeconds: number | null, serviceLevelVariant: string | null, asaSeconds: number | null, maxOccupancyFraction: number | null, maxAbandonmentFraction: number | null, maxBlockingFraction: number | null, answerWithinHours: number | null, answeredWithinHoursFraction: number | null, answerWithinClock: string | null }, recovery: { minutesPerHardContact: number, hardFraction: number } | null, staffedFor: { kind: string, chanceFraction: number | null } | null, shrinkage: Array<{ id: string, fraction: number, planned: boolean, weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null, workedHours: Array<{ weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null }, steps: Array<{ id: string, values: unknown }>, formulas: Array<{ id: string, symbols: string, numbers: { en: string, ja: string }, meanings: Array<{ symbol: string, text: { en: string, ja: string } }> }>, curve: { agents: Array<number>, serviceLevelFraction: Array<number | null>, asaSeconds: Array<number | null>, occupancyFraction: Array<number | null>, abandonmentFraction: Array<number | null>, blockingFraction: Array<number | null>, chanceFraction: Array<number | null>, met: Array<boolean>, answerIndex: number | null } | null, sentence: { en: string, ja: string }, models: Array<{ modelId: string, requiredAgents: number | null, serviceLevelFraction: number | null, asaSeconds: number | null, occupancyFraction: number | null, abandonmentFraction: number | null, note: string | null, title: { en: string, ja: string } }> } | null };

export type ComputeRequirementMutationVariables = Exact<{
  fromOn: string;
  days: number;
}>;


export type ComputeRequirementMutation = { computeRequirement:
    | { __typename: 'ForecastMissing', message: string, queueIds: Array<string> }
    | { __typename: 'InvalidInput', message: string, path: string }
    | { __typename: 'RequirementComputed', requirement: { requirement: { id: string, version: number, createdAt: string, fromOn: string, days: number, forecastId: string }, queues: Array<{ startAt: string, stepMinutes: number, contacts: Array<number | null>, averageHandleSeconds: Array<number | null>, loadErlangs: Array<number | null>, requiredAgents: Array<number | null>, agentsToRoster: Array<number | null>, serviceLevelFraction: Array<number | null>, occupancyFraction: Array<number | null>, rateCv: Array<number | null>, chanceToMeet: Array<number | null>, notes: Array<string | null>, stale: Array<string>, queue: { id: string, zone: string, name: { en: string, ja: string } }, modelTitle: { en: string, ja: string }, plan: { modelId: string, patienceSeconds: number | null, concurrency: number | null, slowdownFraction: number | null, lines: number | null, redialFraction: number | null, loadMethod: string | null, goal: { serviceLevelFraction: number | null, answerWithinSeconds: number | null, serviceLevelVariant: string | null, asaSeconds: number | null, maxOccupancyFraction: number | null, maxAbandonmentFraction: number | null, maxBlockingFraction: number | null, answerWithinHours: number | null, answeredWithinHoursFraction: number | null, answerWithinClock: string | null }, recovery: { minutesPerHardContact: number, hardFraction: number } | null, staffedFor: { kind: string, chanceFraction: number | null } | null, shrinkage: Array<{ id: string, fraction: number, planned: boolean, weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null, workedHours: Array<{ weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null }, days: Array<{ fromOn: string, agentHoursRequired: number, agentHoursToRoster: number, serviceLevel: number | null, expectedServiceLevel: number | null, chanceToMeet: number | null, unansweredIntervals: number }>, week: { fromOn: string, agentHoursRequired: number, agentHoursToRoster: number, serviceLevel: number | null, expectedServiceLevel: number | null, chanceToMeet: number | null, unansweredIntervals: number } | null }> } }
   };

export type SaveStaffingSettingsMutationVariables = Exact<{
  input: StaffingSettingsInput;
}>;


export type SaveStaffingSettingsMutation = { saveStaffingSettings:
    | { __typename: 'InvalidStaffingSettings', path: string, text: { en: string, ja: string } }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'StaffingSettingsChanged', message: string }
    | { __typename: 'StaffingSettingsSaved', queue: { id: string } }
   };

export type StaffingPlanFieldsFragment = { modelId: string, patienceSeconds: number | null, concurrency: number | null, slowdownFraction: number | null, lines: number | null, redialFraction: number | null, loadMethod: string | null, goal: { serviceLevelFraction: number | null, answerWithinSeconds: number | null, serviceLevelVariant: string | null, asaSeconds: number | null, maxOccupancyFraction: number | null, maxAbandonmentFraction: number | null, maxBlockingFraction: number | null, answerWithinHours: number | null, answeredWithinHoursFraction: number | null, answerWithinClock: string | null }, recovery: { minutesPerHardContact: number, hardFraction: number } | null, staffedFor: { kind: string, chanceFraction: number | null } | null, shrinkage: Array<{ id: string, fraction: number, planned: boolean, weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null, workedHours: Array<{ weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null };

export type RequirementSummaryFieldsFragment = { fromOn: string, agentHoursRequired: number, agentHoursToRoster: number, serviceLevel: number | null, expectedServiceLevel: number | null, chanceToMeet: number | null, unansweredIntervals: number };

export type RequirementFieldsFragment = { requirement: { id: string, version: number, createdAt: string, fromOn: string, days: number, forecastId: string }, queues: Array<{ startAt: string, stepMinutes: number, contacts: Array<number | null>, averageHandleSeconds: Array<number | null>, loadErlangs: Array<number | null>, requiredAgents: Array<number | null>, agentsToRoster: Array<number | null>, serviceLevelFraction: Array<number | null>, occupancyFraction: Array<number | null>, rateCv: Array<number | null>, chanceToMeet: Array<number | null>, notes: Array<string | null>, stale: Array<string>, queue: { id: string, zone: string, name: { en: string, ja: string } }, modelTitle: { en: string, ja: string }, plan: { modelId: string, patienceSeconds: number | null, concurrency: number | null, slowdownFraction: number | null, lines: number | null, redialFraction: number | null, loadMethod: string | null, goal: { serviceLevelFraction: number | null, answerWithinSeconds: number | null, serviceLevelVariant: string | null, asaSeconds: number | null, maxOccupancyFraction: number | null, maxAbandonmentFraction: number | null, maxBlockingFraction: number | null, answerWithinHours: number | null, answeredWithinHoursFraction: number | null, answerWithinClock: string | null }, recovery: { minutesPerHardContact: number, hardFraction: number } | null, staffedFor: { kind: string, chanceFraction: number | null } | null, shrinkage: Array<{ id: string, fraction: number, planned: boolean, weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null, workedHours: Array<{ weekdays: Array<number> | null, fromMinute: number | null, untilMinute: number | null }> | null }, days: Array<{ fromOn: string, agentHoursRequired: number, agentHoursToRoster: number, serviceLevel: number | null, expectedServiceLevel: number | null, chanceToMeet: number | null, unansweredIntervals: number }>, week: { fromOn: string, agentHoursRequired: number, agentHoursToRoster: number, serviceLevel: number | null, expectedServiceLevel: number | null, chanceToMeet: number | null, unansweredIntervals: number } | null }> };

export type WellbeingBandFieldsFragment = { fine: number, watch: number, strained: number };

export type WellbeingPartFieldsFragment = { startAt: string, endAt: string, amount: number };

export type MyWellbeingQueryVariables = Exact<{
  weekOf: string;
}>;


export type MyWellbeingQuery = { myWellbeing: { weekStartOn: string, zone: string, index: number | null, turns: Array<{ queueId: string, startAt: string, endAt: string, queueTitle: { en: string, ja: string } }>, measures: Array<{ measureId: string, unit: string, partUnit: string, evidence: string, ok: number, bad: number, load: number | null, value: number | null, missing: string | null, title: { en: string, ja: string }, meaning: { en: string, ja: string }, parts: Array<{ startAt: string, endAt: string, amount: number }>, also: Array<{ name: string, value: number }>, worked: { value: number, load: number, parts: Array<{ startAt: string, endAt: string, amount: number }> } | null }> } | null };

export type MyPulseQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPulseQuery = { myPulse: Array<{ on: string, energy: number, support: number, countsForTeam: boolean }> | null };

export type AnswerPulseMutationVariables = Exact<{
  input: PulseInput;
}>;


export type AnswerPulseMutation = { answerPulse:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'PulseAnswered' }
   };

export type ForgetPulseMutationVariables = Exact<{
  on?: string | null | undefined;
}>;


export type ForgetPulseMutation = { forgetPulse: { count: number } };

export type TeamPulseQueryVariables = Exact<{
  weekOn: string;
}>;


export type TeamPulseQuery = { teamPulse: Array<{ teamId: string, teamName: string, people: number | null, energy: { low: number, middle: number, high: number } | null, support: { low: number, middle: number, high: number } | null }> };

export type LoadAlertsQueryVariables = Exact<{ [key: string]: never; }>;


export type LoadAlertsQuery = { loadAlerts: Array<{ teamId: string, teamName: string, people: number, overMinutes: number, occupancyFraction: number, since: string }> };

export type LoadAlertRepairQueryVariables = Exact<{
  teamId: string;
}>;


export type LoadAlertRepairQuery = { loadAlertRepair:
    | { __typename: 'NothingPlanned' }
    | { __typename: 'RepairProposals', zone: string, proposals: Array<{ id: string, people: number, shortMinutesRemoved: number, shortMinutesAdded: number, worseRules: Array<{ ruleId: string, title: { en: string, ja: string } }>, steps: Array<{ agentId: string, name: string, activityTypeId: string | null, fromAt: string | null, toAt: string | null }>, service: Array<{ queueId: string, before: number, after: number, title: { en: string, ja: string } }> }> }
   };

export type HardContactDutiesQueryVariables = Exact<{
  weekOf: string;
}>;


export type HardContactDutiesQuery = { hardContactDuties: Array<{ queueId: string, startAt: string, endAt: string, queueTitle: { en: string, ja: string }, people: Array<{ agentId: string, name: string }> }> };

export type WellbeingTrendQueryVariables = Exact<{
  weekOf: string;
}>;


export type WellbeingTrendQuery = { wellbeingTrend: Array<{ teamId: string, teamName: string, measures: Array<{ measureId: string, title: { en: string, ja: string }, weeks: Array<{ weekStartOn: string, planned: { fine: number, watch: number, strained: number } | null, worked: { fine: number, watch: number, strained: number } | null }> }> }> };

export type WellbeingLimitsFragment = { version: number, hasPulse: boolean, hasHardTurns: boolean, measures: Array<{ measureId: string, unit: string, evidence: string, ok: number, bad: number, standardOk: number, standardBad: number, title: { en: string, ja: string } }> };

export type WellbeingSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type WellbeingSettingsQuery = { wellbeingSettings: { version: number, hasPulse: boolean, hasHardTurns: boolean, measures: Array<{ measureId: string, unit: string, evidence: string, ok: number, bad: number, standardOk: number, standardBad: number, title: { en: string, ja: string } }> } };

export type SaveWellbeingSettingsMutationVariables = Exact<{
  expectedVersion: number;
  hasPulse: boolean;
  hasHardTurns: boolean;
  limits: Array<MeasureLimitsInput> | MeasureLimitsInput;
}>;


export type SaveWellbeingSettingsMutation = { saveWellbeingSettings:
    | { __typename: 'InvalidInput', path: string, message: string }
    | { __typename: 'WellbeingSettingsEditedMeanwhile', settings: { version: number, hasPulse: boolean, hasHardTurns: boolean, measures: Array<{ measureId: string, unit: string, evidence: string, ok: number, bad: number, standardOk: number, standardBad: number, title: { en: string, ja: string } }> } }
    | { __typename: 'WellbeingSettingsSaved', settings: { version: number, hasPulse: boolean, hasHardTurns: boolean, measures: Array<{ measureId: string, unit: string, evidence: string, ok: number, bad: number, standardOk: number, standardBad: number, title: { en: string, ja: string } }> } }
   };

export type TeamWellbeingQueryVariables = Exact<{
  weekOf: string;
}>;


export type TeamWellbeingQuery = { teamWellbeing: Array<{ teamId: string, teamName: string, people: number, bands: Array<{ measureId: string, people: number, title: { en: string, ja: string }, meaning: { en: string, ja: string }, band: { fine: number, watch: number, strained: number } | null, worked: { fine: number, watch: number, strained: number } | null }> }> };

export type WellbeingWeekQueryVariables = Exact<{
  fromOn: string;
}>;


export type WellbeingWeekQuery = { weeks: Array<{ weekStartOn: string, requirement: boolean, schedule: { id: string } | null }>, planningWeights: { version: number, weights: Array<{ id: string, value: number }> } };

export type StartProtectionCurveMutationVariables = Exact<{
  scheduleId: string;
}>;


export type StartProtectionCurveMutation = { startProtectionCurve:
    | { __typename: 'JobStarted', job: { id: string, kind: string, state: JobState, subjectId: string | null, requestedBy: string, mayStop: boolean, createdAt: string, startedAt: string | null, finishedAt: string | null, attempts: number, progressFraction: number | null, progress: unknown, errorCode: string | null, correlationId: string | null, inputHash: string, codeVersion: string, seed: number, result: unknown } }
    | { __typename: 'NotFound', message: string }
   };

export type UseProtectionMutationVariables = Exact<{
  expectedVersion: number;
  weights: Array<PlanningWeightInput> | PlanningWeightInput;
}>;


export type UseProtectionMutation = { savePlanningWeights:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'PlanningWeightsEditedMeanwhile' }
    | { __typename: 'PlanningWeightsSaved' }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const JobFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}
    `, {"fragmentName":"JobFields"}) as unknown as TypedDocumentString<JobFieldsFragment, unknown>;
export const CapacityProposalFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment CapacityProposalFields on CapacityProposal {
  id
  planVersion
  keep
  classes
  moves
  costBefore
  cost
  bound
  gapFraction
  isWithinGap
  risk
  reasons {
    en
    ja
  }
  createdAt
  createdBy
}
    `, {"fragmentName":"CapacityProposalFields"}) as unknown as TypedDocumentString<CapacityProposalFieldsFragment, unknown>;
export const CapacityPlanFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment CapacityPlanFields on CapacityPlanView {
  id
  title
  version
  savedAt
  savedBy
  plan
  notes {
    kind
    text {
      en
      ja
    }
  }
}
    `, {"fragmentName":"CapacityPlanFields"}) as unknown as TypedDocumentString<CapacityPlanFieldsFragment, unknown>;
export const CapacitySaveAnswerFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment CapacitySaveAnswer on SaveCapacityPlanResult {
  __typename
  ... on CapacityPlanSaved {
    plan {
      ...CapacityPlanFields
    }
  }
  ... on CapacityPlanChangedMeanwhile {
    plan {
      ...CapacityPlanFields
    }
  }
  ... on CapacityPlanFaulty {
    faults {
      path
      message {
        en
        ja
      }
    }
  }
  ... on CapacityForecastMissing {
    message
  }
  ... on InvalidInput {
    path
    message
  }
  ... on NotFound {
    message
  }
}
    fragment CapacityPlanFields on CapacityPlanView {
  id
  title
  version
  savedAt
  savedBy
  plan
  notes {
    kind
    text {
      en
      ja
    }
  }
}`, {"fragmentName":"CapacitySaveAnswer"}) as unknown as TypedDocumentString<CapacitySaveAnswerFragment, unknown>;
export const ErrorFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ErrorFields on ErrorFigures {
  wapeInterval
  wapeDay
  bias
  actual
  absoluteError
  signedError
  actualOfWholeDays
  absoluteErrorByDay
}
    `, {"fragmentName":"ErrorFields"}) as unknown as TypedDocumentString<ErrorFieldsFragment, unknown>;
export const MeasureAccuracyFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment MeasureAccuracyFields on MeasureAccuracy {
  plan {
    ...ErrorFields
  }
  unedited {
    ...ErrorFields
  }
  editsAddedInterval
  editsAddedDay
  edits {
    id
    days
    addedInterval
    lessError
    reason
    measure
    operation
    value
    fromAt
    untilAt
  }
}
    fragment ErrorFields on ErrorFigures {
  wapeInterval
  wapeDay
  bias
  actual
  absoluteError
  signedError
  actualOfWholeDays
  absoluteErrorByDay
}`, {"fragmentName":"MeasureAccuracyFields"}) as unknown as TypedDocumentString<MeasureAccuracyFieldsFragment, unknown>;
export const ValueAddedFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ValueAddedFields on ForecastValueAdded {
  simple {
    ...ErrorFields
  }
  addedInterval
  addedDay
  days
}
    fragment ErrorFields on ErrorFigures {
  wapeInterval
  wapeDay
  bias
  actual
  absoluteError
  signedError
  actualOfWholeDays
  absoluteErrorByDay
}`, {"fragmentName":"ValueAddedFields"}) as unknown as TypedDocumentString<ValueAddedFieldsFragment, unknown>;
export const AccuracyFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment AccuracyFields on ForecastAccuracy {
  days
  partialDays
  scoredIntervals
  mase
  coverage80
  coverage90
  pinball10
  pinball50
  pinball90
  contacts {
    ...MeasureAccuracyFields
  }
  handle {
    ...MeasureAccuracyFields
  }
  naive {
    ...ValueAddedFields
  }
  plannerMean {
    ...ValueAddedFields
  }
}
    fragment ErrorFields on ErrorFigures {
  wapeInterval
  wapeDay
  bias
  actual
  absoluteError
  signedError
  actualOfWholeDays
  absoluteErrorByDay
}
fragment MeasureAccuracyFields on MeasureAccuracy {
  plan {
    ...ErrorFields
  }
  unedited {
    ...ErrorFields
  }
  editsAddedInterval
  editsAddedDay
  edits {
    id
    days
    addedInterval
    lessError
    reason
    measure
    operation
    value
    fromAt
    untilAt
  }
}
fragment ValueAddedFields on ForecastValueAdded {
  simple {
    ...ErrorFields
  }
  addedInterval
  addedDay
  days
}`, {"fragmentName":"AccuracyFields"}) as unknown as TypedDocumentString<AccuracyFieldsFragment, unknown>;
export const DriftFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment DriftFields on ForecastDrift {
  sinceOn
  days
  direction
  size
  statistic
  limit
  advice
}
    `, {"fragmentName":"DriftFields"}) as unknown as TypedDocumentString<DriftFieldsFragment, unknown>;
export const VersionFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment VersionFields on ForecastVersion {
  id
  version
  createdAt
  createdBy
  fromOn
  days
  methodId
  methodTitle {
    en
    ja
  }
  trainedUntilOn
}
    `, {"fragmentName":"VersionFields"}) as unknown as TypedDocumentString<VersionFieldsFragment, unknown>;
export const SpecialDaysFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}
    `, {"fragmentName":"SpecialDaysFields"}) as unknown as TypedDocumentString<SpecialDaysFieldsFragment, unknown>;
export const SpecialDaysResultFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SpecialDaysResultFields on SpecialDaysResult {
  __typename
  ... on SpecialDaysChanged {
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on SpecialDaysEditedMeanwhile {
    message
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}`, {"fragmentName":"SpecialDaysResultFields"}) as unknown as TypedDocumentString<SpecialDaysResultFieldsFragment, unknown>;
export const StretchFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment StretchFields on UnusualStretch {
  id
  kind
  fromAt
  untilAt
  fromOn
  untilOn
  expected
  actual
  score
  reason
  suggested
}
    `, {"fragmentName":"StretchFields"}) as unknown as TypedDocumentString<StretchFieldsFragment, unknown>;
export const UnusualHistoryFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment UnusualHistoryFields on UnusualHistory {
  queueId
  historyDays
  changesSinceForecast
  stretches {
    ...StretchFields
    picture {
      startAt
      fromOn
      stepMinutes
      actual
      expected
    }
  }
  decided {
    id
    action
    stretch {
      ...StretchFields
    }
    author
    createdAt
    isStale
  }
}
    fragment StretchFields on UnusualStretch {
  id
  kind
  fromAt
  untilAt
  fromOn
  untilOn
  expected
  actual
  score
  reason
  suggested
}`, {"fragmentName":"UnusualHistoryFields"}) as unknown as TypedDocumentString<UnusualHistoryFieldsFragment, unknown>;
export const HistoryDecisionFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment HistoryDecisionFields on DecideHistoryResult {
  __typename
  ... on HistoryDecided {
    unusual {
      ...UnusualHistoryFields
    }
  }
  ... on HistoryDecidedMeanwhile {
    message
    unusual {
      ...UnusualHistoryFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}
    fragment StretchFields on UnusualStretch {
  id
  kind
  fromAt
  untilAt
  fromOn
  untilOn
  expected
  actual
  score
  reason
  suggested
}
fragment UnusualHistoryFields on UnusualHistory {
  queueId
  historyDays
  changesSinceForecast
  stretches {
    ...StretchFields
    picture {
      startAt
      fromOn
      stepMinutes
      actual
      expected
    }
  }
  decided {
    id
    action
    stretch {
      ...StretchFields
    }
    author
    createdAt
    isStale
  }
}`, {"fragmentName":"HistoryDecisionFields"}) as unknown as TypedDocumentString<HistoryDecisionFieldsFragment, unknown>;
export const SeriesFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SeriesFields on IntervalSeries {
  startAt
  stepMinutes
  values
}
    `, {"fragmentName":"SeriesFields"}) as unknown as TypedDocumentString<SeriesFieldsFragment, unknown>;
export const ImportRunFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ImportRunFields on ImportRun {
  id
  fileName
  state
  readCount
  acceptedCount
  rejectedCount
  changedCount
  rejectsUrl
  jobId
  createdAt
  firstRejects {
    record
    column
    code
    raw
    message
  }
}
    `, {"fragmentName":"ImportRunFields"}) as unknown as TypedDocumentString<ImportRunFieldsFragment, unknown>;
export const ForecastEditFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ForecastEditFields on ForecastEdit {
  id
  queueId
  measure
  operation
  value
  values
  stepMinutes
  pattern {
    weekdays
    fromMinute
    untilMinute
  }
  fromAt
  untilAt
  reason
  author
  authorId
  createdAt
  changedAt
  undone
  off
  version
}
    `, {"fragmentName":"ForecastEditFields"}) as unknown as TypedDocumentString<ForecastEditFieldsFragment, unknown>;
export const ForecastLayersResultFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ForecastLayersResultFields on ForecastLayersResult {
  __typename
  ... on ForecastLayersChanged {
    revision
    layers {
      ...ForecastEditFields
    }
  }
  ... on ForecastEditedMeanwhile {
    message
    revision
    layers {
      ...ForecastEditFields
    }
  }
  ... on NotFound {
    message
  }
  ... on InvalidInput {
    message
    path
  }
}
    fragment ForecastEditFields on ForecastEdit {
  id
  queueId
  measure
  operation
  value
  values
  stepMinutes
  pattern {
    weekdays
    fromMinute
    untilMinute
  }
  fromAt
  untilAt
  reason
  author
  authorId
  createdAt
  changedAt
  undone
  off
  version
}`, {"fragmentName":"ForecastLayersResultFields"}) as unknown as TypedDocumentString<ForecastLayersResultFieldsFragment, unknown>;
export const GrowthRowFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment GrowthRow on GrowthAssumption {
  id
  queueId
  kind
  fromOn
  untilOn
  value
  rampWeeks
  reason
  author
  createdAt
  undone
}
    `, {"fragmentName":"GrowthRow"}) as unknown as TypedDocumentString<GrowthRowFragment, unknown>;
export const BidFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment BidFields on Bid {
  lineIds
  rank
  owed
  lot
  award {
    lineId
    choice
    denied {
      lineId
      takenByRanks
    }
  }
}
    `, {"fragmentName":"BidFields"}) as unknown as TypedDocumentString<BidFieldsFragment, unknown>;
export const ExchangeVerdictFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ExchangeVerdictFields on ExchangeVerdict {
  colour
  reasons {
    kind
    outcome
    code
    agentId
    title {
      en
      ja
    }
    message {
      en
      ja
    }
  }
  parties {
    agent {
      id
      name
      zone
    }
    answer
    isMe
    gives {
      startAt
      endAt
    }
    takes {
      startAt
      endAt
    }
    paidMinutesBefore
    paidMinutesAfter
    leastRestMinutesBefore
    leastRestMinutesAfter
  }
  serviceDays {
    queueId
    on
    before
    after
  }
  shortMinutesAdded
  shortMinutesRemoved
}
    `, {"fragmentName":"ExchangeVerdictFields"}) as unknown as TypedDocumentString<ExchangeVerdictFieldsFragment, unknown>;
export const ExchangeAnswerFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ExchangeAnswerFields on AnswerExchangeResult {
  __typename
  ... on ExchangeAnswered {
    exchange {
      id
      state
    }
  }
  ... on ExchangeClosed {
    exchange {
      id
      state
    }
  }
  ... on NotFound {
    message
  }
}
    `, {"fragmentName":"ExchangeAnswerFields"}) as unknown as TypedDocumentString<ExchangeAnswerFieldsFragment, unknown>;
export const WorkOfferFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment WorkOfferFields on WorkOffer {
  id
  kind
  startAt
  endAt
  places
  taken
  claimOrder
  note
  closesAt
  state
}
    `, {"fragmentName":"WorkOfferFields"}) as unknown as TypedDocumentString<WorkOfferFieldsFragment, unknown>;
export const AdherenceFiguresPartsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment AdherenceFiguresParts on AdherenceFigures {
  adherenceFraction
  conformanceKind
  conformanceFraction
  scheduledSeconds
  outSeconds
  explainedSeconds
  ignoredSeconds
  unknownSeconds
  outsideSeconds
  contactScheduledSeconds
  contactWorkedSeconds
}
    `, {"fragmentName":"AdherenceFiguresParts"}) as unknown as TypedDocumentString<AdherenceFiguresPartsFragment, unknown>;
export const AdherenceExceptionPartsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment AdherenceExceptionParts on AdherenceException {
  id
  kind
  startAt
  endAt
  scopeKind
  agentCount
  agentId
  agentName
  note
  state
  proposedBy
  createdAt
  decidedBy
  decidedAt
  decisionNote
}
    `, {"fragmentName":"AdherenceExceptionParts"}) as unknown as TypedDocumentString<AdherenceExceptionPartsFragment, unknown>;
export const ExcuseEffectPartsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ExcuseEffectParts on ExcuseEffect {
  scheduledAgents
  changedAgents
  excusedSeconds
  before {
    adherenceFraction
    conformanceKind
    conformanceFraction
  }
  after {
    adherenceFraction
    conformanceKind
    conformanceFraction
  }
}
    `, {"fragmentName":"ExcuseEffectParts"}) as unknown as TypedDocumentString<ExcuseEffectPartsFragment, unknown>;
export const AdherenceSecondsPartsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment AdherenceSecondsParts on AdherenceSeconds {
  scheduledSeconds
  outSeconds
  explainedSeconds
  ignoredSeconds
  unknownSeconds
  outsideSeconds
  contactScheduledSeconds
  contactWorkedSeconds
}
    `, {"fragmentName":"AdherenceSecondsParts"}) as unknown as TypedDocumentString<AdherenceSecondsPartsFragment, unknown>;
export const StalePartsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment StaleParts on RepairStale {
  reason
  changedBy
  changedAt
  changedWhat
}
    `, {"fragmentName":"StaleParts"}) as unknown as TypedDocumentString<StalePartsFragment, unknown>;
export const RepairEffectFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment RepairEffectFields on RepairProposal {
  people
  steps {
    agentId
    name
    activityTypeId
    fromAt
    toAt
  }
  service {
    queueId
    title {
      en
      ja
    }
    before
    after
  }
  shortMinutesRemoved
  shortMinutesAdded
}
    `, {"fragmentName":"RepairEffectFields"}) as unknown as TypedDocumentString<RepairEffectFieldsFragment, unknown>;
export const KpiFormulaFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment KpiFormulaFields on KpiFormula {
  id
  title
  formula
  name
  better
  position
  version
}
    `, {"fragmentName":"KpiFormulaFields"}) as unknown as TypedDocumentString<KpiFormulaFieldsFragment, unknown>;
export const MeasureBucketFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment MeasureBucketFields on MeasureBucket {
  fromOn
  untilOn
  startAt
  seconds
}
    `, {"fragmentName":"MeasureBucketFields"}) as unknown as TypedDocumentString<MeasureBucketFieldsFragment, unknown>;
export const NoticeSettingsFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment NoticeSettingsFields on NoticeSettings {
  language
  mail
  push
  quietFromMinute
  quietUntilMinute
  digestMinute
  urgentAnyway
  dayAlerts
  zone
  mailIsOn
  pushPublicKey
  devices {
    id
    label
    createdAt
    deliveredAt
  }
}
    `, {"fragmentName":"NoticeSettingsFields"}) as unknown as TypedDocumentString<NoticeSettingsFieldsFragment, unknown>;
export const TimeOffKindFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment TimeOffKindFields on TimeOffKind {
  code
  title {
    en
    ja
  }
  hasBalance
  archived
  balance {
    yearUntilOn
    grantedMinutes
    toComeMinutes
    carriedMinutes
    adjustedMinutes
    takenMinutes
    leftMinutes
    lapsesMinutes
  }
}
    `, {"fragmentName":"TimeOffKindFields"}) as unknown as TypedDocumentString<TimeOffKindFieldsFragment, unknown>;
export const TimeOffAdjustmentFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment TimeOffAdjustmentFields on TimeOffAdjustment {
  id
  kind
  on
  minutes
  reason
  authorName
}
    `, {"fragmentName":"TimeOffAdjustmentFields"}) as unknown as TypedDocumentString<TimeOffAdjustmentFieldsFragment, unknown>;
export const TimeOffAccountFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment TimeOffAccountFields on TimeOffAccount {
  kinds {
    ...TimeOffKindFields
  }
  adjustments {
    ...TimeOffAdjustmentFields
  }
}
    fragment TimeOffKindFields on TimeOffKind {
  code
  title {
    en
    ja
  }
  hasBalance
  archived
  balance {
    yearUntilOn
    grantedMinutes
    toComeMinutes
    carriedMinutes
    adjustedMinutes
    takenMinutes
    leftMinutes
    lapsesMinutes
  }
}
fragment TimeOffAdjustmentFields on TimeOffAdjustment {
  id
  kind
  on
  minutes
  reason
  authorName
}`, {"fragmentName":"TimeOffAccountFields"}) as unknown as TypedDocumentString<TimeOffAccountFieldsFragment, unknown>;
export const TimeOffRequestFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment TimeOffRequestFields on TimeOffRequest {
  id
  agentName
  kind
  startAt
  endAt
  state
  verdict
  decision
  decidedReason
  paidMinutes
  note
  position
}
    `, {"fragmentName":"TimeOffRequestFields"}) as unknown as TypedDocumentString<TimeOffRequestFieldsFragment, unknown>;
export const MyAvailabilityFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment MyAvailabilityFields on MyAvailability {
  wishes {
    kind
    on
    fromMinute
    untilMinute
    weight
  }
  wishBudget
  mostWishes
  judgedCount
  metCount
  judged {
    on
    kind
    fromMinute
    untilMinute
    met
  }
  exceptions {
    on
    canWork
    fromMinute
    untilMinute
  }
  windows {
    weekday
    fromMinute
    untilMinute
  }
  neededMinutes
}
    `, {"fragmentName":"MyAvailabilityFields"}) as unknown as TypedDocumentString<MyAvailabilityFieldsFragment, unknown>;
export const ReportContentFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ReportContentFields on ReportContent {
  title {
    en
    ja
  }
  period {
    en
    ja
  }
  fromOn
  days
  blocks {
    id
    title {
      en
      ja
    }
    width
    path
    figure {
      value
      text {
        en
        ja
      }
      why {
        en
        ja
      }
      target {
        en
        ja
      }
      met
      before {
        en
        ja
      }
      change {
        en
        ja
      }
    }
    chart {
      labels {
        en
        ja
      }
      unit
      lines {
        title {
          en
          ja
        }
        values
      }
      target
    }
    table {
      head {
        en
        ja
      }
      columns {
        en
        ja
      }
      rows {
        title {
          en
          ja
        }
        path
        cells {
          text {
            en
            ja
          }
          value
        }
      }
    }
    paragraphs {
      text {
        en
        ja
      }
      path
    }
  }
}
    `, {"fragmentName":"ReportContentFields"}) as unknown as TypedDocumentString<ReportContentFieldsFragment, unknown>;
export const DashboardFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment DashboardFields on Dashboard {
  id
  title
  ownerName
  sharedWith
  period
  mayEdit
  version
  tiles {
    id
    kind
    width
    measureId
    queueId
    cut
    text
    path
  }
}
    `, {"fragmentName":"DashboardFields"}) as unknown as TypedDocumentString<DashboardFieldsFragment, unknown>;
export const DailyReportFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment DailyReportFields on DailyReport {
  on
  zone
  note
  noteByName
  noteAt
  writtenAt
  version
}
    `, {"fragmentName":"DailyReportFields"}) as unknown as TypedDocumentString<DailyReportFieldsFragment, unknown>;
export const ReportScheduleFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ReportScheduleFields on ReportSchedule {
  id
  subject
  dashboardId
  cadence
  weekday
  monthDay
  localMinute
  zone
  userIds
  addresses
  addressLocale
  nextAt
  version
  lastDueAt
  sentCount
  openCount
  failedCount
}
    `, {"fragmentName":"ReportScheduleFields"}) as unknown as TypedDocumentString<ReportScheduleFieldsFragment, unknown>;
export const ScheduleInfoFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ScheduleInfoFields on ScheduleInfo {
  id
  siteId
  weekStartOn
  weeks
  zone
  state
  version
  publishedAt
  changesSincePublish
  requirementId
  updatedAt
}
    `, {"fragmentName":"ScheduleInfoFields"}) as unknown as TypedDocumentString<ScheduleInfoFieldsFragment, unknown>;
export const PackedShiftsFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PackedShiftsFields on PackedShifts {
  ids
  versions
  agentIndex
  startMinute
  lengthMinutes
  templateIndex
  flags
  activityOffset
  activityType
  activityStartMinute
  activityLengthMinutes
  templateIds
  activityTypeIds
}
    `, {"fragmentName":"PackedShiftsFields"}) as unknown as TypedDocumentString<PackedShiftsFieldsFragment, unknown>;
export const ShiftFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ShiftFields on Shift {
  id
  version
  agentId
  startAt
  endAt
  templateId
  locked
  handEdited
  agreedForm
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}
    `, {"fragmentName":"ShiftFields"}) as unknown as TypedDocumentString<ShiftFieldsFragment, unknown>;
export const BreachFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment BreachFields on Breach {
  ruleId
  title {
    en
    ja
  }
  level
  agentId
  at
  amount
  amountUnit
  message {
    en
    ja
  }
  source
  values
}
    `, {"fragmentName":"BreachFields"}) as unknown as TypedDocumentString<BreachFieldsFragment, unknown>;
export const MendingShiftFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment MendingShiftFields on MendingShift {
  startAt
  endAt
  templateId
  activities {
    activityTypeId
    startAt
    endAt
  }
}
    `, {"fragmentName":"MendingShiftFields"}) as unknown as TypedDocumentString<MendingShiftFieldsFragment, unknown>;
export const MyShiftFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment MyShiftFields on Shift {
  id
  startAt
  endAt
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}
    `, {"fragmentName":"MyShiftFields"}) as unknown as TypedDocumentString<MyShiftFieldsFragment, unknown>;
export const PlacedSessionFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PlacedSession on SessionInSchedule {
  members
  session {
    id
    version
    title
    activityTypeId
    lengthMinutes
    form
  }
  occurrences {
    index
    startAt
    endAt
    missing
    places {
      startAt
      endAt
      agentIds
    }
  }
}
    `, {"fragmentName":"PlacedSession"}) as unknown as TypedDocumentString<PlacedSessionFragment, unknown>;
export const PresentPlannersFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PresentPlannersFields on PresentPlanners {
  planners {
    clientId
    userId
    name
    seenAt
    cells {
      agentId
      on
    }
  }
}
    `, {"fragmentName":"PresentPlannersFields"}) as unknown as TypedDocumentString<PresentPlannersFieldsFragment, unknown>;
export const RememberedShiftFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment RememberedShiftFields on RememberedShift {
  id
  agentId
  startAt
  endAt
  templateId
  locked
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}
    `, {"fragmentName":"RememberedShiftFields"}) as unknown as TypedDocumentString<RememberedShiftFieldsFragment, unknown>;
export const UndoStepFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment UndoStepFields on UndoStep {
  version
  label
  changes {
    before {
      ...RememberedShiftFields
    }
    after {
      ...RememberedShiftFields
    }
  }
}
    fragment RememberedShiftFields on RememberedShift {
  id
  agentId
  startAt
  endAt
  templateId
  locked
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}`, {"fragmentName":"UndoStepFields"}) as unknown as TypedDocumentString<UndoStepFieldsFragment, unknown>;
export const PlanningWeightsFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PlanningWeightsFields on PlanningWeights {
  version
  changedAt
  changedBy
  weights {
    id
    group
    value
    standard
    min
    max
    step
  }
}
    `, {"fragmentName":"PlanningWeightsFields"}) as unknown as TypedDocumentString<PlanningWeightsFieldsFragment, unknown>;
export const ScenarioFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ScenarioFields on Scenario {
  id
  parentId
  name
  fromOn
  days
  siteId
  changes
  version
  position
  moved {
    kind
    id
    text {
      en
      ja
    }
  }
}
    `, {"fragmentName":"ScenarioFields"}) as unknown as TypedDocumentString<ScenarioFieldsFragment, unknown>;
export const SaveScenarioFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SaveScenarioFields on SaveScenarioResult {
  __typename
  ... on ScenarioSaved {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioChangedMeanwhile {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioFaulty {
    message
  }
  ... on ScenarioBaseMissing {
    message
  }
  ... on InvalidInput {
    message
  }
  ... on NotFound {
    message
  }
}
    fragment ScenarioFields on Scenario {
  id
  parentId
  name
  fromOn
  days
  siteId
  changes
  version
  position
  moved {
    kind
    id
    text {
      en
      ja
    }
  }
}`, {"fragmentName":"SaveScenarioFields"}) as unknown as TypedDocumentString<SaveScenarioFieldsFragment, unknown>;
export const StartedRunFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment StartedRunFields on StartScenarioRunResult {
  __typename
  ... on JobStarted {
    job {
      id
    }
  }
  ... on InvalidInput {
    message
  }
  ... on NotFound {
    message
  }
}
    `, {"fragmentName":"StartedRunFields"}) as unknown as TypedDocumentString<StartedRunFieldsFragment, unknown>;
export const PromotionLineFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PromotionLineFields on ScenarioPromotionLine {
  index
  promoted
  text {
    en
    ja
  }
  demand {
    queueId
    contactsBefore
    contactsAfter
    handleSecondsBefore
    handleSecondsAfter
  }
  absent {
    agents
    candidates {
      id
      name
    }
  }
}
    `, {"fragmentName":"PromotionLineFields"}) as unknown as TypedDocumentString<PromotionLineFieldsFragment, unknown>;
export const PromoteFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PromoteFields on PromoteScenarioResult {
  __typename
  ... on ScenarioPromoted {
    promotion {
      id
      isUndone
    }
  }
  ... on ScenarioPromotionRefused {
    message
    because
  }
}
    `, {"fragmentName":"PromoteFields"}) as unknown as TypedDocumentString<PromoteFieldsFragment, unknown>;
export const SetupAdherencePartsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SetupAdherenceParts on AdherenceSettings {
  siteId
  graceSeconds
  bootSeconds
  ignoredActivityTypeIds
  ignoredStates
  countsOutsideShift
  version
}
    `, {"fragmentName":"SetupAdherenceParts"}) as unknown as TypedDocumentString<SetupAdherencePartsFragment, unknown>;
export const TrialFiguresFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment TrialFigures on AdherenceFigures {
  adherenceFraction
  conformanceKind
  conformanceFraction
  outSeconds
  scheduledSeconds
}
    `, {"fragmentName":"TrialFigures"}) as unknown as TypedDocumentString<TrialFiguresFragment, unknown>;
export const ConnectionSourceFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ConnectionSource on StateSource {
  id
  title
  presetId
  states {
    word
    state
  }
  fallback
  silentAfterSeconds
  lastReceivedAt
  silent
  clockSkewSeconds
  oddities {
    kind
    word
    times
    lastAt
  }
  version
}
    `, {"fragmentName":"ConnectionSource"}) as unknown as TypedDocumentString<ConnectionSourceFragment, unknown>;
export const LawInspectionFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment LawInspectionFields on LawInspection {
  agentId
  agentName
  siteName
  packId
  agreements
  fromOn
  untilOn
  weeks {
    startsOn
    workedMinutes
    overtimeMinutes
    nightMinutes
    nightShifts
    breakMinutes
    daysOff
    shortestRestMinutes
  }
  lines {
    parameterId
    verdict
    findings {
      on
      at
      amount
      message {
        en
        ja
      }
    }
  }
}
    `, {"fragmentName":"LawInspectionFields"}) as unknown as TypedDocumentString<LawInspectionFieldsFragment, unknown>;
export const SetupAgentFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SetupAgentFields on SetupAgent {
  id
  version
  name
  nameReading
  teamId
  contractId
  skillIds
  seniority
  hiredOn
  leftOn
  youngUntilOn
}
    `, {"fragmentName":"SetupAgentFields"}) as unknown as TypedDocumentString<SetupAgentFieldsFragment, unknown>;
export const SetupTemplateFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SetupTemplateFields on SetupTemplate {
  id
  version
  title
  earliestStartMinute
  latestStartMinute
  startStepMinutes
  lengthMinutes
  activities {
    activityTypeId
    lengthMinutes
    earliestStartMinutes
    latestStartMinutes
    minGapMinutes
  }
  weekdays
  archived
  contractIds
  shiftsToCome
  publishedShiftsToCome
}
    `, {"fragmentName":"SetupTemplateFields"}) as unknown as TypedDocumentString<SetupTemplateFieldsFragment, unknown>;
export const SetupContractFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SetupContractFields on SetupContract {
  id
  version
  title
  weeklyMinutesMin
  weeklyMinutesMax
  daysPerWeekMax
  templateIds
  rotation {
    startsOn
    weeks {
      templateIds
      daysOff
    }
  }
  archived
  agentCount
}
    `, {"fragmentName":"SetupContractFields"}) as unknown as TypedDocumentString<SetupContractFieldsFragment, unknown>;
export const SelectionFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SelectionFields on AgentSelection {
  agentIds
  teamIds
  siteIds
  contractIds
  skillIds
  seniorities
}
    `, {"fragmentName":"SelectionFields"}) as unknown as TypedDocumentString<SelectionFieldsFragment, unknown>;
export const SaveSetupFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}
    `, {"fragmentName":"SaveSetup"}) as unknown as TypedDocumentString<SaveSetupFragment, unknown>;
export const TimeOffTermsFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment TimeOffTermsFields on TimeOffTerms {
  kinds {
    code
    title {
      en
      ja
    }
    paid
    hasBalance
    yearlyMinutes
    accrual
    carryOverMinutes
    yearStartMonth
    minNoticeHours
    decides
    usesAllowance
    archived
  }
  allowances {
    id
    teamId
    fromOn
    untilOn
    weekdays
    fromMinute
    untilMinute
    most
  }
}
    `, {"fragmentName":"TimeOffTermsFields"}) as unknown as TypedDocumentString<TimeOffTermsFieldsFragment, unknown>;
export const SaveTimeOffTermsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment SaveTimeOffTerms on TimeOffTermsResult {
  __typename
  ... on TimeOffTerms {
    allowances {
      id
    }
  }
  ... on TimeOffKindInUse {
    message
    waitingCount
  }
  ... on InvalidInput {
    path
    message
  }
}
    `, {"fragmentName":"SaveTimeOffTerms"}) as unknown as TypedDocumentString<SaveTimeOffTermsFragment, unknown>;
export const PersonRowFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PersonRow on Person {
  id
  name
  email
  locale
  roles
  state
  agentId
  agentName
  seenAt
  invitedUntil
}
    `, {"fragmentName":"PersonRow"}) as unknown as TypedDocumentString<PersonRowFragment, unknown>;
export const PersonAnswerFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PersonAnswer on SavePersonResult {
  __typename
  ... on PersonSaved {
    person {
      ...PersonRow
    }
    invitation {
      path
      isMailed
    }
  }
  ... on LastAdministrator {
    message
  }
  ... on InvalidInput {
    path
    message
  }
  ... on NotFound {
    message
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  locale
  roles
  state
  agentId
  agentName
  seenAt
  invitedUntil
}`, {"fragmentName":"PersonAnswer"}) as unknown as TypedDocumentString<PersonAnswerFragment, unknown>;
export const StaffingPlanFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment StaffingPlanFields on StaffingPlan {
  modelId
  goal {
    serviceLevelFraction
    answerWithinSeconds
    serviceLevelVariant
    asaSeconds
    maxOccupancyFraction
    maxAbandonmentFraction
    maxBlockingFraction
    answerWithinHours
    answeredWithinHoursFraction
    answerWithinClock
  }
  patienceSeconds
  concurrency
  slowdownFraction
  lines
  redialFraction
  recovery {
    minutesPerHardContact
    hardFraction
  }
  loadMethod
  staffedFor {
    kind
    chanceFraction
  }
  shrinkage {
    id
    fraction
    planned
    weekdays
    fromMinute
    untilMinute
  }
  workedHours {
    weekdays
    fromMinute
    untilMinute
  }
}
    `, {"fragmentName":"StaffingPlanFields"}) as unknown as TypedDocumentString<StaffingPlanFieldsFragment, unknown>;
export const RequirementSummaryFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment RequirementSummaryFields on RequirementSummary {
  fromOn
  agentHoursRequired
  agentHoursToRoster
  serviceLevel
  expectedServiceLevel
  chanceToMeet
  unansweredIntervals
}
    `, {"fragmentName":"RequirementSummaryFields"}) as unknown as TypedDocumentString<RequirementSummaryFieldsFragment, unknown>;
export const RequirementFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment RequirementFields on RequirementView {
  requirement {
    id
    version
    createdAt
    fromOn
    days
    forecastId
  }
  queues {
    queue {
      id
      name {
        en
        ja
      }
      zone
    }
    modelTitle {
      en
      ja
    }
    plan {
      ...StaffingPlanFields
    }
    startAt
    stepMinutes
    contacts
    averageHandleSeconds
    loadErlangs
    requiredAgents
    agentsToRoster
    serviceLevelFraction
    occupancyFraction
    rateCv
    chanceToMeet
    notes
    days {
      ...RequirementSummaryFields
    }
    week {
      ...RequirementSummaryFields
    }
    stale
  }
}
    fragment StaffingPlanFields on StaffingPlan {
  modelId
  goal {
    serviceLevelFraction
    answerWithinSeconds
    serviceLevelVariant
    asaSeconds
    maxOccupancyFraction
    maxAbandonmentFraction
    maxBlockingFraction
    answerWithinHours
    answeredWithinHoursFraction
    answerWithinClock
  }
  patienceSeconds
  concurrency
  slowdownFraction
  lines
  redialFraction
  recovery {
    minutesPerHardContact
    hardFraction
  }
  loadMethod
  staffedFor {
    kind
    chanceFraction
  }
  shrinkage {
    id
    fraction
    planned
    weekdays
    fromMinute
    untilMinute
  }
  workedHours {
    weekdays
    fromMinute
    untilMinute
  }
}
fragment RequirementSummaryFields on RequirementSummary {
  fromOn
  agentHoursRequired
  agentHoursToRoster
  serviceLevel
  expectedServiceLevel
  chanceToMeet
  unansweredIntervals
}`, {"fragmentName":"RequirementFields"}) as unknown as TypedDocumentString<RequirementFieldsFragment, unknown>;
export const WellbeingBandFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment WellbeingBandFields on WellbeingBand {
  fine
  watch
  strained
}
    `, {"fragmentName":"WellbeingBandFields"}) as unknown as TypedDocumentString<WellbeingBandFieldsFragment, unknown>;
export const WellbeingPartFieldsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment WellbeingPartFields on WellbeingPart {
  startAt
  endAt
  amount
}
    `, {"fragmentName":"WellbeingPartFields"}) as unknown as TypedDocumentString<WellbeingPartFieldsFragment, unknown>;
export const WellbeingLimitsFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment WellbeingLimits on WellbeingSettings {
  version
  hasPulse
  hasHardTurns
  measures {
    measureId
    title {
      en
      ja
    }
    unit
    evidence
    ok
    bad
    standardOk
    standardBad
  }
}
    `, {"fragmentName":"WellbeingLimits"}) as unknown as TypedDocumentString<WellbeingLimitsFragment, unknown>;
export const JobDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Job($id: ID!) {
  job(id: $id) {
    ...JobFields
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<JobQuery, JobQueryVariables>;
export const JobsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Jobs($first: Int!, $after: String) {
  jobs(first: $first, after: $after) {
    edges {
      node {
        ...JobFields
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const JobChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription JobChanged($id: ID!) {
  jobChanged(id: $id) {
    ...JobFields
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<JobChangedSubscription, JobChangedSubscriptionVariables>;
export const CancelJobDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CancelJob($id: ID!) {
  cancelJob(id: $id) {
    __typename
    ... on JobStarted {
      job {
        ...JobFields
      }
    }
    ... on NotFound {
      message
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const FindAgentsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query FindAgents($search: String!) {
  agents(search: $search, first: 8) {
    edges {
      node {
        id
        name
        nameReading
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindAgentsQuery, FindAgentsQueryVariables>;
export const CapacityPlansDocument = /* @__PURE__ */ new TypedDocumentString(`
    query CapacityPlans {
  capacityPlans {
    id
    title
    version
    savedAt
    savedBy
  }
}
    `) as unknown as TypedDocumentString<CapacityPlansQuery, CapacityPlansQueryVariables>;
export const CapacityPlanDocument = /* @__PURE__ */ new TypedDocumentString(`
    query CapacityPlan($id: ID!) {
  capacityPlan(id: $id) {
    ...CapacityPlanFields
  }
}
    fragment CapacityPlanFields on CapacityPlanView {
  id
  title
  version
  savedAt
  savedBy
  plan
  notes {
    kind
    text {
      en
      ja
    }
  }
}`) as unknown as TypedDocumentString<CapacityPlanQuery, CapacityPlanQueryVariables>;
export const CapacityProposalsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query CapacityProposals($id: ID!) {
  capacityPlan(id: $id) {
    id
    proposals {
      ...CapacityProposalFields
    }
  }
}
    fragment CapacityProposalFields on CapacityProposal {
  id
  planVersion
  keep
  classes
  moves
  costBefore
  cost
  bound
  gapFraction
  isWithinGap
  risk
  reasons {
    en
    ja
  }
  createdAt
  createdBy
}`) as unknown as TypedDocumentString<CapacityProposalsQuery, CapacityProposalsQueryVariables>;
export const CreateCapacityPlanDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CreateCapacityPlan($input: NewCapacityPlanInput!) {
  createCapacityPlan(input: $input) {
    ...CapacitySaveAnswer
  }
}
    fragment CapacityPlanFields on CapacityPlanView {
  id
  title
  version
  savedAt
  savedBy
  plan
  notes {
    kind
    text {
      en
      ja
    }
  }
}
fragment CapacitySaveAnswer on SaveCapacityPlanResult {
  __typename
  ... on CapacityPlanSaved {
    plan {
      ...CapacityPlanFields
    }
  }
  ... on CapacityPlanChangedMeanwhile {
    plan {
      ...CapacityPlanFields
    }
  }
  ... on CapacityPlanFaulty {
    faults {
      path
      message {
        en
        ja
      }
    }
  }
  ... on CapacityForecastMissing {
    message
  }
  ... on InvalidInput {
    path
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<CreateCapacityPlanMutation, CreateCapacityPlanMutationVariables>;
export const SaveCapacityPlanDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveCapacityPlan($input: CapacityPlanInput!) {
  saveCapacityPlan(input: $input) {
    ...CapacitySaveAnswer
  }
}
    fragment CapacityPlanFields on CapacityPlanView {
  id
  title
  version
  savedAt
  savedBy
  plan
  notes {
    kind
    text {
      en
      ja
    }
  }
}
fragment CapacitySaveAnswer on SaveCapacityPlanResult {
  __typename
  ... on CapacityPlanSaved {
    plan {
      ...CapacityPlanFields
    }
  }
  ... on CapacityPlanChangedMeanwhile {
    plan {
      ...CapacityPlanFields
    }
  }
  ... on CapacityPlanFaulty {
    faults {
      path
      message {
        en
        ja
      }
    }
  }
  ... on CapacityForecastMissing {
    message
  }
  ... on InvalidInput {
    path
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<SaveCapacityPlanMutation, SaveCapacityPlanMutationVariables>;
export const ArchiveCapacityPlanDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ArchiveCapacityPlan($id: ID!, $archived: Boolean!) {
  archiveCapacityPlan(id: $id, archived: $archived) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<ArchiveCapacityPlanMutation, ArchiveCapacityPlanMutationVariables>;
export const ProposeHiringDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ProposeHiring($planId: ID!, $keep: Boolean!, $seconds: Int) {
  proposeHiring(planId: $planId, keep: $keep, seconds: $seconds) {
    __typename
    ... on JobStarted {
      job {
        ...JobFields
      }
    }
    ... on InvalidInput {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<ProposeHiringMutation, ProposeHiringMutationVariables>;
export const AccuracyOverviewDocument = /* @__PURE__ */ new TypedDocumentString(`
    query AccuracyOverview($untilOn: LocalDate!) {
  accuracyOverview(untilOn: $untilOn) {
    weekFromOn
    waitingDays
    week {
      ...AccuracyFields
    }
    fourWeeks {
      ...AccuracyFields
    }
    queues {
      queueId
      scoredDays
      approvedDays
      week {
        ...AccuracyFields
      }
      fourWeeks {
        ...AccuracyFields
      }
      weeks {
        fromOn
        days
        figures {
          ...ErrorFields
        }
      }
      drift {
        ...DriftFields
      }
    }
  }
}
    fragment ErrorFields on ErrorFigures {
  wapeInterval
  wapeDay
  bias
  actual
  absoluteError
  signedError
  actualOfWholeDays
  absoluteErrorByDay
}
fragment MeasureAccuracyFields on MeasureAccuracy {
  plan {
    ...ErrorFields
  }
  unedited {
    ...ErrorFields
  }
  editsAddedInterval
  editsAddedDay
  edits {
    id
    days
    addedInterval
    lessError
    reason
    measure
    operation
    value
    fromAt
    untilAt
  }
}
fragment ValueAddedFields on ForecastValueAdded {
  simple {
    ...ErrorFields
  }
  addedInterval
  addedDay
  days
}
fragment AccuracyFields on ForecastAccuracy {
  days
  partialDays
  scoredIntervals
  mase
  coverage80
  coverage90
  pinball10
  pinball50
  pinball90
  contacts {
    ...MeasureAccuracyFields
  }
  handle {
    ...MeasureAccuracyFields
  }
  naive {
    ...ValueAddedFields
  }
  plannerMean {
    ...ValueAddedFields
  }
}
fragment DriftFields on ForecastDrift {
  sinceOn
  days
  direction
  size
  statistic
  limit
  advice
}`) as unknown as TypedDocumentString<AccuracyOverviewQuery, AccuracyOverviewQueryVariables>;
export const QueueAccuracyDocument = /* @__PURE__ */ new TypedDocumentString(`
    query QueueAccuracy($queueId: ID!, $fromOn: LocalDate!, $untilOn: LocalDate!) {
  queueAccuracy(queueId: $queueId, fromOn: $fromOn, untilOn: $untilOn) {
    queueId
    fromOn
    untilOn
    accuracy {
      ...AccuracyFields
    }
    days {
      on
      forecast
      actual
      scoredFraction
      version
      approved
      unusual
      events {
        kind
        title
      }
      figures {
        ...ErrorFields
      }
    }
    hours {
      weekday
      hour
      intervals
      actual
      wape
      bias
    }
    leads {
      leadDays
      accuracy {
        ...AccuracyFields
      }
    }
    drift {
      ...DriftFields
    }
  }
}
    fragment ErrorFields on ErrorFigures {
  wapeInterval
  wapeDay
  bias
  actual
  absoluteError
  signedError
  actualOfWholeDays
  absoluteErrorByDay
}
fragment MeasureAccuracyFields on MeasureAccuracy {
  plan {
    ...ErrorFields
  }
  unedited {
    ...ErrorFields
  }
  editsAddedInterval
  editsAddedDay
  edits {
    id
    days
    addedInterval
    lessError
    reason
    measure
    operation
    value
    fromAt
    untilAt
  }
}
fragment ValueAddedFields on ForecastValueAdded {
  simple {
    ...ErrorFields
  }
  addedInterval
  addedDay
  days
}
fragment AccuracyFields on ForecastAccuracy {
  days
  partialDays
  scoredIntervals
  mase
  coverage80
  coverage90
  pinball10
  pinball50
  pinball90
  contacts {
    ...MeasureAccuracyFields
  }
  handle {
    ...MeasureAccuracyFields
  }
  naive {
    ...ValueAddedFields
  }
  plannerMean {
    ...ValueAddedFields
  }
}
fragment DriftFields on ForecastDrift {
  sinceOn
  days
  direction
  size
  statistic
  limit
  advice
}`) as unknown as TypedDocumentString<QueueAccuracyQuery, QueueAccuracyQueryVariables>;
export const ScoreForecastsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ScoreForecasts($fromOn: LocalDate!, $days: Int!) {
  scoreForecasts(fromOn: $fromOn, days: $days) {
    __typename
    ... on JobStarted {
      job {
        ...JobFields
      }
    }
    ... on NothingToScore {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<ScoreForecastsMutation, ScoreForecastsMutationVariables>;
export const ForecastVersionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ForecastVersions($queueId: ID!, $fromOn: LocalDate!, $days: Int!) {
  forecastVersions(queueId: $queueId, fromOn: $fromOn, days: $days) {
    versions {
      ...VersionFields
    }
    approved {
      on
      forecastId
      version
      approvedAt
      approvedBy
      note
      editCount
      changedSince
    }
  }
}
    fragment VersionFields on ForecastVersion {
  id
  version
  createdAt
  createdBy
  fromOn
  days
  methodId
  methodTitle {
    en
    ja
  }
  trainedUntilOn
}`) as unknown as TypedDocumentString<ForecastVersionsQuery, ForecastVersionsQueryVariables>;
export const CompareForecastsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query CompareForecasts($queueId: ID!, $fromOn: LocalDate!, $days: Int!, $one: String!, $other: String!) {
  compareForecasts(
    queueId: $queueId
    fromOn: $fromOn
    days: $days
    one: $one
    other: $other
  ) {
    days {
      on
      one
      other
    }
    oneContacts {
      ...SeriesFields
    }
    otherContacts {
      ...SeriesFields
    }
    differences {
      kind
      one {
        en
        ja
      }
      other {
        en
        ja
      }
      edit {
        id
        fromAt
        untilAt
      }
    }
  }
}
    fragment SeriesFields on IntervalSeries {
  startAt
  stepMinutes
  values
}`) as unknown as TypedDocumentString<CompareForecastsQuery, CompareForecastsQueryVariables>;
export const MethodReportDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MethodReport($forecastId: ID!, $queueId: ID!) {
  methodReport(forecastId: $forecastId, queueId: $queueId) {
    version {
      ...VersionFields
    }
    methods {
      methodId
      title {
        en
        ja
      }
      source
      wapeInterval
      wapeDay
      bias
      mase
      coverage80
      coverage90
      chosen
      byOrigin {
        originOn
        wape
      }
    }
    reasons
    historyFromOn
    historyUntilOn
    observedIntervals
    events {
      id
      fromOn
      untilOn
      kind
      title
    }
    inputHash
    codeVersion
    seed
    askedMethodId
  }
}
    fragment VersionFields on ForecastVersion {
  id
  version
  createdAt
  createdBy
  fromOn
  days
  methodId
  methodTitle {
    en
    ja
  }
  trainedUntilOn
}`) as unknown as TypedDocumentString<MethodReportQuery, MethodReportQueryVariables>;
export const ApproveForecastDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ApproveForecast($input: ApproveForecastInput!) {
  approveForecast(input: $input) {
    __typename
    ... on ForecastApproved {
      queues {
        queueId
        days
        edits
      }
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveForecastMutation, ApproveForecastMutationVariables>;
export const CheckForecastDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CheckForecast($forecastId: ID!) {
  checkForecast(forecastId: $forecastId) {
    __typename
    ... on JobStarted {
      job {
        ...JobFields
      }
    }
    ... on NotFound {
      message
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<CheckForecastMutation, CheckForecastMutationVariables>;
export const SpecialDaysDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SpecialDays($shown: ShownDaysInput!) {
  specialDays(shown: $shown) {
    ...SpecialDaysFields
  }
}
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}`) as unknown as TypedDocumentString<SpecialDaysQuery, SpecialDaysQueryVariables>;
export const HolidayPlacesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query HolidayPlaces($country: String, $state: String) {
  holidayPlaces(country: $country, state: $state) {
    countries
    states {
      code
      name
    }
    regions {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<HolidayPlacesQuery, HolidayPlacesQueryVariables>;
export const EventEffectsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query EventEffects($queueId: ID!) {
  eventEffects(queueId: $queueId) {
    title
    kind
    isGiven
    fraction
    occurrences {
      fromOn
      untilOn
      fraction
      days
    }
  }
}
    `) as unknown as TypedDocumentString<EventEffectsQuery, EventEffectsQueryVariables>;
export const SetHolidayCalendarDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetHolidayCalendar($shown: ShownDaysInput!, $input: HolidayCalendarInput!) {
  result: setHolidayCalendar(shown: $shown, input: $input) {
    ...SpecialDaysResultFields
  }
}
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}
fragment SpecialDaysResultFields on SpecialDaysResult {
  __typename
  ... on SpecialDaysChanged {
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on SpecialDaysEditedMeanwhile {
    message
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<SetHolidayCalendarMutation, SetHolidayCalendarMutationVariables>;
export const SetHolidayDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetHoliday($shown: ShownDaysInput!, $input: HolidayChoiceInput!) {
  result: setHoliday(shown: $shown, input: $input) {
    ...SpecialDaysResultFields
  }
}
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}
fragment SpecialDaysResultFields on SpecialDaysResult {
  __typename
  ... on SpecialDaysChanged {
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on SpecialDaysEditedMeanwhile {
    message
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<SetHolidayMutation, SetHolidayMutationVariables>;
export const SaveCentreEventDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveCentreEvent($shown: ShownDaysInput!, $input: CentreEventInput!) {
  result: saveCentreEvent(shown: $shown, input: $input) {
    ...SpecialDaysResultFields
  }
}
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}
fragment SpecialDaysResultFields on SpecialDaysResult {
  __typename
  ... on SpecialDaysChanged {
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on SpecialDaysEditedMeanwhile {
    message
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<SaveCentreEventMutation, SaveCentreEventMutationVariables>;
export const RemoveCentreEventDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveCentreEvent($shown: ShownDaysInput!, $id: ID!, $version: Int!) {
  result: removeCentreEvent(shown: $shown, id: $id, version: $version) {
    ...SpecialDaysResultFields
  }
}
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}
fragment SpecialDaysResultFields on SpecialDaysResult {
  __typename
  ... on SpecialDaysChanged {
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on SpecialDaysEditedMeanwhile {
    message
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<RemoveCentreEventMutation, RemoveCentreEventMutationVariables>;
export const SaveRecurringDayDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveRecurringDay($shown: ShownDaysInput!, $input: RecurringDayInput!) {
  result: saveRecurringDay(shown: $shown, input: $input) {
    ...SpecialDaysResultFields
  }
}
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}
fragment SpecialDaysResultFields on SpecialDaysResult {
  __typename
  ... on SpecialDaysChanged {
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on SpecialDaysEditedMeanwhile {
    message
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<SaveRecurringDayMutation, SaveRecurringDayMutationVariables>;
export const RemoveRecurringDayDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveRecurringDay($shown: ShownDaysInput!, $id: ID!, $version: Int!) {
  result: removeRecurringDay(shown: $shown, id: $id, version: $version) {
    ...SpecialDaysResultFields
  }
}
    fragment SpecialDaysFields on SpecialDays {
  siteId
  fromOn
  untilOn
  siteCountry
  calendar {
    country
    state
    region
    version
  }
  holidays {
    on
    key
    name {
      en
      ja
    }
    hasOwnName
    isBankHoliday
    isSubstitute
    treatment
    fromMinute
    untilMinute
    version
  }
  events {
    id
    kind
    title
    fromOn
    untilOn
    queueIds
    effect
    effectFraction
    halfLifeDays
    version
  }
  recurring {
    id
    title
    rule {
      kind
      day
      closedDays
      nth
    }
    lastsDays
    effectFraction
    halfLifeDays
    queueIds
    version
    dates
  }
}
fragment SpecialDaysResultFields on SpecialDaysResult {
  __typename
  ... on SpecialDaysChanged {
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on SpecialDaysEditedMeanwhile {
    message
    specialDays {
      ...SpecialDaysFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<RemoveRecurringDayMutation, RemoveRecurringDayMutationVariables>;
export const UnusualHistoryDocument = /* @__PURE__ */ new TypedDocumentString(`
    query UnusualHistory($queueId: ID!) {
  unusualHistory(queueId: $queueId) {
    ...UnusualHistoryFields
  }
}
    fragment StretchFields on UnusualStretch {
  id
  kind
  fromAt
  untilAt
  fromOn
  untilOn
  expected
  actual
  score
  reason
  suggested
}
fragment UnusualHistoryFields on UnusualHistory {
  queueId
  historyDays
  changesSinceForecast
  stretches {
    ...StretchFields
    picture {
      startAt
      fromOn
      stepMinutes
      actual
      expected
    }
  }
  decided {
    id
    action
    stretch {
      ...StretchFields
    }
    author
    createdAt
    isStale
  }
}`) as unknown as TypedDocumentString<UnusualHistoryQuery, UnusualHistoryQueryVariables>;
export const DecideHistoryDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DecideHistory($queueId: ID!, $decisions: [DecideStretchInput!]!) {
  decideHistory(queueId: $queueId, decisions: $decisions) {
    ...HistoryDecisionFields
  }
}
    fragment StretchFields on UnusualStretch {
  id
  kind
  fromAt
  untilAt
  fromOn
  untilOn
  expected
  actual
  score
  reason
  suggested
}
fragment UnusualHistoryFields on UnusualHistory {
  queueId
  historyDays
  changesSinceForecast
  stretches {
    ...StretchFields
    picture {
      startAt
      fromOn
      stepMinutes
      actual
      expected
    }
  }
  decided {
    id
    action
    stretch {
      ...StretchFields
    }
    author
    createdAt
    isStale
  }
}
fragment HistoryDecisionFields on DecideHistoryResult {
  __typename
  ... on HistoryDecided {
    unusual {
      ...UnusualHistoryFields
    }
  }
  ... on HistoryDecidedMeanwhile {
    message
    unusual {
      ...UnusualHistoryFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<DecideHistoryMutation, DecideHistoryMutationVariables>;
export const DecideHistorySpanDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DecideHistorySpan($queueId: ID!, $span: DecideSpanInput!) {
  decideHistorySpan(queueId: $queueId, span: $span) {
    ...HistoryDecisionFields
  }
}
    fragment StretchFields on UnusualStretch {
  id
  kind
  fromAt
  untilAt
  fromOn
  untilOn
  expected
  actual
  score
  reason
  suggested
}
fragment UnusualHistoryFields on UnusualHistory {
  queueId
  historyDays
  changesSinceForecast
  stretches {
    ...StretchFields
    picture {
      startAt
      fromOn
      stepMinutes
      actual
      expected
    }
  }
  decided {
    id
    action
    stretch {
      ...StretchFields
    }
    author
    createdAt
    isStale
  }
}
fragment HistoryDecisionFields on DecideHistoryResult {
  __typename
  ... on HistoryDecided {
    unusual {
      ...UnusualHistoryFields
    }
  }
  ... on HistoryDecidedMeanwhile {
    message
    unusual {
      ...UnusualHistoryFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<DecideHistorySpanMutation, DecideHistorySpanMutationVariables>;
export const UndoHistoryDecisionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UndoHistoryDecisions($queueId: ID!, $ids: [ID!]!) {
  undoHistoryDecisions(queueId: $queueId, ids: $ids) {
    ...HistoryDecisionFields
  }
}
    fragment StretchFields on UnusualStretch {
  id
  kind
  fromAt
  untilAt
  fromOn
  untilOn
  expected
  actual
  score
  reason
  suggested
}
fragment UnusualHistoryFields on UnusualHistory {
  queueId
  historyDays
  changesSinceForecast
  stretches {
    ...StretchFields
    picture {
      startAt
      fromOn
      stepMinutes
      actual
      expected
    }
  }
  decided {
    id
    action
    stretch {
      ...StretchFields
    }
    author
    createdAt
    isStale
  }
}
fragment HistoryDecisionFields on DecideHistoryResult {
  __typename
  ... on HistoryDecided {
    unusual {
      ...UnusualHistoryFields
    }
  }
  ... on HistoryDecidedMeanwhile {
    message
    unusual {
      ...UnusualHistoryFields
    }
  }
  ... on InvalidInput {
    message
    path
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<UndoHistoryDecisionsMutation, UndoHistoryDecisionsMutationVariables>;
export const DemandDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Demand($queueId: ID!, $fromOn: LocalDate!, $days: Int!, $stepMinutes: Int) {
  demand(
    queueId: $queueId
    fromOn: $fromOn
    days: $days
    stepMinutes: $stepMinutes
  ) {
    fromOn
    days
    historyFromOn
    historyUntilOn
    actualContacts {
      ...SeriesFields
    }
    actualHandleSeconds {
      ...SeriesFields
    }
    forecastContacts {
      ...SeriesFields
    }
    baseForecastContacts {
      ...SeriesFields
    }
    p10Contacts {
      ...SeriesFields
    }
    p90Contacts {
      ...SeriesFields
    }
    forecastHandleSeconds {
      ...SeriesFields
    }
    baseForecastHandleSeconds {
      ...SeriesFields
    }
    forecast {
      id
      version
      createdAt
      createdBy
      methodId
      methodTitle {
        en
        ja
      }
      trainedUntilOn
      fromOn
      days
      backtest {
        methodId
        title {
          en
          ja
        }
        wapeInterval
        wapeDay
        bias
        mase
        coverage80
        chosen
      }
    }
    forecastTotals {
      span
      fromOn
      days
      contacts
      p10
      p90
    }
    editsRevision
    edits {
      ...ForecastEditFields
    }
    events {
      id
      fromOn
      untilOn
      kind
      title
      queueIds
    }
  }
}
    fragment SeriesFields on IntervalSeries {
  startAt
  stepMinutes
  values
}
fragment ForecastEditFields on ForecastEdit {
  id
  queueId
  measure
  operation
  value
  values
  stepMinutes
  pattern {
    weekdays
    fromMinute
    untilMinute
  }
  fromAt
  untilAt
  reason
  author
  authorId
  createdAt
  changedAt
  undone
  off
  version
}`) as unknown as TypedDocumentString<DemandQuery, DemandQueryVariables>;
export const StartForecastDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation StartForecast($queueIds: [ID!], $fromOn: LocalDate!, $days: Int!) {
  startForecast(queueIds: $queueIds, fromOn: $fromOn, days: $days) {
    __typename
    ... on JobStarted {
      job {
        ...JobFields
      }
    }
    ... on NotEnoughHistory {
      message
      queueId
      haveDays
      needDays
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<StartForecastMutation, StartForecastMutationVariables>;
export const ImportRunsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ImportRuns {
  importRuns(first: 20) {
    ...ImportRunFields
  }
}
    fragment ImportRunFields on ImportRun {
  id
  fileName
  state
  readCount
  acceptedCount
  rejectedCount
  changedCount
  rejectsUrl
  jobId
  createdAt
  firstRejects {
    record
    column
    code
    raw
    message
  }
}`) as unknown as TypedDocumentString<ImportRunsQuery, ImportRunsQueryVariables>;
export const ImportRunDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ImportRun($id: ID!) {
  importRun(id: $id) {
    ...ImportRunFields
  }
}
    fragment ImportRunFields on ImportRun {
  id
  fileName
  state
  readCount
  acceptedCount
  rejectedCount
  changedCount
  rejectsUrl
  jobId
  createdAt
  firstRejects {
    record
    column
    code
    raw
    message
  }
}`) as unknown as TypedDocumentString<ImportRunQuery, ImportRunQueryVariables>;
export const StartImportDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation StartImport($input: ImportInput!) {
  startImport(input: $input) {
    __typename
    ... on ImportStarted {
      run {
        ...ImportRunFields
      }
      job {
        ...JobFields
      }
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}
fragment ImportRunFields on ImportRun {
  id
  fileName
  state
  readCount
  acceptedCount
  rejectedCount
  changedCount
  rejectsUrl
  jobId
  createdAt
  firstRejects {
    record
    column
    code
    raw
    message
  }
}`) as unknown as TypedDocumentString<StartImportMutation, StartImportMutationVariables>;
export const AddForecastLayersDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddForecastLayers($input: AddForecastLayersInput!) {
  addForecastLayers(input: $input) {
    ...ForecastLayersResultFields
  }
}
    fragment ForecastEditFields on ForecastEdit {
  id
  queueId
  measure
  operation
  value
  values
  stepMinutes
  pattern {
    weekdays
    fromMinute
    untilMinute
  }
  fromAt
  untilAt
  reason
  author
  authorId
  createdAt
  changedAt
  undone
  off
  version
}
fragment ForecastLayersResultFields on ForecastLayersResult {
  __typename
  ... on ForecastLayersChanged {
    revision
    layers {
      ...ForecastEditFields
    }
  }
  ... on ForecastEditedMeanwhile {
    message
    revision
    layers {
      ...ForecastEditFields
    }
  }
  ... on NotFound {
    message
  }
  ... on InvalidInput {
    message
    path
  }
}`) as unknown as TypedDocumentString<AddForecastLayersMutation, AddForecastLayersMutationVariables>;
export const ChangeForecastLayersDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ChangeForecastLayers($input: ChangeForecastLayersInput!) {
  changeForecastLayers(input: $input) {
    ...ForecastLayersResultFields
  }
}
    fragment ForecastEditFields on ForecastEdit {
  id
  queueId
  measure
  operation
  value
  values
  stepMinutes
  pattern {
    weekdays
    fromMinute
    untilMinute
  }
  fromAt
  untilAt
  reason
  author
  authorId
  createdAt
  changedAt
  undone
  off
  version
}
fragment ForecastLayersResultFields on ForecastLayersResult {
  __typename
  ... on ForecastLayersChanged {
    revision
    layers {
      ...ForecastEditFields
    }
  }
  ... on ForecastEditedMeanwhile {
    message
    revision
    layers {
      ...ForecastEditFields
    }
  }
  ... on NotFound {
    message
  }
  ... on InvalidInput {
    message
    path
  }
}`) as unknown as TypedDocumentString<ChangeForecastLayersMutation, ChangeForecastLayersMutationVariables>;
export const DemandHistoryDocument = /* @__PURE__ */ new TypedDocumentString(`
    query DemandHistory($queueId: ID!, $fromOn: LocalDate!, $days: Int!) {
  demand(queueId: $queueId, fromOn: $fromOn, days: $days) {
    actualContacts {
      ...SeriesFields
    }
    actualHandleSeconds {
      ...SeriesFields
    }
  }
}
    fragment SeriesFields on IntervalSeries {
  startAt
  stepMinutes
  values
}`) as unknown as TypedDocumentString<DemandHistoryQuery, DemandHistoryQueryVariables>;
export const LongRangeDocument = /* @__PURE__ */ new TypedDocumentString(`
    query LongRange($queueId: ID) {
  longRange(queueId: $queueId) {
    queueId
    version {
      id
      version
      fromOn
      weeks
      trend
      createdAt
      createdBy
    }
    series {
      yearlyTerms
      historyWeeks
      trainedUntilOn
      trendFirstYear
      borrowedDays
      contacts
      p10
      p90
      base
      trend
      season
      calendar
      growth
      handleSeconds
      pastOn
      pastContacts
    }
    growth {
      ...GrowthRow
    }
  }
}
    fragment GrowthRow on GrowthAssumption {
  id
  queueId
  kind
  fromOn
  untilOn
  value
  rampWeeks
  reason
  author
  createdAt
  undone
}`) as unknown as TypedDocumentString<LongRangeQuery, LongRangeQueryVariables>;
export const StartLongRangeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation StartLongRange($fromOn: LocalDate!, $weeks: Int!, $trend: LongRangeTrend) {
  startLongRange(fromOn: $fromOn, weeks: $weeks, trend: $trend) {
    __typename
    ... on JobStarted {
      job {
        id
      }
    }
    ... on NotEnoughHistory {
      haveDays
      needDays
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<StartLongRangeMutation, StartLongRangeMutationVariables>;
export const AddGrowthAssumptionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddGrowthAssumption($input: GrowthAssumptionInput!) {
  addGrowthAssumption(input: $input) {
    __typename
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AddGrowthAssumptionMutation, AddGrowthAssumptionMutationVariables>;
export const UndoGrowthAssumptionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UndoGrowthAssumption($id: ID!, $undone: Boolean!) {
  undoGrowthAssumption(id: $id, undone: $undone) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<UndoGrowthAssumptionMutation, UndoGrowthAssumptionMutationVariables>;
export const RestOfDayDocument = /* @__PURE__ */ new TypedDocumentString(`
    query RestOfDay($queueId: ID!, $at: DateTime!) {
  restOfDay(queueId: $queueId, at: $at) {
    __typename
    ... on RestOfDay {
      on
      at
      contactsSoFar
      forecastSoFar
      factor
      learnedFromDays
      missingIntervals
      silentIntervals
      morningTotal
      rest {
        contacts
        p10
        p90
      }
      total {
        contacts
        p10
        p90
      }
      contacts {
        ...SeriesFields
      }
      p10 {
        ...SeriesFields
      }
      p90 {
        ...SeriesFields
      }
    }
    ... on ClosedDay {
      on
      message
    }
    ... on NotEnoughHistory {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    fragment SeriesFields on IntervalSeries {
  startAt
  stepMinutes
  values
}`) as unknown as TypedDocumentString<RestOfDayQuery, RestOfDayQueryVariables>;
export const QueueBeginningDocument = /* @__PURE__ */ new TypedDocumentString(`
    query QueueBeginning($queueId: ID!, $fromOn: LocalDate!) {
  queueBeginning(queueId: $queueId, fromOn: $fromOn) {
    historyDays
    curve {
      stepMinutes
      weekdays {
        contacts
      }
      averageHandleSeconds
      levelSpread
      author
    }
    lineage {
      id
      kind
      fromQueueId
      share
      sinceOn
      author
    }
    similar {
      queueId
      overlap
    }
  }
}
    `) as unknown as TypedDocumentString<QueueBeginningQuery, QueueBeginningQueryVariables>;
export const PreviewBeginningDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PreviewBeginning($input: PreviewBeginningInput!) {
  previewBeginning(input: $input) {
    __typename
    ... on BeginningPreview {
      contacts {
        startAt
        stepMinutes
        values
      }
      p10 {
        values
      }
      p90 {
        values
      }
      borrowedDays
      share
    }
    ... on NothingToShow {
      reason
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewBeginningQuery, PreviewBeginningQueryVariables>;
export const CreateQueueDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CreateQueue($input: NewQueueInput!) {
  createQueue(input: $input) {
    __typename
    ... on QueueCreated {
      queueId
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateQueueMutation, CreateQueueMutationVariables>;
export const SaveQueueCurveDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveQueueCurve($queueId: ID!, $curve: QueueCurveInput) {
  saveQueueCurve(queueId: $queueId, curve: $curve) {
    __typename
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SaveQueueCurveMutation, SaveQueueCurveMutationVariables>;
export const AddQueueLineageDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddQueueLineage($queueId: ID!, $input: QueueLineageInput!) {
  addQueueLineage(queueId: $queueId, input: $input) {
    __typename
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AddQueueLineageMutation, AddQueueLineageMutationVariables>;
export const RemoveQueueLineageDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveQueueLineage($id: ID!) {
  removeQueueLineage(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<RemoveQueueLineageMutation, RemoveQueueLineageMutationVariables>;
export const BidRoundsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query BidRounds {
  bidRounds {
    id
    title
    contractId
    fromOn
    untilOn
    closesAt
    state
    bidCount
    lines {
      id
      title
      places
      weeks {
        templateIds
        daysOff
      }
    }
    mine {
      ...BidFields
    }
  }
}
    fragment BidFields on Bid {
  lineIds
  rank
  owed
  lot
  award {
    lineId
    choice
    denied {
      lineId
      takenByRanks
    }
  }
}`) as unknown as TypedDocumentString<BidRoundsQuery, BidRoundsQueryVariables>;
export const BiddersDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Bidders($roundId: ID!) {
  bidders(roundId: $roundId) {
    agent {
      id
      name
    }
    bid {
      ...BidFields
    }
  }
}
    fragment BidFields on Bid {
  lineIds
  rank
  owed
  lot
  award {
    lineId
    choice
    denied {
      lineId
      takenByRanks
    }
  }
}`) as unknown as TypedDocumentString<BiddersQuery, BiddersQueryVariables>;
export const BidChoicesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query BidChoices {
  setup {
    templates {
      id
      title
    }
    contracts {
      id
      title
      archived
      templateIds
      rotation {
        weeks {
          templateIds
          daysOff
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BidChoicesQuery, BidChoicesQueryVariables>;
export const OpenBidRoundDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation OpenBidRound($input: BidRoundInput!) {
  openBidRound(input: $input) {
    __typename
    ... on BidRoundOpened {
      round {
        id
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OpenBidRoundMutation, OpenBidRoundMutationVariables>;
export const PlaceBidDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PlaceBid($roundId: ID!, $lineIds: [ID!]!) {
  placeBid(roundId: $roundId, lineIds: $lineIds) {
    __typename
    ... on BidPlaced {
      round {
        id
      }
    }
    ... on BidRoundClosed {
      round {
        id
      }
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceBidMutation, PlaceBidMutationVariables>;
export const AwardBidRoundDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AwardBidRound($id: ID!) {
  awardBidRound(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<AwardBidRoundMutation, AwardBidRoundMutationVariables>;
export const PutBidRoundInForceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PutBidRoundInForce($id: ID!) {
  putBidRoundInForce(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<PutBidRoundInForceMutation, PutBidRoundInForceMutationVariables>;
export const WithdrawBidRoundDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawBidRound($id: ID!) {
  withdrawBidRound(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<WithdrawBidRoundMutation, WithdrawBidRoundMutationVariables>;
export const BidPatternsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query BidPatterns {
  viewer {
    organisation {
      shiftTemplates {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BidPatternsQuery, BidPatternsQueryVariables>;
export const ExchangesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Exchanges {
  exchanges(first: 30) {
    id
    kind
    state
    createdAt
    expiresAt
    note
    decisionNote
    isMine
    awaitsMe
    verdict {
      ...ExchangeVerdictFields
    }
    endReasons {
      kind
      outcome
      code
      agentId
      title {
        en
        ja
      }
      message {
        en
        ja
      }
    }
  }
}
    fragment ExchangeVerdictFields on ExchangeVerdict {
  colour
  reasons {
    kind
    outcome
    code
    agentId
    title {
      en
      ja
    }
    message {
      en
      ja
    }
  }
  parties {
    agent {
      id
      name
      zone
    }
    answer
    isMe
    gives {
      startAt
      endAt
    }
    takes {
      startAt
      endAt
    }
    paidMinutesBefore
    paidMinutesAfter
    leastRestMinutesBefore
    leastRestMinutesAfter
  }
  serviceDays {
    queueId
    on
    before
    after
  }
  shortMinutesAdded
  shortMinutesRemoved
}`) as unknown as TypedDocumentString<ExchangesQuery, ExchangesQueryVariables>;
export const ExchangeInboxDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExchangeInbox {
  exchangeInbox(first: 50) {
    id
    kind
    expiresAt
    note
    verdict {
      ...ExchangeVerdictFields
    }
  }
  exchangeDelegations {
    id
    from
    to
    isMine
    untilAt
  }
}
    fragment ExchangeVerdictFields on ExchangeVerdict {
  colour
  reasons {
    kind
    outcome
    code
    agentId
    title {
      en
      ja
    }
    message {
      en
      ja
    }
  }
  parties {
    agent {
      id
      name
      zone
    }
    answer
    isMe
    gives {
      startAt
      endAt
    }
    takes {
      startAt
      endAt
    }
    paidMinutesBefore
    paidMinutesAfter
    leastRestMinutesBefore
    leastRestMinutesAfter
  }
  serviceDays {
    queueId
    on
    before
    after
  }
  shortMinutesAdded
  shortMinutesRemoved
}`) as unknown as TypedDocumentString<ExchangeInboxQuery, ExchangeInboxQueryVariables>;
export const ExchangeVerdictDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExchangeVerdict($request: ExchangeRequestInput!) {
  exchangeVerdict(request: $request) {
    ...ExchangeVerdictFields
  }
}
    fragment ExchangeVerdictFields on ExchangeVerdict {
  colour
  reasons {
    kind
    outcome
    code
    agentId
    title {
      en
      ja
    }
    message {
      en
      ja
    }
  }
  parties {
    agent {
      id
      name
      zone
    }
    answer
    isMe
    gives {
      startAt
      endAt
    }
    takes {
      startAt
      endAt
    }
    paidMinutesBefore
    paidMinutesAfter
    leastRestMinutesBefore
    leastRestMinutesAfter
  }
  serviceDays {
    queueId
    on
    before
    after
  }
  shortMinutesAdded
  shortMinutesRemoved
}`) as unknown as TypedDocumentString<ExchangeVerdictQuery, ExchangeVerdictQueryVariables>;
export const ExchangeAlternativesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExchangeAlternatives($request: ExchangeRequestInput!, $most: Int!, $inReturn: Boolean!) {
  exchangeAlternatives(request: $request, most: $most, inReturn: $inReturn) {
    kind
    agent {
      id
      name
      zone
    }
    otherShiftId
    startAt
    spans {
      startAt
      endAt
    }
    verdict {
      ...ExchangeVerdictFields
    }
  }
}
    fragment ExchangeVerdictFields on ExchangeVerdict {
  colour
  reasons {
    kind
    outcome
    code
    agentId
    title {
      en
      ja
    }
    message {
      en
      ja
    }
  }
  parties {
    agent {
      id
      name
      zone
    }
    answer
    isMe
    gives {
      startAt
      endAt
    }
    takes {
      startAt
      endAt
    }
    paidMinutesBefore
    paidMinutesAfter
    leastRestMinutesBefore
    leastRestMinutesAfter
  }
  serviceDays {
    queueId
    on
    before
    after
  }
  shortMinutesAdded
  shortMinutesRemoved
}`) as unknown as TypedDocumentString<ExchangeAlternativesQuery, ExchangeAlternativesQueryVariables>;
export const ProposeExchangeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ProposeExchange($input: ProposeExchangeInput!) {
  proposeExchange(input: $input) {
    __typename
    ... on ExchangeProposed {
      exchange {
        id
        state
      }
    }
    ... on ExchangeRefused {
      verdict {
        colour
      }
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeExchangeMutation, ProposeExchangeMutationVariables>;
export const AnswerExchangeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AnswerExchange($id: ID!, $accept: Boolean!) {
  answerExchange(id: $id, accept: $accept) {
    ...ExchangeAnswerFields
  }
}
    fragment ExchangeAnswerFields on AnswerExchangeResult {
  __typename
  ... on ExchangeAnswered {
    exchange {
      id
      state
    }
  }
  ... on ExchangeClosed {
    exchange {
      id
      state
    }
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<AnswerExchangeMutation, AnswerExchangeMutationVariables>;
export const WithdrawExchangeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawExchange($id: ID!) {
  withdrawExchange(id: $id) {
    ...ExchangeAnswerFields
  }
}
    fragment ExchangeAnswerFields on AnswerExchangeResult {
  __typename
  ... on ExchangeAnswered {
    exchange {
      id
      state
    }
  }
  ... on ExchangeClosed {
    exchange {
      id
      state
    }
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<WithdrawExchangeMutation, WithdrawExchangeMutationVariables>;
export const DecideExchangesDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DecideExchanges($ids: [ID!]!, $approve: Boolean!, $note: String) {
  decideExchanges(ids: $ids, approve: $approve, note: $note) {
    ...ExchangeAnswerFields
  }
}
    fragment ExchangeAnswerFields on AnswerExchangeResult {
  __typename
  ... on ExchangeAnswered {
    exchange {
      id
      state
    }
  }
  ... on ExchangeClosed {
    exchange {
      id
      state
    }
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<DecideExchangesMutation, DecideExchangesMutationVariables>;
export const DelegateExchangesDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DelegateExchanges($email: String!, $untilAt: DateTime!) {
  delegateExchanges(email: $email, untilAt: $untilAt) {
    __typename
    ... on ExchangesDelegated {
      delegation {
        id
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DelegateExchangesMutation, DelegateExchangesMutationVariables>;
export const EndExchangeDelegationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation EndExchangeDelegation($id: ID!) {
  endExchangeDelegation(id: $id)
}
    `) as unknown as TypedDocumentString<EndExchangeDelegationMutation, EndExchangeDelegationMutationVariables>;
export const FittingOffersDocument = /* @__PURE__ */ new TypedDocumentString(`
    query FittingOffers {
  fittingOffers {
    isMine
    claimState
    offer {
      ...WorkOfferFields
    }
    verdict {
      ...ExchangeVerdictFields
    }
  }
}
    fragment ExchangeVerdictFields on ExchangeVerdict {
  colour
  reasons {
    kind
    outcome
    code
    agentId
    title {
      en
      ja
    }
    message {
      en
      ja
    }
  }
  parties {
    agent {
      id
      name
      zone
    }
    answer
    isMe
    gives {
      startAt
      endAt
    }
    takes {
      startAt
      endAt
    }
    paidMinutesBefore
    paidMinutesAfter
    leastRestMinutesBefore
    leastRestMinutesAfter
  }
  serviceDays {
    queueId
    on
    before
    after
  }
  shortMinutesAdded
  shortMinutesRemoved
}
fragment WorkOfferFields on WorkOffer {
  id
  kind
  startAt
  endAt
  places
  taken
  claimOrder
  note
  closesAt
  state
}`) as unknown as TypedDocumentString<FittingOffersQuery, FittingOffersQueryVariables>;
export const TakeWorkOfferDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation TakeWorkOffer($id: ID!) {
  takeWorkOffer(id: $id) {
    __typename
    ... on OfferTaken {
      exchange {
        id
        state
      }
    }
    ... on OfferNoted {
      offer {
        id
      }
    }
    ... on OfferGone {
      reason
    }
    ... on ExchangeRefused {
      verdict {
        colour
      }
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TakeWorkOfferMutation, TakeWorkOfferMutationVariables>;
export const WorkOffersDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WorkOffers {
  workOffers(first: 50) {
    ...WorkOfferFields
  }
}
    fragment WorkOfferFields on WorkOffer {
  id
  kind
  startAt
  endAt
  places
  taken
  claimOrder
  note
  closesAt
  state
}`) as unknown as TypedDocumentString<WorkOffersQuery, WorkOffersQueryVariables>;
export const CreateWorkOfferDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CreateWorkOffer($input: WorkOfferInput!) {
  createWorkOffer(input: $input) {
    __typename
    ... on WorkOffered {
      offer {
        id
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateWorkOfferMutation, CreateWorkOfferMutationVariables>;
export const OfferClaimsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query OfferClaims($offerId: ID!) {
  offerClaims(offerId: $offerId) {
    agent {
      id
      name
      zone
    }
    rank
    state
    reason
    grantedCount
    weekPaidMinutes
    claimedAt
    verdict {
      ...ExchangeVerdictFields
    }
  }
}
    fragment ExchangeVerdictFields on ExchangeVerdict {
  colour
  reasons {
    kind
    outcome
    code
    agentId
    title {
      en
      ja
    }
    message {
      en
      ja
    }
  }
  parties {
    agent {
      id
      name
      zone
    }
    answer
    isMe
    gives {
      startAt
      endAt
    }
    takes {
      startAt
      endAt
    }
    paidMinutesBefore
    paidMinutesAfter
    leastRestMinutesBefore
    leastRestMinutesAfter
  }
  serviceDays {
    queueId
    on
    before
    after
  }
  shortMinutesAdded
  shortMinutesRemoved
}`) as unknown as TypedDocumentString<OfferClaimsQuery, OfferClaimsQueryVariables>;
export const GrantOfferClaimDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation GrantOfferClaim($offerId: ID!, $agentId: ID!) {
  grantOfferClaim(offerId: $offerId, agentId: $agentId) {
    __typename
    ... on OfferTaken {
      exchange {
        id
        state
      }
    }
    ... on OfferGone {
      reason
    }
    ... on ExchangeRefused {
      verdict {
        colour
      }
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GrantOfferClaimMutation, GrantOfferClaimMutationVariables>;
export const RefuseOfferClaimDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RefuseOfferClaim($offerId: ID!, $agentId: ID!) {
  refuseOfferClaim(offerId: $offerId, agentId: $agentId)
}
    `) as unknown as TypedDocumentString<RefuseOfferClaimMutation, RefuseOfferClaimMutationVariables>;
export const SettleWorkOfferDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SettleWorkOffer($id: ID!) {
  settleWorkOffer(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SettleWorkOfferMutation, SettleWorkOfferMutationVariables>;
export const WithdrawWorkOfferDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawWorkOffer($id: ID!) {
  withdrawWorkOffer(id: $id)
}
    `) as unknown as TypedDocumentString<WithdrawWorkOfferMutation, WithdrawWorkOfferMutationVariables>;
export const SwapWishesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SwapWishes {
  swapWishes {
    id
    shiftId
    accepts {
      startAt
      endAt
    }
    state
    exchangeId
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<SwapWishesQuery, SwapWishesQueryVariables>;
export const PostSwapWishDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PostSwapWish($shiftId: ID!, $accepts: [AcceptedTimeInput!]!) {
  postSwapWish(shiftId: $shiftId, accepts: $accepts) {
    __typename
    ... on SwapWishPosted {
      wish {
        id
      }
      exchange {
        id
        state
      }
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PostSwapWishMutation, PostSwapWishMutationVariables>;
export const WithdrawSwapWishDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawSwapWish($id: ID!) {
  withdrawSwapWish(id: $id)
}
    `) as unknown as TypedDocumentString<WithdrawSwapWishMutation, WithdrawSwapWishMutationVariables>;
export const ExchangePoliciesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExchangePolicies($siteId: ID) {
  exchangePolicies(siteId: $siteId) {
    version
    policies {
      policyId
      title {
        en
        ja
      }
      outcome
      kinds
      parameters {
        key
        title {
          en
          ja
        }
        unit
        min
        max
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExchangePoliciesQuery, ExchangePoliciesQueryVariables>;
export const SaveExchangePoliciesDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveExchangePolicies($siteId: ID, $settings: [ExchangePolicyInput!]!) {
  saveExchangePolicies(siteId: $siteId, settings: $settings) {
    __typename
    ... on ExchangePolicySet {
      version
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveExchangePoliciesMutation, SaveExchangePoliciesMutationVariables>;
export const ShiftsToExchangeDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ShiftsToExchange($weekOf: LocalDate!) {
  myWeek(weekOf: $weekOf) {
    weekStartOn
    zone
    shifts {
      siteZone
      shift {
        id
        startAt
        endAt
        activities {
          activityTypeId
          startAt
          endAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ShiftsToExchangeQuery, ShiftsToExchangeQueryVariables>;
export const ExchangeChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription ExchangeChanged {
  exchangeChanged {
    id
  }
}
    `) as unknown as TypedDocumentString<ExchangeChangedSubscription, ExchangeChangedSubscriptionVariables>;
export const WeeksDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Weeks($fromOn: LocalDate!, $count: Int!) {
  weeks(fromOn: $fromOn, count: $count) {
    weekStartOn
    forecast
    requirement
    schedule {
      id
      weekStartOn
      state
      version
      publishedAt
      changesSincePublish
    }
  }
}
    `) as unknown as TypedDocumentString<WeeksQuery, WeeksQueryVariables>;
export const WaitingDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Waiting {
  waitingTimeOffCount
  jobs(first: 5) {
    edges {
      node {
        ...JobFields
      }
    }
  }
  exchanges(first: 20) {
    id
    state
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<WaitingQuery, WaitingQueryVariables>;
export const HomeAccuracyDocument = /* @__PURE__ */ new TypedDocumentString(`
    query HomeAccuracy($untilOn: LocalDate!) {
  accuracyOverview(untilOn: $untilOn) {
    weekFromOn
    week {
      contacts {
        plan {
          wapeDay
          wapeInterval
        }
      }
      naive {
        addedDay
      }
    }
    queues {
      queueId
      drift {
        sinceOn
        direction
        size
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeAccuracyQuery, HomeAccuracyQueryVariables>;
export const FirstStepsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query FirstSteps {
  viewer {
    organisation {
      sites {
        id
      }
      queues {
        id
      }
      shiftTemplates {
        id
      }
      contracts {
        id
      }
      ruleSettings {
        ruleId
      }
    }
  }
  agents(first: 1) {
    totalCount
  }
  sampleData {
    state
    mayFill
  }
}
    `) as unknown as TypedDocumentString<FirstStepsQuery, FirstStepsQueryVariables>;
export const SampleDataDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SampleData {
  sampleData {
    state
    mayFill
    jobId
    agentCount
    queueCount
    uses {
      what
      count
    }
  }
}
    `) as unknown as TypedDocumentString<SampleDataQuery, SampleDataQueryVariables>;
export const FillSampleDataDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation FillSampleData($language: String!) {
  result: fillSampleData(language: $language) {
    __typename
    ... on JobStarted {
      job {
        id
      }
    }
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FillSampleDataMutation, FillSampleDataMutationVariables>;
export const RemoveSampleDataDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveSampleData {
  result: removeSampleData {
    __typename
    ... on SampleDataInUse {
      message
    }
    ... on InvalidInput {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveSampleDataMutation, RemoveSampleDataMutationVariables>;
export const ViewerDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Viewer {
  viewer {
    userId
    name
    email
    roles
    permissions
    organisation {
      id
      name
      isDemo
      sites {
        id
        name
        zone
        country
        weekStart
      }
      teams {
        id
        name
        siteId
      }
      skills {
        id
        name
      }
      queues {
        id
        name {
          en
          ja
        }
        channel
        siteId
        zone
        intervalMinutes
        position
      }
      activityTypes {
        id
        code
        title {
          en
          ja
        }
        paid
        contactWork
        colourToken
        letter {
          en
          ja
        }
      }
    }
    agent {
      id
      name
      zone
      siteId
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignInDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    __typename
    ... on WrongCredentials {
      message
    }
    ... on TooManyAttempts {
      message
      retryAfterSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const AcceptInvitationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AcceptInvitation($token: String!, $password: String!) {
  acceptInvitation(token: $token, password: $password) {
    __typename
    ... on InvitationAccepted {
      email
    }
    ... on InvitationTooManyTries {
      waitSeconds
    }
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const AdherenceDayDocument = /* @__PURE__ */ new TypedDocumentString(`
    query AdherenceDay($agentId: ID!, $on: LocalDate!) {
  adherenceDay(agentId: $agentId, on: $on) {
    agentId
    agentName
    on
    zone
    startAt
    endAt
    judgedUntil
    figures {
      ...AdherenceFiguresParts
    }
    activities {
      activityTypeId
      startAt
      endAt
    }
    spans {
      startAt
      endAt
      status
      credit
      impact
      activityTypeId
      state
    }
    exceptions {
      ...AdherenceExceptionParts
    }
  }
}
    fragment AdherenceFiguresParts on AdherenceFigures {
  adherenceFraction
  conformanceKind
  conformanceFraction
  scheduledSeconds
  outSeconds
  explainedSeconds
  ignoredSeconds
  unknownSeconds
  outsideSeconds
  contactScheduledSeconds
  contactWorkedSeconds
}
fragment AdherenceExceptionParts on AdherenceException {
  id
  kind
  startAt
  endAt
  scopeKind
  agentCount
  agentId
  agentName
  note
  state
  proposedBy
  createdAt
  decidedBy
  decidedAt
  decisionNote
}`) as unknown as TypedDocumentString<AdherenceDayQuery, AdherenceDayQueryVariables>;
export const WaitingExplanationsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WaitingExplanations {
  waitingExplanations {
    ...AdherenceExceptionParts
  }
}
    fragment AdherenceExceptionParts on AdherenceException {
  id
  kind
  startAt
  endAt
  scopeKind
  agentCount
  agentId
  agentName
  note
  state
  proposedBy
  createdAt
  decidedBy
  decidedAt
  decisionNote
}`) as unknown as TypedDocumentString<WaitingExplanationsQuery, WaitingExplanationsQueryVariables>;
export const ExcuseEffectDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExcuseEffect($scopeKind: ExcuseScopeKind!, $scopeId: ID, $startAt: DateTime!, $endAt: DateTime!) {
  excuseEffect(
    scopeKind: $scopeKind
    scopeId: $scopeId
    startAt: $startAt
    endAt: $endAt
  ) {
    __typename
    ...ExcuseEffectParts
    ... on ExcuseEffectTakesLong {
      scheduledAgents
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    fragment ExcuseEffectParts on ExcuseEffect {
  scheduledAgents
  changedAgents
  excusedSeconds
  before {
    adherenceFraction
    conformanceKind
    conformanceFraction
  }
  after {
    adherenceFraction
    conformanceKind
    conformanceFraction
  }
}`) as unknown as TypedDocumentString<ExcuseEffectQuery, ExcuseEffectQueryVariables>;
export const StartExcuseTrialDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation StartExcuseTrial($scopeKind: ExcuseScopeKind!, $scopeId: ID, $startAt: DateTime!, $endAt: DateTime!) {
  startExcuseTrial(
    scopeKind: $scopeKind
    scopeId: $scopeId
    startAt: $startAt
    endAt: $endAt
  ) {
    __typename
    ... on JobStarted {
      job {
        id
      }
    }
    ... on InvalidInput {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartExcuseTrialMutation, StartExcuseTrialMutationVariables>;
export const ExcuseTrialDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExcuseTrial($jobId: ID!) {
  excuseTrial(jobId: $jobId) {
    __typename
    ...ExcuseEffectParts
  }
}
    fragment ExcuseEffectParts on ExcuseEffect {
  scheduledAgents
  changedAgents
  excusedSeconds
  before {
    adherenceFraction
    conformanceKind
    conformanceFraction
  }
  after {
    adherenceFraction
    conformanceKind
    conformanceFraction
  }
}`) as unknown as TypedDocumentString<ExcuseTrialQuery, ExcuseTrialQueryVariables>;
export const ExcuseDeviationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ExcuseDeviation($input: ExcuseInput!) {
  excuseDeviation(input: $input) {
    __typename
    ... on AdherenceExceptionSaved {
      rejudgeJobId
      exception {
        ...AdherenceExceptionParts
      }
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    fragment AdherenceExceptionParts on AdherenceException {
  id
  kind
  startAt
  endAt
  scopeKind
  agentCount
  agentId
  agentName
  note
  state
  proposedBy
  createdAt
  decidedBy
  decidedAt
  decisionNote
}`) as unknown as TypedDocumentString<ExcuseDeviationMutation, ExcuseDeviationMutationVariables>;
export const DecideExplanationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DecideExplanation($id: ID!, $approve: Boolean!, $note: String) {
  decideExplanation(id: $id, approve: $approve, note: $note) {
    __typename
    ... on InvalidInput {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideExplanationMutation, DecideExplanationMutationVariables>;
export const RevokeExcuseDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RevokeExcuse($id: ID!) {
  revokeExcuse(id: $id) {
    __typename
    ... on AdherenceExceptionSaved {
      rejudgeJobId
    }
    ... on InvalidInput {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeExcuseMutation, RevokeExcuseMutationVariables>;
export const AdherenceHistoryDocument = /* @__PURE__ */ new TypedDocumentString(`
    query AdherenceHistory($fromOn: LocalDate!, $days: Int!) {
  adherenceHistory(fromOn: $fromOn, days: $days) {
    __typename
    ... on AdherenceHistory {
      on
      teamId
      agents
      seconds {
        ...AdherenceSecondsParts
      }
    }
    ... on InvalidInput {
      message
    }
  }
}
    fragment AdherenceSecondsParts on AdherenceSeconds {
  scheduledSeconds
  outSeconds
  explainedSeconds
  ignoredSeconds
  unknownSeconds
  outsideSeconds
  contactScheduledSeconds
  contactWorkedSeconds
}`) as unknown as TypedDocumentString<AdherenceHistoryQuery, AdherenceHistoryQueryVariables>;
export const AgentAdherenceHistoryDocument = /* @__PURE__ */ new TypedDocumentString(`
    query AgentAdherenceHistory($fromOn: LocalDate!, $days: Int!, $teamId: ID) {
  agentAdherenceHistory(fromOn: $fromOn, days: $days, teamId: $teamId) {
    __typename
    ... on AgentAdherenceHistory {
      agentId
      name
      teamId
      days
      seconds {
        ...AdherenceSecondsParts
      }
    }
    ... on InvalidInput {
      message
    }
  }
}
    fragment AdherenceSecondsParts on AdherenceSeconds {
  scheduledSeconds
  outSeconds
  explainedSeconds
  ignoredSeconds
  unknownSeconds
  outsideSeconds
  contactScheduledSeconds
  contactWorkedSeconds
}`) as unknown as TypedDocumentString<AgentAdherenceHistoryQuery, AgentAdherenceHistoryQueryVariables>;
export const LiveBoardDocument = /* @__PURE__ */ new TypedDocumentString(`
    query LiveBoard {
  liveBoard {
    at
    baseAt
    nextShiftAt
    words
    sources {
      id
      title
      lastReceivedAt
      silentAfterSeconds
    }
    settings {
      siteId
      graceSeconds
      bootSeconds
      ignoredActivityTypeIds
      ignoredStates
      countsOutsideShift
      version
    }
    activityTypes {
      id
      paid
      contactWork
      adheringStates
    }
    agentIds
    names
    siteIds
    teamIds
    skillIds
    dates
    windows
    activities
    states
    sourceStates
    sourceOf
    since
    progress
    progressSourceStates
    excuses {
      agent
      start
      end
      id
      kind
    }
    knownPlans {
      agent
      start
      end
      activities
    }
  }
}
    `) as unknown as TypedDocumentString<LiveBoardQuery, LiveBoardQueryVariables>;
export const LiveChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription LiveChanged {
  liveChanged {
    at
    reload
    sources {
      id
      title
      lastReceivedAt
      silentAfterSeconds
    }
    agentIds
    states
    sourceStates
    sourceIds
    since
  }
}
    `) as unknown as TypedDocumentString<LiveChangedSubscription, LiveChangedSubscriptionVariables>;
export const IntradayOutlookDocument = /* @__PURE__ */ new TypedDocumentString(`
    query IntradayOutlook {
  intradayOutlook {
    __typename
    ... on IntradayOutlook {
      on
      at
      zone
      alerts {
        id
        queueId
        kind
        startAt
        endAt
        agents
        clearedAt
        text {
          en
          ja
        }
      }
      missing {
        agentId
        name
        startAt
        endAt
        reason
        state
      }
      queues {
        queueId
        title {
          en
          ja
        }
        startAt
        stepMinutes
        goalFraction
        answerWithinSeconds
        soFar {
          contacts
          plannedContacts
          handleSeconds
          plannedHandleSeconds
          serviceLevel
          plannedServiceLevel
          factor
        }
        plannedContacts
        actualContacts
        expectedContacts
        p10Contacts
        p90Contacts
        plannedService
        actualService
        serviceLow
        serviceLikely
        serviceHigh
        plannedNeed
        need
        present
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IntradayOutlookQuery, IntradayOutlookQueryVariables>;
export const IntradayChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription IntradayChanged {
  intradayChanged {
    at
  }
}
    `) as unknown as TypedDocumentString<IntradayChangedSubscription, IntradayChangedSubscriptionVariables>;
export const RepairProposalsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query RepairProposals($queueId: ID, $startAt: DateTime, $endAt: DateTime) {
  repairProposals(queueId: $queueId, startAt: $startAt, endAt: $endAt) {
    __typename
    ... on RepairProposals {
      at
      zone
      proposals {
        id
        kind
        queueTitle {
          en
          ja
        }
        startAt
        endAt
        ...RepairEffectFields
        offer {
          kind
          startAt
          endAt
          places
          people {
            agentId
            name
          }
        }
        slots {
          queueId
          startAt
          agentsToRoster
          presentBefore
          presentAfter
          serviceBefore
          serviceAfter
        }
        paidMinutes
        movedMinutes
        longestRunMinutesBefore
        longestRunMinutesAfter
        worseRules {
          ruleId
          title {
            en
            ja
          }
          message {
            en
            ja
          }
        }
      }
    }
  }
}
    fragment RepairEffectFields on RepairProposal {
  people
  steps {
    agentId
    name
    activityTypeId
    fromAt
    toAt
  }
  service {
    queueId
    title {
      en
      ja
    }
    before
    after
  }
  shortMinutesRemoved
  shortMinutesAdded
}`) as unknown as TypedDocumentString<RepairProposalsQuery, RepairProposalsQueryVariables>;
export const ApplyRepairDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ApplyRepair($id: ID!, $label: String!) {
  applyRepair(id: $id, label: $label) {
    __typename
    ... on RepairApplied {
      id
      people
      offerId
    }
    ...StaleParts
    ... on ScheduleHasBreaches {
      message
    }
    ... on InvalidInput {
      message
    }
  }
}
    fragment StaleParts on RepairStale {
  reason
  changedBy
  changedAt
  changedWhat
}`) as unknown as TypedDocumentString<ApplyRepairMutation, ApplyRepairMutationVariables>;
export const UndoRepairDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UndoRepair($id: ID!, $label: String!) {
  undoRepair(id: $id, label: $label) {
    __typename
    ...StaleParts
  }
}
    fragment StaleParts on RepairStale {
  reason
  changedBy
  changedAt
  changedWhat
}`) as unknown as TypedDocumentString<UndoRepairMutation, UndoRepairMutationVariables>;
export const AbsencesTodayDocument = /* @__PURE__ */ new TypedDocumentString(`
    query AbsencesToday {
  absencesToday {
    id
    agentId
    name
    kind
    startAt
    endAt
  }
}
    `) as unknown as TypedDocumentString<AbsencesTodayQuery, AbsencesTodayQueryVariables>;
export const FindAgentForAbsenceDocument = /* @__PURE__ */ new TypedDocumentString(`
    query FindAgentForAbsence($search: String!) {
  agents(first: 8, search: $search) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindAgentForAbsenceQuery, FindAgentForAbsenceQueryVariables>;
export const ReportAbsenceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ReportAbsence($input: ReportAbsenceInput!) {
  reportAbsence(input: $input) {
    __typename
    ... on AbsenceReported {
      id
      startAt
      endAt
      candidates {
        agentId
        name
        startAt
        endAt
        isLonger
        shortMinutesRemoved
        worse {
          en
          ja
        }
      }
    }
    ...StaleParts
    ... on InvalidInput {
      message
    }
  }
}
    fragment StaleParts on RepairStale {
  reason
  changedBy
  changedAt
  changedWhat
}`) as unknown as TypedDocumentString<ReportAbsenceMutation, ReportAbsenceMutationVariables>;
export const UndoAbsenceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UndoAbsence($id: ID!, $label: String!) {
  undoAbsence(id: $id, label: $label) {
    __typename
    ...StaleParts
  }
}
    fragment StaleParts on RepairStale {
  reason
  changedBy
  changedAt
  changedWhat
}`) as unknown as TypedDocumentString<UndoAbsenceMutation, UndoAbsenceMutationVariables>;
export const OfferOvertimeForDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation OfferOvertimeFor($input: WorkOfferInput!) {
  createWorkOffer(input: $input) {
    __typename
    ... on WorkOffered {
      offer {
        id
      }
    }
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OfferOvertimeForMutation, OfferOvertimeForMutationVariables>;
export const DayReplayDocument = /* @__PURE__ */ new TypedDocumentString(`
    query DayReplay($on: LocalDate!) {
  dayReplay(on: $on) {
    __typename
    ... on DayReplay {
      on
      zone
      startAt
      hasStates
      planned
      actual
      kept
      out
      unknown
      queues {
        queueId
        title {
          en
          ja
        }
        startAt
        stepMinutes
        plannedContacts
        actualContacts
        plannedService
        actualService
      }
      events {
        at
        kind
        author
        text {
          en
          ja
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DayReplayQuery, DayReplayQueryVariables>;
export const MeasureDefinitionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MeasureDefinitions {
  measureDefinitions {
    id
    name
    title {
      en
      ja
    }
    formula
    unit
    group
    meaning {
      en
      ja
    }
    source
    better
    facts
    uses
    fault {
      en
      ja
    }
    own {
      ...KpiFormulaFields
    }
  }
  measureFactKinds {
    name
    title
    unit
    adds
  }
  measureTargets {
    id
    measureId
    queueId
    fromOn
    direction
    value
    version
  }
}
    fragment KpiFormulaFields on KpiFormula {
  id
  title
  formula
  name
  better
  position
  version
}`) as unknown as TypedDocumentString<MeasureDefinitionsQuery, MeasureDefinitionsQueryVariables>;
export const MeasureValuesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MeasureValues($names: [ID!]!, $range: MeasureRangeInput!) {
  measureValues(names: $names, range: $range) {
    ... on InvalidInput {
      message
    }
    ... on MeasureValues {
      keys {
        id
        title {
          en
          ja
        }
      }
      buckets {
        ...MeasureBucketFields
      }
      series {
        measureId
        unit
        keyId
        values
        whole
        lacks {
          bucket
          names
          text {
            en
            ja
          }
        }
      }
    }
  }
}
    fragment MeasureBucketFields on MeasureBucket {
  fromOn
  untilOn
  startAt
  seconds
}`) as unknown as TypedDocumentString<MeasureValuesQuery, MeasureValuesQueryVariables>;
export const MeasureFactsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MeasureFacts($names: [String!]!, $range: MeasureRangeInput!) {
  measureFacts(names: $names, range: $range) {
    ... on InvalidInput {
      message
    }
    ... on MeasureFacts {
      buckets {
        ...MeasureBucketFields
      }
      facts {
        name
        keyId
        sums
        lacking
        whole
        wholeLacking
      }
      wholeSeconds
    }
  }
}
    fragment MeasureBucketFields on MeasureBucket {
  fromOn
  untilOn
  startAt
  seconds
}`) as unknown as TypedDocumentString<MeasureFactsQuery, MeasureFactsQueryVariables>;
export const MeasureTrendsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MeasureTrends($names: [ID!]!, $range: MeasureRangeInput!) {
  measureTrends(names: $names, range: $range) {
    ... on InvalidInput {
      message
    }
    ... on MeasureTrends {
      trends {
        measureId
        now
        before
        verdict
        probability
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeasureTrendsQuery, MeasureTrendsQueryVariables>;
export const MeasureAnnotationsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MeasureAnnotations($fromOn: LocalDate!, $untilOn: LocalDate!) {
  measureAnnotations(fromOn: $fromOn, untilOn: $untilOn) {
    id
    on
    queueId
    text
    author
    version
  }
}
    `) as unknown as TypedDocumentString<MeasureAnnotationsQuery, MeasureAnnotationsQueryVariables>;
export const MeasureTablePreviewDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MeasureTablePreview($content: String!) {
  measureTablePreview(content: $content) {
    header
    rows
  }
}
    `) as unknown as TypedDocumentString<MeasureTablePreviewQuery, MeasureTablePreviewQueryVariables>;
export const SaveKpiFormulaDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveKpiFormula($input: KpiFormulaInput!) {
  saveKpiFormula(input: $input) {
    __typename
    ... on KpiFormulaSaved {
      kpi {
        ...KpiFormulaFields
      }
    }
    ... on KpiFormulaEditedMeanwhile {
      kpi {
        ...KpiFormulaFields
      }
    }
    ... on KpiFormulaFault {
      position
      text {
        en
        ja
      }
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    fragment KpiFormulaFields on KpiFormula {
  id
  title
  formula
  name
  better
  position
  version
}`) as unknown as TypedDocumentString<SaveKpiFormulaMutation, SaveKpiFormulaMutationVariables>;
export const DeleteKpiFormulaDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DeleteKpiFormula($id: ID!, $version: Int!) {
  deleteKpiFormula(id: $id, version: $version) {
    __typename
    ... on InvalidInput {
      message
    }
    ... on KpiFormulaEditedMeanwhile {
      kpi {
        ...KpiFormulaFields
      }
    }
  }
}
    fragment KpiFormulaFields on KpiFormula {
  id
  title
  formula
  name
  better
  position
  version
}`) as unknown as TypedDocumentString<DeleteKpiFormulaMutation, DeleteKpiFormulaMutationVariables>;
export const SaveMeasureTargetDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveMeasureTarget($input: MeasureTargetInput!) {
  saveMeasureTarget(input: $input) {
    __typename
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMeasureTargetMutation, SaveMeasureTargetMutationVariables>;
export const DeleteMeasureTargetDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DeleteMeasureTarget($id: ID!, $version: Int!) {
  deleteMeasureTarget(id: $id, version: $version) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<DeleteMeasureTargetMutation, DeleteMeasureTargetMutationVariables>;
export const AnnotateMeasuresDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AnnotateMeasures($input: MeasureAnnotationInput!) {
  annotateMeasures(input: $input) {
    __typename
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnnotateMeasuresMutation, AnnotateMeasuresMutationVariables>;
export const DeleteMeasureAnnotationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DeleteMeasureAnnotation($id: ID!, $version: Int!) {
  deleteMeasureAnnotation(id: $id, version: $version) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<DeleteMeasureAnnotationMutation, DeleteMeasureAnnotationMutationVariables>;
export const ImportMeasureTableDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ImportMeasureTable($input: MeasureTableInput!) {
  importMeasureTable(input: $input) {
    __typename
    ... on InvalidInput {
      path
      message
    }
    ... on MeasureTableTaken {
      readCount
      acceptedCount
      rejectedCount
      changedCount
      firstOn
      lastOn
      rejects {
        record
        column
        raw
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportMeasureTableMutation, ImportMeasureTableMutationVariables>;
export const MyAdherenceDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyAdherence {
  myAdherence {
    zone
    figures {
      ...AdherenceFiguresParts
    }
    days {
      on
      final
      figures {
        ...AdherenceFiguresParts
      }
    }
    exceptions {
      ...AdherenceExceptionParts
    }
  }
}
    fragment AdherenceFiguresParts on AdherenceFigures {
  adherenceFraction
  conformanceKind
  conformanceFraction
  scheduledSeconds
  outSeconds
  explainedSeconds
  ignoredSeconds
  unknownSeconds
  outsideSeconds
  contactScheduledSeconds
  contactWorkedSeconds
}
fragment AdherenceExceptionParts on AdherenceException {
  id
  kind
  startAt
  endAt
  scopeKind
  agentCount
  agentId
  agentName
  note
  state
  proposedBy
  createdAt
  decidedBy
  decidedAt
  decisionNote
}`) as unknown as TypedDocumentString<MyAdherenceQuery, MyAdherenceQueryVariables>;
export const MyAdherenceDayDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyAdherenceDay($on: LocalDate!) {
  myAdherenceDay(on: $on) {
    on
    zone
    judgedUntil
    figures {
      ...AdherenceFiguresParts
    }
    spans {
      startAt
      endAt
      status
      credit
      activityTypeId
      state
    }
  }
}
    fragment AdherenceFiguresParts on AdherenceFigures {
  adherenceFraction
  conformanceKind
  conformanceFraction
  scheduledSeconds
  outSeconds
  explainedSeconds
  ignoredSeconds
  unknownSeconds
  outsideSeconds
  contactScheduledSeconds
  contactWorkedSeconds
}`) as unknown as TypedDocumentString<MyAdherenceDayQuery, MyAdherenceDayQueryVariables>;
export const ExplainDeviationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ExplainDeviation($input: ExplainDeviationInput!) {
  explainDeviation(input: $input) {
    __typename
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainDeviationMutation, ExplainDeviationMutationVariables>;
export const WithdrawExplanationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawExplanation($id: ID!) {
  withdrawExplanation(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<WithdrawExplanationMutation, WithdrawExplanationMutationVariables>;
export const MyNumbersDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyNumbers {
  myNumbers {
    fromOn
    untilOn
    shiftCount
    peopleCount
    leastPeople
    hard {
      minutesPerShift
      team {
        low
        median
        high
      }
    }
    counts {
      id
      dates
      team {
        low
        median
        high
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyNumbersQuery, MyNumbersQueryVariables>;
export const MyNoticeSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyNoticeSettings {
  myNoticeSettings {
    ...NoticeSettingsFields
  }
  myCalendarLink {
    createdAt
    readAt
    reader
  }
}
    fragment NoticeSettingsFields on NoticeSettings {
  language
  mail
  push
  quietFromMinute
  quietUntilMinute
  digestMinute
  urgentAnyway
  dayAlerts
  zone
  mailIsOn
  pushPublicKey
  devices {
    id
    label
    createdAt
    deliveredAt
  }
}`) as unknown as TypedDocumentString<MyNoticeSettingsQuery, MyNoticeSettingsQueryVariables>;
export const SaveNoticeSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveNoticeSettings($input: NoticeSettingsInput!) {
  saveNoticeSettings(input: $input) {
    __typename
    ...NoticeSettingsFields
    ... on InvalidInput {
      path
      message
    }
  }
}
    fragment NoticeSettingsFields on NoticeSettings {
  language
  mail
  push
  quietFromMinute
  quietUntilMinute
  digestMinute
  urgentAnyway
  dayAlerts
  zone
  mailIsOn
  pushPublicKey
  devices {
    id
    label
    createdAt
    deliveredAt
  }
}`) as unknown as TypedDocumentString<SaveNoticeSettingsMutation, SaveNoticeSettingsMutationVariables>;
export const AddPushDeviceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddPushDevice($input: PushDeviceInput!) {
  addPushDevice(input: $input) {
    __typename
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddPushDeviceMutation, AddPushDeviceMutationVariables>;
export const RemovePushDeviceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemovePushDevice($id: ID!) {
  removePushDevice(id: $id)
}
    `) as unknown as TypedDocumentString<RemovePushDeviceMutation, RemovePushDeviceMutationVariables>;
export const SendTestNoticeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SendTestNotice {
  sendTestNotice
}
    `) as unknown as TypedDocumentString<SendTestNoticeMutation, SendTestNoticeMutationVariables>;
export const MakeCalendarLinkDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation MakeCalendarLink {
  makeCalendarLink {
    path
  }
}
    `) as unknown as TypedDocumentString<MakeCalendarLinkMutation, MakeCalendarLinkMutationVariables>;
export const RevokeCalendarLinkDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RevokeCalendarLink {
  revokeCalendarLink
}
    `) as unknown as TypedDocumentString<RevokeCalendarLinkMutation, RevokeCalendarLinkMutationVariables>;
export const MyTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyTimeOff {
  myTimeOff {
    kinds {
      ...TimeOffKindFields
    }
    adjustments {
      ...TimeOffAdjustmentFields
    }
    requests {
      ...TimeOffRequestFields
    }
  }
}
    fragment TimeOffKindFields on TimeOffKind {
  code
  title {
    en
    ja
  }
  hasBalance
  archived
  balance {
    yearUntilOn
    grantedMinutes
    toComeMinutes
    carriedMinutes
    adjustedMinutes
    takenMinutes
    leftMinutes
    lapsesMinutes
  }
}
fragment TimeOffAdjustmentFields on TimeOffAdjustment {
  id
  kind
  on
  minutes
  reason
  authorName
}
fragment TimeOffRequestFields on TimeOffRequest {
  id
  agentName
  kind
  startAt
  endAt
  state
  verdict
  decision
  decidedReason
  paidMinutes
  note
  position
}`) as unknown as TypedDocumentString<MyTimeOffQuery, MyTimeOffQueryVariables>;
export const JudgeTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    query JudgeTimeOff($input: TimeOffInput!) {
  judgeTimeOff(input: $input) {
    __typename
    ... on TimeOffJudgement {
      verdict
      reason
      needMinutes
      cover {
        shiftCount
        paidHours
        shortHours
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<JudgeTimeOffQuery, JudgeTimeOffQueryVariables>;
export const AskTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AskTimeOff($input: TimeOffInput!) {
  askTimeOff(input: $input) {
    __typename
    ... on TimeOffAsked {
      requestId
      judgement {
        verdict
        reason
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AskTimeOffMutation, AskTimeOffMutationVariables>;
export const WithdrawTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawTimeOff($id: ID!) {
  withdrawTimeOff(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<WithdrawTimeOffMutation, WithdrawTimeOffMutationVariables>;
export const WaitingTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WaitingTimeOff {
  waitingTimeOff {
    ...TimeOffRequestFields
    cover {
      shiftCount
      paidHours
      shortHours
    }
  }
}
    fragment TimeOffRequestFields on TimeOffRequest {
  id
  agentName
  kind
  startAt
  endAt
  state
  verdict
  decision
  decidedReason
  paidMinutes
  note
  position
}`) as unknown as TypedDocumentString<WaitingTimeOffQuery, WaitingTimeOffQueryVariables>;
export const DecideTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DecideTimeOff($id: ID!, $approve: Boolean!, $reason: String) {
  decideTimeOff(id: $id, approve: $approve, reason: $reason) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<DecideTimeOffMutation, DecideTimeOffMutationVariables>;
export const FindTimeOffAgentsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query FindTimeOffAgents($search: String!) {
  agents(search: $search, first: 8) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindTimeOffAgentsQuery, FindTimeOffAgentsQueryVariables>;
export const TimeOffAccountDocument = /* @__PURE__ */ new TypedDocumentString(`
    query TimeOffAccount($agentId: ID!) {
  timeOffAccount(agentId: $agentId) {
    agentId
    agentName
    ...TimeOffAccountFields
  }
}
    fragment TimeOffAccountFields on TimeOffAccount {
  kinds {
    ...TimeOffKindFields
  }
  adjustments {
    ...TimeOffAdjustmentFields
  }
}
fragment TimeOffKindFields on TimeOffKind {
  code
  title {
    en
    ja
  }
  hasBalance
  archived
  balance {
    yearUntilOn
    grantedMinutes
    toComeMinutes
    carriedMinutes
    adjustedMinutes
    takenMinutes
    leftMinutes
    lapsesMinutes
  }
}
fragment TimeOffAdjustmentFields on TimeOffAdjustment {
  id
  kind
  on
  minutes
  reason
  authorName
}`) as unknown as TypedDocumentString<TimeOffAccountQuery, TimeOffAccountQueryVariables>;
export const AdjustTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AdjustTimeOff($input: TimeOffAdjustmentInput!) {
  adjustTimeOff(input: $input) {
    __typename
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AdjustTimeOffMutation, AdjustTimeOffMutationVariables>;
export const MyAvailabilityDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyAvailability {
  myAvailability {
    ...MyAvailabilityFields
  }
}
    fragment MyAvailabilityFields on MyAvailability {
  wishes {
    kind
    on
    fromMinute
    untilMinute
    weight
  }
  wishBudget
  mostWishes
  judgedCount
  metCount
  judged {
    on
    kind
    fromMinute
    untilMinute
    met
  }
  exceptions {
    on
    canWork
    fromMinute
    untilMinute
  }
  windows {
    weekday
    fromMinute
    untilMinute
  }
  neededMinutes
}`) as unknown as TypedDocumentString<MyAvailabilityQuery, MyAvailabilityQueryVariables>;
export const SaveMyWishesDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveMyWishes($wishes: [MyWishInput!]!) {
  saveMyWishes(wishes: $wishes) {
    __typename
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMyWishesMutation, SaveMyWishesMutationVariables>;
export const SaveMyAvailabilityDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveMyAvailability($windows: [MyAvailabilityWindowInput!]!) {
  saveMyAvailability(windows: $windows) {
    __typename
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMyAvailabilityMutation, SaveMyAvailabilityMutationVariables>;
export const SaveMyAvailabilityExceptionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveMyAvailabilityExceptions($exceptions: [MyAvailabilityExceptionInput!]!) {
  saveMyAvailabilityExceptions(exceptions: $exceptions) {
    __typename
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMyAvailabilityExceptionsMutation, SaveMyAvailabilityExceptionsMutationVariables>;
export const ExplainMyWishDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExplainMyWish($wish: MyWishInput!) {
  explainMyWish(wish: $wish) {
    __typename
    ... on MyWishExplained {
      text {
        en
        ja
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainMyWishQuery, ExplainMyWishQueryVariables>;
export const ReportsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Reports {
  dashboards {
    ...DashboardFields
  }
  dailyReports {
    on
    note
    writtenAt
  }
}
    fragment DashboardFields on Dashboard {
  id
  title
  ownerName
  sharedWith
  period
  mayEdit
  version
  tiles {
    id
    kind
    width
    measureId
    queueId
    cut
    text
    path
  }
}`) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const DashboardContentDocument = /* @__PURE__ */ new TypedDocumentString(`
    query DashboardContent($id: ID!) {
  dashboardContent(id: $id) {
    __typename
    ... on ReportContent {
      ...ReportContentFields
    }
  }
}
    fragment ReportContentFields on ReportContent {
  title {
    en
    ja
  }
  period {
    en
    ja
  }
  fromOn
  days
  blocks {
    id
    title {
      en
      ja
    }
    width
    path
    figure {
      value
      text {
        en
        ja
      }
      why {
        en
        ja
      }
      target {
        en
        ja
      }
      met
      before {
        en
        ja
      }
      change {
        en
        ja
      }
    }
    chart {
      labels {
        en
        ja
      }
      unit
      lines {
        title {
          en
          ja
        }
        values
      }
      target
    }
    table {
      head {
        en
        ja
      }
      columns {
        en
        ja
      }
      rows {
        title {
          en
          ja
        }
        path
        cells {
          text {
            en
            ja
          }
          value
        }
      }
    }
    paragraphs {
      text {
        en
        ja
      }
      path
    }
  }
}`) as unknown as TypedDocumentString<DashboardContentQuery, DashboardContentQueryVariables>;
export const ReportChoicesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ReportChoices {
  reportPeriods {
    id
    title {
      en
      ja
    }
  }
  reportMeasures {
    id
    title {
      en
      ja
    }
  }
}
    `) as unknown as TypedDocumentString<ReportChoicesQuery, ReportChoicesQueryVariables>;
export const SaveDashboardDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveDashboard($input: DashboardInput!) {
  saveDashboard(input: $input) {
    __typename
    ... on DashboardSaved {
      dashboard {
        ...DashboardFields
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    fragment DashboardFields on Dashboard {
  id
  title
  ownerName
  sharedWith
  period
  mayEdit
  version
  tiles {
    id
    kind
    width
    measureId
    queueId
    cut
    text
    path
  }
}`) as unknown as TypedDocumentString<SaveDashboardMutation, SaveDashboardMutationVariables>;
export const DeleteDashboardDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DeleteDashboard($id: ID!, $version: Int!) {
  deleteDashboard(id: $id, version: $version) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<DeleteDashboardMutation, DeleteDashboardMutationVariables>;
export const DailyReportDocument = /* @__PURE__ */ new TypedDocumentString(`
    query DailyReport($on: LocalDate!) {
  dailyReport(on: $on) {
    __typename
    ... on DailyReport {
      ...DailyReportFields
      content {
        ...ReportContentFields
      }
    }
  }
}
    fragment ReportContentFields on ReportContent {
  title {
    en
    ja
  }
  period {
    en
    ja
  }
  fromOn
  days
  blocks {
    id
    title {
      en
      ja
    }
    width
    path
    figure {
      value
      text {
        en
        ja
      }
      why {
        en
        ja
      }
      target {
        en
        ja
      }
      met
      before {
        en
        ja
      }
      change {
        en
        ja
      }
    }
    chart {
      labels {
        en
        ja
      }
      unit
      lines {
        title {
          en
          ja
        }
        values
      }
      target
    }
    table {
      head {
        en
        ja
      }
      columns {
        en
        ja
      }
      rows {
        title {
          en
          ja
        }
        path
        cells {
          text {
            en
            ja
          }
          value
        }
      }
    }
    paragraphs {
      text {
        en
        ja
      }
      path
    }
  }
}
fragment DailyReportFields on DailyReport {
  on
  zone
  note
  noteByName
  noteAt
  writtenAt
  version
}`) as unknown as TypedDocumentString<DailyReportQuery, DailyReportQueryVariables>;
export const RewriteDailyReportDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RewriteDailyReport($on: LocalDate!) {
  rewriteDailyReport(on: $on) {
    __typename
    ... on DailyReport {
      ...DailyReportFields
      content {
        ...ReportContentFields
      }
    }
  }
}
    fragment ReportContentFields on ReportContent {
  title {
    en
    ja
  }
  period {
    en
    ja
  }
  fromOn
  days
  blocks {
    id
    title {
      en
      ja
    }
    width
    path
    figure {
      value
      text {
        en
        ja
      }
      why {
        en
        ja
      }
      target {
        en
        ja
      }
      met
      before {
        en
        ja
      }
      change {
        en
        ja
      }
    }
    chart {
      labels {
        en
        ja
      }
      unit
      lines {
        title {
          en
          ja
        }
        values
      }
      target
    }
    table {
      head {
        en
        ja
      }
      columns {
        en
        ja
      }
      rows {
        title {
          en
          ja
        }
        path
        cells {
          text {
            en
            ja
          }
          value
        }
      }
    }
    paragraphs {
      text {
        en
        ja
      }
      path
    }
  }
}
fragment DailyReportFields on DailyReport {
  on
  zone
  note
  noteByName
  noteAt
  writtenAt
  version
}`) as unknown as TypedDocumentString<RewriteDailyReportMutation, RewriteDailyReportMutationVariables>;
export const NoteDailyReportDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation NoteDailyReport($on: LocalDate!, $version: Int!, $note: String!) {
  noteDailyReport(on: $on, version: $version, note: $note) {
    __typename
    ... on DailyReport {
      ...DailyReportFields
      content {
        ...ReportContentFields
      }
    }
    ... on InvalidInput {
      message
    }
  }
}
    fragment ReportContentFields on ReportContent {
  title {
    en
    ja
  }
  period {
    en
    ja
  }
  fromOn
  days
  blocks {
    id
    title {
      en
      ja
    }
    width
    path
    figure {
      value
      text {
        en
        ja
      }
      why {
        en
        ja
      }
      target {
        en
        ja
      }
      met
      before {
        en
        ja
      }
      change {
        en
        ja
      }
    }
    chart {
      labels {
        en
        ja
      }
      unit
      lines {
        title {
          en
          ja
        }
        values
      }
      target
    }
    table {
      head {
        en
        ja
      }
      columns {
        en
        ja
      }
      rows {
        title {
          en
          ja
        }
        path
        cells {
          text {
            en
            ja
          }
          value
        }
      }
    }
    paragraphs {
      text {
        en
        ja
      }
      path
    }
  }
}
fragment DailyReportFields on DailyReport {
  on
  zone
  note
  noteByName
  noteAt
  writtenAt
  version
}`) as unknown as TypedDocumentString<NoteDailyReportMutation, NoteDailyReportMutationVariables>;
export const ReportSendingDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ReportSending {
  reportSchedules {
    ...ReportScheduleFields
  }
  reportRecipients {
    id
    name
  }
}
    fragment ReportScheduleFields on ReportSchedule {
  id
  subject
  dashboardId
  cadence
  weekday
  monthDay
  localMinute
  zone
  userIds
  addresses
  addressLocale
  nextAt
  version
  lastDueAt
  sentCount
  openCount
  failedCount
}`) as unknown as TypedDocumentString<ReportSendingQuery, ReportSendingQueryVariables>;
export const SaveReportScheduleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveReportSchedule($input: ReportScheduleInput!) {
  saveReportSchedule(input: $input) {
    __typename
    ... on ReportScheduleSaved {
      schedule {
        ...ReportScheduleFields
      }
    }
    ... on ReportAddressesToConfirm {
      addresses
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    fragment ReportScheduleFields on ReportSchedule {
  id
  subject
  dashboardId
  cadence
  weekday
  monthDay
  localMinute
  zone
  userIds
  addresses
  addressLocale
  nextAt
  version
  lastDueAt
  sentCount
  openCount
  failedCount
}`) as unknown as TypedDocumentString<SaveReportScheduleMutation, SaveReportScheduleMutationVariables>;
export const DeleteReportScheduleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DeleteReportSchedule($id: ID!, $version: Int!) {
  deleteReportSchedule(id: $id, version: $version) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<DeleteReportScheduleMutation, DeleteReportScheduleMutationVariables>;
export const SendReportNowDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SendReportNow($id: ID!) {
  sendReportNow(id: $id) {
    __typename
    ... on ReportSendingStarted {
      recipients
    }
  }
}
    `) as unknown as TypedDocumentString<SendReportNowMutation, SendReportNowMutationVariables>;
export const ReportSharesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ReportShares {
  reportShares {
    id
    dashboardId
    on
    createdBy
    createdAt
    expiresAt
    revokedAt
    openCount
    lastOpenedAt
  }
}
    `) as unknown as TypedDocumentString<ReportSharesQuery, ReportSharesQueryVariables>;
export const ShareReportDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ShareReport($days: Int!, $dashboardId: ID, $on: LocalDate) {
  shareReport(days: $days, dashboardId: $dashboardId, on: $on) {
    __typename
    ... on ReportShareCreated {
      path
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ShareReportMutation, ShareReportMutationVariables>;
export const RevokeReportShareDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RevokeReportShare($id: ID!) {
  revokeReportShare(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<RevokeReportShareMutation, RevokeReportShareMutationVariables>;
export const SharedReportDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SharedReport($token: String!) {
  sharedReport(token: $token) {
    __typename
    ... on SharedReport {
      expiresAt
      content {
        ...ReportContentFields
      }
    }
    ... on TooManyReads {
      waitSeconds
    }
  }
}
    fragment ReportContentFields on ReportContent {
  title {
    en
    ja
  }
  period {
    en
    ja
  }
  fromOn
  days
  blocks {
    id
    title {
      en
      ja
    }
    width
    path
    figure {
      value
      text {
        en
        ja
      }
      why {
        en
        ja
      }
      target {
        en
        ja
      }
      met
      before {
        en
        ja
      }
      change {
        en
        ja
      }
    }
    chart {
      labels {
        en
        ja
      }
      unit
      lines {
        title {
          en
          ja
        }
        values
      }
      target
    }
    table {
      head {
        en
        ja
      }
      columns {
        en
        ja
      }
      rows {
        title {
          en
          ja
        }
        path
        cells {
          text {
            en
            ja
          }
          value
        }
      }
    }
    paragraphs {
      text {
        en
        ja
      }
      path
    }
  }
}`) as unknown as TypedDocumentString<SharedReportQuery, SharedReportQueryVariables>;
export const RosterBestDocument = /* @__PURE__ */ new TypedDocumentString(`
    query RosterBest($scheduleId: ID!) {
  rosterBest(scheduleId: $scheduleId) {
    jobId
    seconds
    cost
    storedAt
    shifts {
      ...PackedShiftsFields
    }
  }
}
    fragment PackedShiftsFields on PackedShifts {
  ids
  versions
  agentIndex
  startMinute
  lengthMinutes
  templateIndex
  flags
  activityOffset
  activityType
  activityStartMinute
  activityLengthMinutes
  templateIds
  activityTypeIds
}`) as unknown as TypedDocumentString<RosterBestQuery, RosterBestQueryVariables>;
export const BoardEffectsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query BoardEffects($fromOn: LocalDate!, $days: Int!) {
  requirement(fromOn: $fromOn, days: $days) {
    queues {
      queue {
        id
      }
      startAt
      stepMinutes
      contacts
      averageHandleSeconds
      requiredAgents
      agentsToRoster
      plan {
        modelId
        patienceSeconds
        concurrency
        slowdownFraction
        lines
        redialFraction
        goal {
          answerWithinSeconds
          serviceLevelVariant
        }
      }
    }
  }
  planningWeights {
    weights {
      id
      value
    }
  }
}
    `) as unknown as TypedDocumentString<BoardEffectsQuery, BoardEffectsQueryVariables>;
export const BreakProposalDocument = /* @__PURE__ */ new TypedDocumentString(`
    query BreakProposal($scheduleId: ID!, $fromAt: DateTime!) {
  breakProposal(scheduleId: $scheduleId, fromAt: $fromAt) {
    searchedShifts
    staffingBefore
    staffingAfter
    savedHours
    shifts {
      ...ShiftFields
    }
  }
}
    fragment ShiftFields on Shift {
  id
  version
  agentId
  startAt
  endAt
  templateId
  locked
  handEdited
  agreedForm
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}`) as unknown as TypedDocumentString<BreakProposalQuery, BreakProposalQueryVariables>;
export const ClosedTimesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ClosedTimes($fromOn: LocalDate!, $untilOn: LocalDate!) {
  closedTimes(fromOn: $fromOn, untilOn: $untilOn) {
    siteId
    spans {
      startAt
      endAt
    }
  }
}
    `) as unknown as TypedDocumentString<ClosedTimesQuery, ClosedTimesQueryVariables>;
export const ScheduleDeskDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScheduleDesk($weekOf: LocalDate!) {
  scheduleBoard(weekOf: $weekOf) {
    schedule {
      ...ScheduleInfoFields
    }
    startAt
    endAt
    slotMinutes
    agents {
      id
      name
      nameReading
      siteId
      teamId
      contractId
      zone
      skillIds
      seniority
      availability {
        weekday
        fromMinute
        untilMinute
      }
      availabilityExceptions {
        on
        canWork
        fromMinute
        untilMinute
      }
    }
    shifts {
      ...PackedShiftsFields
    }
    history {
      ...PackedShiftsFields
    }
    historyFromAt
    sessionTitles {
      shiftId
      startMinute
      title
    }
    timeOff {
      agentId
      startAt
      endAt
      paidMinutes
      reason
    }
    requirement {
      requirement {
        id
        version
      }
      queues {
        queue {
          id
          skillId
          name {
            en
            ja
          }
        }
        startAt
        stepMinutes
        agentsToRoster
      }
    }
  }
}
    fragment ScheduleInfoFields on ScheduleInfo {
  id
  siteId
  weekStartOn
  weeks
  zone
  state
  version
  publishedAt
  changesSincePublish
  requirementId
  updatedAt
}
fragment PackedShiftsFields on PackedShifts {
  ids
  versions
  agentIndex
  startMinute
  lengthMinutes
  templateIndex
  flags
  activityOffset
  activityType
  activityStartMinute
  activityLengthMinutes
  templateIds
  activityTypeIds
}`) as unknown as TypedDocumentString<ScheduleDeskQuery, ScheduleDeskQueryVariables>;
export const PlanningDataDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PlanningData {
  viewer {
    organisation {
      shiftTemplates {
        id
        title
        earliestStartMinute
        latestStartMinute
        startStepMinutes
        lengthMinutes
        weekdays
        activities {
          activityTypeId
          lengthMinutes
          earliestStartMinutes
          latestStartMinutes
          minGapMinutes
        }
      }
      contracts {
        id
        title
        weeklyMinutesMin
        weeklyMinutesMax
        daysPerWeekMax
        templateIds
      }
      ruleSettings {
        ruleId
        level
        parameters
        weight
        contractIds
        siteIds
        source
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanningDataQuery, PlanningDataQueryVariables>;
export const RosterJobsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query RosterJobs {
  jobs(first: 10, kind: "roster") {
    edges {
      node {
        ...JobFields
      }
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<RosterJobsQuery, RosterJobsQueryVariables>;
export const PublishPreviewDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PublishPreview($scheduleId: ID!, $part: PublishPartInput) {
  publishPreview(scheduleId: $scheduleId, part: $part) {
    schedule {
      ...ScheduleInfoFields
    }
    mustBreaches {
      ...BreachFields
    }
    preferBreaches {
      ...BreachFields
    }
    cannotJudgeCount
    shortHours
    overHours
    withinFivePercentFraction
    noticeDays
    changedAgents
    newShifts
    changedShifts
    removedShifts
    agentsToTell
    cost
    wishCost
    fairnessCost
    wellbeingCost
    people {
      agentId
      firstAt
      shifts {
        before {
          startAt
          endAt
        }
        after {
          startAt
          endAt
        }
      }
    }
  }
}
    fragment ScheduleInfoFields on ScheduleInfo {
  id
  siteId
  weekStartOn
  weeks
  zone
  state
  version
  publishedAt
  changesSincePublish
  requirementId
  updatedAt
}
fragment BreachFields on Breach {
  ruleId
  title {
    en
    ja
  }
  level
  agentId
  at
  amount
  amountUnit
  message {
    en
    ja
  }
  source
  values
}`) as unknown as TypedDocumentString<PublishPreviewQuery, PublishPreviewQueryVariables>;
export const CreateScheduleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CreateSchedule($weekStartOn: LocalDate!) {
  createSchedule(weekStartOn: $weekStartOn) {
    __typename
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateScheduleMutation, CreateScheduleMutationVariables>;
export const EditShiftsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation EditShifts($input: EditShiftsInput!) {
  editShifts(input: $input) {
    __typename
    ... on ShiftsEdited {
      scheduleVersion
      changesSincePublish
      shifts {
        ...ShiftFields
      }
      removedIds
    }
    ... on EditedMeanwhile {
      message
      scheduleVersion
      shifts {
        ...ShiftFields
      }
      removedIds
      changedBy
      changedAt
      changedWhat
    }
    ... on ScheduleHasBreaches {
      message
      breaches {
        ...BreachFields
      }
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    fragment ShiftFields on Shift {
  id
  version
  agentId
  startAt
  endAt
  templateId
  locked
  handEdited
  agreedForm
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}
fragment BreachFields on Breach {
  ruleId
  title {
    en
    ja
  }
  level
  agentId
  at
  amount
  amountUnit
  message {
    en
    ja
  }
  source
  values
}`) as unknown as TypedDocumentString<EditShiftsMutation, EditShiftsMutationVariables>;
export const GenerateScheduleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation GenerateSchedule($input: GenerateInput!) {
  generateSchedule(input: $input) {
    __typename
    ... on JobStarted {
      job {
        ...JobFields
      }
    }
    ... on RequirementMissing {
      message
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<GenerateScheduleMutation, GenerateScheduleMutationVariables>;
export const CancelRosterJobDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CancelRosterJob($id: ID!) {
  cancelJob(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<CancelRosterJobMutation, CancelRosterJobMutationVariables>;
export const PublishScheduleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PublishSchedule($scheduleId: ID!, $expectedVersion: Int!, $overrideReason: String, $part: PublishPartInput) {
  publishSchedule(
    scheduleId: $scheduleId
    expectedVersion: $expectedVersion
    overrideReason: $overrideReason
    part: $part
  ) {
    __typename
    ... on SchedulePublished {
      schedule {
        ...ScheduleInfoFields
      }
      notifiedAgents
    }
    ... on ScheduleHasBreaches {
      message
      breaches {
        ...BreachFields
      }
    }
    ... on ScheduleAlreadyPublished {
      message
    }
    ... on EditedMeanwhile {
      message
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
    }
  }
}
    fragment ScheduleInfoFields on ScheduleInfo {
  id
  siteId
  weekStartOn
  weeks
  zone
  state
  version
  publishedAt
  changesSincePublish
  requirementId
  updatedAt
}
fragment BreachFields on Breach {
  ruleId
  title {
    en
    ja
  }
  level
  agentId
  at
  amount
  amountUnit
  message {
    en
    ja
  }
  source
  values
}`) as unknown as TypedDocumentString<PublishScheduleMutation, PublishScheduleMutationVariables>;
export const RosterJobChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription RosterJobChanged($id: ID!) {
  jobChanged(id: $id) {
    ...JobFields
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<RosterJobChangedSubscription, RosterJobChangedSubscriptionVariables>;
export const ScheduleChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription ScheduleChanged($scheduleId: ID!) {
  scheduleChanged(scheduleId: $scheduleId) {
    scheduleId
    version
    state
    changesSincePublish
    changedBy
    shifts {
      ...ShiftFields
    }
    removedIds
    reload
  }
}
    fragment ShiftFields on Shift {
  id
  version
  agentId
  startAt
  endAt
  templateId
  locked
  handEdited
  agreedForm
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}`) as unknown as TypedDocumentString<ScheduleChangedSubscription, ScheduleChangedSubscriptionVariables>;
export const ExplainShortageDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExplainShortage($scheduleId: ID!, $queueId: ID!, $at: DateTime!) {
  explainShortage(scheduleId: $scheduleId, queueId: $queueId, at: $at) {
    __typename
    ... on ShortageExplained {
      startAt
      endAt
      missingHours
      reasons {
        limit
        title {
          en
          ja
        }
        agentIds
        gain {
          agentId
          text {
            en
            ja
          }
          hoursSaved
          shifts {
            ...MendingShiftFields
          }
        }
      }
      worthMoreElsewhere
      improvable
      improvements {
        agentId
        hoursSaved
        shifts {
          ...MendingShiftFields
        }
      }
      severalLimits
      noTemplate
      beforePlan
    }
  }
}
    fragment MendingShiftFields on MendingShift {
  startAt
  endAt
  templateId
  activities {
    activityTypeId
    startAt
    endAt
  }
}`) as unknown as TypedDocumentString<ExplainShortageQuery, ExplainShortageQueryVariables>;
export const ExplainWeekDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExplainWeek($scheduleId: ID!, $wish: WishInput!) {
  explainWeek(scheduleId: $scheduleId, wish: $wish) {
    __typename
    ... on WeekExplained {
      outcome
      planner {
        en
        ja
      }
      agent {
        en
        ja
      }
      hoursChange
      conflict {
        en
        ja
      }
      shifts {
        startAt
        endAt
        templateId
      }
    }
    ... on InvalidInput {
      message
      path
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainWeekQuery, ExplainWeekQueryVariables>;
export const ScheduleVersionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScheduleVersions($scheduleId: ID!) {
  scheduleVersions(scheduleId: $scheduleId) {
    version
    keptBecause
    keptAt
    shiftCount
    title
    keptBy
  }
}
    `) as unknown as TypedDocumentString<ScheduleVersionsQuery, ScheduleVersionsQueryVariables>;
export const ScheduleDifferenceDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScheduleDifference($scheduleId: ID!, $version: Int!, $against: Int) {
  scheduleDifference(
    scheduleId: $scheduleId
    version: $version
    against: $against
  ) {
    __typename
    ... on ScheduleDifference {
      before {
        cost
        wishCost
        ruleCost
        fairnessCost
        wellbeingCost
        hardBreaches
        shortHours
        overHours
      }
      after {
        cost
        wishCost
        ruleCost
        fairnessCost
        wellbeingCost
        hardBreaches
        shortHours
        overHours
      }
      agents {
        agentId
        paidMinutesBefore
        paidMinutesAfter
        shifts {
          on
          kind
          before {
            startAt
            endAt
          }
          after {
            startAt
            endAt
          }
          aspects
        }
      }
      goneBreaches {
        agentId
        level
        message {
          en
          ja
        }
      }
      newBreaches {
        agentId
        level
        message {
          en
          ja
        }
      }
      coverage {
        queueId
        startAt
        endAt
        shortHoursBefore
        shortHoursAfter
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScheduleDifferenceQuery, ScheduleDifferenceQueryVariables>;
export const MyWeekDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyWeek($weekOf: LocalDate!) {
  myWeek(weekOf: $weekOf) {
    weekStartOn
    zone
    published
    publishedAt
    scheduledPaidMinutes
    contract {
      title
      weeklyMinutesMin
      weeklyMinutesMax
    }
    shifts {
      siteZone
      changedSincePublish
      template {
        id
        title
      }
      shift {
        ...MyShiftFields
      }
      before {
        ...MyShiftFields
      }
    }
    timeOff {
      startAt
      endAt
      paidMinutes
      reason
    }
    notices {
      id
      kind
      createdAt
      text {
        en
        ja
      }
      todo {
        en
        ja
      }
      path
      seenAt
      acknowledgedAt
    }
  }
}
    fragment MyShiftFields on Shift {
  id
  startAt
  endAt
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}`) as unknown as TypedDocumentString<MyWeekQuery, MyWeekQueryVariables>;
export const AcknowledgeNoticeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AcknowledgeNotice($id: ID!) {
  acknowledgeNotice(id: $id)
}
    `) as unknown as TypedDocumentString<AcknowledgeNoticeMutation, AcknowledgeNoticeMutationVariables>;
export const SeeNoticesDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SeeNotices($ids: [ID!]!) {
  seeNotices(ids: $ids)
}
    `) as unknown as TypedDocumentString<SeeNoticesMutation, SeeNoticesMutationVariables>;
export const NoticesChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription NoticesChanged {
  noticesChanged {
    unseenCount
  }
}
    `) as unknown as TypedDocumentString<NoticesChangedSubscription, NoticesChangedSubscriptionVariables>;
export const MyTeamDayDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyTeamDay($on: LocalDate!) {
  myTeamDay(on: $on) {
    visible
    mates {
      agentId
      name
      startAt
      endAt
    }
  }
}
    `) as unknown as TypedDocumentString<MyTeamDayQuery, MyTeamDayQueryVariables>;
export const ScheduleSessionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScheduleSessions($scheduleId: ID!) {
  scheduleSessions(scheduleId: $scheduleId) {
    sessions {
      ...PlacedSession
    }
  }
}
    fragment PlacedSession on SessionInSchedule {
  members
  session {
    id
    version
    title
    activityTypeId
    lengthMinutes
    form
  }
  occurrences {
    index
    startAt
    endAt
    missing
    places {
      startAt
      endAt
      agentIds
    }
  }
}`) as unknown as TypedDocumentString<ScheduleSessionsQuery, ScheduleSessionsQueryVariables>;
export const SessionProposalsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SessionProposals($scheduleId: ID!, $sessionId: ID!, $occurrence: Int!, $from: SessionFromInput) {
  sessionProposals(
    scheduleId: $scheduleId
    sessionId: $sessionId
    occurrence: $occurrence
    from: $from
  ) {
    __typename
    ... on SessionProposals {
      proposals {
        startAt
        endAt
        agentIds
        harm
        shortMinutes
      }
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SessionProposalsQuery, SessionProposalsQueryVariables>;
export const SaveSessionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSession($input: SessionInput!) {
  saveSession(input: $input) {
    __typename
    ... on SessionSaved {
      session {
        id
      }
    }
    ... on InvalidInput {
      path
      message
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveSessionMutation, SaveSessionMutationVariables>;
export const RemoveSessionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveSession($id: ID!, $version: Int!) {
  removeSession(id: $id, version: $version) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<RemoveSessionMutation, RemoveSessionMutationVariables>;
export const PlaceMissingSessionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PlaceMissingSessions($scheduleId: ID!, $sessionId: ID!) {
  placeMissingSessions(scheduleId: $scheduleId, sessionId: $sessionId) {
    __typename
    ... on InvalidInput {
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceMissingSessionsMutation, PlaceMissingSessionsMutationVariables>;
export const PlaceSessionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PlaceSession($input: PlaceSessionInput!) {
  placeSession(input: $input) {
    __typename
    ... on InvalidInput {
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceSessionMutation, PlaceSessionMutationVariables>;
export const RemoveSessionPlaceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveSessionPlace($input: SessionPlaceInput!) {
  removeSessionPlace(input: $input) {
    __typename
    ... on InvalidInput {
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveSessionPlaceMutation, RemoveSessionPlaceMutationVariables>;
export const AnnouncePresenceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AnnouncePresence($scheduleId: ID!, $clientId: ID!, $cells: [PresenceCellInput!]!) {
  announcePresence(scheduleId: $scheduleId, clientId: $clientId, cells: $cells) {
    __typename
    ...PresentPlannersFields
  }
}
    fragment PresentPlannersFields on PresentPlanners {
  planners {
    clientId
    userId
    name
    seenAt
    cells {
      agentId
      on
    }
  }
}`) as unknown as TypedDocumentString<AnnouncePresenceMutation, AnnouncePresenceMutationVariables>;
export const LeaveScheduleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation LeaveSchedule($scheduleId: ID!, $clientId: ID!) {
  leaveSchedule(scheduleId: $scheduleId, clientId: $clientId)
}
    `) as unknown as TypedDocumentString<LeaveScheduleMutation, LeaveScheduleMutationVariables>;
export const PresenceChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription PresenceChanged($scheduleId: ID!) {
  presenceChanged(scheduleId: $scheduleId) {
    ...PresentPlannersFields
  }
}
    fragment PresentPlannersFields on PresentPlanners {
  planners {
    clientId
    userId
    name
    seenAt
    cells {
      agentId
      on
    }
  }
}`) as unknown as TypedDocumentString<PresenceChangedSubscription, PresenceChangedSubscriptionVariables>;
export const ScheduleUndoDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScheduleUndo($scheduleId: ID!) {
  scheduleUndo(scheduleId: $scheduleId) {
    done {
      ...UndoStepFields
    }
    undone {
      ...UndoStepFields
    }
    hasOlder
  }
}
    fragment RememberedShiftFields on RememberedShift {
  id
  agentId
  startAt
  endAt
  templateId
  locked
  activities {
    activityTypeId
    startAt
    endAt
    title
  }
}
fragment UndoStepFields on UndoStep {
  version
  label
  changes {
    before {
      ...RememberedShiftFields
    }
    after {
      ...RememberedShiftFields
    }
  }
}`) as unknown as TypedDocumentString<ScheduleUndoQuery, ScheduleUndoQueryVariables>;
export const KeepScheduleVersionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation KeepScheduleVersion($scheduleId: ID!, $title: String!) {
  keepScheduleVersion(scheduleId: $scheduleId, title: $title) {
    __typename
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<KeepScheduleVersionMutation, KeepScheduleVersionMutationVariables>;
export const RestoreScheduleVersionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RestoreScheduleVersion($scheduleId: ID!, $version: Int!, $expectedVersion: Int!, $overrideReason: String) {
  restoreScheduleVersion(
    scheduleId: $scheduleId
    version: $version
    expectedVersion: $expectedVersion
    overrideReason: $overrideReason
  ) {
    __typename
    ... on ScheduleRestored {
      changedShifts
    }
    ... on EditedMeanwhile {
      message
    }
    ... on ScheduleHasBreaches {
      message
      breaches {
        ruleId
      }
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreScheduleVersionMutation, RestoreScheduleVersionMutationVariables>;
export const ScheduleEditsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScheduleEdits($scheduleId: ID!, $beforeVersion: Int) {
  scheduleEdits(scheduleId: $scheduleId, first: 50, beforeVersion: $beforeVersion) {
    version
    label
    at
    author
    isOwn
    undoes
    redoes
    overrideReason
  }
}
    `) as unknown as TypedDocumentString<ScheduleEditsQuery, ScheduleEditsQueryVariables>;
export const SchedulePublicationsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SchedulePublications($scheduleId: ID!) {
  schedulePublications(scheduleId: $scheduleId) {
    id
    teamIds
    fromOn
    untilOn
    publishedAt
  }
}
    `) as unknown as TypedDocumentString<SchedulePublicationsQuery, SchedulePublicationsQueryVariables>;
export const ScheduleReceiptsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScheduleReceipts($scheduleId: ID!) {
  scheduleReceipts(scheduleId: $scheduleId) {
    agentId
    hasAccount
    kind
    toldAt
    seenAt
    acknowledgedAt
  }
}
    `) as unknown as TypedDocumentString<ScheduleReceiptsQuery, ScheduleReceiptsQueryVariables>;
export const WithdrawScheduleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawSchedule($scheduleId: ID!, $expectedVersion: Int!, $reason: String!) {
  withdrawSchedule(
    scheduleId: $scheduleId
    expectedVersion: $expectedVersion
    reason: $reason
  ) {
    __typename
    ... on ScheduleWithdrawn {
      notifiedAgents
    }
    ... on EditedMeanwhile {
      message
    }
    ... on NotFound {
      message
    }
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawScheduleMutation, WithdrawScheduleMutationVariables>;
export const SavedViewsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SavedViews {
  savedViews {
    id
    title
    link
    isShared
    isOwn
    owner
  }
}
    `) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SaveViewDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveView($title: String!, $link: String!, $isShared: Boolean!) {
  saveView(title: $title, link: $link, isShared: $isShared) {
    __typename
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const DeleteViewDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DeleteView($id: ID!) {
  deleteView(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteViewMutation, DeleteViewMutationVariables>;
export const PlanningWeightsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PlanningWeights {
  planningWeights {
    ...PlanningWeightsFields
  }
}
    fragment PlanningWeightsFields on PlanningWeights {
  version
  changedAt
  changedBy
  weights {
    id
    group
    value
    standard
    min
    max
    step
  }
}`) as unknown as TypedDocumentString<PlanningWeightsQuery, PlanningWeightsQueryVariables>;
export const SavePlanningWeightsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SavePlanningWeights($expectedVersion: Int!, $weights: [PlanningWeightInput!]!) {
  savePlanningWeights(expectedVersion: $expectedVersion, weights: $weights) {
    __typename
    ... on PlanningWeightsSaved {
      planningWeights {
        ...PlanningWeightsFields
      }
    }
    ... on PlanningWeightsEditedMeanwhile {
      planningWeights {
        ...PlanningWeightsFields
      }
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    fragment PlanningWeightsFields on PlanningWeights {
  version
  changedAt
  changedBy
  weights {
    id
    group
    value
    standard
    min
    max
    step
  }
}`) as unknown as TypedDocumentString<SavePlanningWeightsMutation, SavePlanningWeightsMutationVariables>;
export const ScenariosDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Scenarios {
  scenarios {
    ...ScenarioFields
  }
}
    fragment ScenarioFields on Scenario {
  id
  parentId
  name
  fromOn
  days
  siteId
  changes
  version
  position
  moved {
    kind
    id
    text {
      en
      ja
    }
  }
}`) as unknown as TypedDocumentString<ScenariosQuery, ScenariosQueryVariables>;
export const ScenarioBaseDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScenarioBase($range: ScenarioRangeInput!) {
  scenarioBase(range: $range) {
    __typename
    ... on ScenarioBaseView {
      fromOn
      days
      file
      inputHash
      gaps {
        kind
        queueId
        fromOn
        untilOn
        text {
          en
          ja
        }
      }
    }
    ... on ScenarioBaseMissing {
      message
      gaps {
        queueId
        text {
          en
          ja
        }
      }
    }
    ... on InvalidInput {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ScenarioBaseQuery, ScenarioBaseQueryVariables>;
export const CreateScenarioDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CreateScenario($input: NewScenarioInput!) {
  createScenario(input: $input) {
    ...SaveScenarioFields
  }
}
    fragment ScenarioFields on Scenario {
  id
  parentId
  name
  fromOn
  days
  siteId
  changes
  version
  position
  moved {
    kind
    id
    text {
      en
      ja
    }
  }
}
fragment SaveScenarioFields on SaveScenarioResult {
  __typename
  ... on ScenarioSaved {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioChangedMeanwhile {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioFaulty {
    message
  }
  ... on ScenarioBaseMissing {
    message
  }
  ... on InvalidInput {
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<CreateScenarioMutation, CreateScenarioMutationVariables>;
export const BranchScenarioDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation BranchScenario($id: ID!, $name: String!) {
  branchScenario(id: $id, name: $name) {
    ...SaveScenarioFields
  }
}
    fragment ScenarioFields on Scenario {
  id
  parentId
  name
  fromOn
  days
  siteId
  changes
  version
  position
  moved {
    kind
    id
    text {
      en
      ja
    }
  }
}
fragment SaveScenarioFields on SaveScenarioResult {
  __typename
  ... on ScenarioSaved {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioChangedMeanwhile {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioFaulty {
    message
  }
  ... on ScenarioBaseMissing {
    message
  }
  ... on InvalidInput {
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<BranchScenarioMutation, BranchScenarioMutationVariables>;
export const SaveScenarioDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveScenario($input: SaveScenarioInput!) {
  saveScenario(input: $input) {
    ...SaveScenarioFields
  }
}
    fragment ScenarioFields on Scenario {
  id
  parentId
  name
  fromOn
  days
  siteId
  changes
  version
  position
  moved {
    kind
    id
    text {
      en
      ja
    }
  }
}
fragment SaveScenarioFields on SaveScenarioResult {
  __typename
  ... on ScenarioSaved {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioChangedMeanwhile {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioFaulty {
    message
  }
  ... on ScenarioBaseMissing {
    message
  }
  ... on InvalidInput {
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<SaveScenarioMutation, SaveScenarioMutationVariables>;
export const ArchiveScenarioDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ArchiveScenario($id: ID!, $archived: Boolean!) {
  archiveScenario(id: $id, archived: $archived) {
    ...SaveScenarioFields
  }
}
    fragment ScenarioFields on Scenario {
  id
  parentId
  name
  fromOn
  days
  siteId
  changes
  version
  position
  moved {
    kind
    id
    text {
      en
      ja
    }
  }
}
fragment SaveScenarioFields on SaveScenarioResult {
  __typename
  ... on ScenarioSaved {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioChangedMeanwhile {
    scenario {
      ...ScenarioFields
    }
  }
  ... on ScenarioFaulty {
    message
  }
  ... on ScenarioBaseMissing {
    message
  }
  ... on InvalidInput {
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<ArchiveScenarioMutation, ArchiveScenarioMutationVariables>;
export const ScenarioRunsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScenarioRuns($ids: [ID!]!) {
  compareScenarios(ids: $ids) {
    __typename
    ... on ScenarioComparison {
      columns {
        scenario {
          id
          version
        }
        runs {
          id
          kind
          version
          isCurrent
          canOpen
          createdAt
          figures
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScenarioRunsQuery, ScenarioRunsQueryVariables>;
export const StartScenarioRosterDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation StartScenarioRoster($id: ID!) {
  startScenarioRoster(id: $id) {
    ...StartedRunFields
  }
}
    fragment StartedRunFields on StartScenarioRunResult {
  __typename
  ... on JobStarted {
    job {
      id
    }
  }
  ... on InvalidInput {
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<StartScenarioRosterMutation, StartScenarioRosterMutationVariables>;
export const StartScenarioSimulationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation StartScenarioSimulation($id: ID!) {
  startScenarioSimulation(id: $id) {
    ...StartedRunFields
  }
}
    fragment StartedRunFields on StartScenarioRunResult {
  __typename
  ... on JobStarted {
    job {
      id
    }
  }
  ... on InvalidInput {
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<StartScenarioSimulationMutation, StartScenarioSimulationMutationVariables>;
export const OpenScenarioRosterDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation OpenScenarioRoster($runId: ID!, $replace: Boolean!) {
  openScenarioRoster(runId: $runId, replace: $replace) {
    __typename
    ... on ScenarioRosterOpened {
      weekStartOn
      shifts
      leftOut
    }
    ... on ScenarioDraftInUse {
      shifts
    }
    ... on InvalidInput {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OpenScenarioRosterMutation, OpenScenarioRosterMutationVariables>;
export const ScenarioPromotionPlanDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ScenarioPromotionPlan($id: ID!) {
  scenarioPromotion(id: $id) {
    __typename
    ... on ScenarioPromotionPlan {
      lines {
        ...PromotionLineFields
      }
      absenceKinds {
        code
        title {
          en
          ja
        }
      }
    }
    ... on ScenarioFaulty {
      message
    }
    ... on ScenarioBaseMissing {
      message
    }
    ... on InvalidInput {
      message
    }
    ... on NotFound {
      message
    }
  }
}
    fragment PromotionLineFields on ScenarioPromotionLine {
  index
  promoted
  text {
    en
    ja
  }
  demand {
    queueId
    contactsBefore
    contactsAfter
    handleSecondsBefore
    handleSecondsAfter
  }
  absent {
    agents
    candidates {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<ScenarioPromotionPlanQuery, ScenarioPromotionPlanQueryVariables>;
export const PromoteScenarioDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PromoteScenario($id: ID!, $version: Int!, $absent: [ScenarioAbsentInput!]!) {
  promoteScenario(id: $id, version: $version, absent: $absent) {
    ...PromoteFields
  }
}
    fragment PromoteFields on PromoteScenarioResult {
  __typename
  ... on ScenarioPromoted {
    promotion {
      id
      isUndone
    }
  }
  ... on ScenarioPromotionRefused {
    message
    because
  }
}`) as unknown as TypedDocumentString<PromoteScenarioMutation, PromoteScenarioMutationVariables>;
export const UndoScenarioPromotionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UndoScenarioPromotion($id: ID!) {
  undoScenarioPromotion(id: $id) {
    ...PromoteFields
  }
}
    fragment PromoteFields on PromoteScenarioResult {
  __typename
  ... on ScenarioPromoted {
    promotion {
      id
      isUndone
    }
  }
  ... on ScenarioPromotionRefused {
    message
    because
  }
}`) as unknown as TypedDocumentString<UndoScenarioPromotionMutation, UndoScenarioPromotionMutationVariables>;
export const SetupAdherenceDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupAdherence {
  adherenceSettings {
    ...SetupAdherenceParts
  }
}
    fragment SetupAdherenceParts on AdherenceSettings {
  siteId
  graceSeconds
  bootSeconds
  ignoredActivityTypeIds
  ignoredStates
  countsOutsideShift
  version
}`) as unknown as TypedDocumentString<SetupAdherenceQuery, SetupAdherenceQueryVariables>;
export const SaveSetupAdherenceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupAdherence($input: AdherenceSettingsInput!) {
  saveAdherenceSettings(input: $input) {
    __typename
    ... on AdherenceSettings {
      ...SetupAdherenceParts
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    fragment SetupAdherenceParts on AdherenceSettings {
  siteId
  graceSeconds
  bootSeconds
  ignoredActivityTypeIds
  ignoredStates
  countsOutsideShift
  version
}`) as unknown as TypedDocumentString<SaveSetupAdherenceMutation, SaveSetupAdherenceMutationVariables>;
export const StartSettingsTrialDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation StartSettingsTrial($input: AdherenceSettingsInput!) {
  startSettingsTrial(input: $input) {
    __typename
    ... on JobStarted {
      job {
        id
      }
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartSettingsTrialMutation, StartSettingsTrialMutationVariables>;
export const SettingsTrialDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SettingsTrial($jobId: ID!) {
  settingsTrial(jobId: $jobId) {
    __typename
    ... on AdherenceSettingsTrial {
      fromOn
      untilOn
      agents
      days
      changedDays
      fewerOutSeconds
      before {
        ...TrialFigures
      }
      after {
        ...TrialFigures
      }
      teams {
        teamId
        agents
        before {
          ...TrialFigures
        }
        after {
          ...TrialFigures
        }
      }
    }
  }
}
    fragment TrialFigures on AdherenceFigures {
  adherenceFraction
  conformanceKind
  conformanceFraction
  outSeconds
  scheduledSeconds
}`) as unknown as TypedDocumentString<SettingsTrialQuery, SettingsTrialQueryVariables>;
export const SetupConnectionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupConnections {
  stateSources {
    ...ConnectionSource
  }
  statePresets {
    id
    title
    source
    howToSay
    fallback
    believed
    states {
      word
      state
    }
  }
  agentExternalIds {
    source
    externalId
    agentId
  }
}
    fragment ConnectionSource on StateSource {
  id
  title
  presetId
  states {
    word
    state
  }
  fallback
  silentAfterSeconds
  lastReceivedAt
  silent
  clockSkewSeconds
  oddities {
    kind
    word
    times
    lastAt
  }
  version
}`) as unknown as TypedDocumentString<SetupConnectionsQuery, SetupConnectionsQueryVariables>;
export const SaveStateSourceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveStateSource($input: StateSourceInput!) {
  result: saveStateSource(input: $input) {
    __typename
    ... on StateSourceSaved {
      remapped
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveStateSourceMutation, SaveStateSourceMutationVariables>;
export const SaveAgentExternalIdsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveAgentExternalIds($ids: [AgentExternalIdInput!]!) {
  result: saveAgentExternalIds(ids: $ids) {
    __typename
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAgentExternalIdsMutation, SaveAgentExternalIdsMutationVariables>;
export const SetupApiKeysDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupApiKeys {
  apiKeys {
    id
    title
    shown
    scopes
    createdAt
    createdBy
    lastUsedAt
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<SetupApiKeysQuery, SetupApiKeysQueryVariables>;
export const CreateApiKeyDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CreateApiKey($input: ApiKeyInput!) {
  result: createApiKey(input: $input) {
    __typename
    ... on ApiKeyCreated {
      secret
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  result: revokeApiKey(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const SetupCostsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupCosts {
  costSettings {
    id
    version
    effectiveOn
    terms
    createdBy
    createdAt
    isWithdrawn
  }
  siteLaws {
    siteId
    name
    packId
    fromOn
    agreements
  }
  viewer {
    organisation {
      contracts {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SetupCostsQuery, SetupCostsQueryVariables>;
export const SaveCostSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveCostSettings($input: CostSettingsInput!) {
  result: saveCostSettings(input: $input) {
    __typename
    ... on CostSettingsSaved {
      settings {
        id
        version
      }
    }
    ... on CostSettingsChangedMeanwhile {
      message
    }
    ... on InvalidCostTerms {
      faults {
        path
        text {
          en
          ja
        }
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveCostSettingsMutation, SaveCostSettingsMutationVariables>;
export const WithdrawCostSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawCostSettings($id: ID!, $withdrawn: Boolean!) {
  result: withdrawCostSettings(id: $id, withdrawn: $withdrawn) {
    __typename
    ... on CostSettingsSaved {
      settings {
        id
        version
      }
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawCostSettingsMutation, WithdrawCostSettingsMutationVariables>;
export const SiteLawsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SiteLaws {
  siteLaws {
    siteId
    name
    version
    packId
    fromOn
    agreements
  }
}
    `) as unknown as TypedDocumentString<SiteLawsQuery, SiteLawsQueryVariables>;
export const SaveSiteLawDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSiteLaw($input: SiteLawInput!) {
  result: saveSiteLaw(input: $input) {
    __typename
    ... on SiteLawSaved {
      site {
        version
      }
    }
    ... on SiteLawChangedMeanwhile {
      message
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveSiteLawMutation, SaveSiteLawMutationVariables>;
export const LawTrialDocument = /* @__PURE__ */ new TypedDocumentString(`
    query LawTrial($input: LawTrialInput!) {
  result: lawTrial(input: $input) {
    __typename
    ... on LawTrial {
      fromOn
      untilOn
      peopleCount
      shiftCount
      lines {
        parameterId
        findingCount
        historyMissingCount
        people {
          agentId
          name
          count
          firstOn
          first {
            en
            ja
          }
        }
      }
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LawTrialQuery, LawTrialQueryVariables>;
export const LawInspectionDocument = /* @__PURE__ */ new TypedDocumentString(`
    query LawInspection($agentId: ID!, $fromOn: LocalDate!, $untilOn: LocalDate!) {
  result: lawInspection(agentId: $agentId, fromOn: $fromOn, untilOn: $untilOn) {
    __typename
    ... on LawInspection {
      ...LawInspectionFields
    }
    ... on NoLawChosen {
      message
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    fragment LawInspectionFields on LawInspection {
  agentId
  agentName
  siteName
  packId
  agreements
  fromOn
  untilOn
  weeks {
    startsOn
    workedMinutes
    overtimeMinutes
    nightMinutes
    nightShifts
    breakMinutes
    daysOff
    shortestRestMinutes
  }
  lines {
    parameterId
    verdict
    findings {
      on
      at
      amount
      message {
        en
        ja
      }
    }
  }
}`) as unknown as TypedDocumentString<LawInspectionQuery, LawInspectionQueryVariables>;
export const MyLawInspectionDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyLawInspection($fromOn: LocalDate!, $untilOn: LocalDate!) {
  result: myLawInspection(fromOn: $fromOn, untilOn: $untilOn) {
    __typename
    ... on LawInspection {
      ...LawInspectionFields
    }
    ... on NoLawChosen {
      message
    }
    ... on InvalidInput {
      path
      message
    }
    ... on NotFound {
      message
    }
  }
}
    fragment LawInspectionFields on LawInspection {
  agentId
  agentName
  siteName
  packId
  agreements
  fromOn
  untilOn
  weeks {
    startsOn
    workedMinutes
    overtimeMinutes
    nightMinutes
    nightShifts
    breakMinutes
    daysOff
    shortestRestMinutes
  }
  lines {
    parameterId
    verdict
    findings {
      on
      at
      amount
      message {
        en
        ja
      }
    }
  }
}`) as unknown as TypedDocumentString<MyLawInspectionQuery, MyLawInspectionQueryVariables>;
export const SetupAgentsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupAgents {
  setup {
    agents {
      ...SetupAgentFields
    }
    teams {
      id
      name
      siteId
      archived
    }
    contracts {
      id
      title
      archived
    }
    skills {
      id
      name
      archived
    }
  }
}
    fragment SetupAgentFields on SetupAgent {
  id
  version
  name
  nameReading
  teamId
  contractId
  skillIds
  seniority
  hiredOn
  leftOn
  youngUntilOn
}`) as unknown as TypedDocumentString<SetupAgentsQuery, SetupAgentsQueryVariables>;
export const SetupPatternsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupPatterns {
  setup {
    templates {
      ...SetupTemplateFields
    }
    contracts {
      ...SetupContractFields
    }
  }
}
    fragment SetupTemplateFields on SetupTemplate {
  id
  version
  title
  earliestStartMinute
  latestStartMinute
  startStepMinutes
  lengthMinutes
  activities {
    activityTypeId
    lengthMinutes
    earliestStartMinutes
    latestStartMinutes
    minGapMinutes
  }
  weekdays
  archived
  contractIds
  shiftsToCome
  publishedShiftsToCome
}
fragment SetupContractFields on SetupContract {
  id
  version
  title
  weeklyMinutesMin
  weeklyMinutesMax
  daysPerWeekMax
  templateIds
  rotation {
    startsOn
    weeks {
      templateIds
      daysOff
    }
  }
  archived
  agentCount
}`) as unknown as TypedDocumentString<SetupPatternsQuery, SetupPatternsQueryVariables>;
export const SetupListsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupLists {
  setup {
    skills {
      id
      version
      name
      archived
      agentCount
      queueCount
    }
    teams {
      id
      version
      name
      siteId
      archived
      agentCount
    }
    sites {
      id
      version
      name
      zone
      country
      weekStart
      openingHours {
        weekly {
          weekday
          spans {
            fromMinute
            untilMinute
          }
        }
        dates {
          on
          title
          spans {
            fromMinute
            untilMinute
          }
        }
      }
      agentCount
    }
    activityTypes {
      id
      version
      title {
        en
        ja
      }
      letter {
        en
        ja
      }
      paid
      contactWork
      colourToken
      adheringStates
      archived
      templateCount
      sessionCount
    }
  }
}
    `) as unknown as TypedDocumentString<SetupListsQuery, SetupListsQueryVariables>;
export const SetupRulesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupRules {
  setup {
    rules {
      id
      version
      ruleId
      level
      parameters
      weight
      contractIds
      siteIds
    }
    contracts {
      id
      title
      archived
    }
    sites {
      id
      name
    }
    templates {
      id
      title
      archived
    }
    activityTypes {
      id
      title {
        en
        ja
      }
      archived
    }
  }
}
    `) as unknown as TypedDocumentString<SetupRulesQuery, SetupRulesQueryVariables>;
export const SetupTeamRulesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupTeamRules {
  teamRules {
    id
    version
    title
    ruleId
    level
    parameters
    weight
    who {
      ...SelectionFields
    }
    partners {
      ...SelectionFields
    }
    weekdays
    fromMinute
    untilMinute
  }
  setup {
    agents {
      id
      name
      teamId
      contractId
      skillIds
      seniority
      leftOn
    }
    teams {
      id
      name
      archived
    }
    contracts {
      id
      title
      archived
    }
    skills {
      id
      name
      archived
    }
  }
}
    fragment SelectionFields on AgentSelection {
  agentIds
  teamIds
  siteIds
  contractIds
  skillIds
  seniorities
}`) as unknown as TypedDocumentString<SetupTeamRulesQuery, SetupTeamRulesQueryVariables>;
export const SaveSetupAgentsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupAgents($agents: [SetupAgentInput!]!) {
  saveSetupAgents(agents: $agents) {
    __typename
    ... on SetupAgentsSaved {
      agents {
        ...SetupAgentFields
      }
    }
    ... on AgentRowsRefused {
      faults {
        row
        field
        code
        message
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    fragment SetupAgentFields on SetupAgent {
  id
  version
  name
  nameReading
  teamId
  contractId
  skillIds
  seniority
  hiredOn
  leftOn
  youngUntilOn
}`) as unknown as TypedDocumentString<SaveSetupAgentsMutation, SaveSetupAgentsMutationVariables>;
export const SaveSetupContractDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupContract($input: SetupContractInput!) {
  result: saveSetupContract(input: $input) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveSetupContractMutation, SaveSetupContractMutationVariables>;
export const SaveSetupTemplateDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupTemplate($input: SetupTemplateInput!) {
  result: saveSetupTemplate(input: $input) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveSetupTemplateMutation, SaveSetupTemplateMutationVariables>;
export const SaveSetupRuleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupRule($input: SetupRuleInput!) {
  result: saveSetupRule(input: $input) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveSetupRuleMutation, SaveSetupRuleMutationVariables>;
export const RemoveSetupRuleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveSetupRule($id: ID!, $version: Int!) {
  result: removeSetupRule(id: $id, version: $version) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<RemoveSetupRuleMutation, RemoveSetupRuleMutationVariables>;
export const SaveSetupSkillDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupSkill($input: SetupSkillInput!) {
  result: saveSetupSkill(input: $input) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveSetupSkillMutation, SaveSetupSkillMutationVariables>;
export const SaveSetupTeamDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupTeam($input: SetupTeamInput!) {
  result: saveSetupTeam(input: $input) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveSetupTeamMutation, SaveSetupTeamMutationVariables>;
export const SaveSetupSiteDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupSite($input: SetupSiteInput!) {
  result: saveSetupSite(input: $input) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveSetupSiteMutation, SaveSetupSiteMutationVariables>;
export const SaveSetupActivityTypeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupActivityType($input: SetupActivityTypeInput!) {
  result: saveSetupActivityType(input: $input) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveSetupActivityTypeMutation, SaveSetupActivityTypeMutationVariables>;
export const SaveSetupTeamRuleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupTeamRule($input: TeamRuleInput!) {
  saveTeamRule(input: $input) {
    __typename
    ... on TeamRuleSaved {
      teamRule {
        id
        version
      }
    }
    ... on ChangedMeanwhile {
      message
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveSetupTeamRuleMutation, SaveSetupTeamRuleMutationVariables>;
export const RemoveSetupTeamRuleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveSetupTeamRule($id: ID!, $version: Int!) {
  removeTeamRule(id: $id, version: $version) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<RemoveSetupTeamRuleMutation, RemoveSetupTeamRuleMutationVariables>;
export const SetupQueuesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupQueues {
  viewer {
    organisation {
      queues(withPutAway: true) {
        id
        version
        archived
        name {
          en
          ja
        }
        channel
        skillId
        siteId
        intervalMinutes
        hardFraction
        recoveryMinutes
        staffing {
          goal {
            serviceLevelFraction
            answerWithinSeconds
            asaSeconds
            maxOccupancyFraction
            maxAbandonmentFraction
            maxBlockingFraction
            answerWithinHours
            answeredWithinHoursFraction
          }
        }
      }
    }
  }
  setup {
    skills {
      id
      name
      archived
    }
    sites {
      id
      name
    }
    queueUses {
      queueId
      agentCount
      agentsOnlyHere
      weeksAhead
    }
  }
}
    `) as unknown as TypedDocumentString<SetupQueuesQuery, SetupQueuesQueryVariables>;
export const SaveSetupQueueDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSetupQueue($input: SetupQueueInput!) {
  result: saveSetupQueue(input: $input) {
    ...SaveSetup
  }
}
    fragment SaveSetup on SaveSetupResult {
  __typename
  ... on SetupSaved {
    id
    version
  }
  ... on SetupChangedMeanwhile {
    message
  }
  ... on SetupInUse {
    message
    uses {
      what
      count
    }
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveSetupQueueMutation, SaveSetupQueueMutationVariables>;
export const TeamTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    query TeamTimeOff($teamId: ID!, $fromOn: LocalDate!, $untilOn: LocalDate!) {
  teamTimeOff(teamId: $teamId, fromOn: $fromOn, untilOn: $untilOn) {
    zone
    days {
      on
      most
      left
    }
    absences {
      id
      agentName
      kind
      startAt
      endAt
      state
      verdict
      position
      note
    }
  }
}
    `) as unknown as TypedDocumentString<TeamTimeOffQuery, TeamTimeOffQueryVariables>;
export const SetupTimeOffTermsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupTimeOffTerms {
  timeOffTerms {
    ...TimeOffTermsFields
  }
}
    fragment TimeOffTermsFields on TimeOffTerms {
  kinds {
    code
    title {
      en
      ja
    }
    paid
    hasBalance
    yearlyMinutes
    accrual
    carryOverMinutes
    yearStartMonth
    minNoticeHours
    decides
    usesAllowance
    archived
  }
  allowances {
    id
    teamId
    fromOn
    untilOn
    weekdays
    fromMinute
    untilMinute
    most
  }
}`) as unknown as TypedDocumentString<SetupTimeOffTermsQuery, SetupTimeOffTermsQueryVariables>;
export const SaveTimeOffKindDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveTimeOffKind($input: TimeOffKindInput!) {
  result: saveTimeOffKind(input: $input) {
    ...SaveTimeOffTerms
  }
}
    fragment SaveTimeOffTerms on TimeOffTermsResult {
  __typename
  ... on TimeOffTerms {
    allowances {
      id
    }
  }
  ... on TimeOffKindInUse {
    message
    waitingCount
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<SaveTimeOffKindMutation, SaveTimeOffKindMutationVariables>;
export const AddTimeOffAllowanceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddTimeOffAllowance($input: TimeOffAllowanceInput!) {
  result: addTimeOffAllowance(input: $input) {
    ...SaveTimeOffTerms
  }
}
    fragment SaveTimeOffTerms on TimeOffTermsResult {
  __typename
  ... on TimeOffTerms {
    allowances {
      id
    }
  }
  ... on TimeOffKindInUse {
    message
    waitingCount
  }
  ... on InvalidInput {
    path
    message
  }
}`) as unknown as TypedDocumentString<AddTimeOffAllowanceMutation, AddTimeOffAllowanceMutationVariables>;
export const RemoveTimeOffAllowanceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveTimeOffAllowance($id: ID!) {
  removeTimeOffAllowance(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveTimeOffAllowanceMutation, RemoveTimeOffAllowanceMutationVariables>;
export const AnswerTimeOffDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AnswerTimeOff($id: ID!, $approve: Boolean!, $reason: String) {
  decideTimeOff(id: $id, approve: $approve, reason: $reason) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<AnswerTimeOffMutation, AnswerTimeOffMutationVariables>;
export const SetupPeopleDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupPeople {
  people {
    ...PersonRow
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  locale
  roles
  state
  agentId
  agentName
  seenAt
  invitedUntil
}`) as unknown as TypedDocumentString<SetupPeopleQuery, SetupPeopleQueryVariables>;
export const SetupPeopleAgentsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SetupPeopleAgents($search: String!) {
  agents(first: 20, search: $search) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SetupPeopleAgentsQuery, SetupPeopleAgentsQueryVariables>;
export const AddPersonDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddPerson($email: String!, $input: PersonInput!, $password: String) {
  result: addPerson(email: $email, input: $input, password: $password) {
    ...PersonAnswer
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  locale
  roles
  state
  agentId
  agentName
  seenAt
  invitedUntil
}
fragment PersonAnswer on SavePersonResult {
  __typename
  ... on PersonSaved {
    person {
      ...PersonRow
    }
    invitation {
      path
      isMailed
    }
  }
  ... on LastAdministrator {
    message
  }
  ... on InvalidInput {
    path
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<AddPersonMutation, AddPersonMutationVariables>;
export const ChangePersonDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ChangePerson($id: ID!, $input: PersonInput!) {
  result: changePerson(id: $id, input: $input) {
    ...PersonAnswer
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  locale
  roles
  state
  agentId
  agentName
  seenAt
  invitedUntil
}
fragment PersonAnswer on SavePersonResult {
  __typename
  ... on PersonSaved {
    person {
      ...PersonRow
    }
    invitation {
      path
      isMailed
    }
  }
  ... on LastAdministrator {
    message
  }
  ... on InvalidInput {
    path
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<ChangePersonMutation, ChangePersonMutationVariables>;
export const PutPersonAwayDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PutPersonAway($id: ID!, $isAway: Boolean!) {
  result: putPersonAway(id: $id, isAway: $isAway) {
    ...PersonAnswer
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  locale
  roles
  state
  agentId
  agentName
  seenAt
  invitedUntil
}
fragment PersonAnswer on SavePersonResult {
  __typename
  ... on PersonSaved {
    person {
      ...PersonRow
    }
    invitation {
      path
      isMailed
    }
  }
  ... on LastAdministrator {
    message
  }
  ... on InvalidInput {
    path
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<PutPersonAwayMutation, PutPersonAwayMutationVariables>;
export const InvitePersonAgainDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation InvitePersonAgain($id: ID!) {
  result: invitePersonAgain(id: $id) {
    ...PersonAnswer
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  locale
  roles
  state
  agentId
  agentName
  seenAt
  invitedUntil
}
fragment PersonAnswer on SavePersonResult {
  __typename
  ... on PersonSaved {
    person {
      ...PersonRow
    }
    invitation {
      path
      isMailed
    }
  }
  ... on LastAdministrator {
    message
  }
  ... on InvalidInput {
    path
    message
  }
  ... on NotFound {
    message
  }
}`) as unknown as TypedDocumentString<InvitePersonAgainMutation, InvitePersonAgainMutationVariables>;
export const RequirementDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Requirement($fromOn: LocalDate!, $days: Int!) {
  requirement(fromOn: $fromOn, days: $days) {
    ...RequirementFields
  }
}
    fragment StaffingPlanFields on StaffingPlan {
  modelId
  goal {
    serviceLevelFraction
    answerWithinSeconds
    serviceLevelVariant
    asaSeconds
    maxOccupancyFraction
    maxAbandonmentFraction
    maxBlockingFraction
    answerWithinHours
    answeredWithinHoursFraction
    answerWithinClock
  }
  patienceSeconds
  concurrency
  slowdownFraction
  lines
  redialFraction
  recovery {
    minutesPerHardContact
    hardFraction
  }
  loadMethod
  staffedFor {
    kind
    chanceFraction
  }
  shrinkage {
    id
    fraction
    planned
    weekdays
    fromMinute
    untilMinute
  }
  workedHours {
    weekdays
    fromMinute
    untilMinute
  }
}
fragment RequirementSummaryFields on RequirementSummary {
  fromOn
  agentHoursRequired
  agentHoursToRoster
  serviceLevel
  expectedServiceLevel
  chanceToMeet
  unansweredIntervals
}
fragment RequirementFields on RequirementView {
  requirement {
    id
    version
    createdAt
    fromOn
    days
    forecastId
  }
  queues {
    queue {
      id
      name {
        en
        ja
      }
      zone
    }
    modelTitle {
      en
      ja
    }
    plan {
      ...StaffingPlanFields
    }
    startAt
    stepMinutes
    contacts
    averageHandleSeconds
    loadErlangs
    requiredAgents
    agentsToRoster
    serviceLevelFraction
    occupancyFraction
    rateCv
    chanceToMeet
    notes
    days {
      ...RequirementSummaryFields
    }
    week {
      ...RequirementSummaryFields
    }
    stale
  }
}`) as unknown as TypedDocumentString<RequirementQuery, RequirementQueryVariables>;
export const StaffingSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query StaffingSettings {
  viewer {
    organisation {
      queues {
        id
        version
        defaultHandleSeconds
        staffing {
          ...StaffingPlanFields
        }
      }
    }
  }
}
    fragment StaffingPlanFields on StaffingPlan {
  modelId
  goal {
    serviceLevelFraction
    answerWithinSeconds
    serviceLevelVariant
    asaSeconds
    maxOccupancyFraction
    maxAbandonmentFraction
    maxBlockingFraction
    answerWithinHours
    answeredWithinHoursFraction
    answerWithinClock
  }
  patienceSeconds
  concurrency
  slowdownFraction
  lines
  redialFraction
  recovery {
    minutesPerHardContact
    hardFraction
  }
  loadMethod
  staffedFor {
    kind
    chanceFraction
  }
  shrinkage {
    id
    fraction
    planned
    weekdays
    fromMinute
    untilMinute
  }
  workedHours {
    weekdays
    fromMinute
    untilMinute
  }
}`) as unknown as TypedDocumentString<StaffingSettingsQuery, StaffingSettingsQueryVariables>;
export const ExplainRequirementDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ExplainRequirement($queueId: ID!, $startAt: DateTime!) {
  explainRequirement(queueId: $queueId, startAt: $startAt) {
    startAt
    endAt
    requiredAgents
    agentsToRoster
    inputHash
    codeVersion
    source
    modelTitle {
      en
      ja
    }
    plan {
      ...StaffingPlanFields
    }
    steps {
      id
      values
    }
    formulas {
      id
      symbols
      numbers {
        en
        ja
      }
      meanings {
        symbol
        text {
          en
          ja
        }
      }
    }
    curve {
      agents
      serviceLevelFraction
      asaSeconds
      occupancyFraction
      abandonmentFraction
      blockingFraction
      chanceFraction
      met
      answerIndex
    }
    sentence {
      en
      ja
    }
    models {
      modelId
      title {
        en
        ja
      }
      requiredAgents
      serviceLevelFraction
      asaSeconds
      occupancyFraction
      abandonmentFraction
      note
    }
  }
}
    fragment StaffingPlanFields on StaffingPlan {
  modelId
  goal {
    serviceLevelFraction
    answerWithinSeconds
    serviceLevelVariant
    asaSeconds
    maxOccupancyFraction
    maxAbandonmentFraction
    maxBlockingFraction
    answerWithinHours
    answeredWithinHoursFraction
    answerWithinClock
  }
  patienceSeconds
  concurrency
  slowdownFraction
  lines
  redialFraction
  recovery {
    minutesPerHardContact
    hardFraction
  }
  loadMethod
  staffedFor {
    kind
    chanceFraction
  }
  shrinkage {
    id
    fraction
    planned
    weekdays
    fromMinute
    untilMinute
  }
  workedHours {
    weekdays
    fromMinute
    untilMinute
  }
}`) as unknown as TypedDocumentString<ExplainRequirementQuery, ExplainRequirementQueryVariables>;
export const ComputeRequirementDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ComputeRequirement($fromOn: LocalDate!, $days: Int!) {
  computeRequirement(fromOn: $fromOn, days: $days) {
    __typename
    ... on RequirementComputed {
      requirement {
        ...RequirementFields
      }
    }
    ... on ForecastMissing {
      message
      queueIds
    }
    ... on InvalidInput {
      message
      path
    }
  }
}
    fragment StaffingPlanFields on StaffingPlan {
  modelId
  goal {
    serviceLevelFraction
    answerWithinSeconds
    serviceLevelVariant
    asaSeconds
    maxOccupancyFraction
    maxAbandonmentFraction
    maxBlockingFraction
    answerWithinHours
    answeredWithinHoursFraction
    answerWithinClock
  }
  patienceSeconds
  concurrency
  slowdownFraction
  lines
  redialFraction
  recovery {
    minutesPerHardContact
    hardFraction
  }
  loadMethod
  staffedFor {
    kind
    chanceFraction
  }
  shrinkage {
    id
    fraction
    planned
    weekdays
    fromMinute
    untilMinute
  }
  workedHours {
    weekdays
    fromMinute
    untilMinute
  }
}
fragment RequirementSummaryFields on RequirementSummary {
  fromOn
  agentHoursRequired
  agentHoursToRoster
  serviceLevel
  expectedServiceLevel
  chanceToMeet
  unansweredIntervals
}
fragment RequirementFields on RequirementView {
  requirement {
    id
    version
    createdAt
    fromOn
    days
    forecastId
  }
  queues {
    queue {
      id
      name {
        en
        ja
      }
      zone
    }
    modelTitle {
      en
      ja
    }
    plan {
      ...StaffingPlanFields
    }
    startAt
    stepMinutes
    contacts
    averageHandleSeconds
    loadErlangs
    requiredAgents
    agentsToRoster
    serviceLevelFraction
    occupancyFraction
    rateCv
    chanceToMeet
    notes
    days {
      ...RequirementSummaryFields
    }
    week {
      ...RequirementSummaryFields
    }
    stale
  }
}`) as unknown as TypedDocumentString<ComputeRequirementMutation, ComputeRequirementMutationVariables>;
export const SaveStaffingSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveStaffingSettings($input: StaffingSettingsInput!) {
  saveStaffingSettings(input: $input) {
    __typename
    ... on StaffingSettingsSaved {
      queue {
        id
      }
    }
    ... on NotFound {
      message
    }
    ... on StaffingSettingsChanged {
      message
    }
    ... on InvalidStaffingSettings {
      path
      text {
        en
        ja
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaveStaffingSettingsMutation, SaveStaffingSettingsMutationVariables>;
export const MyWellbeingDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyWellbeing($weekOf: LocalDate!) {
  myWellbeing(weekOf: $weekOf) {
    weekStartOn
    zone
    index
    turns {
      queueId
      queueTitle {
        en
        ja
      }
      startAt
      endAt
    }
    measures {
      measureId
      title {
        en
        ja
      }
      meaning {
        en
        ja
      }
      unit
      partUnit
      evidence
      ok
      bad
      load
      value
      missing
      parts {
        ...WellbeingPartFields
      }
      also {
        name
        value
      }
      worked {
        value
        load
        parts {
          ...WellbeingPartFields
        }
      }
    }
  }
}
    fragment WellbeingPartFields on WellbeingPart {
  startAt
  endAt
  amount
}`) as unknown as TypedDocumentString<MyWellbeingQuery, MyWellbeingQueryVariables>;
export const MyPulseDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyPulse {
  myPulse {
    on
    energy
    support
    countsForTeam
  }
}
    `) as unknown as TypedDocumentString<MyPulseQuery, MyPulseQueryVariables>;
export const AnswerPulseDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AnswerPulse($input: PulseInput!) {
  answerPulse(input: $input) {
    __typename
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerPulseMutation, AnswerPulseMutationVariables>;
export const ForgetPulseDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ForgetPulse($on: LocalDate) {
  forgetPulse(on: $on) {
    count
  }
}
    `) as unknown as TypedDocumentString<ForgetPulseMutation, ForgetPulseMutationVariables>;
export const TeamPulseDocument = /* @__PURE__ */ new TypedDocumentString(`
    query TeamPulse($weekOn: LocalDate!) {
  teamPulse(weekOn: $weekOn) {
    teamId
    teamName
    people
    energy {
      low
      middle
      high
    }
    support {
      low
      middle
      high
    }
  }
}
    `) as unknown as TypedDocumentString<TeamPulseQuery, TeamPulseQueryVariables>;
export const LoadAlertsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query LoadAlerts {
  loadAlerts {
    teamId
    teamName
    people
    overMinutes
    occupancyFraction
    since
  }
}
    `) as unknown as TypedDocumentString<LoadAlertsQuery, LoadAlertsQueryVariables>;
export const LoadAlertRepairDocument = /* @__PURE__ */ new TypedDocumentString(`
    query LoadAlertRepair($teamId: ID!) {
  loadAlertRepair(teamId: $teamId) {
    __typename
    ... on RepairProposals {
      zone
      proposals {
        id
        ...RepairEffectFields
        worseRules {
          ruleId
          title {
            en
            ja
          }
        }
      }
    }
  }
}
    fragment RepairEffectFields on RepairProposal {
  people
  steps {
    agentId
    name
    activityTypeId
    fromAt
    toAt
  }
  service {
    queueId
    title {
      en
      ja
    }
    before
    after
  }
  shortMinutesRemoved
  shortMinutesAdded
}`) as unknown as TypedDocumentString<LoadAlertRepairQuery, LoadAlertRepairQueryVariables>;
export const HardContactDutiesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query HardContactDuties($weekOf: LocalDate!) {
  hardContactDuties(weekOf: $weekOf) {
    queueId
    queueTitle {
      en
      ja
    }
    startAt
    endAt
    people {
      agentId
      name
    }
  }
}
    `) as unknown as TypedDocumentString<HardContactDutiesQuery, HardContactDutiesQueryVariables>;
export const WellbeingTrendDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WellbeingTrend($weekOf: LocalDate!) {
  wellbeingTrend(weekOf: $weekOf, weeks: 12) {
    teamId
    teamName
    measures {
      measureId
      title {
        en
        ja
      }
      weeks {
        weekStartOn
        planned {
          ...WellbeingBandFields
        }
        worked {
          ...WellbeingBandFields
        }
      }
    }
  }
}
    fragment WellbeingBandFields on WellbeingBand {
  fine
  watch
  strained
}`) as unknown as TypedDocumentString<WellbeingTrendQuery, WellbeingTrendQueryVariables>;
export const WellbeingSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WellbeingSettings {
  wellbeingSettings {
    ...WellbeingLimits
  }
}
    fragment WellbeingLimits on WellbeingSettings {
  version
  hasPulse
  hasHardTurns
  measures {
    measureId
    title {
      en
      ja
    }
    unit
    evidence
    ok
    bad
    standardOk
    standardBad
  }
}`) as unknown as TypedDocumentString<WellbeingSettingsQuery, WellbeingSettingsQueryVariables>;
export const SaveWellbeingSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveWellbeingSettings($expectedVersion: Int!, $hasPulse: Boolean!, $hasHardTurns: Boolean!, $limits: [MeasureLimitsInput!]!) {
  saveWellbeingSettings(
    expectedVersion: $expectedVersion
    hasPulse: $hasPulse
    hasHardTurns: $hasHardTurns
    limits: $limits
  ) {
    __typename
    ... on WellbeingSettingsSaved {
      settings {
        ...WellbeingLimits
      }
    }
    ... on WellbeingSettingsEditedMeanwhile {
      settings {
        ...WellbeingLimits
      }
    }
    ... on InvalidInput {
      path
      message
    }
  }
}
    fragment WellbeingLimits on WellbeingSettings {
  version
  hasPulse
  hasHardTurns
  measures {
    measureId
    title {
      en
      ja
    }
    unit
    evidence
    ok
    bad
    standardOk
    standardBad
  }
}`) as unknown as TypedDocumentString<SaveWellbeingSettingsMutation, SaveWellbeingSettingsMutationVariables>;
export const TeamWellbeingDocument = /* @__PURE__ */ new TypedDocumentString(`
    query TeamWellbeing($weekOf: LocalDate!) {
  teamWellbeing(weekOf: $weekOf) {
    teamId
    teamName
    people
    bands {
      measureId
      title {
        en
        ja
      }
      meaning {
        en
        ja
      }
      people
      band {
        ...WellbeingBandFields
      }
      worked {
        ...WellbeingBandFields
      }
    }
  }
}
    fragment WellbeingBandFields on WellbeingBand {
  fine
  watch
  strained
}`) as unknown as TypedDocumentString<TeamWellbeingQuery, TeamWellbeingQueryVariables>;
export const WellbeingWeekDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WellbeingWeek($fromOn: LocalDate!) {
  weeks(fromOn: $fromOn, count: 1) {
    weekStartOn
    requirement
    schedule {
      id
    }
  }
  planningWeights {
    version
    weights {
      id
      value
    }
  }
}
    `) as unknown as TypedDocumentString<WellbeingWeekQuery, WellbeingWeekQueryVariables>;
export const StartProtectionCurveDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation StartProtectionCurve($scheduleId: ID!) {
  startProtectionCurve(scheduleId: $scheduleId) {
    __typename
    ... on JobStarted {
      job {
        ...JobFields
      }
    }
    ... on NotFound {
      message
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  state
  subjectId
  requestedBy
  mayStop
  createdAt
  startedAt
  finishedAt
  attempts
  progressFraction
  progress
  errorCode
  correlationId
  inputHash
  codeVersion
  seed
  result
}`) as unknown as TypedDocumentString<StartProtectionCurveMutation, StartProtectionCurveMutationVariables>;
export const UseProtectionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UseProtection($expectedVersion: Int!, $weights: [PlanningWeightInput!]!) {
  savePlanningWeights(expectedVersion: $expectedVersion, weights: $weights) {
    __typename
    ... on InvalidInput {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UseProtectionMutation, UseProtectionMutationVariables>;
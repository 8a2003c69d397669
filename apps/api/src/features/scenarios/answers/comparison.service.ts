import { Inject, Injectable } from '@nestjs/common';
import type { ScenarioAnswer, ScenarioBase, ScenarioFault } from '@yotei/scheduling/scenarios';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { runInThread } from '../../../platform/jobs/job-thread.js';
import { questionHash } from '../base/base-file.js';
import type { BaseGap } from '../base/base-gap.js';
import { ScenarioBaseService, type BuiltBase } from '../base/scenario-base.service.js';
import { checkedChanges } from '../checked-changes.js';
import { ScenarioRepository, type ScenarioRecord } from '../scenarios.repository.js';
import { answerFile } from './answer-file.js';
import { ScenarioResultsRepository, type ScenarioResultRecord } from './scenario-results.repository.js';
import type { ScenarioComputeInput } from './scenario-answer.compute.js';

export const MOST_COMPARED = 5;
const COMPUTE = new URL('./scenario-answer.compute.js', import.meta.url);

export interface ComparedColumn {
  readonly scenario: ScenarioRecord;
  /** Null where the changes no longer make sense on the base as it is now. */
  readonly answer: ScenarioAnswer | null;
  readonly faults: readonly ScenarioFault[];
  readonly inputHash: string;
  /** What was re-rostered or simulated, newest of each kind. */
  readonly runs: readonly ScenarioResultRecord[];
}

export type Comparison =
  | {
      readonly kind: 'compared';
      readonly built: BuiltBase;
      /** The base itself, without changes. */
      readonly base: ScenarioAnswer;
      readonly columns: readonly ComparedColumn[];
    }
  | { readonly kind: 'base-missing'; readonly gaps: readonly BaseGap[] }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'not-found'; readonly what: string };

/** Scenarios side by side, answered by the same code as in the browser and on the command line. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly scenarios: ScenarioRepository,
    private readonly bases: ScenarioBaseService,
    private readonly results: ScenarioResultsRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async compare(context: RequestContext, ids: readonly string[]): Promise<Comparison> {
    if (ids.length === 0 || ids.length > MOST_COMPARED || new Set(ids).size < ids.length)
      return { kind: 'invalid', path: 'ids', message: `name 1 to ${MOST_COMPARED} scenarios, each once` };
    const scenarios = await this.scenarios.byIds(context, ids);
    const [first] = scenarios;
    if (!first || scenarios.length < ids.length) return { kind: 'not-found', what: 'scenario' };
    if (scenarios.some((one) => rangeKey(one) !== rangeKey(first)))
      return { kind: 'invalid', path: 'ids', message: 'scenarios of the same days and site can be compared' };
    const result = await this.bases.build(context, first);
    if (result.kind === 'nothing-forecast') return { kind: 'base-missing', gaps: result.gaps };
    if (result.kind === 'not-found') return { kind: 'not-found', what: 'site' };
    if (result.kind === 'invalid') return result;
    const { built } = result;
    const checked = scenarios.map(({ changes }) => checkedChanges(changes, built.base));
    const sound = checked.map((one) => (one.kind === 'checked' ? one.changes : null));
    const [base, ...answers] = await this.answers(built.base, [[], ...sound.filter((one) => one !== null)]);
    const runs = await this.results.newestRuns(context, ids);
    const columns = scenarios.map((scenario, i): ComparedColumn => {
      const own = checked[i]!;
      return {
        scenario,
        answer: own.kind === 'checked' ? answers.shift()! : null,
        faults: own.kind === 'faulty' ? own.faults : [],
        inputHash: questionHash(built.base, scenario.changes),
        runs: runs.filter(({ scenarioId }) => scenarioId === scenario.id),
      };
    });
    await this.keep(context, columns);
    return { kind: 'compared', built, base: base!, columns };
  }

  private answers(base: ScenarioBase, scenarios: ScenarioComputeInput['scenarios']): Promise<ScenarioAnswer[]> {
    const input: ScenarioComputeInput = { base, scenarios };
    const signal = new AbortController().signal;
    return runInThread<ScenarioAnswer[]>({ module: COMPUTE, input, signal, onProgress: () => undefined });
  }

  private async keep(context: RequestContext, columns: readonly ComparedColumn[]): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      for (const { scenario, answer, inputHash } of columns) {
        if (!answer) continue;
        await this.results.insert(tx, {
          ...{ scenarioId: scenario.id, version: scenario.version, kind: 'live', inputHash },
          codeVersion: this.settings.codeVersion,
          answer: answerFile(answer, { withSeries: false }),
          jobId: null,
          createdBy: context.userId,
        });
      }
    });
  }
}

const rangeKey = ({ fromOn, days, siteId }: ScenarioRecord): string => `${fromOn} ${days} ${siteId}`;

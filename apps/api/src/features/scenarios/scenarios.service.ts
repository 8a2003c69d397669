import { Injectable } from '@nestjs/common';
import type { ScenarioFault } from '@yotei/scheduling/scenarios';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { RecordsRepository } from '../rosters/index.js';
import type { BaseGap } from './base/base-gap.js';
import type { ScenarioRange } from './base/base-range.js';
import { ScenarioBaseService } from './base/scenario-base.service.js';
import { checkedChanges } from './checked-changes.js';
import { ScenarioRepository, type ScenarioContent, type ScenarioRecord } from './scenarios.repository.js';

export type SavedScenario =
  | { readonly kind: 'saved'; readonly scenario: ScenarioRecord }
  | { readonly kind: 'changed-meanwhile'; readonly scenario: ScenarioRecord }
  | { readonly kind: 'faulty'; readonly faults: readonly ScenarioFault[] }
  | { readonly kind: 'base-missing'; readonly gaps: readonly BaseGap[] }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'not-found'; readonly what: string };

export interface NewScenario extends ScenarioRange {
  readonly parentId: string | null;
  readonly name: string;
  readonly note: string;
  /** As they came in: checked here, on the base they are asked on. */
  readonly changes: unknown;
}

export interface ScenarioEdit {
  readonly id: string;
  readonly version: number;
  readonly name?: string | null;
  readonly note?: string | null;
  readonly changes?: unknown;
}

const LONGEST_NAME = 120;
const LONGEST_NOTE = 4000;
const MOST_CHANGES = 100;

/** Scenarios are written, branched, moved, put away and brought back; the plan stays as it is. */
@Injectable()
export class ScenariosService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly scenarios: ScenarioRepository,
    private readonly bases: ScenarioBaseService,
    private readonly records: RecordsRepository,
  ) {}

  all(context: RequestContext, archived: boolean): Promise<ScenarioRecord[]> {
    return this.scenarios.all(context, { archived });
  }

  async create(context: RequestContext, order: NewScenario): Promise<SavedScenario> {
    const fault = contentFault(order);
    if (fault) return fault;
    return this.database.withTenant(context, async (tx): Promise<SavedScenario> => {
      if (order.parentId && !(await this.scenarios.byId(context, order.parentId)))
        return { kind: 'not-found', what: 'scenario' };
      const checked = await this.checked(context, order, order.changes);
      if (checked.kind !== 'checked') return checked;
      const { name, note } = trimmed(order);
      const row = { ...order, name, note, changes: checked.changes, basis: checked.basis, userId: context.userId };
      const id = await this.scenarios.insert(tx, row);
      return this.saved(context, id);
    });
  }

  /** A child that begins as a copy: what is changed in one later does not change the other. */
  async branch(context: RequestContext, id: string, name: string): Promise<SavedScenario> {
    const from = await this.scenarios.byId(context, id);
    if (!from) return { kind: 'not-found', what: 'scenario' };
    return this.create(context, { ...from, parentId: from.id, name });
  }

  async save(context: RequestContext, { id, version, ...edit }: ScenarioEdit): Promise<SavedScenario> {
    return this.database.withTenant(context, async (tx): Promise<SavedScenario> => {
      const before = await this.scenarios.lock(tx, id);
      if (!before) return { kind: 'not-found', what: 'scenario' };
      if (before.version !== version) return { kind: 'changed-meanwhile', scenario: before };
      const content = { name: edit.name ?? before.name, note: edit.note ?? before.note };
      const changes = edit.changes ?? before.changes;
      const fault = contentFault({ ...content, changes });
      if (fault) return fault;
      const checked = await this.checked(context, before, changes);
      if (checked.kind !== 'checked') return checked;
      const row = { ...trimmed(content), changes: checked.changes, basis: checked.basis, userId: context.userId };
      await this.scenarios.update(tx, id, row);
      return this.saved(context, id);
    });
  }

  /** What an earlier version said, as a new version: the step back can be taken back too. */
  async restore(
    context: RequestContext,
    { id, version, toVersion }: { readonly id: string; readonly version: number; readonly toVersion: number },
  ): Promise<SavedScenario> {
    const past = (await this.scenarios.versions(context, id)).find((one) => one.version === toVersion);
    if (!past) return { kind: 'not-found', what: 'version' };
    const { name, note, changes } = past;
    return this.save(context, { id, version, name, note, changes });
  }

  async move(
    context: RequestContext,
    id: string,
    to: { readonly parentId: string | null; readonly position: number },
  ): Promise<SavedScenario> {
    return this.database.withTenant(context, async (tx): Promise<SavedScenario> => {
      if (!(await this.scenarios.lock(tx, id))) return { kind: 'not-found', what: 'scenario' };
      if (to.parentId && !(await this.scenarios.byId(context, to.parentId)))
        return { kind: 'not-found', what: 'scenario' };
      if (!(await this.scenarios.move(tx, id, to)))
        return { kind: 'invalid', path: 'parentId', message: 'a scenario cannot lie below itself' };
      return this.saved(context, id);
    });
  }

  async setArchived(context: RequestContext, id: string, archived: boolean): Promise<SavedScenario> {
    return this.database.withTenant(context, async (tx): Promise<SavedScenario> => {
      const before = await this.scenarios.lock(tx, id);
      if (!before) return { kind: 'not-found', what: 'scenario' };
      await this.scenarios.setArchived(tx, id, archived);
      await this.records.audit(tx, context, {
        action: archived ? 'scenario.archive' : 'scenario.restore',
        subjectKind: 'scenarios',
        subjectId: id,
        before: { archived: before.archived },
        after: { archived },
      });
      return this.saved(context, id);
    });
  }

  private async saved(context: RequestContext, id: string): Promise<SavedScenario> {
    return { kind: 'saved', scenario: (await this.scenarios.byId(context, id))! };
  }

  private async checked(context: RequestContext, range: ScenarioRange, changes: unknown) {
    const result = await this.bases.build(context, range);
    if (result.kind === 'nothing-forecast') return { kind: 'base-missing' as const, gaps: result.gaps };
    if (result.kind === 'not-found') return { kind: 'not-found' as const, what: 'site' };
    if (result.kind === 'invalid') return result;
    const checked = checkedChanges(changes, result.built.base);
    return checked.kind === 'faulty' ? checked : { ...checked, basis: result.built.basis };
  }
}

const trimmed = ({ name, note }: Pick<ScenarioContent, 'name' | 'note'>) => ({ name: name.trim(), note: note.trim() });

function contentFault({ name, note, changes }: { name: string; note: string; changes: unknown }) {
  const invalid = (path: string, message: string) => ({ kind: 'invalid' as const, path, message });
  const { length } = name.trim();
  if (length === 0 || length > LONGEST_NAME) return invalid('name', `give a name of 1 to ${LONGEST_NAME} characters`);
  if (note.trim().length > LONGEST_NOTE) return invalid('note', `a note has at most ${LONGEST_NOTE} characters`);
  if (!Array.isArray(changes) || changes.length > MOST_CHANGES)
    return invalid('changes', `give a list of at most ${MOST_CHANGES} changes`);
  return null;
}

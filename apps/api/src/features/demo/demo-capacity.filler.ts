import { Injectable } from '@nestjs/common';
import type { CapacityGroup } from '@yotei/scheduling/capacity';
import { CapacityPlansService } from '../capacity/index.js';
import type { DemoFilling } from './demo-filling.js';

const WEEKS = 78;
/** What the demo's owner is said to expect: a tenth more contacts a year, and a summer and a year's end of leave. */
const GROWTH_A_YEAR = 0.1;
const LEAVE = { summer: { fromWeek: 32, untilWeek: 34 }, yearEnd: { fromWeek: 52, untilWeek: 53 }, more: 0.12 };

/** A sample capacity plan, made of what the demo centre has, with one class decided. */
@Injectable()
export class DemoCapacityFiller {
  constructor(private readonly plans: CapacityPlansService) {}

  async fill({ context }: DemoFilling): Promise<void> {
    const made = await this.plans.create(context, {
      ...{ title: '18か月の要員計画(例)', weeks: WEEKS, firstOn: null, copyOfId: null },
    });
    if (made.kind !== 'saved') return;
    const { id, title, version, plan } = made.plan;
    const groups = plan.groups.map((group) => expected(group, plan.firstOn));
    const largest = groups.reduce((a, b) => (b.heads > a.heads ? b : a));
    const classes = [{ id: 'own-1', groupId: largest.id, week: largest.hiring.firstWeek, heads: 2 }];
    await this.plans.save(context, { id, version, title, plan: { ...plan, groups, classes } });
  }
}

function expected(group: CapacityGroup, firstOn: string): CapacityGroup {
  return {
    ...group,
    contacts: group.contacts.map((contacts, week) => Math.round(contacts * (1 + GROWTH_A_YEAR) ** (week / 52))),
    outOfOfficeShrinkage: group.outOfOfficeShrinkage.map((share, week) =>
      isLeaveSeason(weekOfYear(firstOn, week)) ? Math.min(0.5, share + LEAVE.more) : share,
    ),
  };
}

const isLeaveSeason = (week: number): boolean =>
  [LEAVE.summer, LEAVE.yearEnd].some(({ fromWeek, untilWeek }) => week >= fromWeek && week < untilWeek);

/** Whole weeks since the first of January, from 1 on. */
function weekOfYear(firstOn: string, week: number): number {
  const at = Date.parse(firstOn) + week * 7 * 86_400_000;
  return 1 + Math.floor((at - Date.UTC(new Date(at).getUTCFullYear(), 0, 1)) / (7 * 86_400_000));
}

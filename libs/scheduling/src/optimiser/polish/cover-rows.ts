import type { PreparedProblem } from '../problem/prepare.js';
import type { ModelBuilder } from '../../solver/index.js';

/**
 * The cover of some slots in a mixed-integer model: presence of each group, people of several skills shared over them, and
 * the convex cost of each cell. Presence that is no column of the model is `base`, by `slot * groups + group`.
 */
export class CoverRows {
  /** Row that one more agent of a group in a slot adds 1 to, -1 where the group serves nothing. */
  private readonly rowOf = new Map<number, number>();

  constructor(
    private readonly model: ModelBuilder,
    private readonly prepared: PreparedProblem,
    private readonly base: Int32Array,
  ) {}

  /** Adds the rows of a slot in which at most `most[group]` agents of each group can be. */
  addSlot(slot: number, most: Int32Array): void {
    const { model, prepared, base } = this;
    const { masks } = prepared.groups;
    const skills = prepared.table.columns.length;
    const ableTo = new Int32Array(skills);
    masks.forEach((mask, group) => {
      for (let skill = 0; skill < skills; skill++) if ((mask >> skill) & 1) ableTo[skill]! += most[group]!;
    });
    const cells = Array.from(ableTo, (able, skill) => this.addCell(slot * skills + skill, able));
    masks.forEach((mask, group) => {
      const there = base[slot * masks.length + group]!;
      if (most[group] === 0 || mask === 0) return;
      const single = (mask & (mask - 1)) === 0;
      const row = single ? cells[31 - Math.clz32(mask)]! : model.row(0, 0);
      this.rowOf.set(slot * masks.length + group, row);
      model.shift(row, -there);
      if (single) return;
      for (let skill = 0; skill < skills; skill++) {
        if (((mask >> skill) & 1) === 0) continue;
        model.column(0, most[group]!, false);
        model.entry(row, -1);
        model.entry(cells[skill]!, 1);
      }
    });
  }

  rowFor(slot: number, group: number): number {
    return this.rowOf.get(slot * this.prepared.groups.masks.length + group) ?? -1;
  }

  /** Row "people on the cell minus people counted", with one column for each run of equal costs. */
  private addCell(cell: number, most: number): number {
    const { offsets, marginals } = this.prepared.table;
    const row = this.model.row(0, 0);
    const last = offsets[cell + 1]! - 1;
    const costOf = (n: number) => marginals[Math.min(offsets[cell]! + n, last)]!;
    for (let n = 0; n < most;) {
      let until = n + 1;
      while (until < most && costOf(until) === costOf(n)) until++;
      this.model.column(costOf(n), until - n, false);
      this.model.entry(row, -1);
      n = until;
    }
    return row;
  }
}

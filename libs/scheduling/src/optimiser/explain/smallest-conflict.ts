/**
 * Members of `members` that cannot stand together while each smaller selection of them can: every one of them is needed.
 * Members are tried for leaving in the order given, whole stretches at once, so what should be named goes last. Empty when
 * even nothing at all is impossible. `isPossible` must be monotone: what is possible stays so with fewer members. (Deletion
 * filter by halves; Chinneck and Dravnieks 1991, Junker 2004.)
 */
export function smallestConflict<Member>(
  members: readonly Member[],
  isPossible: (kept: readonly Member[]) => boolean,
): Member[] {
  const gone = new Set<Member>();
  const without = (some: readonly Member[]) => members.filter((member) => !gone.has(member) && !some.includes(member));
  const shrink = (from: number, until: number): void => {
    const some = members.slice(from, until);
    if (some.length === 0) return;
    if (!isPossible(without(some))) {
      for (const member of some) gone.add(member);
    } else if (some.length > 1) {
      const middle = (from + until) >> 1;
      shrink(from, middle);
      shrink(middle, until);
    }
  };
  shrink(0, members.length);
  return without([]);
}

/** Names joined to sets (union-find); a name never joined is a set of its own. */
export class DisjointSets {
  private readonly parent = new Map<string, string>();

  join(names: readonly string[]): void {
    for (const name of names) this.parent.set(this.rootOf(name), this.rootOf(names[0]!));
  }

  rootOf(name: string): string {
    let at = name;
    for (let above = this.parent.get(at); above !== undefined && above !== at; above = this.parent.get(at)) at = above;
    return at;
  }
}

/**
 * The people of one quarter of an hour, shared out over brands: each covers one brand at a time, and as many
 * needs are covered as can be (a maximum matching, kept up by augmenting paths over the few brands).
 */

export type Skilled = {
  readonly id: string;
  readonly brandIds: readonly string[];
};

export class Crew {
  readonly #need: ReadonlyMap<string, number>;
  readonly #needed: number;
  readonly #people = new Map<string, Skilled>();
  readonly #covers = new Map<string, string>();
  readonly #filled = new Map<string, number>();

  constructor(need: ReadonlyMap<string, number>) {
    this.#need = need;
    this.#needed = [...need.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Needs that nobody covers. */
  get missing(): number {
    return this.#needed - this.#covers.size;
  }

  /** People whom nobody needs. */
  get spare(): number {
    return this.#people.size - this.#covers.size;
  }

  /** The brand that somebody covers; undefined: she is spare or not there. */
  brandOf(id: string): string | undefined {
    return this.#covers.get(id);
  }

  /** Falls with every need that is covered, most where most are missing; a little, too, where few are spare. */
  get cost(): number {
    const [missing, spare] = [this.missing, this.spare];
    return (
      missing +
      (0.5 * missing ** 2) / Math.max(1, this.#needed) +
      (0.01 * spare ** 2) / (this.#needed + 1)
    );
  }

  /** How much one more person would take off the cost. */
  gainOf(person: Skilled): number {
    const before = this.cost;
    this.add(person);
    const after = this.cost;
    this.remove(person.id);
    return before - after;
  }

  /** @param wanted the brand she stays with if it needs her */
  add(person: Skilled, wanted?: string): void {
    this.#people.set(person.id, person);
    if (wanted !== undefined && this.#isOpen(wanted)) this.#put(person.id, wanted);
    else this.#augment(person);
  }

  remove(id: string): void {
    if (!this.#people.delete(id)) return;
    const brandId = this.#covers.get(id);
    if (brandId === undefined) return;
    this.#take(id, brandId);
    // Whoever was spare may cover it, also by a chain of moves.
    for (const other of this.#people.values())
      if (!this.#covers.has(other.id) && this.#augment(other)) return;
  }

  has(id: string): boolean {
    return this.#people.has(id);
  }

  #isOpen(brandId: string): boolean {
    return (this.#filled.get(brandId) ?? 0) < (this.#need.get(brandId) ?? 0);
  }

  #put(id: string, brandId: string): void {
    this.#covers.set(id, brandId);
    this.#filled.set(brandId, (this.#filled.get(brandId) ?? 0) + 1);
  }

  #take(id: string, brandId: string): void {
    this.#covers.delete(id);
    this.#filled.set(brandId, (this.#filled.get(brandId) ?? 0) - 1);
  }

  /** The nearest brand that needs somebody, over colleagues who can go on to another. */
  #augment(person: Skilled): boolean {
    const cameBy = new Map<string, Skilled>(person.brandIds.map((brandId) => [brandId, person]));
    for (const [brandId] of cameBy) {
      if (this.#isOpen(brandId)) {
        this.#shift(brandId, cameBy);
        return true;
      }
      for (const [id, covered] of this.#covers) {
        const colleague = covered === brandId ? this.#people.get(id) : undefined;
        for (const next of colleague?.brandIds ?? [])
          if (colleague !== undefined && !cameBy.has(next)) cameBy.set(next, colleague);
      }
    }
    return false;
  }

  /** Each of the chain goes on to the next brand, the last into the one that is open. */
  #shift(open: string, cameBy: ReadonlyMap<string, Skilled>): void {
    let brandId: string | undefined = open;
    while (brandId !== undefined) {
      const mover = cameBy.get(brandId);
      if (mover === undefined) return;
      const left = this.#covers.get(mover.id);
      if (left !== undefined) this.#take(mover.id, left);
      this.#put(mover.id, brandId);
      brandId = left;
    }
  }
}

/** What was told last of each part, so that what stays the same is not told again. */
export class ToldParts {
  readonly #texts = new Map<string, string>();

  /** @returns the parts that are other than before */
  changes<T extends object>(parts: T): Partial<T> {
    return Object.fromEntries(
      Object.entries(parts).filter(([name, value]) => {
        const text = JSON.stringify(value);
        if (this.#texts.get(name) === text) return false;
        this.#texts.set(name, text);
        return true;
      }),
    ) as Partial<T>;
  }
}

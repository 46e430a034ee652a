/**
 * Pages of a load in their order, a few fetched and read before they are asked for: the writer, who
 * sometimes takes long for one, then does not wait for the reader. They are fetched one after the
 * other.
 */
import type { Result } from '@shared/kernel/result.ts';

const aheadAtMost = 3;

/** `next`: where the page after it begins; null: it is the last; undefined: only reading it tells. */
type Page = { readonly next: string | null | undefined };

export class PagesAhead<P extends Page> {
  readonly #fetch: (after: string | null) => Promise<Result<P>>;
  readonly #pages: Promise<Result<P>>[] = [];
  #isFetching = false;
  #next: string | null = null;

  constructor(fetch: (after: string | null) => Promise<Result<P>>) {
    this.#fetch = fetch;
  }

  /** The page that begins there, which is where the one taken before ends. */
  take(after: string | null): Promise<Result<P>> {
    const page = this.#pages.shift() ?? this.#begin(after);
    this.#goOn();
    return page;
  }

  #begin(after: string | null): Promise<Result<P>> {
    this.#isFetching = true;
    this.#next = null;
    return this.#fetch(after).then((fetched) => {
      this.#isFetching = false;
      this.#next = fetched.ok ? (fetched.value.next ?? null) : null;
      this.#goOn();
      return fetched;
    });
  }

  #goOn(): void {
    if (this.#isFetching || this.#next === null || this.#pages.length >= aheadAtMost) return;
    this.#pages.push(this.#begin(this.#next));
  }
}

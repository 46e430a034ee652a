/**
 * The search over articles, in memory: MiniSearch over the words as they are written and over their stems
 * (marked, so that neither is taken for the other). A slip of the keyboard is looked for in written words.
 */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { wordsOf } from '../search/fold.ts';
import type { Article, ArticleLanguage } from './article.ts';
import { shownVersion } from './shown-article.ts';
import { meaningOf, stemOf } from './stems.ts';

export type ArticleQuery = {
  readonly text: string;
  readonly brandIds: readonly string[];
  readonly day: string;
  readonly limit: number;
  /** Any where it is absent. */
  readonly language?: ArticleLanguage | undefined;
  /** `open`: what customers may read, and found by that alone. */
  readonly audience?: 'all' | 'open';
};

const fields = ['title', 'keywords', 'text', 'openTitle', 'openText'] as const;
type Field = (typeof fields)[number];
type Entry = { readonly key: string } & { readonly [field in Field]: string };

const stemMark = '~';
const inside = ['title', 'keywords', 'text', 'openTitle', 'openText'] satisfies Field[];
/** Nobody outside finds an article by words that only advisors read. */
const outside = ['openTitle', 'keywords', 'openText'] satisfies Field[];
const boost = { title: 8, openTitle: 8, keywords: 4, text: 1, openText: 1 };
const titles: readonly string[] = ['title', 'openTitle'];

const keyOf = ({ id, version }: Pick<Article, 'id' | 'version'>): string => `${id}/${version}`;

const stemsIn = (text: string, language: ArticleLanguage): string[] =>
  wordsOf(text).map((word) => stemMark + stemOf(word, language));

/** A title or a keyword: as it is written, so that a slip is looked for, and by its stems. */
const named = (text: string, language: ArticleLanguage): string =>
  [...new Set([...wordsOf(text), ...stemsIn(text, language)])].join(' ');

/** A text: by its stems alone, each once. There are many, and a load indexes thousands of texts. */
const said = (text: string, language: ArticleLanguage): string =>
  [...new Set(stemsIn(text, language))].join(' ');

const entryOf = (article: Article): Entry => {
  const { language, title, keywords, say, steps, forbidden, customer } = article;
  return {
    key: keyOf(article),
    title: named(title, language),
    keywords: named(keywords.join(' '), language),
    text: said([say, ...steps, ...forbidden].join(' '), language),
    openTitle: named(customer?.title ?? '', language),
    openText: said([customer?.text ?? '', customer?.short ?? ''].join(' '), language),
  };
};

/** Two neighbours exchanged: one slip, though two edits for the search. */
const exchanged = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ).filter((other) => other !== word);

/** What one typed word may stand for. */
const standsFor = (word: string): Query[] => {
  const stems = [stemOf(word, 'fr'), stemOf(word, 'en')].map((stem) => stemMark + stem);
  const slips = word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;
  const neighbours = slips === 1 ? exchanged(word) : [];
  return [
    { queries: [word], prefix: word.length > 2, fuzzy: slips },
    // She is still typing: the beginning of a stem.
    { queries: [stemMark + word], prefix: word.length > 3, fuzzy: false },
    { queries: [...new Set([...stems, ...neighbours])], fuzzy: false, prefix: false },
  ];
};

/** Which of the typed words an article answers: MiniSearch says which queries it answered. */
const answeredBy = (words: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    words.map((word) => [
      word,
      [
        word,
        stemMark + word,
        stemMark + stemOf(word, 'fr'),
        stemMark + stemOf(word, 'en'),
        ...exchanged(word),
      ],
    ]),
  );

/** All of one or two words, two of three, three of four (KNOW-12). */
const leastOf = (words: number): number => (words < 3 ? words : Math.ceil((words * 2) / 3));

type Found = { readonly result: SearchResult; readonly words: number };

/** A title before a keyword before the text, among articles that answer as many words (KNOW-13). */
const placeOf = ({ result }: Found): number => {
  const where = Object.values(result.match).flat();
  if (where.some((field) => titles.includes(field))) return 0;
  return where.includes('keywords') ? 1 : 2;
};

export class ArticleIndex {
  readonly #search = new MiniSearch<Entry>({
    idField: 'key',
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
  readonly #versions = new Map<string, Map<number, Article>>();

  get size(): number {
    return this.#search.documentCount;
  }

  put(articles: readonly Article[]): void {
    for (const article of articles) {
      this.remove(article);
      const versions = this.#versions.get(article.id) ?? new Map<number, Article>();
      this.#versions.set(article.id, versions.set(article.version, article));
      this.#search.add(entryOf(article));
    }
  }

  remove({ id, version }: Pick<Article, 'id' | 'version'>): void {
    const versions = this.#versions.get(id);
    if (versions?.delete(version) !== true) return;
    if (versions.size === 0) this.#versions.delete(id);
    this.#search.discard(keyOf({ id, version }));
  }

  clear(): void {
    this.#versions.clear();
    this.#search.removeAll();
  }

  all(): Article[] {
    return [...this.#versions.values()].flatMap((versions) => [...versions.values()]);
  }

  /** The version that is shown on this day. */
  shown(id: string, day: string): Article | null {
    return shownVersion([...(this.#versions.get(id)?.values() ?? [])], day);
  }

  allShown(day: string): Article[] {
    return [...this.#versions.keys()].flatMap((id) => this.shown(id, day) ?? []);
  }

  search(query: ArticleQuery): Article[] {
    const words = meaningOf(query.text);
    if (words.length === 0) return [];
    const asked = answeredBy(words);
    const options = {
      fields: query.audience === 'open' ? outside : inside,
      boost,
      weights: { fuzzy: 0.3, prefix: 0.5 },
    };
    return this.#search
      .search({ combineWith: 'OR', queries: words.flatMap(standsFor) }, options)
      .map((result): Found => {
        const said = new Set(result.queryTerms);
        const answered = words.filter((word) => asked.get(word)?.some((term) => said.has(term)));
        return { result, words: answered.length };
      })
      .filter(({ words: answered }) => answered >= leastOf(words.length))
      .sort(
        (a, b) => b.words - a.words || placeOf(a) - placeOf(b) || b.result.score - a.result.score,
      )
      .flatMap(({ result }) => this.#ofQuery(String(result.id), query))
      .slice(0, query.limit);
  }

  /** KNOW-14. */
  #ofQuery(key: string, { brandIds, language, audience, day }: ArticleQuery): Article[] {
    const shown = this.shown(key.slice(0, key.lastIndexOf('/')), day);
    const fits =
      shown !== null &&
      keyOf(shown) === key &&
      brandIds.includes(shown.brandId) &&
      (language === undefined || shown.language === language) &&
      (audience !== 'open' || shown.audience === 'open');
    return fits ? [shown] : [];
  }
}

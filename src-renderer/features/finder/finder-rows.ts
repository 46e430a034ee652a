/** What the search offers: the number typed, favourites, colleagues, customers, last numbers. */
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import type { RecentNumber } from '@shared/contracts/engine/recent.ts';
import type { Colleague } from '@shared/contracts/http/colleagues.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { type Favourite, isSameFavourite } from '@shared/domain/favourite/favourite.ts';
import { type CallCustomer, callMatters, type Matter } from './call-matters.ts';
import type { Dialable } from './dialable.ts';

export type FinderRow = { readonly id: string } & (
  | { readonly kind: 'dial'; readonly dial: Dialable; readonly favourite: Favourite }
  | {
      readonly kind: 'recent';
      readonly recent: RecentNumber;
      readonly display: string;
      /** null: a customer is found by the search, and forgotten when she asks for it. */
      readonly favourite: Favourite | null;
    }
  | {
      readonly kind: 'matter';
      readonly matter: Matter;
      readonly typed: string;
      readonly favourite: null;
    }
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly typed: string;
      readonly favourite: null;
    }
  | { readonly kind: 'favourite'; readonly favourite: Favourite; readonly display: string }
  | { readonly kind: 'colleague'; readonly colleague: Colleague; readonly favourite: Favourite }
  | {
      readonly kind: 'customer';
      readonly hit: CustomerHit;
      /** What the hit answers. */
      readonly typed: string;
      /** `hub`: not on this desktop; fetched when it is taken. `call`: who is called now. */
      readonly at: 'desktop' | 'hub' | 'call';
      readonly favourite: null;
    }
);

const headingAt = { call: 'call', desktop: 'customers', hub: 'hub' } as const;
export type Heading =
  | 'call'
  | 'articles'
  | 'dial'
  | 'recent'
  | 'favourites'
  | 'colleagues'
  | 'customers'
  | 'hub';

/** Under which heading a row stands. */
export const headingOf = (row: FinderRow): Heading => {
  if (row.kind === 'customer') return headingAt[row.at];
  if (row.kind === 'matter') return 'call';
  if (row.kind === 'article') return 'articles';
  return (
    { dial: 'dial', recent: 'recent', favourite: 'favourites', colleague: 'colleagues' } as const
  )[row.kind];
};

type Known = {
  readonly client: EngineClient;
  readonly favourites: readonly Favourite[];
  readonly colleagues: readonly Colleague[];
  /** Who is on the line, where somebody is known to be. */
  readonly call: CallCustomer | null;
  readonly brandId: string | null;
};

const limit = 8;
const articlesAtMost = 3;
export const favouritesAtMost = 5;
const colleaguesAtMost = 4;
const hubAtMost = 5;

const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Every word typed begins one of the words. */
const fits = (typed: string, text: string): boolean => {
  const words = fold(text).split(/[\s'’-]+/);
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
};

const digits = (text: string): string => text.replaceAll(/\D/g, '');
const fitsNumber = (typed: string, number: string): boolean => {
  const wanted = digits(typed).replace(/^0+/, '');
  return /^[\d\s+.()-]+$/.test(typed) && wanted.length > 2 && digits(number).includes(wanted);
};

const favouriteRow = (favourite: Favourite, shownNumber: (e164: string) => string): FinderRow => ({
  kind: 'favourite',
  id: `favourite:${favourite.kind}:${favourite.ref}`,
  favourite,
  display: shownNumber(favourite.number),
});

const colleagueRow = (colleague: Colleague): FinderRow & { readonly kind: 'colleague' } => {
  const { userId, extension: number, name } = colleague;
  const favourite = { kind: 'person', ref: userId, number, name } as const;
  return { kind: 'colleague', id: userId, colleague, favourite };
};

type Found = Pick<FinderRow & { readonly kind: 'customer' }, 'hit' | 'typed' | 'at'>;

const customerRow = (
  { hit, typed, at }: Found,
  shownNumber: (e164: string) => string,
): FinderRow => ({
  kind: 'customer',
  id: hit.customerId,
  hit: {
    ...hit,
    phone: hit.phone === null ? null : shownNumber(hit.phone),
    because:
      hit.because?.field === 'phone'
        ? { ...hit.because, text: shownNumber(hit.because.text) }
        : hit.because,
  },
  typed,
  at,
  favourite: null,
});

const dialRow = (dial: Dialable): FinderRow => ({
  kind: 'dial',
  id: 'dial',
  dial,
  favourite: { kind: 'outside', ref: dial.address, number: dial.address, name: null },
});

const matterRow =
  (typed: string) =>
  (matter: Matter): FinderRow => ({
    kind: 'matter',
    id: matter.id,
    matter,
    typed,
    favourite: null,
  });

const articleRow =
  (typed: string) =>
  (article: Article): FinderRow => ({
    kind: 'article',
    id: article.id,
    article,
    typed,
    favourite: null,
  });

export const typedRows = async (
  { client, favourites, colleagues, call, brandId }: Known,
  typed: string,
): Promise<readonly FinderRow[]> => {
  const { dialableOf, shownNumber } = await import('./dialable.ts');
  const dial = dialableOf(typed);
  const asked = { text: typed, brandId, language: null, limit: articlesAtMost };
  const [found, known] = await Promise.all([
    client.request('customer.search', { text: typed, limit }),
    client.request('articles.search', asked),
  ]);
  const articles = (known.ok ? known.value : []).map(articleRow(typed));
  const starred = favourites
    .filter(({ name, number }) => fits(typed, name ?? '') || fitsNumber(typed, number))
    .map((one) => favouriteRow(one, shownNumber));
  const people = colleagues
    .map(colleagueRow)
    .filter(
      ({ colleague: { name, extension }, favourite }) =>
        (fits(typed, name) || fitsNumber(typed, extension)) &&
        !favourites.some((one) => isSameFavourite(one, favourite)),
    );
  const customers = (found.ok ? found.value : []).map((hit) => {
    const at = hit.customerId === call?.bundle.customer.id ? 'call' : 'desktop';
    return customerRow({ hit, typed, at }, shownNumber);
  });
  const matters = call === null ? [] : callMatters(call, typed).map(matterRow(typed));
  // A whole number is meant to be called, whatever else has it.
  const whole = dial?.address.startsWith('+') ? [dialRow(dial)] : [];
  return [
    ...whole,
    ...matters,
    ...customers.filter((row) => headingOf(row) === 'call'),
    // In a talk she looks for what to say.
    ...(brandId === null ? [] : articles),
    ...(dial === null || whole.length > 0 ? [] : [dialRow(dial)]),
    ...starred.slice(0, favouritesAtMost),
    ...people.slice(0, colleaguesAtMost),
    ...customers.filter((row) => headingOf(row) !== 'call'),
    ...(brandId === null ? articles : []),
  ];
};

export type HubRows = { readonly asked: boolean; readonly rows: readonly FinderRow[] };

/** Whom the hub knows besides; it takes longer, and may be away. */
export const hubRows = async (client: EngineClient, typed: string): Promise<HubRows> => {
  const { shownNumber } = await import('./dialable.ts');
  const found = await client.request('customer.search-hub', { text: typed, limit: hubAtMost });
  if (!found.ok || !found.value.asked) return { asked: false, rows: [] };
  const rows = found.value.hits.map((hit) => customerRow({ hit, typed, at: 'hub' }, shownNumber));
  return { asked: true, rows };
};

/** Nothing typed yet: favourites, then the numbers of her last calls, the very last one first. */
export const offeredRows = async ({
  client,
  favourites,
}: Pick<Known, 'client' | 'favourites'>): Promise<readonly FinderRow[]> => {
  const { shownNumber } = await import('./dialable.ts');
  const last = await client.request('customer.recent', {});
  const recent = (last.ok ? last.value : []).slice(0, limit).map((one) => ({
    kind: 'recent' as const,
    id: one.number,
    recent: one,
    display: shownNumber(one.number),
    favourite:
      one.customerId === null
        ? { kind: 'outside' as const, ref: one.number, number: one.number, name: one.name }
        : null,
  }));
  return [
    ...favourites.slice(0, favouritesAtMost).map((one) => favouriteRow(one, shownNumber)),
    ...recent,
  ];
};

const toNumber = (number: string) => ({
  number,
  brandId: null,
  customerId: null,
  callbackId: null,
});

/** What is dialled for a row. */
export const orderOf = (row: Exclude<FinderRow, { kind: 'customer' | 'matter' | 'article' }>) => {
  if (row.kind === 'dial') return toNumber(row.dial.raw);
  if (row.kind !== 'recent') return toNumber(row.favourite.number);
  const { number, brandId, customerId } = row.recent;
  return { number, brandId, customerId, callbackId: null };
};

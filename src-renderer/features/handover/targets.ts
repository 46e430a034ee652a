/** Whom a call can go to: people, queues and what is typed, in one list. Pure. */
import type { Colleague } from '@shared/contracts/http/colleagues.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import { type Favourite, isSameFavourite } from '@shared/domain/favourite/favourite.ts';
import { displayNumber as shown } from '@shared/domain/number/display-number.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';

export type Target = {
  readonly id: string;
  readonly kind: 'person' | 'queue' | 'outside';
  readonly name: string | null;
  readonly number: string;
  readonly detail: string;
  readonly state: Colleague['state'];
  readonly pauseReason: string | null;
  readonly since: string | null;
  /** What to star it as. */
  readonly favourite: Favourite;
  readonly starred: boolean;
};

export const targetKinds = ['typed', 'favourite', 'outside', 'person', 'queue'] as const;
/** Under which heading it stands: what is typed, what is starred, the rest. */
export const groupOf = ({ id, kind, starred }: Target): (typeof targetKinds)[number] => {
  if (id === 'typed') return 'typed';
  return starred ? 'favourite' : kind;
};

const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const fits = (typed: string, ...texts: readonly (string | null)[]): boolean => {
  const words = fold(texts.filter(Boolean).join(' '));
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => words.includes(word));
};

const order = {
  ready: 0,
  'wrap-up': 1,
  busy: 2,
  'do-not-disturb': 3,
  pause: 4,
  offline: 5,
} as const;
const orderOf = ({ state }: Pick<Target, 'state'>): number => (state === null ? 2 : order[state]);

const nobody = { state: null, pauseReason: null, since: null };

type Unstarred = Omit<Target, 'starred'>;

const people = (colleagues: readonly Colleague[]): Unstarred[] =>
  colleagues.map(({ userId, name, team, extension: number, brandIds: _, ...state }) => ({
    id: userId,
    kind: 'person' as const,
    name,
    number,
    detail: team ?? '',
    ...state,
    favourite: { kind: 'person', ref: userId, number, name },
  }));

const queues = ({ numbers, brands }: Pick<Reference, 'numbers' | 'brands'>): Unstarred[] =>
  numbers.map(({ e164: number, label: name, brandId }) => ({
    id: number,
    kind: 'queue' as const,
    name,
    number,
    detail: brands.find(({ id }) => id === brandId)?.name ?? '',
    ...nobody,
    favourite: { kind: 'queue', ref: number, number, name },
  }));

const outside = (typed: string): Unstarred[] => {
  const { e164, display, kind } = parseNumber(typed);
  const calls = e164 !== null || kind === 'internal' || kind === 'short';
  if (!calls) return [];
  const number = e164 ?? display;
  const favourite = { kind: 'outside', ref: number, number, name: null } as const;
  return [
    { id: 'typed', kind: 'outside', name: null, number, detail: display, ...nobody, favourite },
  ];
};

/** Starred ones that are in no list: outside numbers, and whom this desktop does not know (yet). */
const starredOnly = (favourites: readonly Favourite[], listed: readonly Unstarred[]): Unstarred[] =>
  favourites
    .filter((one) => !listed.some(({ favourite }) => isSameFavourite(favourite, one)))
    .map((favourite) => ({
      id: `${favourite.kind}:${favourite.ref}`,
      kind: favourite.kind,
      name: favourite.name,
      number: favourite.number,
      detail:
        favourite.name === null || favourite.kind === 'outside' ? shown(favourite.number) : '',
      ...nobody,
      favourite,
    }));

/** What is typed as a number first, then what is starred, people, ready ones ahead, and the queues. */
export const targetsFor = (
  typed: string,
  colleagues: readonly Colleague[],
  reference: Pick<Reference, 'numbers' | 'brands'>,
  favourites: readonly Favourite[] = [],
): Target[] => {
  const listed = [...people(colleagues), ...queues(reference)];
  const asTyped = outside(typed);
  const others = [...starredOnly(favourites, [...listed, ...asTyped]), ...listed]
    .filter(({ name, detail, number }) => fits(typed, name, detail, number))
    .map((one) => ({ ...one, starred: isStarred(favourites, one.favourite) }))
    .sort(
      (a, b) =>
        targetKinds.indexOf(groupOf(a)) - targetKinds.indexOf(groupOf(b)) ||
        (a.kind === 'person' && b.kind === 'person'
          ? orderOf(a) - orderOf(b) || (a.name ?? '').localeCompare(b.name ?? '', 'fr')
          : 0),
    );
  return [
    ...asTyped.map((one) => ({ ...one, starred: isStarred(favourites, one.favourite) })),
    ...others,
  ];
};

const isStarred = (favourites: readonly Favourite[], wanted: Favourite): boolean =>
  favourites.some((one) => isSameFavourite(one, wanted));

/** Away from her telephone: shown, but quiet. */
export const isAway = ({ state }: Target): boolean =>
  state === 'offline' || state === 'pause' || state === 'do-not-disturb';

/** Whom a call can go to: people, queues and what is typed, in one list. Pure. */
import type { Colleague } from '@shared/contracts/http/colleagues.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
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
const orderOf = ({ state }: Target): number => (state === null ? 2 : order[state]);

const people = (colleagues: readonly Colleague[]): Target[] =>
  colleagues.map(({ userId, name, team, extension, brandIds: _, ...state }) => ({
    id: userId,
    kind: 'person' as const,
    name,
    number: extension,
    detail: team ?? '',
    ...state,
  }));

const queues = ({ numbers, brands }: Pick<Reference, 'numbers' | 'brands'>): Target[] =>
  numbers.map(({ e164, label, brandId }) => ({
    id: e164,
    kind: 'queue' as const,
    name: label,
    number: e164,
    detail: brands.find(({ id }) => id === brandId)?.name ?? '',
    state: null,
    pauseReason: null,
    since: null,
  }));

const outside = (typed: string): Target[] => {
  const { e164, display, kind } = parseNumber(typed);
  const calls = e164 !== null || kind === 'internal' || kind === 'short';
  if (!calls) return [];
  const number = e164 ?? display;
  const nobody = { state: null, pauseReason: null, since: null };
  return [{ id: 'typed', kind: 'outside', name: null, number, detail: display, ...nobody }];
};

/** What is typed as a number first, then people, ready ones ahead, then the queues. */
export const targetsFor = (
  typed: string,
  colleagues: readonly Colleague[],
  reference: Pick<Reference, 'numbers' | 'brands'>,
): Target[] => {
  const found = people(colleagues)
    .filter(({ name, detail, number }) => fits(typed, name, detail, number))
    .sort((a, b) => orderOf(a) - orderOf(b) || (a.name ?? '').localeCompare(b.name ?? '', 'fr'));
  const lines = queues(reference).filter(({ name, detail }) => fits(typed, name, detail));
  return [...outside(typed), ...found, ...lines];
};

/** Away from her telephone: shown, but quiet. */
export const isAway = ({ state }: Target): boolean =>
  state === 'offline' || state === 'pause' || state === 'do-not-disturb';

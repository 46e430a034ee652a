import { decideAt } from '@shared/domain/law/decide.ts';
import { frenchLaw } from '@shared/domain/law/france/rule-set.ts';
import { readInstant } from '@shared/domain/law/moment.ts';
import { reasonWords } from '@shared/domain/law/reasons.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, type History, historyOf } from '../../support/law/history.ts';

const lives = fc.integer().map((seed) => historyOf(chanceOf(seed)));
const isAllowed = (facts: unknown, atMs: number): boolean =>
  decideAt(frenchLaw, facts, atMs).allowed;
const iso = (ms: number): string => new Date(ms).toISOString();
const runs = { numRuns: 1500 };

/** A change to the facts that can only make the law stricter. */
const burdens: readonly ((history: History, atMs: number) => History)[] = [
  (history, atMs) => ({
    ...history,
    attempts: [...(history.attempts ?? []), { at: iso(atMs - 1), campaign: 'c', answered: false }],
  }),
  (history, atMs) => ({
    ...history,
    refusals: [
      ...(history.refusals ?? []),
      { at: iso(atMs - 1), inCall: true, professional: 'Kerdoual', campaign: 'c' },
    ],
  }),
  (history, atMs) => ({
    ...history,
    opposition: { at: iso(atMs - 1), channel: 'telephone', scope: 'all' },
  }),
  (history) => ({ ...history, controlGroup: true }),
  (history) => ({ ...history, bloctel: true }),
  (history) => ({ ...history, presentedNumber: { number: '0639980001', hidden: false } }),
  (history, atMs) => ({
    ...history,
    consent: history.consent && { ...history.consent, revokedAt: iso(atMs - 1) },
  }),
  (history) => ({ ...history, consumer: { ...history.consumer, kind: 'consumer' } }),
];

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every fact by its path, also those within records and lists. */
const pathsOf = (value: unknown, path: readonly string[] = []): string[][] => {
  if (Array.isArray(value))
    return value.flatMap((one, index) => pathsOf(one, [...path, String(index)]));
  if (!isObject(value)) return [[...path]];
  const inner = Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
  return path.length === 0 ? inner : [[...path], ...inner];
};

const withFact = (value: unknown, [first, ...rest]: readonly string[], fact: unknown): unknown => {
  if (first === undefined) return fact;
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === first ? withFact(one, rest, fact) : one));
  return isObject(value) ? { ...value, [first]: withFact(value[first], rest, fact) } : value;
};

describe('[LAW-2] the engine', () => {
  it('[LAW-2] never allows a refused call because something was added against it', () => {
    fc.assert(
      fc.property(lives, fc.constantFrom(...burdens), ({ history, atMs }, burden) => {
        fc.pre(!isAllowed(history, atMs) && history.attempts !== undefined);
        fc.pre(history.refusals !== undefined && history.callKind !== undefined);
        fc.pre(history.opposition !== undefined && history.presentedNumber !== undefined);
        fc.pre(history.controlGroup !== undefined && history.bloctel !== undefined);
        fc.pre(history.consumer.kind !== undefined && history.consent !== undefined);
        expect(isAllowed(burden(history, atMs), atMs)).toBe(false);
      }),
      runs,
    );
  });

  it('[LAW-2] allows from `allowedFrom` on, and a moment before it does not', () => {
    fc.assert(
      fc.property(
        lives,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        ({ history, atMs }, part) => {
          const decision = decideAt(frenchLaw, history, atMs);
          fc.pre(!decision.allowed && decision.allowedFromMs !== null);
          const fromMs = decision.allowed ? null : decision.allowedFromMs;
          if (fromMs === null) return;
          expect(isAllowed(history, fromMs)).toBe(true);
          expect(isAllowed(history, fromMs - 1)).toBe(false);
          expect(isAllowed(history, Math.floor(atMs + part * (fromMs - atMs)))).toBe(false);
        },
      ),
      runs,
    );
  });

  it('[LAW-2] allows a business whatever it allows a consumer', () => {
    fc.assert(
      fc.property(lives, ({ history, atMs }) => {
        fc.pre(history.consumer.kind === 'consumer' && isAllowed(history, atMs));
        const consumer = { ...history.consumer, kind: 'business' };
        expect(isAllowed({ ...history, consumer }, atMs)).toBe(true);
      }),
      runs,
    );
  });

  it('[LAW-2] fails closed: a fact that is missing or odd never allows what was refused', () => {
    const odd = fc.constantFrom<unknown>(undefined, 17, '???', [], {}, [[null]], 'never');
    fc.assert(
      fc.property(lives, fc.nat(), odd, ({ history, atMs }, which, fact) => {
        fc.pre(!isAllowed(history, atMs));
        const paths = pathsOf(history);
        const path = paths[which % paths.length] ?? [];
        const changed = withFact(history, path, fact);
        // An empty list of attempts or refusals is a fact like any other, and so is a name.
        fc.pre(!(Array.isArray(fact) && fact.length === 0 && path.length === 1));
        fc.pre(
          path.at(-1) !== 'professional' && path.at(-1) !== 'channel' && path[0] !== 'opposition',
        );
        expect(isAllowed(changed, atMs)).toBe(false);
      }),
      runs,
    );
  });

  it('[LAW-2] answers whatever it is given, and refuses without readable facts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4e12 }), (facts, atMs) => {
        const decision = decideAt(frenchLaw, facts, atMs);
        expect(decision.allowed).toBe(false);
        if (!decision.allowed) expect(reasonWords[decision.reason]).toBeTypeOf('string');
      }),
    );
  });

  it.each([
    '2026-11-30',
    '2026-11-30T11:00:00',
    '2026-02-30T11:00:00Z',
    '2026-11-30T24:00:00Z',
    'tomorrow',
    '',
  ])('[LAW-2] takes %j for no instant', (text) => {
    expect(readInstant(text)).toBeNull();
  });
});

/** What a consent is worth at an instant: a proven one, of herself, to this professional, a year old at most. */
import { instantOfWall, wallOf } from '../../calendar/zoned-time.ts';
import { wordsOf } from '../../identity/fold.ts';
import type { Consent } from '../facts.ts';
import { type Moment, readMoment } from '../moment.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Call } from '../rule.ts';
import { coversCommercialCalls } from './consent-purpose.ts';
import { isNamed, isSameName } from './same-name.ts';

export type ConsentState =
  | { readonly valid: true }
  /** `validFromMs`: it becomes valid then, with nothing added. */
  | { readonly valid: false; readonly reason: ReasonCode; readonly validFromMs: number | null };

const invalid = (reason: ReasonCode): ConsentState => ({ valid: false, reason, validFromMs: null });

const herself =
  /^(?:the |le |la |l )?(?:consumer|customer|client|cliente|consommateur|consommatrice|person|personne|subscriber|abonnee?|herself|himself|self|elle meme|lui meme)(?: (?:herself|himself|themselves|elle meme|lui meme|in|on|via|by|through|at|web|online|form|par|sur|en)\b.*)?$/;
const another =
  /\b(?:behalf|husband|wife|spouse|partner|parents?|mother|father|son|daughter|neighbou?r|third|tiers|conjointe?|mari|epouse|pere|mere|fils|fille|voisine?)\b/;

const isHerself = (by: string | undefined): boolean => {
  const said = wordsOf(by ?? '').join(' ');
  return herself.test(said) && !another.test(said);
};

const nothing =
  /^(?:|no|none|null|nothing|missing|lost|unknown|aucune?|neant|perdue?|inconnue?|n a|false|0)$/;

const deepest = 5;

/** A proof is something that can be shown: a text, a record with something in it, or a plain yes. */
const isProof = (proof: unknown, depth = 0): boolean => {
  if (depth > deepest) return false;
  if (typeof proof === 'string') return !nothing.test(wordsOf(proof).join(' '));
  if (Array.isArray(proof)) return proof.some((part) => isProof(part, depth + 1));
  if (typeof proof === 'object' && proof !== null)
    return Object.values(proof).some((part) => isProof(part, depth + 1));
  return proof === true;
};

/** The same clock time a year later in her zone; the day before where that day does not exist. */
export const aYearAfter = (ms: number, zone: string): number => {
  const wall = new Date(wallOf(ms, zone));
  const month = wall.getUTCMonth();
  wall.setUTCFullYear(wall.getUTCFullYear() + 1);
  if (wall.getUTCMonth() !== month) wall.setUTCDate(0);
  return instantOfWall(wall.getTime(), zone);
};

/** What is wrong with it at any time. */
const flawOf = (consent: Consent, { facts }: Call): ReasonCode | null => {
  if (!isHerself(consent.by)) return 'consent-by-another';
  if (!isNamed(facts.professional)) return 'professional-unknown';
  if (!isSameName(consent.professional, facts.professional)) return 'consent-to-another';
  if (!coversCommercialCalls(consent.purpose)) return 'consent-for-another-purpose';
  if (!isProof(consent.proof)) return 'consent-without-proof';
  return null;
};

const flaws = new WeakMap<Call, ReasonCode | null>();

/** Asked again for every instant that is tried, but it does not depend on it. */
const knownFlawOf = (consent: Consent, call: Call): ReasonCode | null => {
  const known = flaws.get(call);
  if (known !== undefined) return known;
  const flaw = flawOf(consent, call);
  flaws.set(call, flaw);
  return flaw;
};

const atInstant = (
  given: Moment,
  revoked: Moment | null,
  zone: string,
  atMs: number,
): ConsentState => {
  if (revoked !== null && atMs >= revoked.earliestMs) return invalid('consent-revoked');
  const expiresMs = aYearAfter(given.earliestMs, zone);
  if (atMs < given.latestMs) {
    const endsMs = Math.min(expiresMs, revoked?.earliestMs ?? expiresMs);
    const validFromMs = given.latestMs < endsMs ? given.latestMs : null;
    return { valid: false, reason: 'consent-in-future', validFromMs };
  }
  return atMs < expiresMs ? { valid: true } : invalid('consent-expired');
};

export const consentStateAt = (call: Call, atMs: number): ConsentState => {
  const { consent } = call.facts;
  if (consent === undefined) return invalid('consent-unknown');
  if (consent === null) return invalid('no-consent');
  const flaw = knownFlawOf(consent, call);
  if (flaw !== null) return invalid(flaw);
  const given = readMoment(consent.givenAt, call.zone);
  if (given === null) return invalid('consent-undated');
  if (consent.revokedAt === undefined) return invalid('revocation-unknown');
  const revoked = consent.revokedAt === null ? null : readMoment(consent.revokedAt, call.zone);
  if (consent.revokedAt !== null && revoked === null) return invalid('revocation-unknown');
  return atInstant(given, revoked, call.zone, atMs);
};

/** When a valid consent lifts the days and hours of D223-9; null for never, and `atMs` for now. */
export const outsideHoursFrom = (call: Call, atMs: number): number | null => {
  if (call.facts.consent?.outsideHours !== true) return null;
  const state = consentStateAt(call, atMs);
  return state.valid ? atMs : state.validFromMs;
};

/** What a consent of a file is worth beside what is known: an opposition always wins. */
import { createHash } from 'node:crypto';
import type { Consent } from '@shared/domain/customer/customer.ts';
import type { ConsentLine } from '@shared/domain/import/line.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';

/** The same words give the same id, so that a file that is sent twice says nothing twice. */
export const stableId = (...words: readonly (string | null)[]): string => {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    // RFC 9562 §5.8: an id by our own rule.
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

type Standing = Pick<Consent, 'status' | 'givenAt'> | undefined;

/** Why it may not be written; null when it may. */
export const againstConsent = (
  consent: ConsentLine,
  standing: Standing,
  column: string | null,
): LineProblem | null => {
  if (standing?.status !== 'opposed' || consent.status === 'opposed') return null;
  return {
    column,
    field: 'consentDate',
    read: '',
    code: 'customer-opposed',
    number: Number(standing.givenAt.slice(0, 4)),
    remedy: { kind: 'without-consent' },
  };
};

/**
 * As it is written. One that is older than the last decision is kept as the history it is; an older
 * opposition holds nevertheless, as of now.
 */
export const consentRow = (
  consent: ConsentLine,
  to: { readonly customerId: string; readonly brandId: string; readonly at: string },
  standing: Standing,
): Consent => {
  const { customerId, brandId, at } = to;
  const id = stableId(
    'consent',
    brandId,
    customerId,
    consent.channel,
    consent.status,
    consent.givenAt,
    consent.purpose,
  );
  const isHidden =
    consent.status === 'opposed' &&
    standing !== undefined &&
    standing.status !== 'opposed' &&
    standing.givenAt > consent.givenAt;
  const proof =
    consent.proof ||
    (consent.status === 'opposed' ? `Opposition du ${consent.givenAt.slice(0, 10)}` : '');
  return {
    ...consent,
    id,
    customerId,
    brandId,
    givenAt: isHidden ? at : consent.givenAt,
    proof: (isHidden ? `Décision du ${consent.givenAt.slice(0, 10)}. ${proof}` : proof).slice(
      0,
      500,
    ),
  };
};

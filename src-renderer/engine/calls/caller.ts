/** Reads the headers of an INVITE: which brand is called, and by which number. */
import type { Reference } from '@shared/contracts/sync/pull.ts';
import { type ParsedNumber, parseNumber } from '@shared/domain/number/parse-number.ts';
import type { IncomingHeaders } from '../telephony/line.ts';

export type Caller = {
  readonly number: ParsedNumber;
  readonly calledNumber: string | null;
  readonly calledLabel: string | null;
  readonly brandId: string | null;
  readonly queue: string | null;
};

/** The network's own word (P-Asserted-Identity, RFC 3325) before what the caller claims in From. */
const callingNumber = ({ assertedIdentity, from }: IncomingHeaders): ParsedNumber => {
  const claimed = parseNumber(from);
  // A hidden From stays hidden, whatever the network knows: the caller asked for it (RFC 3323).
  if (claimed.kind === 'hidden' || assertedIdentity === null) return claimed;
  const asserted = parseNumber(assertedIdentity);
  return asserted.e164 === null ? claimed : asserted;
};

export const readCaller = (
  headers: IncomingHeaders,
  reference: Pick<Reference, 'numbers' | 'brands'>,
): Caller => {
  const candidates = [...headers.called, headers.to, headers.requestUri].map(
    (raw) => parseNumber(raw).e164,
  );
  const known = candidates
    .map((e164) => reference.numbers.find((one) => one.e164 === e164))
    .find((number) => number !== undefined);
  const named = reference.brands.find((brand) => brand.id === headers.brand?.trim().toLowerCase());
  return {
    number: callingNumber(headers),
    calledNumber: known?.e164 ?? candidates.find((e164) => e164 !== null) ?? null,
    calledLabel: known?.label ?? null,
    brandId: known?.brandId ?? named?.id ?? null,
    queue: headers.queue ?? known?.queue ?? null,
  };
};

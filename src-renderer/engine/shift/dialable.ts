/** What is typed or listed, as the switch takes it. */
import { parseNumber } from '@shared/domain/number/parse-number.ts';

const internalKinds = new Set(['internal', 'short', 'emergency']);

export type Dialable = {
  /** As the switch takes it. */
  readonly address: string;
  readonly e164: string | null;
  readonly display: string;
  /** An extension of the house. */
  readonly internal: boolean;
};

/** Null for what cannot be called. */
export const dialable = (raw: string): Dialable | null => {
  const { e164, kind, display } = parseNumber(raw);
  const address = e164 ?? (internalKinds.has(kind) ? display : null);
  return address === null ? null : { address, e164, display, internal: kind === 'internal' };
};

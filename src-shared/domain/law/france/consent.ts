/** L223-1 since 11 August 2026: no solicitation without prior consent, outside a running contract. */
import { earliest, isSolicitation, type Rule } from '../rule.ts';
import { consentStateAt } from './consent-state.ts';
import { consentFirstMs } from './dates.ts';
import { contractAllowsFrom } from './running-contract.ts';

export const consent: Rule = {
  id: 'consent',
  article: 'L223-1',
  source:
    'Code de la consommation, art. L223-1 (loi n° 2025-594 du 30 juin 2025, art. 13), en vigueur le 11 août 2026',
  fromMs: consentFirstMs,
  untilMs: null,
  needs: ({ facts: { callKind, consumer } }) => {
    if (callKind === undefined) return 'call-kind-unknown';
    if (callKind === 'commercial' && consumer.kind === undefined) return 'consumer-kind-unknown';
    return null;
  },
  check: (call, atMs) => {
    if (!isSolicitation(call)) return null;
    const contractMs = contractAllowsFrom(call, atMs);
    if (contractMs === atMs) return null;
    const state = consentStateAt(call, atMs);
    // What is too old is the next rule's.
    if (state.valid || state.reason === 'consent-expired') return null;
    return { reason: state.reason, untilMs: earliest(contractMs, state.validFromMs) };
  },
};

/** A consent lasts one year at most; only a new one renews it. */
import { isSolicitation, type Rule } from '../rule.ts';
import { consentStateAt } from './consent-state.ts';
import { consentFirstMs } from './dates.ts';
import { contractAllowsFrom } from './running-contract.ts';

export const consentExpired: Rule = {
  id: 'consent-expired',
  article: 'L223-1 (décret n° 2026-662)',
  source:
    'Code de la consommation, art. L223-1 ; décret n° 2026-662 (lu de seconde main) : un an au plus, sans reconduction tacite',
  fromMs: consentFirstMs,
  untilMs: null,
  check: (call, atMs) => {
    if (!isSolicitation(call)) return null;
    const contractMs = contractAllowsFrom(call, atMs);
    if (contractMs === atMs) return null;
    const state = consentStateAt(call, atMs);
    if (state.valid || state.reason !== 'consent-expired') return null;
    return { reason: 'consent-expired', untilMs: contractMs };
  },
};

/** L223-1 until 10 August 2026: who is on the Bloctel list is not solicited, outside a running contract. */
import { isSolicitation, type Rule } from '../rule.ts';
import { bloctelMs, consentFirstMs } from './dates.ts';
import { contractAllowsFrom } from './running-contract.ts';

export const bloctel: Rule = {
  id: 'bloctel',
  article: 'L223-1 (ancien)',
  source:
    'Code de la consommation, art. L223-1 dans sa rédaction de la loi n° 2020-901 du 24 juillet 2020, jusqu’au 10 août 2026',
  fromMs: bloctelMs,
  untilMs: consentFirstMs,
  check: (call, atMs) => {
    if (!isSolicitation(call)) return null;
    const untilMs = contractAllowsFrom(call, atMs);
    if (call.facts.bloctel === false || untilMs === atMs) return null;
    return { reason: call.facts.bloctel ? 'on-bloctel' : 'bloctel-unknown', untilMs };
  },
};

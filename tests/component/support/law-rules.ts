/** The rules of law as an administrator finds them: one suspended, one over, one to come. */
import { frenchLaw } from '@shared/domain/law/france/rule-set.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { at } from './helene.ts';
import { camille } from './organisation.ts';

const instant = (ms: number | null): string | null => (ms === null ? null : toInstant(ms));

export const lawRules = {
  country: frenchLaw.country,
  rules: frenchLaw.rules.map(({ id, article, source, fromMs, untilMs }) => ({
    rule: id,
    article,
    source,
    from: instant(fromMs),
    until: instant(untilMs),
    switchedOff:
      id === 'hours'
        ? {
            reason: 'Enquête de satisfaction du dimanche, avis du délégué du 2 novembre',
            by: camille.id,
            at: at('2026-11-03T09:00:00'),
            until: at('2026-11-30T00:00:00'),
          }
        : null,
  })),
};

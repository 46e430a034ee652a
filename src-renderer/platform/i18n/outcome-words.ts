/** How a call ended, in words; one that was not put through was missed by nobody. */
import { notPutThrough, type Outcome } from '@shared/domain/interaction/interaction.ts';
import type { Say } from './use-text.ts';

export const outcomeWords = (outcome: Outcome, failure: string | null, t: Say): string =>
  failure === notPutThrough ? t('outcome.notPutThrough') : t(`outcome.${outcome}`);

/** A grid to begin with, in the words of the desktop's language; what is published is the house's own. */
import type { Grid } from '@shared/domain/assessment/grid.ts';

const criteria = [
  ['welcome', 2, 'steps-said'],
  ['wording', 2, 'steps-said'],
  ['listening', 3, 'words-over-words'],
  ['solution', 3, null],
  ['waiting', 2, 'silences'],
  ['next', 2, null],
] as const;

export const starterGrid = (t: (key: string) => string): Grid => ({
  name: t('assess.starter.name'),
  criteria: criteria.map(([id, weight, measure]) => ({
    id,
    label: t(`assess.starter.${id}.label`),
    guidance: t(`assess.starter.${id}.guidance`),
    weight,
    measure,
  })),
});

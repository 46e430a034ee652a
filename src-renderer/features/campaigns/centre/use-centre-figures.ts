/** The centre's figures of one choice of days, brand and cut; each that was read once stays while the hub is away. */
import type { Known } from '@renderer/platform/asked/use-asked.ts';
import type { CentreAnswer, CentreCut } from '@shared/contracts/http/centre-figures.ts';
import type { Days } from '@shared/domain/campaign/figure-period.ts';
import { type Span, useKept, useSpan } from '../figures/use-all-figures.ts';

const lookEveryMs = 30_000;

export const useCentreFigures = (
  span: Span,
  by: CentreCut,
  isShown: boolean,
): {
  readonly asked: Days & { readonly by: CentreCut; readonly brandId?: string };
  readonly known: Known<CentreAnswer> | null;
} => {
  const asked = { ...useSpan(span), by };
  return { asked, known: useKept('planning.centre-figures', isShown ? asked : null, lookEveryMs) };
};

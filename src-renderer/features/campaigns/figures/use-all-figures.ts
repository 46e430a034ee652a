/** The figures of one choice of days, brand and cut; each that was read once stays while the hub is away. */

import { type Known, useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import type { AllFigures, FigureCut } from '@shared/contracts/http/call-figures.ts';
import { type Days, daysOf, type FigurePeriod } from '@shared/domain/campaign/figure-period.ts';
import { useEffect, useState } from 'react';

export type Choice = {
  readonly period: FigurePeriod;
  /** Days of her own choice. */
  readonly own: Days | null;
  /** Null: all of hers. */
  readonly brandId: string | null;
  readonly by: FigureCut;
};
export type Asked = Days & { readonly by: FigureCut; readonly brandId?: string };

const lookEveryMs = 15_000;

/** What is asked of the hub, and what is known of it; what was shown stays until there is an answer. */
export const useAllFigures = ({
  period,
  own,
  brandId,
  by,
}: Choice): { readonly asked: Asked; readonly known: Known<AllFigures> | null } => {
  const { clock } = useServices();
  const asked: Asked = {
    ...daysOf(period, clock.now(), own),
    by,
    ...(brandId === null ? {} : { brandId }),
  };
  const key = JSON.stringify(asked);
  const [read] = useState(() => new Map<string, Known<AllFigures>>());
  const { known, of } = useAsked('planning.all-figures', asked, lookEveryMs);
  const isAnswer = known !== null && of === key;
  useEffect(() => {
    if (isAnswer && known.code === null) read.set(key, known);
  }, [read, key, known, isAnswer]);
  const earlier = read.get(key) ?? null;
  if (!isAnswer) return { asked, known: earlier ?? known };
  if (known.code === null) return { asked, known };
  return { asked, known: { ...(earlier ?? { value: null, atMs: 0 }), code: known.code } };
};

/** The figures of one choice of days, brand and cut; each that was read once stays while the hub is away. */

import { type Known, useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import type { CommandInput, CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { AllFigures, FigureCut } from '@shared/contracts/http/call-figures.ts';
import { type Days, daysOf, type FigurePeriod } from '@shared/domain/campaign/figure-period.ts';
import { useEffect, useState } from 'react';

/** Which days and which brand. */
export type Span = {
  readonly period: FigurePeriod;
  /** Days of her own choice. */
  readonly own: Days | null;
  /** Null: all of hers. */
  readonly brandId: string | null;
};
export type Choice = Span & { readonly by: FigureCut };
export type Asked = Days & { readonly by: FigureCut; readonly brandId?: string };

const lookEveryMs = 15_000;
type Figures = 'planning.all-figures' | 'planning.centre-figures';

/** What is asked of the hub for these days and this brand. */
export const useSpan = ({ period, own, brandId }: Span): Days & { readonly brandId?: string } => {
  const { clock } = useServices();
  return {
    ...daysOf(period, clock.now(), own),
    ...(brandId === null ? {} : { brandId }),
  };
};

/** What is known of it; what was shown stays until there is an answer. */
export const useKept = <N extends Figures>(
  name: N,
  asked: CommandInput<N> | null,
  everyMs: number,
): Known<CommandOutput<N>> | null => {
  const key = JSON.stringify(asked);
  const [read] = useState(() => new Map<string, Known<CommandOutput<N>>>());
  const { known, of } = useAsked(name, asked, everyMs);
  const isAnswer = known !== null && of === key;
  useEffect(() => {
    if (isAnswer && known.code === null) read.set(key, known);
  }, [read, key, known, isAnswer]);
  const earlier = read.get(key) ?? null;
  if (!isAnswer) return earlier ?? known;
  if (known.code === null) return known;
  return { ...(earlier ?? { value: null, atMs: 0 }), code: known.code };
};

export const useAllFigures = (
  chosen: Choice,
  isShown: boolean,
): { readonly asked: Asked; readonly known: Known<AllFigures> | null } => {
  const asked: Asked = { ...useSpan(chosen), by: chosen.by };
  return { asked, known: useKept('planning.all-figures', isShown ? asked : null, lookEveryMs) };
};

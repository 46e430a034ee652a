/** How many calls of the version that is said took each way: the words on a line, and how thick it is. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { VersionMeasure } from '@shared/contracts/http/speech-measures.ts';
import { leastCases } from '@shared/domain/script/measure/intervals.ts';
import { createContext, useContext, useMemo } from 'react';

export type EdgeShares = ReadonlyMap<string, { readonly words: string; readonly widthPx: number }>;

const SaidMeasureContext = createContext<VersionMeasure | null>(null);
/** What was measured of the version that is said, for all parts of the editor. */
export const SaidMeasureProvider = SaidMeasureContext.Provider;
export const useMeasured = (): VersionMeasure | null => useContext(SaidMeasureContext);

const thinPx = 1.5;
const thickestPx = 9;

/** By `from to`; a way that under a hundred calls could have taken has no figure. */
export const useEdgeShares = (): EdgeShares => {
  const { t, language } = useText();
  const measure = useMeasured();
  return useMemo(() => {
    const told = (measure?.edges ?? []).filter(({ share }) => share.n >= leastCases);
    return new Map(
      told.map(({ from, to, share }) => {
        const value = formatNumber((share.rate ?? 0) * 100, language);
        const ofCalls = measure === null ? 0 : Math.min(1, share.count / measure.calls);
        const widthPx = thinPx + ofCalls * (thickestPx - thinPx);
        const words = share.rate === 1 ? '' : t('speechMeasures.percent', { value });
        return [`${from} ${to}`, { words, widthPx }];
      }),
    );
  }, [measure, language, t]);
};

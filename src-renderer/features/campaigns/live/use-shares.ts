/** Shares in words: of nobody there is none. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';

export type Shares = {
  /** `34 %`, or a dash where there is nothing to be a share of. */
  readonly share: (part: number, whole: number, digits?: 0 | 1) => string;
};

export const useShares = (): Shares => {
  const { t, language } = useText();
  return {
    share: (part, whole, digits = 0) =>
      whole === 0
        ? '–'
        : t('common.percent', { value: formatNumber((100 * part) / whole, language, digits) }),
  };
};

/** A reason as people call it; a code that the brand does not have stays as it is written. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useWrapUpTables } from '@renderer/platform/store/use-reference.ts';

export const useReasons = (brandId: string) => {
  const { language } = useText();
  const { reasons } = useWrapUpTables(brandId);
  return {
    options: reasons.map(({ code, label }) => ({ id: code, label: label[language] })),
    labelOf: (code: string): string =>
      reasons.find((one) => one.code === code)?.label[language] ?? code,
  };
};

/** Of an SMS: its signs, how many it takes and what they cost, and the signs that make it longer (WRITE-9). */

import { formatEuros } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { smsLength } from './sms-length.ts';

const mostNamed = 4;

export const SmsCount = ({
  text,
  brandId,
}: {
  readonly text: string;
  readonly brandId: string;
}) => {
  const { t, language } = useText();
  const rules = useSlice('reference')?.rules.find((one) => one.brandId === brandId);
  const cents = rules?.knowledge?.smsCents ?? null;
  const { signs, segments, alphabet, wide } = smsLength(text);
  const parts = [t('write.signs', { count: signs }), t('write.segments', { count: segments })];
  if (cents !== null && segments > 0) parts.push(formatEuros(cents * segments, language));
  return (
    <>
      {parts.join(' · ')}
      {alphabet === 'ucs-2' ? (
        <em>{t('write.wide', { signs: wide.slice(0, mostNamed).join(' ') })}</em>
      ) : null}
    </>
  );
};

/** Who she probably is as well, quietly: a click opens the other card, another says that they are one. */
import { afterPaint } from '@renderer/platform/clock/after-paint.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import { useEffect, useState } from 'react';
import styles from './link-list.module.css';

const css = styleNames(styles);

type Likeness = CommandOutput<'duplicates.of'>['likenesses'][number];

export const LikenessLine = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useText();
  const request = useRequest();
  const { client, screen } = useServices();
  const [likenesses, setLikenesses] = useState<readonly Likeness[]>([]);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await client.request('duplicates.of', { customerId });
      // Not worth a word when the hub cannot be reached.
      if (current && answer.ok && answer.value.likenesses.length > 0)
        setLikenesses(answer.value.likenesses);
    };
    const stop = afterPaint(() => void ask());
    return () => {
      current = false;
      stop();
    };
  }, [client, customerId]);
  const [first] = likenesses;
  if (first === undefined) return null;
  const report = async () => {
    const answer = await request('duplicates.report', {
      oneId: customerId,
      otherId: first.customerId,
    });
    if (answer.ok) setLikenesses([{ ...first, reported: true }]);
  };
  const who = [first.name, first.place].filter(Boolean).join(', ');
  return (
    <div className={css('row')}>
      <button
        type="button"
        className={css('open')}
        onClick={() => screen.setState({ screen: 'customers', customerId: first.customerId })}
      >
        {t('duplicates.perhaps', { who })}
        <small>{first.for.map((reason) => t(`duplicates.reason.${reason}`)).join(', ')}</small>
      </button>
      {first.reported ? (
        <small>{t('duplicates.reported')}</small>
      ) : (
        <button type="button" className={css('call')} onClick={() => void report()}>
          {t('duplicates.report')}
        </button>
      )}
    </div>
  );
};

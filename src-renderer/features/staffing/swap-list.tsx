/** Exchanges with where they stand, and what whoever looks may answer. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Tag, type TagTone } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Swap, SwapAnswer } from '@shared/contracts/http/schedules.ts';
import styles from './week.module.css';

const css = styleNames(styles);

const tones: { readonly [status in Swap['status']]: TagTone } = {
  asked: 'warn',
  accepted: 'warn',
  approved: 'ok',
  declined: 'line',
  withdrawn: 'line',
  refused: 'danger',
};

const answersOf = (swap: Swap, own: string | undefined, leads: boolean): readonly SwapAnswer[] => {
  if (leads) return swap.status === 'accepted' ? ['approve', 'refuse'] : [];
  if (swap.colleague === own) return swap.status === 'asked' ? ['accept', 'decline'] : [];
  return swap.status === 'asked' || swap.status === 'accepted' ? ['withdraw'] : [];
};

export const SwapList = ({
  swaps,
  onAnswered,
}: {
  readonly swaps: readonly Swap[];
  readonly onAnswered: () => void;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const user = useSlice('session')?.user;
  const leads = user?.role !== 'advisor';
  const day = (text: string) => formatShortDay(Date.parse(`${text}T12:00:00Z`), language);
  const answer = async (swapId: string, said: SwapAnswer) => {
    await request('schedules.answer-swap', { swapId, answer: said });
    onAnswered();
  };
  if (swaps.length === 0) return <p className={css('quiet')}>{t('schedules.noSwaps')}</p>;
  return (
    <ul className={css('swaps')}>
      {swaps.map((swap) => (
        <li key={swap.id}>
          <span>
            {t('schedules.swapOf', {
              asker: swap.askedByName,
              day: day(swap.askedDay),
              colleague: swap.colleagueName,
              other: day(swap.colleagueDay),
            })}
          </span>
          <Tag tone={tones[swap.status]}>{t(`schedules.swapStatus.${swap.status}`)}</Tag>
          {answersOf(swap, user?.id, leads).map((said) => (
            <Button key={said} size="small" onClick={() => void answer(swap.id, said)}>
              {t(`schedules.swapAnswer.${said}`)}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
};

/** What she is asked to change now, said over every screen until she answers. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { MoveAsk } from '@shared/contracts/http/schedule-moves.ts';
import { clockOf } from '../clock-words.ts';
import { useSchedules } from '../use-schedules.ts';
import styles from './move-asks.module.css';

const css = styleNames(styles);

const Ask = ({ ask, onAnswered }: { readonly ask: MoveAsk; readonly onAnswered: () => void }) => {
  const { t } = useText();
  const request = useRequest();
  const brand = useBrand(ask.brandId);
  const answer = async (said: 'accept' | 'decline') => {
    await request('schedules.answer-move', { askId: ask.id, answer: said });
    onAnswered();
  };
  const words = t(`schedules.asked.${ask.kind}`, {
    brand: brand?.name ?? ask.brandId,
    from: clockOf(ask.from),
    to: clockOf(ask.to),
  });
  return (
    <section className={css('line')} aria-label={words}>
      <Icon name="clock" size={16} />
      <BrandMark brand={brand} size="small" />
      <b>{words}</b>
      <span className={css('hint')}>{t('schedules.youMayRefuse')}</span>
      <i />
      <Button size="small" look="ghost" onClick={() => void answer('decline')}>
        {t('schedules.decline')}
      </Button>
      <Button size="small" onClick={() => void answer('accept')}>
        {t('schedules.accept')}
      </Button>
    </section>
  );
};

const Asks = () => {
  const { known, reload } = useSchedules('schedules.own-asks', {});
  return (known?.value?.asks ?? []).map((ask) => (
    <Ask key={ask.id} ask={ask} onAnswered={() => void reload()} />
  ));
};

/** Those who plan are not asked. */
export const MoveAsks = () => {
  const role = useSlice('session')?.user?.role;
  return role === 'advisor' ? <Asks /> : null;
};

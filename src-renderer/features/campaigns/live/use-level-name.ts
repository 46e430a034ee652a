/** What a level of a factor is called on the screen: a speech, hours of the day, called or not. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { channelOrders } from '@shared/domain/experiment/design.ts';

export const useLevelName = (): ((level: string) => string) => {
  const { t } = useText();
  const scripts = useSlice('reference')?.scripts ?? [];
  return (level) => {
    if (level === 'called' || level === 'control') return t(`planning.arms.${level}`);
    const order = channelOrders.find((one) => one === level);
    if (order !== undefined) return t(`planning.experiment.order.${order}`);
    const [, from, to] = /^(\d+)-(\d+)$/.exec(level) ?? [];
    if (from !== undefined && to !== undefined)
      return t('planning.experiment.window', { from, to });
    return scripts.find(({ id }) => id === level)?.name ?? level;
  };
};

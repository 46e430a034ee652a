/** The time in which she decides about whom she is offered, and its end. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useEffect, useRef } from 'react';
import styles from './campaign.module.css';
import type { CampaignDay } from './use-campaign.ts';

const css = styleNames(styles);
/** From here on it is said louder. */
const soonMs = 15_000;

export const DecideBy = ({
  byMs,
  onOver,
}: {
  readonly byMs: number;
  readonly onOver: () => void;
}) => {
  const { t } = useText();
  const leftMs = Math.max(0, byMs - useSecond());
  const over = useRef(onOver);
  over.current = onOver;
  const isOver = leftMs === 0;
  useEffect(() => {
    if (isOver) over.current();
  }, [isOver]);
  return (
    <p className={css('decideBy', leftMs <= soonMs && 'soon')} role="timer">
      <Icon name="hourglass" size={16} />
      {t('campaign.preview.left', { time: formatTimer(leftMs) })}
    </p>
  );
};

export const PreviewOver = ({ day }: { readonly day: Pick<CampaignDay, 'goOn'> }) => {
  const { t } = useText();
  const button = useRef<HTMLButtonElement>(null);
  useKeys([{ key: 'Enter', whileTyping: 'rests', act: day.goOn }]);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className={css('previewOver')}>
      <EmptyState
        icon="hourglass"
        title={t('campaign.preview.over')}
        detail={t('campaign.preview.overDetail')}
      />
      <Button ref={button} look="primary" size="large" keys={['↵']} onClick={day.goOn}>
        {t('campaign.preview.goOn')}
      </Button>
    </div>
  );
};

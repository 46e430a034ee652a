/** The last seconds of the microphone as bars; a clear voice fills half of them. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useEffect, useState } from 'react';
import styles from './level-meter.module.css';

const bars = 56;
const stepPx = 5;
const heightPx = 34;
const floorDb = -60;
const silent: readonly number[] = Array.from({ length: bars }, () => 0);

/** 0 for the floor and below, 1 for full scale. */
const shareOf = (db: number): number => Math.max(0, Math.min(1, (db - floorDb) / -floorDb));

export const LevelMeter = () => {
  const { t } = useText();
  const test = useSlice('soundTest');
  const [shares, setShares] = useState(silent);
  useEffect(() => {
    const level = test?.levelDb;
    if (level != null) setShares((before) => [...before.slice(1), shareOf(level)]);
  }, [test]);
  const level = test?.levelDb ?? null;
  const label = level === null ? t('sound.level') : `${t('sound.level')} : ${level} dB`;
  return (
    <svg
      className={styles['meter']}
      width={bars * stepPx}
      height={heightPx}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {shares.map((share, at) => {
        const height = 2 + share * (heightPx - 2);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={at}
            x={at * stepPx}
            y={(heightPx - height) / 2}
            width="3"
            height={height}
            rx="1"
          />
        );
      })}
    </svg>
  );
};

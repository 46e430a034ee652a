/** How much she likes a channel, as a bar and a number; a click says what the number is made of. */
import { Popover } from '@mantine/core';
import { formatDate } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Appetence } from '@shared/domain/channel-map/appetence.ts';
import styles from './appetence-mark.module.css';

const css = styleNames(styles);
const percent = (part: number): number => Math.round(100 * part);

const Made = ({ appetence }: { readonly appetence: Appetence }) => {
  const { t, language } = useText();
  const { share, contacts, failures, lastAt, yearDelta } = appetence;
  return (
    <ul className={css('made')}>
      <li>{t('channelMap.share', { percent: percent(share), count: contacts })}</li>
      <li>{t('channelMap.last', { day: formatDate(lastAt, language) })}</li>
      <li>
        {failures === 0
          ? t('channelMap.neverFailed')
          : t('channelMap.failed', { count: failures, of: contacts })}
      </li>
      <li>
        {yearDelta === null
          ? t('channelMap.newThisYear')
          : t('channelMap.year', { delta: `${yearDelta > 0 ? '+' : ''}${yearDelta}` })}
      </li>
    </ul>
  );
};

export const AppetenceMark = ({ appetence }: { readonly appetence: Appetence }) => {
  const { t } = useText();
  const { score } = appetence;
  const channel = t(`channel.${appetence.channel}`);
  return (
    <Popover position="bottom-start" width={280} withinPortal transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <button type="button" className={css('mark')}>
          <span className="sr-only">{t('channelMap.open', { channel, score })}</span>
          <span className={css('track')} aria-hidden="true">
            <span className={css('bar')} style={{ inlineSize: `${score}%` }} />
          </span>
          <span aria-hidden="true">{score}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <h3>{t('channelMap.title', { channel, score })}</h3>
        <Made appetence={appetence} />
      </Popover.Dropdown>
    </Popover>
  );
};

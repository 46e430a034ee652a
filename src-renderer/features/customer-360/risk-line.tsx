/** The risk of losing her, said with its heaviest reason; the others open with a click. */
import { Popover } from '@mantine/core';
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatDelay } from '@renderer/platform/i18n/format-time.ts';
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { leavingRiskOf, type RiskReason } from '@shared/domain/channel-map/leaving-risk.ts';
import { useMemo } from 'react';
import styles from './risk-line.module.css';

const css = styleNames(styles);

const wordsOf = (reason: RiskReason, t: Say): string => {
  switch (reason.kind) {
    case 'channels-failed':
      return t('risk.channelsFailed', {
        count: reason.channels.length,
        channels: reason.channels.map((one) => t(`channel.${one}`)).join(', '),
        span: formatDelay(reason.sinceMs, t),
      });
    case 'unanswered':
      return t('risk.unanswered', {
        channel: t(`channel.${reason.channel}`),
        span: formatDelay(reason.sinceMs, t),
      });
    case 'complaint-open':
      return t('risk.complaintOpen', { span: formatDelay(reason.sinceMs, t) });
    case 'breaks':
      return t('risk.breaks', { count: reason.count });
    case 'opposed':
      return t('risk.opposed', { channel: t(`channel.${reason.channel}`) });
    case 'silent':
      return t('risk.silent', {
        span: formatDelay(reason.sinceMs, t),
        usual: formatDelay(reason.usualMs, t),
      });
  }
};

export const RiskLine = ({
  bundle,
  brandId,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
}) => {
  const { t } = useText();
  const now = useMinute();
  const risk = useMemo(() => leavingRiskOf(bundle, brandId, now), [bundle, brandId, now]);
  const [first] = risk.reasons;
  if (risk.level === 'none' || first === undefined) return null;
  return (
    <Popover position="bottom-start" width={340} withinPortal transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <button type="button" className={css('risk', risk.level)}>
          <Icon name="leaving" />
          <span>
            <b>{t(`risk.level.${risk.level}`)}</b>
            {wordsOf(first, t)}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <h3>{t('risk.title', { points: risk.points })}</h3>
        <ul className={css('reasons')}>
          {risk.reasons.map((reason) => (
            <li key={reason.kind}>
              <span>{wordsOf(reason, t)}</span>
              <span>{`+${reason.points}`}</span>
            </li>
          ))}
        </ul>
        <p className={css('note')}>{t('risk.note')}</p>
      </Popover.Dropdown>
    </Popover>
  );
};

/** What kind of customer she is by her channels, and from how many exchanges that was read. */
import { useHourEnd } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { colleagueName } from '@renderer/platform/store/use-reference.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { channelClassOf } from '@shared/domain/channel-map/channel-class.ts';
import { useMemo } from 'react';
import styles from './risk-line.module.css';

const css = styleNames(styles);

export const ClassLine = ({
  bundle,
  brandId,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
}) => {
  const { t } = useText();
  const now = useHourEnd();
  const reference = useSlice('reference');
  const { interactions } = bundle;
  const found = useMemo(
    () =>
      channelClassOf(
        interactions.filter((one) => one.brandId === brandId),
        now,
      ),
    [interactions, brandId, now],
  );
  const values = {
    of: found.of,
    channel: 'channel' in found ? t(`channel.${found.channel}`) : '',
    count: 'channels' in found ? found.channels : 0,
    times: 'times' in found ? found.times : 0,
    name:
      'advisorId' in found
        ? (colleagueName(reference, found.advisorId) ?? t('channelMap.samePerson'))
        : '',
  };
  return <p className={css('class')}>{t(`channelMap.class.${found.kind}`, values)}</p>;
};

/** The desktops: whose, when seen, what they hold; and orders to destroy a copy. */
import { formatDate, formatNumber, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag, type TagTone } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Device } from '@shared/contracts/http/devices.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Confirm } from './dialogs.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);
const tones: { readonly [state in Device['state']]: TagTone } = {
  active: 'ok',
  'signed-out': 'line',
  'wipe-ordered': 'warn',
  wiped: 'plain',
};

const Holds = ({ device: { told, machines } }: { readonly device: Device }) => {
  const { t, language } = useText();
  if (told === null) return <>{t('admin.device.untold')}</>;
  const { customers, waiting, parked, locked } = told;
  return (
    <>
      {t('admin.device.customers', {
        count: customers,
        number: formatNumber(customers, language),
      })}
      {waiting + parked > 0 ? (
        <small className={css(parked > 0 && 'warn')}>
          {t('admin.device.unsent', { waiting, parked })}
        </small>
      ) : null}
      {locked ? <small>{t('admin.device.locked')}</small> : null}
      {machines.length > 1 ? (
        <small className={css('bad')}>
          {t('admin.device.copied', { machines: machines.join(', ') })}
        </small>
      ) : null}
    </>
  );
};

const State = ({ device: { state, wipe } }: { readonly device: Device }) => {
  const { t, language } = useText();
  return (
    <>
      <Tag tone={tones[state]}>{t(`admin.device.state.${state}`)}</Tag>
      {wipe === null ? null : (
        <small>
          {wipe.reason}
          {wipe.doneAt === null
            ? ''
            : ` · ${t('admin.device.doneAt', { day: formatDate(wipe.doneAt, language), time: formatTime(wipe.doneAt, language) })}`}
          {wipe.left === null || wipe.left === 0
            ? ''
            : ` · ${t('admin.device.left', { count: wipe.left })}`}
        </small>
      )}
    </>
  );
};

const Row = ({
  device,
  onWipe,
  onWithdraw,
}: {
  readonly device: Device;
  readonly onWipe: () => void;
  readonly onWithdraw: () => void;
}) => {
  const { t, language } = useText();
  const { userName, told, lastSeenAt, state } = device;
  const name = told?.machineName ?? device.deviceId.slice(-12);
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{told === null ? '' : `${told.program} · ${told.platform}`}</small>
      </th>
      <td>{userName}</td>
      <td>{`${formatDate(lastSeenAt, language)} ${formatTime(lastSeenAt, language)}`}</td>
      <td>
        <Holds device={device} />
      </td>
      <td>
        <State device={device} />
      </td>
      <td className={css('acts')}>
        {state === 'wipe-ordered' ? (
          <Button
            size="small"
            aria-label={t('admin.device.withdrawOf', { name })}
            onClick={onWithdraw}
          >
            {t('admin.device.withdraw')}
          </Button>
        ) : state === 'wiped' ? null : (
          <Button size="small" aria-label={t('admin.device.wipeOf', { name })} onClick={onWipe}>
            {t('admin.device.wipe')}
          </Button>
        )}
      </td>
    </tr>
  );
};

const heads = ['machine', 'user', 'seen', 'holds', 'state'] as const;

export const DevicesSheet = () => {
  const { t } = useText();
  const { act } = useAdministration();
  const { known, reload } = useHub('admin.devices', {});
  const [wiping, setWiping] = useState<Device | null>(null);
  const withdraw = async ({ deviceId }: Device) => {
    await act('admin.withdraw-wipe', { deviceId });
    await reload();
  };
  return (
    <Sheet wide title={t('admin.device.title')}>
      <Loaded of={known}>
        {({ devices }) =>
          devices.length === 0 ? (
            <EmptyState icon="database" title={t('admin.device.none')} />
          ) : (
            <table className={css('table')}>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {t(`admin.device.head.${head}`)}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {devices.map((device) => (
                  <Row
                    key={`${device.deviceId} ${device.userId}`}
                    device={device}
                    onWipe={() => setWiping(device)}
                    onWithdraw={() => void withdraw(device)}
                  />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {wiping === null ? null : (
        <Confirm
          title={t('admin.device.askWipe', { name: wiping.told?.machineName ?? wiping.userName })}
          what={t('admin.device.whatWipe', { user: wiping.userName })}
          yes={t('admin.device.wipe')}
          reason={t('admin.reason')}
          onYes={async (reason) => {
            await act('admin.wipe', { deviceId: wiping.deviceId, reason });
            await reload();
          }}
          onClose={() => setWiping(null)}
        />
      )}
    </Sheet>
  );
};

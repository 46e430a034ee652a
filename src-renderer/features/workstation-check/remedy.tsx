/** Beside the failed check, never under it: each digit tries one remedy at once. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { ChoiceList } from '@renderer/ui/parts/choice-list.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import styles from './check.module.css';

const css = styleNames(styles);
type Check = Slices['checks'][number];
type Act = { readonly id: string; readonly label: string; readonly act: () => void };

const uses = { microphone: 'microphone', loudspeaker: 'speaker', ringer: 'ringer' } as const;
const otherDevices = 3;

const useRemedies = (check: Check): Act[] => {
  const { t } = useText();
  const request = useRequest();
  const { screen } = useServices();
  const devices = useSlice('devices');
  const again: Act = {
    id: 'again',
    label: t('check.again'),
    act: () => void request('checks.run', {}),
  };
  if (check.id === 'line')
    return [
      {
        id: 'reconnect',
        label: t('check.reconnect'),
        act: () => void request('line.reconnect', {}),
      },
      again,
    ];
  if (check.id !== 'microphone' && check.id !== 'loudspeaker' && check.id !== 'ringer')
    return [again];
  const use = uses[check.id];
  const known = use === 'microphone' ? devices?.inputs : devices?.outputs;
  const choices = (known ?? []).slice(0, otherDevices).map((device) => ({
    id: device.id,
    label: t('check.useDevice', { device: device.label || t('status.defaultDevice') }),
    act: () => {
      void request('devices.choose', { use, deviceId: device.id }).then(() =>
        request('checks.run', {}),
      );
    },
  }));
  const settings: Act = {
    id: 'settings',
    label: t('check.settings'),
    act: () => screen.setState({ screen: 'settings' }),
  };
  return [...choices, again, settings];
};

export const Remedy = ({ check }: { readonly check: Check }) => {
  const { t } = useText();
  const acts = useRemedies(check);
  useKeys(
    acts.slice(0, 9).map(({ act }, at) => ({ key: `Digit${at + 1}`, whileTyping: 'rests', act })),
  );
  return (
    <article className={css('remedy')}>
      <Tag tone="danger" icon="alert">
        {t(`check.name.${check.id}`)}
      </Tag>
      <h2>{t(`check.title.${check.id}`)}</h2>
      <p>
        {check.error === null ? '' : t(`error.${check.error}`)} {t(`check.remedy.${check.id}`)}
      </p>
      <ChoiceList
        label={t('check.remedies')}
        selectedId={null}
        rows={acts.map(({ id, label }, at) => ({ id, key: String(at + 1), label }))}
        onChoose={(id) => acts.find((one) => one.id === id)?.act()}
      />
    </article>
  );
};

/** The microphone is open: the bar is dark, so that it can be seen across the room. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { consultOf } from '@renderer/platform/store/focused-work.ts';
import {
  useRequest,
  useScreen,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import { useCalls } from '@renderer/platform/store/use-focused-work.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BarToggle } from '@renderer/ui/parts/bar-toggle.tsx';
import { BrandBlock } from '@renderer/ui/parts/brand-block.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import styles from './bar.module.css';
import { CallPerson, CallTimer, HeldFor } from './bar-parts.tsx';
import { LineQuality } from './line-quality.tsx';

const css = styleNames(styles);

const stateOf = (call: CallView) => {
  if (call.hold === 'held' || call.hold === 'resuming') return 'held';
  return call.training ? 'simulated' : 'talking';
};

const TrainingChip = () => {
  const { t } = useText();
  return (
    <span className={css('chip')}>
      <Icon name="training" />
      <span>
        <b>{t('training.title')}</b>
        <small>{t('training.nobody')}</small>
      </span>
    </span>
  );
};

/** Only on a line that has places: elsewhere nothing of it is shown. */
const ParkToggle = ({ call, asked }: { readonly call: CallView; readonly asked: boolean }) => {
  const { t } = useText();
  const request = useRequest();
  if (useSlice('line')?.parks !== true || call.consultFor !== null) return null;
  return (
    <BarToggle
      icon="park"
      label={t('call.park')}
      hotkey="F11"
      {...(asked ? { blocked: t('handover.asking') } : {})}
      onPress={() => request('call.park', { callId: call.id })}
    />
  );
};

const LiveActs = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const request = useRequest();
  const { screen } = useServices();
  const calls = useCalls();
  const overlay = useScreen((state) => state.overlay);
  const about = call.consultFor ?? call.id;
  const consult = consultOf(calls, about);
  const together = call.bridgedWith !== null;
  const open = (name: 'transfer') =>
    screen.setState({ overlay: overlay === name ? null : name, screen: 'work' });
  const held = call.hold === 'held' || call.hold === 'holding';
  const callId = call.id;
  return (
    <div className={css('acts')} role="toolbar" aria-label={t('call.acts')}>
      <BarToggle
        icon="microphone-off"
        label={t('call.mute')}
        hotkey="F3"
        pressed={call.muted}
        wordStays
        onPress={() => request('call.mute', { callId, muted: !call.muted })}
      />
      <BarToggle
        icon={held ? 'resume' : 'held'}
        label={held ? t('call.resume') : t('call.hold')}
        hotkey="F4"
        pressed={held}
        onPress={() => request(held ? 'call.resume' : 'call.hold', { callId })}
      />
      <BarToggle
        icon="transfer"
        label={t('call.transfer')}
        hotkey="F6"
        pressed={overlay === 'transfer'}
        {...(consult === null ? {} : { blocked: t('handover.asking') })}
        onPress={() => open('transfer')}
      />
      <ParkToggle call={call} asked={consult !== null} />
      <BarToggle
        icon="three-way"
        label={together ? t('call.part') : t('call.threeWay')}
        hotkey="F7"
        pressed={together}
        onPress={() =>
          consult === null
            ? open('transfer')
            : void request('call.three-way', { callId: about, on: !together })
        }
      />
      <BarToggle
        icon="keypad"
        label={t('call.keypad')}
        hotkey="F8"
        onPress={() => screen.setState({ overlay: 'keypad' })}
      />
    </div>
  );
};

const StateWord = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  if (call.heldSince !== null && stateOf(call) === 'held')
    return <HeldFor since={call.heldSince} />;
  if (call.bridgedWith !== null) return <>{t('handover.together')}</>;
  return <>{t(`call.state.${stateOf(call)}`)}</>;
};

export const LiveBar = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const request = useRequest();
  const { screen } = useServices();
  const brand = useBrand(call.brandId);
  const speaks = call.training ? t('call.playingFor') : t('call.speakingFor');
  const caption =
    call.consultFor === null || call.bridgedWith !== null ? speaks : t('call.talkingTo');
  return (
    <div className={css('bar', 'live')}>
      <BrandBlock brand={brand} caption={caption} look="filled" />
      <CallTimer
        since={call.answeredAt ?? call.startedAt}
        icon={stateOf(call) === 'held' ? 'held' : 'talking'}
        state={<StateWord call={call} />}
        width="wide"
      />
      <CallPerson call={call} />
      {call.training ? (
        <TrainingChip />
      ) : (
        <LineQuality id={call.id} mos={call.mos} quality={call.quality} />
      )}
      <i className={css('space')} />
      <LiveActs call={call} />
      <Button
        size="large"
        look="danger"
        icon="hang-up"
        keys={['F9']}
        aria-keyshortcuts="F9"
        onClick={() =>
          call.bridgedWith === null
            ? void request('call.hang-up', { callId: call.id })
            : screen.setState({ overlay: 'leave', screen: 'work' })
        }
      >
        {call.bridgedWith !== null
          ? t('handover.quit')
          : t(call.training ? 'call.stop' : 'call.hangUp')}
      </Button>
    </div>
  );
};

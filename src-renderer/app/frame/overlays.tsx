/** What opens over the screen: search in a call, the keypad, all keys. */
import { Finder } from '@renderer/features/finder/finder.tsx';
import { useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { useFocusedWork } from '@renderer/platform/store/use-focused-work.ts';
import { lazy, Suspense } from 'react';

const Keypad = lazy(async () => ({
  default: (await import('@renderer/features/softphone/keypad.tsx')).Keypad,
}));
const KeyHelp = lazy(async () => ({
  default: (await import('@renderer/features/key-help/key-help.tsx')).KeyHelp,
}));

export const Overlays = () => {
  const { screen } = useServices();
  const overlay = useScreen((state) => state.overlay);
  const { work, call } = useFocusedWork();
  const close = () => screen.setState({ overlay: null });
  return (
    <Suspense fallback={null}>
      {overlay === 'finder' && work !== null ? <Finder place="over" onClose={close} /> : null}
      {overlay === 'keypad' && call?.phase === 'talking' ? <Keypad callId={call.id} /> : null}
      {overlay === 'keys' ? <KeyHelp onClose={close} /> : null}
    </Suspense>
  );
};

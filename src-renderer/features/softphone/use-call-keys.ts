/** The keys of the telephone, anywhere in the window. Esc never hangs up. */
import { type KeyBinding, useKeys } from '@renderer/platform/keys/use-keys.ts';
import { audibleCall, ringingCall } from '@renderer/platform/store/focused-work.ts';
import { useRequest, useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { useCalls } from '@renderer/platform/store/use-focused-work.ts';

const key = (
  name: string,
  act: () => void,
  rest: Pick<KeyBinding, 'modifier' | 'whileTyping'> = { whileTyping: 'works' },
): KeyBinding => ({ key: name, act, ...rest });

export const useCallKeys = (): void => {
  const calls = useCalls();
  const request = useRequest();
  const { screen } = useServices();
  const overlay = useScreen((state) => state.overlay);
  const rings = ringingCall(calls);
  const audible = audibleCall(calls);
  const talking = audible?.phase === 'talking' ? audible : null;
  const held = calls.find((call) => call.hold === 'held' && call.id !== audible?.id);
  const bindings: KeyBinding[] = [
    ...(rings === null
      ? []
      : [
          key('F2', () => void request('call.answer', { callId: rings.id })),
          ...(overlay === null
            ? [
                key('Escape', () => void request('call.decline', { callId: rings.id }), {
                  whileTyping: 'rests',
                }),
              ]
            : []),
        ]),
    ...(audible === null
      ? []
      : [key('F9', () => void request('call.hang-up', { callId: audible.id }))]),
    ...(talking === null
      ? []
      : [
          key('F3', () => void request('call.mute', { callId: talking.id, muted: !talking.muted })),
          key('F4', () => {
            const way = talking.hold === 'held' ? 'call.resume' : 'call.hold';
            void request(way, { callId: talking.id });
          }),
          key('F8', () => screen.setState({ overlay: overlay === 'keypad' ? null : 'keypad' })),
        ]),
    ...(held === undefined || audible === null
      ? []
      : [
          key(
            'F4',
            () => {
              void request('call.hold', { callId: audible.id }).then(() =>
                request('call.resume', { callId: held.id }),
              );
            },
            { modifier: 'shift', whileTyping: 'works' },
          ),
        ]),
  ];
  useKeys(bindings);
};

/** The keys of the telephone, anywhere in the window. Esc never hangs up. */
import { type KeyBinding, useKeys } from '@renderer/platform/keys/use-keys.ts';
import { canBePaused } from '@renderer/platform/recording/use-recording.ts';
import { audibleCall, consultOf, ringingCall } from '@renderer/platform/store/focused-work.ts';
import type { Overlay } from '@renderer/platform/store/screen-store.ts';
import {
  useRequest,
  useScreen,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import { useCalls } from '@renderer/platform/store/use-focused-work.ts';
import type { RecordingView } from '@shared/contracts/engine/recording.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';

const key = (
  name: string,
  act: () => void,
  rest: Pick<KeyBinding, 'modifier' | 'whileTyping'> = { whileTyping: 'works' },
): KeyBinding => ({ key: name, act, ...rest });

type Situation = {
  readonly parks: boolean;
  readonly teamCallId: string | null;
  readonly calls: readonly CallView[];
  readonly recordings: readonly RecordingView[];
  readonly audible: CallView | null;
  readonly overlay: Overlay;
  readonly request: ReturnType<typeof useRequest>;
  readonly show: (overlay: Overlay) => void;
};

const ringKeys = ({ calls, overlay, request }: Situation): KeyBinding[] => {
  const rings = ringingCall(calls);
  if (rings === null) return [];
  const decline = () => void request('call.decline', { callId: rings.id });
  return [
    key('F2', () => void request('call.answer', { callId: rings.id })),
    ...(overlay === null ? [key('Escape', decline, { whileTyping: 'rests' })] : []),
  ];
};

/** Hanging up in a talk of three asks once: the two others stay together. */
const hangUpKey = ({ calls, audible, overlay, request, show }: Situation): KeyBinding[] => {
  if (audible === null) return [];
  const about = audible.consultFor ?? audible.id;
  return [
    key('F9', () => {
      if (!calls.some(({ bridgedWith }) => bridgedWith !== null))
        void request('call.hang-up', { callId: audible.id });
      else if (overlay === 'leave') {
        show(null);
        void request('call.hand-over', { callId: about });
      } else show('leave');
    }),
  ];
};

const handoverKeys = ({ calls, audible, overlay, request, show }: Situation): KeyBinding[] => {
  if (audible?.phase !== 'talking') return [];
  const about = audible.consultFor ?? audible.id;
  const consult = consultOf(calls, about);
  const panel = () => show(overlay === 'transfer' ? null : 'transfer');
  const on = audible.bridgedWith === null;
  return consult === null
    ? [key('F6', panel), key('F7', panel)]
    : [key('F7', () => void request('call.three-way', { callId: about, on }))];
};

const talkKeys = ({ calls, audible, overlay, request, show }: Situation): KeyBinding[] => {
  if (audible === null) return [];
  const { id: callId, hold, muted, phase } = audible;
  const held = calls.find((call) => call.hold === 'held' && call.id !== callId);
  const swap = async (to: string) => {
    await request('call.hold', { callId });
    await request('call.resume', { callId: to });
  };
  return [
    ...(phase === 'talking'
      ? [
          key('F3', () => void request('call.mute', { callId, muted: !muted })),
          key('F4', () => void request(hold === 'held' ? 'call.resume' : 'call.hold', { callId })),
          key('F8', () => show(overlay === 'keypad' ? null : 'keypad')),
        ]
      : []),
    ...(held === undefined
      ? []
      : [key('F4', () => void swap(held.id), { modifier: 'shift', whileTyping: 'works' })]),
  ];
};

/** Shift+F3 pauses the recording and lets it go on, Shift+F8 is what else belongs to it. */
const recordingKeys = ({
  audible,
  overlay,
  recordings,
  request,
  show,
}: Situation): KeyBinding[] => {
  const one = recordings.find(({ callId }) => callId === audible?.id);
  if (audible?.phase !== 'talking' || one === undefined) return [];
  const { callId } = one;
  const name = one.causes.includes('by-hand') ? 'recording.resume' : 'recording.pause';
  const shifted = { modifier: 'shift', whileTyping: 'works' } as const;
  return [
    key('F8', () => show(overlay === 'recording' ? null : 'recording'), shifted),
    ...(canBePaused(one)
      ? [key('F3', () => void request(name, { callId, cause: 'by-hand' }), shifted)]
      : []),
  ];
};

/** Shift+F2, when nobody is on the line: the number that she called herself last. */
const redialKey = ({ calls, request }: Situation): KeyBinding[] => {
  if (calls.some(({ phase }) => phase !== 'ended')) return [];
  const again = async () => {
    const last = await request('customer.recent', {});
    const dialled = last.ok ? last.value.find((one) => one.direction === 'outbound') : undefined;
    if (dialled === undefined) return;
    const { number, brandId, customerId } = dialled;
    await request('call.dial', { number, brandId, customerId, callbackId: null });
  };
  return [key('F2', () => void again(), { modifier: 'shift', whileTyping: 'works' })];
};

/** F11 parks for the team; Alt+P takes what has waited longest for it. */
const teamKeys = ({ parks, teamCallId, calls, audible, request }: Situation): KeyBinding[] => {
  const can = parks && audible?.phase === 'talking' && consultOf(calls, audible.id) === null;
  return [
    ...(can && audible.consultFor === null
      ? [key('F11', () => void request('call.park', { callId: audible.id }))]
      : []),
    ...(teamCallId === null
      ? []
      : [
          key('p', () => void request('call.pick-up', { teamCallId }), {
            modifier: 'alt',
            whileTyping: 'works',
          }),
        ]),
  ];
};

export const useCallKeys = (): void => {
  const calls = useCalls();
  const request = useRequest();
  const { screen } = useServices();
  const overlay = useScreen((state) => state.overlay);
  const show = (next: Overlay) =>
    screen.setState({
      overlay: next,
      ...(next === 'transfer' || next === 'leave' ? { screen: 'work' } : {}),
    });
  const parks = useSlice('line')?.parks ?? false;
  const teamCallId = useSlice('teamCalls')?.[0]?.id ?? null;
  const recordings = useSlice('recordings') ?? [];
  const situation = {
    recordings,
    parks,
    teamCallId,
    calls,
    audible: audibleCall(calls),
    overlay,
    request,
    show,
  };
  useKeys([
    ...ringKeys(situation),
    ...hangUpKey(situation),
    ...talkKeys(situation),
    ...handoverKeys(situation),
    ...recordingKeys(situation),
    ...redialKey(situation),
    ...teamKeys(situation),
  ]);
};

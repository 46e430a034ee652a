/** Keys that belong to the window, not to a call: help, search in a call, and F5 which is dead. */
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { useFocusedWork } from '@renderer/platform/store/use-focused-work.ts';

const nothing = () => undefined;

export const useWindowKeys = (): void => {
  const { screen } = useServices();
  const request = useRequest();
  const overlay = useScreen((state) => state.overlay);
  const { work } = useFocusedWork();
  useKeys([
    {
      key: 'F1',
      whileTyping: 'works',
      act: () => screen.setState({ overlay: overlay === 'keys' ? null : 'keys' }),
    },
    {
      key: 'l',
      modifier: 'ctrl',
      whileTyping: 'works',
      act: () => void request('session.lock', {}),
    },
    // A reload in the middle of a call is never wanted.
    { key: 'F5', whileTyping: 'works', act: nothing },
    { key: 'r', modifier: 'ctrl', whileTyping: 'works', act: nothing },
    ...(work === null
      ? []
      : [
          {
            key: 'k',
            modifier: 'ctrl' as const,
            whileTyping: 'works' as const,
            act: () => screen.setState({ overlay: 'finder' }),
          },
        ]),
  ]);
};

/** What the windows see while the desktop is locked: that it rings, and nothing of any customer. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { Changes } from './board.ts';
import { noHelp } from './first-slices.ts';

const withoutNames = (call: Slices['calls'][number]): Slices['calls'][number] => ({
  ...call,
  title: '',
  number: null,
  numberDisplay: '',
  transfer: call.transfer === null ? null : { ...call.transfer, to: '' },
});

const hidden: { readonly [N in keyof Slices]?: (value: Slices[N]) => Slices[N] } = {
  calls: (calls) => calls.map(withoutNames),
  work: () => [],
  favourites: () => [],
  teamCalls: () => [],
  help: ({ inMyCall }) => ({ ...noHelp, inMyCall }),
  helpMessages: (view) => ({ ...view, messages: [], waiting: [] }),
  training: () => null,
  messages: () => [],
  refusedCall: () => null,
  advisor: (advisor) => ({ ...advisor, about: null }),
  card: (card) =>
    card === null
      ? null
      : {
          ...card,
          title: '',
          numberDisplay: '',
          place: null,
          vip: false,
          reasons: [],
          candidates: 0,
        },
};

export const lockedSlices = (changes: Changes): Changes =>
  Object.fromEntries(
    Object.entries(changes).map(([name, value]) => {
      const hide = hidden[name as keyof Slices] as ((value: unknown) => unknown) | undefined;
      return [name, hide === undefined ? value : hide(value)];
    }),
  );

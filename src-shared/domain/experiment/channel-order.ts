/** Which steps of a campaign's sequence one person gets, by the design of its experiment. Pure. */
import {
  nextTurn,
  type Sequence,
  type SequenceFacts,
  type SequenceTurn,
} from '../campaign/sequence.ts';
import type { ChannelOrder } from './design.ts';

/** `leave`: what she was to be written is written, and nobody calls her. */
export type OrderedTurn = SequenceTurn | { readonly do: 'leave' };

/** Without the written steps before the call she is called at once. */
const fromTheCall = ({ steps, ...rest }: Sequence): Sequence => ({
  ...rest,
  steps: steps
    .slice(steps.findIndex(({ kind }) => kind === 'call'))
    .map((step, at) => (at === 0 ? { ...step, afterDays: 0 } : step)),
});

export const turnInOrder = (
  order: ChannelOrder,
  sequence: Sequence,
  facts: SequenceFacts,
): OrderedTurn => {
  if (order === 'call-only') return nextTurn(fromTheCall(sequence), facts);
  const turn = nextTurn(sequence, facts);
  return order === 'written-only' && turn.do === 'call' ? { do: 'leave' } : turn;
};

/** The lead's own telephone is called because she asked to help: taken up at once, with no work of its own. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import type { LineCall } from '../telephony/line.ts';

type Deps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly calls: Pick<CallDesk, 'add' | 'answer' | 'live'>;
  readonly board: { readonly get: (name: 'help') => Slices['help'] };
};

/**
 * @returns false when she has asked for no help: whoever calls with such a header is a caller like any
 *   other, and her microphone is not opened for him
 */
export const joinHelp = (deps: Deps, lineCall: LineCall, helpId: string): boolean => {
  const { clock, newId, calls, board } = deps;
  const { asked, given } = board.get('help');
  const about = given ?? asked;
  if (about === null || calls.live > 0) return false;
  const id = newId();
  const origin = {
    id,
    direction: 'inbound' as const,
    number: null,
    numberDisplay: about.advisorName,
    numberHidden: false,
    brandId: about.brandId,
    calledNumber: null,
    calledLabel: null,
    queue: null,
    title: about.advisorName,
    training: false,
    consultFor: null,
    help: helpId,
  };
  calls.add(origin, lineCall, clock.now());
  calls.answer(id);
  return true;
};

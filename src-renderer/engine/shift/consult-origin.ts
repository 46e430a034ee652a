/** A second call, made while the customer of the first one waits. */
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { CallOrigin } from '../calls/live-call.ts';
import type { Dialable } from './dialable.ts';

export const consultOrigin = (
  asks: CallView,
  id: string,
  { e164, display }: Pick<Dialable, 'e164' | 'display'>,
  name: string | null,
): CallOrigin => ({
  id,
  direction: 'outbound',
  number: e164,
  numberDisplay: display,
  numberHidden: false,
  brandId: asks.brandId,
  calledNumber: null,
  calledLabel: null,
  queue: null,
  title: name ?? display,
  training: asks.training,
  consultFor: asks.id,
});

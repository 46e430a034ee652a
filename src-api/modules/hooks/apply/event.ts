/** Which rule applies which kind of event; the compiler names a forgotten kind. */
import type { HookEvent } from '@shared/contracts/hooks/event.ts';
import { type Wrong, wrong } from '../read-event.ts';
import type { Telling } from './applying.ts';
import { appointmentTold } from './appointments.ts';
import { cartBought, cartBrokenOff } from './carts.ts';
import { contractTold } from './contracts.ts';
import { learnOf } from './customers.ts';
import { interactionCorrected, interactionHappened } from './interactions.ts';
import { ivrInput } from './ivr.ts';
import { orderPlaced } from './orders.ts';

const customerKnown = async (
  telling: Telling,
  brandId: string,
  mention: Parameters<typeof learnOf>[2],
): Promise<Wrong | null> => {
  const found = await learnOf(telling, brandId, mention);
  if (found !== 'ambiguous') return null;
  return wrong('customer-ambiguous', 'data.customer', 'fits several customers');
};

/** Null when it took effect; what it wrote so far must be undone otherwise. */
export const applyEvent = async (telling: Telling, event: HookEvent): Promise<Wrong | null> => {
  const { zone } = event;
  const bought = (ref: string) => cartBought(telling, ref, { brandId: event.data.brandId, zone });
  switch (event.type) {
    case 'interaction.happened':
      return interactionHappened(telling, event);
    case 'interaction.corrected':
      return interactionCorrected(telling, event);
    case 'customer.known':
      return customerKnown(telling, event.data.brandId, event.data.customer);
    case 'order.placed':
      await orderPlaced(telling, event);
      if (event.data.cartRef !== undefined) await bought(event.data.cartRef);
      return null;
    case 'cart.broken-off':
      await cartBrokenOff(telling, event);
      return null;
    case 'cart.bought':
      await bought(event.data.ref);
      return null;
    case 'ivr.input':
      await ivrInput(telling, event);
      return null;
    case 'appointment.set':
    case 'appointment.moved':
    case 'appointment.cancelled':
      await appointmentTold(telling, event);
      return null;
    case 'contract.running':
    case 'contract.ended':
      return contractTold(telling, event);
  }
};

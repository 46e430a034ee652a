/** Cards of other systems: the hub asks them; what it says is kept for when it is away. */
import {
  type OutsideView,
  outsideViewSchema,
  outsideViewsSchema,
} from '@shared/contracts/http/connectors.ts';
import { routes } from '@shared/contracts/routes.ts';
import { succeed } from '@shared/kernel/result.ts';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const listWithinMs = 4_000;
/** The longest time limit of a system, and what the hub itself needs. */
const askWithinMs = 14_000;

export const outsideCommands = ({ session, hub, clock }: CommandDeps): Part<'outside'> => {
  const on = withShift(session);
  const still = ({ keptUntil }: OutsideView): boolean =>
    keptUntil !== null && Date.parse(keptUntil) > clock.now();
  return {
    'outside.list': on(async (shift, { customerId, brandId }) => {
      const { cache } = shift.records;
      const told = await hub.ask({
        method: 'GET',
        path: `${routes.customers}/${customerId}/outside`,
        query: { brandId },
        answer: outsideViewsSchema,
        timeoutMs: listWithinMs,
      });
      if (told.ok) {
        const { cards } = told.value;
        await cache.keepOutside({ customerId, brandId, cards, told: 'all' });
        return succeed({ cards, known: true as boolean });
      }
      const kept = await cache.outside({ customerId, brandId });
      const cards = kept.map((card) =>
        still(card)
          ? { ...card, failure: 'offline' as const }
          : { ...card, rows: null, at: null, failure: 'offline' as const },
      );
      return succeed({ cards, known: false });
    }),
    'outside.ask': on(async (shift, { customerId, brandId, connectorId, again }) => {
      const told = await hub.ask({
        method: 'GET',
        path: `${routes.customers}/${customerId}/outside/${connectorId}`,
        query: { again: again ? '1' : '0' },
        answer: outsideViewSchema,
        timeoutMs: askWithinMs,
      });
      if (told.ok) {
        const cards = [told.value];
        await shift.records.cache.keepOutside({ customerId, brandId, cards, told: 'some' });
      }
      return told;
    }),
  };
};

/** The cards of other systems, as they come: the list at once, then each by itself. */
import { afterPaint } from '@renderer/platform/clock/after-paint.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import type { OutsideView } from '@shared/contracts/http/connectors.ts';
import { useCallback, useEffect, useRef, useState } from 'react';

export type OutsideCardState = OutsideView & { readonly asking: boolean };
export type Outside = {
  readonly cards: readonly OutsideCardState[];
  readonly askAgain: (connectorId: string) => void;
};

/** The same one each time: where no system is asked, nothing is drawn again. */
const none: readonly OutsideCardState[] = [];

export const useOutside = (customerId: string, brandId: string): Outside => {
  const { client } = useServices();
  const [cards, setCards] = useState<readonly OutsideCardState[]>(none);
  const shown = useRef('');
  const key = `${customerId} ${brandId}`;

  const ask = useCallback(
    async (connectorId: string, again: boolean) => {
      const change = (next: (card: OutsideCardState) => OutsideCardState) =>
        setCards((all) => all.map((one) => (one.connectorId === connectorId ? next(one) : one)));
      change((card) => ({ ...card, asking: true }));
      const got = await client.request('outside.ask', { customerId, brandId, connectorId, again });
      if (shown.current !== `${customerId} ${brandId}`) return;
      change((card) =>
        got.ok
          ? { ...got.value, asking: false }
          : { ...card, asking: false, failure: 'offline' as const },
      );
    },
    [client, customerId, brandId],
  );

  useEffect(() => {
    shown.current = key;
    setCards(none);
    const list = async () => {
      const got = await client.request('outside.list', { customerId, brandId });
      if (shown.current !== key || !got.ok) return;
      const { cards: listed, known } = got.value;
      if (listed.length > 0)
        setCards(listed.map((card) => ({ ...card, asking: known && !card.fresh })));
      for (const { connectorId, fresh } of listed) {
        if (known && !fresh) void ask(connectorId, false);
      }
    };
    const stop = afterPaint(() => void list());
    return () => {
      shown.current = '';
      stop();
    };
  }, [client, customerId, brandId, key, ask]);

  return { cards, askAgain: (connectorId) => void ask(connectorId, true) };
};

/** Who hears the speech in the preview: somebody invented, or a customer of this desktop. */
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Facts } from '@shared/domain/script/facts.ts';
import { gatherFacts } from '@shared/domain/script/gather-facts.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { RelationMode, SpeechLanguage } from '@shared/domain/script/text.ts';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { useScript } from './editor-store.ts';
import { type InventedId, inventedFacts } from './invented.ts';

export type Listener =
  | { readonly kind: 'invented'; readonly id: InventedId }
  | { readonly kind: 'real'; readonly customerId: string; readonly name: string };

export type Listening = {
  readonly listener: Listener;
  readonly listen: (listener: Listener) => void;
};
const ListenerContext = createContext<Listening>({
  listener: { kind: 'invented', id: 'expert' },
  listen: () => undefined,
});
export const ListenerProvider = ListenerContext.Provider;
export const useListener = (): Listening => useContext(ListenerContext);

const isOpenOf = (brandId: string) => (one: CustomerBundle['cases'][number]) =>
  one.brandId === brandId && one.status !== 'closed' && one.status !== 'resolved';

/** A speech that we call with has our own call's facts. */
const withCall = (facts: Facts, { direction }: Script): Facts => ({
  ...facts,
  'call.direction': direction,
});

export type Heard = { readonly facts: Facts; readonly mode: RelationMode | null };

export const useHeard = (language: SpeechLanguage): Heard => {
  const script = useScript();
  const { client } = useServices();
  const { listener } = useListener();
  const brand = useBrand(script.brandId);
  const advisor = useSlice('session')?.user ?? null;
  const customerId = listener.kind === 'real' ? listener.customerId : null;
  const [bundle, setBundle] = useState<CustomerBundle | null>(null);
  useEffect(() => {
    let current = true;
    setBundle(null);
    if (customerId !== null)
      void client.request('customer.open', { customerId }).then((got) => {
        if (current && got.ok) setBundle(got.value?.bundle ?? null);
      });
    return () => {
      current = false;
    };
  }, [client, customerId]);
  const invented = listener.kind === 'invented' ? listener.id : null;
  return useMemo(() => {
    if (invented !== null) {
      const facts = withCall(inventedFacts(invented, language, brand?.name ?? ''), script);
      const mode = facts['customer.relationMode'];
      return { facts, mode: mode === 'expert' || mode === 'brand-led' ? mode : null };
    }
    const customer = bundle?.customer ?? null;
    const open = (bundle?.cases ?? []).filter(isOpenOf(script.brandId));
    const relation = customer?.relations.find((one) => one.brandId === script.brandId);
    const facts = gatherFacts({
      locale: language,
      brand,
      advisor,
      customer,
      openCase: open[0] ?? null,
      openOrder: open.find(({ kind }) => kind === 'order') ?? null,
      openCases: open.length,
      at: new Date(),
    });
    return { facts: withCall(facts, script), mode: relation?.relationMode ?? null };
  }, [invented, language, brand, script, bundle, advisor]);
};

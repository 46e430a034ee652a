/** The search: people by name or number from the engine, and the number typed, ready to call. */
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import { useEffect, useRef, useState } from 'react';
import type { Dialable } from './dialable.ts';

export type FinderRow =
  | { readonly kind: 'dial'; readonly id: 'dial'; readonly dial: Dialable }
  | { readonly kind: 'customer'; readonly id: string; readonly hit: CustomerHit };

const limit = 8;

export const useFinder = (done: () => void) => {
  const { client, screen } = useServices();
  const request = useRequest();
  const [text, setText] = useState('');
  const [rows, setRows] = useState<readonly FinderRow[]>([]);
  const asked = useRef(0);
  const type = async (typed: string) => {
    asked.current += 1;
    const turn = asked.current;
    setText(typed);
    if (typed.trim() === '') return setRows([]);
    const { dialableOf, spaceWhileTyping } = await import('./dialable.ts');
    const spaced = spaceWhileTyping(typed);
    if (turn === asked.current && spaced !== typed) setText(spaced);
    const dial = dialableOf(typed);
    const found = await client.request('customer.search', { text: typed, limit });
    // A slower answer to an older question is not shown over a newer one.
    if (turn !== asked.current) return;
    setRows([
      ...(dial === null ? [] : [{ kind: 'dial' as const, id: 'dial' as const, dial }]),
      ...(found.ok ? found.value : []).map((hit) => ({
        kind: 'customer' as const,
        id: hit.customerId,
        hit,
      })),
    ]);
  };
  const clear = () => {
    asked.current += 1;
    setText('');
    setRows([]);
  };
  const take = (row: FinderRow) => {
    clear();
    done();
    if (row.kind === 'dial')
      void request('call.dial', {
        number: row.dial.raw,
        brandId: null,
        customerId: null,
        callbackId: null,
      });
    else screen.setState({ screen: 'customers', customerId: row.hit.customerId });
  };
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  return { text, rows, type, take, clear };
};

/** The search: people by name or number from the engine, and the number typed, ready to call. */
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import type { RecentNumber } from '@shared/contracts/engine/recent.ts';
import { useEffect, useRef, useState } from 'react';
import type { Dialable } from './dialable.ts';
import { useAnswers } from './use-answers.ts';

export type FinderRow =
  | { readonly kind: 'dial'; readonly id: 'dial'; readonly dial: Dialable }
  | {
      readonly kind: 'recent';
      readonly id: string;
      readonly recent: RecentNumber;
      readonly display: string;
    }
  | { readonly kind: 'customer'; readonly id: string; readonly hit: CustomerHit };

const limit = 8;

const rowsFor = async (client: EngineClient, typed: string): Promise<readonly FinderRow[]> => {
  const { dialableOf, shownNumber } = await import('./dialable.ts');
  const dial = dialableOf(typed);
  const found = await client.request('customer.search', { text: typed, limit });
  return [
    ...(dial === null ? [] : [{ kind: 'dial' as const, id: 'dial' as const, dial }]),
    ...(found.ok ? found.value : []).map((hit) => ({
      kind: 'customer' as const,
      id: hit.customerId,
      hit: { ...hit, phone: hit.phone === null ? null : shownNumber(hit.phone) },
    })),
  ];
};

/** Nothing typed yet: the numbers of her last calls, the very last one first. */
const recentRows = async (client: EngineClient): Promise<readonly FinderRow[]> => {
  const { shownNumber } = await import('./dialable.ts');
  const last = await client.request('customer.recent', {});
  return (last.ok ? last.value : []).slice(0, limit).map((recent) => ({
    kind: 'recent' as const,
    id: recent.number,
    recent,
    display: shownNumber(recent.number),
  }));
};

const orderOf = (row: Exclude<FinderRow, { kind: 'customer' }>) =>
  row.kind === 'dial'
    ? { number: row.dial.raw, brandId: null, customerId: null, callbackId: null }
    : {
        number: row.recent.number,
        brandId: row.recent.brandId,
        customerId: row.recent.customerId,
        callbackId: null,
      };

/** @param offers the last numbers, where nothing is typed yet */
export const useFinder = (done: () => void, offers: boolean) => {
  const { client, screen } = useServices();
  const request = useRequest();
  const [text, setText] = useState('');
  const look = (typed: string) => {
    if (typed.trim() !== '') return rowsFor(client, typed);
    return offers ? recentRows(client) : Promise.resolve([]);
  };
  const clear = () => {
    setText('');
    answers.forget();
  };
  const take = (row: FinderRow) => {
    clear();
    done();
    if (row.kind !== 'customer') void request('call.dial', orderOf(row));
    else screen.setState({ screen: 'customers', customerId: row.hit.customerId });
  };
  const answers = useAnswers(look, take);
  const type = async (typed: string) => {
    setText(typed);
    const found = answers.ask(typed);
    const { spaceWhileTyping } = await import('./dialable.ts');
    if (answers.isLatest(typed)) setText(spaceWhileTyping(typed));
    await found;
  };
  const loaded = useSlice('sync')?.initialLoad?.done ?? null;
  const again = useRef(answers.again);
  again.current = answers.again;
  // During the first load people arrive page by page: what is asked is asked again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page starts it anew
  useEffect(() => void again.current(), [loaded]);
  return { text, rows: answers.rows, type, take, takeAt: answers.takeAt, clear };
};

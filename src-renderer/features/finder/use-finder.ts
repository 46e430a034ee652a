/** The search: people by name or number from the engine, and the number typed, ready to call. */
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import type { RecentNumber } from '@shared/contracts/engine/recent.ts';
import { useEffect, useRef, useState } from 'react';
import type { Dialable } from './dialable.ts';

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
  const [rows, setRows] = useState<readonly FinderRow[]>([]);
  const asked = useRef(0);
  const typedNow = useRef('');
  /** What the rows on screen answer: older words for a moment, while she types on. */
  const answered = useRef<string | null>(null);
  /** The row that Enter asked for before the answer to what is typed had come. */
  const awaited = useRef<number | null>(null);
  const show = (found: readonly FinderRow[], typed: string, turn: number) => {
    // A slower answer to an older question is not shown over a newer one.
    if (turn !== asked.current) return;
    answered.current = typed;
    setRows(found);
    const row = awaited.current === null ? undefined : found[awaited.current];
    awaited.current = null;
    if (row !== undefined) take(row);
  };
  const find = async (typed: string, turn: number) =>
    show(await rowsFor(client, typed), typed, turn);
  const type = async (typed: string) => {
    asked.current += 1;
    awaited.current = null;
    typedNow.current = typed;
    const turn = asked.current;
    setText(typed);
    if (typed.trim() === '') return offer(typed, turn);
    const { spaceWhileTyping } = await import('./dialable.ts');
    const spaced = spaceWhileTyping(typed);
    if (turn === asked.current && spaced !== typed) setText(spaced);
    await find(typed, turn);
  };
  const loaded = useSlice('sync')?.initialLoad?.done ?? null;
  const latest = useRef(find);
  latest.current = find;
  // During the first load people arrive page by page: what is asked is asked again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page starts it anew
  useEffect(() => {
    if (typedNow.current.trim() === '') return;
    asked.current += 1;
    void latest.current(typedNow.current, asked.current);
  }, [loaded]);
  const offer = async (typed: string, turn: number) =>
    show(offers ? await recentRows(client) : [], typed, turn);
  const clear = () => {
    asked.current += 1;
    awaited.current = null;
    typedNow.current = '';
    answered.current = null;
    setText('');
    setRows([]);
  };
  const take = (row: FinderRow) => {
    clear();
    done();
    if (row.kind !== 'customer') void request('call.dial', orderOf(row));
    else screen.setState({ screen: 'customers', customerId: row.hit.customerId });
  };
  /** Takes the row at this place: of the answer to what is typed now, as soon as it is there. */
  const takeAt = (at: number) => {
    const row = rows[at];
    if (answered.current !== typedNow.current) awaited.current = at;
    else if (row !== undefined) take(row);
  };
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  return { text, rows, type, take, takeAt, clear };
};

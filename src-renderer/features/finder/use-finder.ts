/** The search: people by name or number from the engine, and the number typed, ready to call. */
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { Colleague } from '@shared/contracts/http/colleagues.ts';
import { type Favourite, isSameFavourite } from '@shared/domain/favourite/favourite.ts';
import { useEffect, useRef, useState } from 'react';
import {
  type FinderRow,
  favouritesAtMost,
  offeredRows,
  orderOf,
  typedRows,
} from './finder-rows.ts';
import { useAnswers } from './use-answers.ts';
import { useHubRows } from './use-hub-rows.ts';

const isStarred = (favourites: readonly Favourite[], { favourite }: FinderRow): boolean =>
  favourites.some((one) => favourite !== null && isSameFavourite(one, favourite));

/** @param offers the last numbers, where nothing is typed yet */
export const useFinder = (done: () => void, offers: boolean) => {
  const { client, screen } = useServices();
  const request = useRequest();
  const [text, setText] = useState('');
  const favourites = useSlice('favourites') ?? [];
  const colleagues = useRef<readonly Colleague[]>([]);
  const look = (typed: string) => {
    const known = { client, favourites, colleagues: colleagues.current };
    if (typed.trim() !== '') return typedRows(known, typed);
    return offers ? offeredRows(known) : Promise.resolve([]);
  };
  /** The list of the colleagues may take a moment: it is asked for before it is wanted. */
  const prepare = async () => {
    const listed = await client.request('colleagues.list', {});
    if (listed.ok) colleagues.current = listed.value.colleagues;
  };
  const starred = (row: FinderRow) => isStarred(favourites, row);
  const star = (row: FinderRow) => {
    if (row.favourite !== null)
      void request('favourites.set', { ...row.favourite, starred: !starred(row) });
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
  const hub = useHubRows(client, text, answers.rows);
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
  return {
    text,
    rows: hub.rows,
    hub: hub.state,
    /** Where Enter is while nothing is typed: at the last number, below the favourites. */
    firstAt: offers ? Math.min(favourites.length, favouritesAtMost) : 0,
    type,
    take,
    takeAt: (at: number) => {
      const row = at < answers.rows.length ? undefined : hub.rows[at];
      return row === undefined ? answers.takeAt(at) : take(row);
    },
    clear,
    prepare,
    starred,
    star,
  };
};

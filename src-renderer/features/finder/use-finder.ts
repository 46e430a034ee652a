/** The search: people by name or number from the engine, and the number typed, ready to call. */
import {
  useCustomer,
  useRequest,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import { useFocusedWork } from '@renderer/platform/store/use-focused-work.ts';
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Colleague } from '@shared/contracts/http/colleagues.ts';
import { isSameFavourite } from '@shared/domain/favourite/favourite.ts';
import { useEffect, useRef, useState } from 'react';
import type { CallCustomer } from './call-matters.ts';
import {
  type FinderRow,
  favouritesAtMost,
  offeredRows,
  orderOf,
  typedRows,
} from './finder-rows.ts';
import { type Narrowing, narrowed, nextNarrowing } from './narrow.ts';
import { useAnswers } from './use-answers.ts';
import { useHubRows } from './use-hub-rows.ts';
import { useMissingArticle } from './use-missing-article.ts';

/** Her favourites, and the star of a row. */
const useStars = () => {
  const request = useRequest();
  const favourites = useSlice('favourites') ?? [];
  const starred = ({ favourite }: FinderRow) =>
    favourites.some((one) => favourite !== null && isSameFavourite(one, favourite));
  const star = (row: FinderRow) => {
    if (row.favourite !== null)
      void request('favourites.set', { ...row.favourite, starred: !starred(row) });
  };
  return { favourites, starred, star };
};

/** During the first load people arrive page by page: what is asked is asked again. */
const useAskedAgain = (ask: () => unknown): void => {
  const loaded = useSlice('sync')?.initialLoad?.done ?? null;
  const again = useRef(ask);
  again.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page starts it anew
  useEffect(() => void again.current(), [loaded]);
};

/** Who is on the line, or was until her wrap-up ends. */
const useCallCustomer = (): CallCustomer | null => {
  const { work } = useFocusedWork();
  const known = useCustomer(work?.customerId);
  return work === null || known === undefined
    ? null
    : { bundle: known.bundle, brandId: work.brandId };
};

/** Where a row leads: a number is called, all else is shown. */
const useGoTo = (isInCall: boolean) => {
  const { screen } = useServices();
  const request = useRequest();
  return (row: FinderRow): void => {
    if (row.kind === 'matter') screen.setState({ screen: 'work', soughtId: row.matter.id });
    else if (row.kind === 'article') {
      const place = isInCall ? { overlay: 'article' as const } : { screen: 'knowledge' as const };
      screen.setState({ articleId: row.article.id, searched: row.typed, ...place });
    } else if (row.kind !== 'customer') void request('call.dial', orderOf(row));
    else if (row.at === 'call') screen.setState({ screen: 'work' });
    else screen.setState({ screen: 'customers', customerId: row.hit.customerId });
  };
};

/** What Tab has narrowed the results to. */
const useNarrowing = (all: readonly FinderRow[]) => {
  const [narrowing, setNarrowing] = useState<Narrowing | null>(null);
  return {
    narrowing,
    rows: narrowed(all, narrowing),
    narrow: (to: Narrowing | null) => setNarrowing(to),
    narrowOn: (step: 1 | -1) => setNarrowing(nextNarrowing(all, narrowing, step)),
  };
};

const brandOf = (work: WorkItem | null): string | null => work?.brandId ?? null;

const listColleagues = async (client: EngineClient): Promise<readonly Colleague[]> => {
  const listed = await client.request('colleagues.list', {});
  return listed.ok ? listed.value.colleagues : [];
};

/** @param offers the last numbers, where nothing is typed yet */
export const useFinder = (done: () => void, offers: boolean) => {
  const { client, screen } = useServices();
  // An article that she comes back from was found by these words.
  const [text, setText] = useState(() => (offers ? '' : screen.getState().searched));
  const { favourites, starred, star } = useStars();
  const call = useCallCustomer();
  const { work } = useFocusedWork();
  const missing = useMissingArticle(work);
  const goTo = useGoTo(work !== null);
  const colleagues = useRef<readonly Colleague[]>([]);
  const look = (typed: string) => {
    const known = { client, favourites, colleagues: colleagues.current, call };
    if (typed.trim() !== '') return typedRows({ ...known, brandId: brandOf(work) }, typed);
    return offers ? offeredRows(known) : Promise.resolve([]);
  };
  /** The list of the colleagues may take a moment: it is asked for before it is wanted. */
  const prepare = async () => {
    colleagues.current = await listColleagues(client);
  };
  const clear = () => {
    setText('');
    screen.setState({ searched: '' });
    by.narrow(null);
    answers.forget();
  };
  const take = (row: FinderRow) => {
    clear();
    done();
    goTo(row);
  };
  const answers = useAnswers(look, take);
  const hub = useHubRows(client, text, answers.rows);
  const by = useNarrowing(hub.rows);
  const type = async (typed: string) => {
    setText(typed);
    const found = answers.ask(typed);
    const { spaceWhileTyping } = await import('./dialable.ts');
    if (answers.isLatest(typed)) setText(spaceWhileTyping(typed));
    await found;
  };
  useAskedAgain(answers.again);
  return {
    text,
    ...by,
    /** Those before they were narrowed. */
    allRows: hub.rows,
    hub: hub.state,
    /** Where Enter is while nothing is typed: at the last number, below the favourites. */
    firstAt: offers ? Math.min(favourites.length, favouritesAtMost) : 0,
    type,
    take,
    takeAt: (at: number) => {
      const among = (all: readonly FinderRow[]) => narrowed(all, by.narrowing);
      const row = at < among(answers.rows).length ? undefined : by.rows[at];
      return row === undefined ? answers.takeAt(at, among) : take(row);
    },
    clear,
    prepare,
    missing,
    starred,
    star,
  };
};

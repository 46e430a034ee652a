/** Whom the hub knows besides those on this desktop: asked a moment after the last key. */
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import { useEffect, useState } from 'react';
import { type FinderRow, hubRows } from './finder-rows.ts';

export type HubSearch = {
  /** `none`: too little is typed. */
  readonly state: 'none' | 'asking' | 'asked' | 'not-asked';
  readonly rows: readonly FinderRow[];
};

const nothing: HubSearch = { state: 'none', rows: [] };
const afterMs = 250;
const leastLetters = 3;

/** After what is here, and nobody twice. */
const withHubRows = (here: readonly FinderRow[], hub: HubSearch): HubSearch => {
  const shown = new Set(here.map(({ id }) => id));
  return { ...hub, rows: [...here, ...hub.rows.filter(({ id }) => !shown.has(id))] };
};

/** @param here the rows of this desktop, before which the hub's never stand */
export const useHubRows = (
  client: EngineClient,
  typed: string,
  here: readonly FinderRow[],
): HubSearch => {
  const [found, setFound] = useState<HubSearch & { readonly typed: string }>({
    ...nothing,
    typed: '',
  });
  useEffect(() => {
    if (typed.trim().length < leastLetters) return;
    let isLatest = true;
    const timer = setTimeout(() => {
      void hubRows(client, typed.trim()).then(({ asked, rows }) => {
        if (isLatest) setFound({ state: asked ? 'asked' : 'not-asked', rows, typed });
      });
    }, afterMs);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [client, typed]);
  if (typed.trim().length < leastLetters) return { ...nothing, rows: here };
  return withHubRows(here, found.typed === typed ? found : { state: 'asking', rows: [] });
};

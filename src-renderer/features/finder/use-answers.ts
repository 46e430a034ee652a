/** The answers to what is typed, which come later than the keys: the latest wins, Enter waits. */
import { useEffect, useRef, useState } from 'react';

type Among<Row> = (rows: readonly Row[]) => readonly Row[];
/** A place among those of the rows that are shown. */
type Place<Row> = { readonly at: number; readonly among: Among<Row> };
const atPlace = <Row>(rows: readonly Row[], { at, among }: Place<Row>): Row | undefined =>
  among(rows)[at];

/**
 * @param look finds the rows for what is typed
 * @param take what Enter does with the row it asked for
 */
export const useAnswers = <Row>(
  look: (typed: string) => Promise<readonly Row[]>,
  take: (row: Row) => void,
) => {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const turn = useRef(0);
  const typedNow = useRef<string | null>(null);
  /** What the rows on screen answer: older words for a moment, while she types on. */
  const answered = useRef<string | null>(null);
  /** The rows of that answer, there before they are drawn: Enter may come in between. */
  const answer = useRef<readonly Row[]>([]);
  /** The place that Enter asked for before the answer to what is typed had come. */
  const awaited = useRef<Place<Row> | null>(null);
  const find = async (typed: string) => {
    turn.current += 1;
    const own = turn.current;
    const found = await look(typed);
    // A slower answer to an older question is not shown over a newer one.
    if (own !== turn.current) return;
    answered.current = typed;
    answer.current = found;
    setRows(found);
    const row = awaited.current === null ? undefined : atPlace(found, awaited.current);
    awaited.current = null;
    if (row !== undefined) take(row);
  };
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  return {
    rows,
    ask: (typed: string) => {
      typedNow.current = typed;
      awaited.current = null;
      return find(typed);
    },
    /** Asks the same once more; nothing while nothing is typed. */
    again: () => {
      const typed = typedNow.current ?? '';
      return typed.trim() === '' ? undefined : find(typed);
    },
    isLatest: (typed: string) => typedNow.current === typed,
    /** Takes the row at this place of the answer to what is typed now, as soon as it is there. */
    takeAt: (at: number, among: Among<Row> = (all) => all) => {
      const row = atPlace(answer.current, { at, among });
      if (answered.current !== typedNow.current) awaited.current = { at, among };
      else if (row !== undefined) take(row);
    },
    forget: () => {
      turn.current += 1;
      typedNow.current = null;
      answered.current = null;
      awaited.current = null;
      answer.current = [];
      setRows([]);
    },
  };
};

/** Imports as the hub has them: the list, one that is open and looked at again while it works, its lines. */
import { useOffline, useRequest, useServices } from '@renderer/platform/store/services.tsx';
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import type { ImportLines, ImportView } from '@shared/contracts/http/imports.ts';
import { useCallback, useEffect, useState } from 'react';

const lookEveryMs = 700;
const atWork = new Set<ImportView['state']>(['reading', 'trying', 'running', 'undoing']);
export const isAtWork = ({ state }: ImportView): boolean => atWork.has(state);

export type Unreachable = 'unreachable';

export const useImportList = () => {
  const { client } = useServices();
  const offline = useOffline();
  const [found, setFound] = useState<readonly ImportView[] | Unreachable | null>(null);
  // The screen itself says that the hub does not answer: once is enough.
  const load = useCallback(async () => {
    const answer = await client.request('imports.list', {});
    setFound(answer.ok ? answer.value.imports : 'unreachable');
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the network is back
  useEffect(() => void load(), [load, offline]);
  return { found, load };
};

export type ImportDesk = {
  readonly view: ImportView;
  /** How often it was changed from here: lines are asked for again then. */
  readonly turn: number;
  readonly step: (step: CommandInput<'imports.step'>['step']) => Promise<void>;
  readonly run: (doubts: CommandInput<'imports.run'>['doubts']) => Promise<void>;
  readonly map: (body: Omit<CommandInput<'imports.map'>, 'importId'>) => Promise<void>;
  readonly changeLine: (
    line: number,
    change: CommandInput<'imports.change-line'>['change'],
  ) => Promise<void>;
  readonly remedy: (body: Omit<CommandInput<'imports.remedy'>, 'importId'>) => Promise<void>;
};

/** What failed is said under the bar, and nothing of the view is lost. */
export const useImport = (given: ImportView): ImportDesk => {
  const request = useRequest();
  const [view, setView] = useState(given);
  const [turn, setTurn] = useState(0);
  const { id: importId } = given;
  const take = useCallback((answer: { readonly ok: boolean; readonly value?: ImportView }) => {
    if (!answer.ok || answer.value === undefined) return;
    setView(answer.value);
    setTurn((now) => now + 1);
  }, []);
  const see = useCallback(async () => {
    const answer = await request('imports.see', { importId });
    if (answer.ok) setView(answer.value);
  }, [request, importId]);
  const working = isAtWork(view);
  useEffect(() => {
    if (!working) {
      setTurn((now) => now + 1);
      return;
    }
    const timer = setInterval(() => void see(), lookEveryMs);
    return () => clearInterval(timer);
  }, [working, see]);
  useEffect(() => void see(), [see]);
  return {
    view,
    turn,
    step: async (step) => take(await request('imports.step', { importId, step })),
    run: async (doubts) => take(await request('imports.run', { importId, doubts })),
    map: async (body) => take(await request('imports.map', { importId, ...body })),
    remedy: async (body) => take(await request('imports.remedy', { importId, ...body })),
    changeLine: async (line, change) => {
      const answer = await request('imports.change-line', { importId, line, change });
      if (!answer.ok) return;
      await see();
      setTurn((now) => now + 1);
    },
  };
};

/** The lines of one sort, asked for again at each turn; null before the first answer. */
export const useLines = (
  { view: { id: importId, state }, turn }: ImportDesk,
  status: 'refused' | 'doubt',
): ImportLines | null => {
  const request = useRequest();
  const [lines, setLines] = useState<ImportLines | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is a reason to ask again.
  useEffect(() => {
    let current = true;
    void request('imports.lines', { importId, status }).then((answer) => {
      if (current && answer.ok) setLines(answer.value);
    });
    return () => {
      current = false;
    };
  }, [request, importId, status, state, turn]);
  return lines;
};

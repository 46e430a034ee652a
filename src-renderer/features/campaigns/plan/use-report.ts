/** What would come of the list, asked anew when the audience rests; and the list made of it. */
import { useOffline, useServices } from '@renderer/platform/store/services.tsx';
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import { type Audience, queryOf } from '@shared/domain/campaign/audience.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useCallback, useEffect, useState } from 'react';
import type { Report } from './funnel.tsx';

const restMs = 500;
const lookEveryMs = 1_000;

export type Reported = {
  /** As it would be; null while it is asked for the first time. */
  readonly report: Report | null;
  readonly code: ErrorCode | null;
  /** What was added last, by this screen. */
  readonly added: Report | null;
  readonly add: () => Promise<void>;
  /** Everybody whom a file names that was imported. */
  readonly addFile: (importId: string) => Promise<void>;
};

type Source = Pick<CommandInput<'planning.list'>, 'query' | 'importId'>;

/** A long list goes on by itself: it is looked at until it has ended, and told as far as it is. */
const useListing = (campaignId: string) => {
  const { client } = useServices();
  return useCallback(
    async (source: Source & { readonly dryRun?: boolean }, tell: (report: Report) => boolean) => {
      const got = await client.request('planning.list', { campaignId, ...source, waitSeconds: 5 });
      if (!got.ok) return got.error;
      let report: Report = got.value;
      while (tell(report) && report.state === 'running') {
        await new Promise((done) => setTimeout(done, lookEveryMs));
        const { listId } = report;
        const seen = await client.request('planning.list-state', { campaignId, listId });
        if (!seen.ok) return seen.error;
        report = seen.value;
      }
      return null;
    },
    [client, campaignId],
  );
};

export const useReport = (
  campaignId: string,
  audience: Audience,
  onAdded: () => Promise<void>,
): Reported => {
  const { screen } = useServices();
  const list = useListing(campaignId);
  const offline = useOffline();
  const [report, setReport] = useState<Report | null>(null);
  const [code, setCode] = useState<ErrorCode | null>(null);
  const [added, setAdded] = useState<Report | null>(null);
  const key = JSON.stringify(queryOf(audience));
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the hub is back, and when the list grew
  useEffect(() => {
    let current = true;
    const tell = (found: Report): boolean => {
      if (current) setReport(found);
      return current;
    };
    const timer = setTimeout(async () => {
      const failed = await list({ query: JSON.parse(key), dryRun: true }, tell);
      if (current) setCode(failed?.code ?? null);
    }, restMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [list, key, offline, added]);
  const addFrom = async (source: Source) => {
    let made: Report | null = null;
    const failed = await list(source, (found) => {
      made = found;
      return true;
    });
    if (failed !== null) screen.setState({ failure: { code: failed.code, detail: failed.detail } });
    if (made === null) return;
    setAdded(made);
    await onAdded();
  };
  return {
    report,
    code,
    added,
    add: () => addFrom({ query: JSON.parse(key) }),
    addFile: (importId) => addFrom({ importId }),
  };
};

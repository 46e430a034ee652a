/** What would come of the list, asked anew when the audience rests; and the list made of it. */
import { useOffline, useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { type Audience, queryOf } from '@shared/domain/campaign/audience.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useEffect, useState } from 'react';
import type { Report } from './funnel.tsx';

const restMs = 500;

export type Reported = {
  /** As it would be; null while it is asked for the first time. */
  readonly report: Report | null;
  readonly code: ErrorCode | null;
  /** What was added last, by this screen. */
  readonly added: Report | null;
  readonly add: () => Promise<void>;
};

export const useReport = (
  campaignId: string,
  audience: Audience,
  onAdded: () => Promise<void>,
): Reported => {
  const { client } = useServices();
  const request = useRequest();
  const offline = useOffline();
  const [report, setReport] = useState<Report | null>(null);
  const [code, setCode] = useState<ErrorCode | null>(null);
  const [added, setAdded] = useState<Report | null>(null);
  const key = JSON.stringify(queryOf(audience));
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the hub is back, and when the list grew
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const asked = { campaignId, query: JSON.parse(key), dryRun: true };
      const got = await client.request('planning.list', asked);
      if (!current) return;
      setCode(got.ok ? null : got.error.code);
      if (got.ok) setReport(got.value);
    }, restMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, campaignId, key, offline, added]);
  const add = async () => {
    const got = await request('planning.list', { campaignId, query: JSON.parse(key) });
    if (!got.ok) return;
    setAdded(got.value);
    await onAdded();
  };
  return { report, code, added, add };
};

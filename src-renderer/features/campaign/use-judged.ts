/** May she be called now, and what speaks for and against it: judged here, also without the hub. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import { channelConsents } from '@shared/domain/customer/consent-status.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import type { Decision } from '@shared/domain/law/decide.ts';
import {
  allowedUntil,
  type DayBar,
  dayBar,
  type Evidence,
  evidenceOf,
  type Pressure,
  pressureOf,
} from '@shared/domain/law/evidence.ts';
import { judgeByReference } from '@shared/domain/law/judge-call.ts';
import { byHand, presentedFor } from '@shared/domain/law/presented-for.ts';
import { switchedOffAt } from '@shared/domain/law/switches.ts';
import { whereSheLives } from '@shared/domain/law/where-she-lives.ts';
import { useMemo } from 'react';

export type JudgedPerson = {
  readonly decision: Decision;
  readonly nowMs: number;
  readonly evidence: readonly Evidence[];
  readonly pressure: Pressure;
  readonly consent: Consent | null;
  /** Null where it is not known where she lives. */
  readonly zone: string | null;
  readonly bar: DayBar | null;
  readonly untilMs: number | null;
};

export const useJudged = (
  bundle: CustomerBundle | null,
  settings: Pick<CampaignSettings, 'brandId' | 'callKind' | 'presentedNumbers'> | null,
  calledNumber: string | null,
): JudgedPerson | null => {
  const nowMs = useMinute();
  const reference = useSlice('reference');
  return useMemo(() => {
    if (bundle === null || settings === null || reference === undefined) return null;
    const { brandId, callKind: purpose, presentedNumbers } = settings;
    const presented = presentedFor(presentedNumbers, byHand, nowMs);
    const { decision, facts } = judgeByReference(reference, {
      person: bundle,
      brandId,
      purpose,
      calledNumber,
      nowMs,
      ...(presented === null ? {} : { presented }),
    });
    const zone = whereSheLives(bundle.customer).timeZone ?? null;
    const isSelling = purpose === 'commercial' && bundle.customer.kind === 'person';
    return {
      decision,
      nowMs,
      evidence: evidenceOf(facts, nowMs, switchedOffAt(reference, nowMs)),
      pressure: pressureOf(facts, nowMs, zone ?? 'UTC'),
      consent:
        channelConsents(bundle.consents, brandId, nowMs).find(({ channel }) => channel === 'phone')
          ?.consent ?? null,
      zone,
      bar: zone === null || !isSelling ? null : dayBar(nowMs, zone),
      untilMs: zone === null || !isSelling ? null : allowedUntil(nowMs, zone),
    };
  }, [bundle, settings, calledNumber, reference, nowMs]);
};

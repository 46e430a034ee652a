/** How far an experiment is: planned, sealed until it may be read, read while it runs, or over. */
import type { CampaignState } from '../campaign/campaign.ts';
import type { Verdict } from './compare.ts';

export const experimentStates = ['running', 'sealed', 'ended', 'planned'] as const;
export type ExperimentState = (typeof experimentStates)[number];

export type Standing = {
  readonly status: CampaignState;
  readonly look: 'fixed' | 'sequential';
  readonly isOver: boolean;
  readonly verdicts: readonly Verdict[];
};

/** What is read once is over when it has been read: nobody who comes later changes it. */
export const experimentState = ({ status, look, isOver, verdicts }: Standing): ExperimentState => {
  if (status === 'draft') return 'planned';
  if (isOver) return 'ended';
  if (verdicts.includes('sealed')) return 'sealed';
  return look === 'fixed' ? 'ended' : 'running';
};

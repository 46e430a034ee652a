/** The report of one played call, from its work item and how the simulated customer ended it. */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Ending } from '@shared/domain/role-play/play-script.ts';
import type { PlayedRole } from '@shared/domain/role-play/played-role.ts';
import { followedSpeech, type PlayRun } from '@shared/domain/role-play/run.ts';
import type { Script } from '@shared/domain/script/script.ts';

/** How it ended where the simulated customer did not say so: her window may be gone. */
export const endingOfWork = (work: WorkRecord): Ending => {
  if (work.outcome === 'refused') return 'refused';
  if (work.answeredAt === null) return 'gave-up';
  return work.facts.transferredTo === null ? 'broken' : 'transferred';
};

export const runOf = (
  work: WorkRecord,
  role: PlayedRole,
  ending: Ending,
  scripts: readonly Script[],
): PlayRun => {
  const script = scripts.find(
    ({ id, version }) => id === work.script?.id && version === work.script.version,
  );
  return {
    id: work.id,
    takingId: role.takingId,
    seriesId: role.seriesId,
    rolePlayId: role.rolePlayId,
    title: role.title,
    level: role.level,
    brandId: work.brandId,
    startedAt: work.startedAt,
    answeredAt: work.answeredAt,
    endedAt: work.endedAt ?? work.facts.aliveAt,
    heldMs: work.facts.heldMs,
    ending,
    transferExpected: role.transferExpected,
    speech: script === undefined ? null : followedSpeech(script, work.draft.speech),
    disposition: { given: work.draft.dispositionCode, expected: role.expectedDispositions },
  };
};

/** What was said in one interaction; whoever was erased is not found here either. */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { findInteractions } from '@api/modules/interactions/repository.ts';
import { restrictedAmong } from '@api/modules/privacy/restriction-repository.ts';
import type { SpeechEvidenceAnswer } from '@shared/contracts/http/speech-evidence.ts';
import { evidenceOf } from '@shared/domain/script/governance/evidence.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Reader } from './reader.ts';
import { findContent, findVersion } from './repository.ts';

export const readEvidence = async (
  { database: { db } }: HubDependencies,
  { sight, trace }: Reader,
  interactionId: string,
): Promise<Result<SpeechEvidenceAnswer>> => {
  const [interaction] = await findInteractions(db, [interactionId], sight.brandIds);
  const speech = interaction?.speech ?? null;
  if (interaction === undefined || speech === null) return fail('not-found');
  const { customerId } = interaction;
  if (customerId !== null && (await restrictedAmong(db, [customerId])).has(customerId))
    return fail('not-found');
  // A version is never deleted, and its name may be told to whoever may read the call.
  const all = { brandIds: sight.brandIds, writes: true };
  const key = { id: speech.scriptId, version: speech.version };
  const version = await findVersion(db, key, all);
  const content = await findContent(db, key, all);
  const deed = { action: 'read', entity: 'interaction-speech', entityId: interactionId };
  await recordAudit(db, { ...deed, ...trace });
  const { said, objections, fields } = evidenceOf(speech, content);
  return succeed({
    scriptId: speech.scriptId,
    version: speech.version,
    name: version?.name ?? null,
    status: version?.status ?? null,
    approvedAt: version?.approvedAt ?? null,
    experiment: speech.experiment ?? null,
    said: said.map((one) => ({ ...one, passages: [...one.passages] })),
    objections: [...objections],
    fields: [...fields],
  });
};

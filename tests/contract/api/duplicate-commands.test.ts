/** The engine's commands against a hub that listens. */
import { duplicateCommands } from '@renderer/engine/commands/duplicate-commands.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCard, lookAtAll } from './cards-and-decisions.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
beforeAll(async () => {
  hub = await startHubUnderTest();
});
afterAll(() => hub.close());

it('[IDENT-39] [IDENT-40] [IDENT-41] a pair is listed, reported, merged, parted and dismissed', async () => {
  const camille = await hub.signIn('camille.roussel', hub.newId());
  const agathe = await hub.signIn('agathe.perrot', hub.newId());
  const client = new HubClient(await hub.app.listen({ host: '127.0.0.1', port: 0 }));
  client.takeTokensFrom(async () => succeed(agathe.accessToken));
  const session = { shift: {} };
  const deps = { hub: client, session, newId: hub.newId } as unknown as Parameters<
    typeof duplicateCommands
  >[0];
  const commands = duplicateCommands(deps);
  const phones = [{ e164: '+33639981090', label: 'mobile' as const }];
  const one = await addCard(hub, camille, { phones });
  const other = await addCard(hub, camille, { phones });
  await lookAtAll(hub);
  const listed = async () => {
    const answer = await commands['duplicates.list']({});
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const { duplicates, total } = await listed();
  const [pair] = duplicates;
  expect(total).toBe(1);
  if (pair === undefined) throw new Error('no pair');
  const both = { oneId: one.id, otherId: other.id };
  expect(await commands['duplicates.report'](both)).toEqual(succeed(null));
  const of = await commands['duplicates.of']({ customerId: one.id });
  expect(of.ok && of.value.likenesses[0]).toMatchObject({ customerId: other.id, reported: true });
  const cards = { survivorId: one.id, absorbedId: other.id, choices: pair.choices };
  const merged = await commands['duplicates.merge'](cards);
  if (!merged.ok) throw new Error(merged.error.code);
  expect(await listed()).toMatchObject({ total: 0, merges: [{ id: merged.value.mergeId }] });
  const parted = await commands['duplicates.undo']({ mergeId: merged.value.mergeId });
  expect(parted.ok && parted.value.customerId).toBe(other.id);
  expect((await listed()).total).toBe(1);
  expect(await commands['duplicates.dismiss'](both)).toEqual(succeed(null));
  expect((await listed()).total).toBe(0);
});

/** The commands of the speech screens against a hub that listens: asked, answered, read. */
import {
  type SpeechCommandName,
  speechCommands,
} from '@renderer/engine/commands/speech-commands.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import {
  type CommandInput,
  type CommandOutput,
  commands,
} from '@shared/contracts/engine/commands.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someInteraction } from './mutations.ts';
import { someSpeech } from './speeches.ts';

const nothingSaid = {
  stepId: 'accueil',
  path: [],
  choices: {},
  fields: {},
  objections: [],
};
let hub: HubUnderTest;
beforeAll(async () => {
  hub = await startHubUnderTest();
});
afterAll(() => hub.close());

it('[GOV-14] every command of the speech screens is answered by the hub, and its answer is read', async () => {
  const apiUrl = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  const asked = new Set<string>();
  const deskOf = async (login: string) => {
    const session = await hub.signIn(login, hub.newId());
    const client = new HubClient(apiUrl);
    client.takeTokensFrom(async () => succeed(session.accessToken));
    const deps = { hub: client, session: { shift: {} } } as unknown as Parameters<
      typeof speechCommands
    >[0];
    const handlers = speechCommands(deps);
    return async <N extends SpeechCommandName>(name: N, input: CommandInput<N>) => {
      asked.add(name);
      const parsed = commands[name].input.parse(input);
      const got = await (handlers[name] as (given: unknown) => Promise<unknown>)(parsed);
      expect(got, name).toMatchObject({ ok: true });
      return (got as { value: CommandOutput<N> }).value;
    };
  };
  const hugo = await deskOf('hugo.delmas');
  const agathe = await deskOf('agathe.perrot');
  const scriptId = 'kerdoual-accueil';
  const { versions } = await hugo('speeches.versions', { scriptId });
  const said = versions.find((one) => one.said);
  const whole = await hugo('speeches.content', { scriptId, version: said?.version ?? 0 });
  expect(whole.id).toBe(scriptId);
  const content = someSpeech('Essai');
  const { version } = await hugo('speeches.draft', { scriptId, content });
  const of = { scriptId, version };
  await hugo('speeches.save', { ...of, revision: 1, content });
  await hugo('speeches.asides', of);
  await hugo('speeches.checks', of);
  const remark = await agathe('speeches.comment', { ...of, text: 'Bien' });
  await agathe('speeches.comments', of);
  await agathe('speeches.resolve', { ...of, commentId: remark.id, resolved: true });
  await hugo('speeches.submit', { ...of, revision: 2 });
  await hugo('speeches.recall', of);
  await hugo('speeches.submit', { ...of, revision: 2 });
  await agathe('speeches.refuse', { ...of, reason: 'Trop long' });
  await hugo('speeches.submit', { ...of, revision: 2 });
  await agathe('speeches.approve', { ...of, revision: 2 });
  const arms = [
    { id: 'a', version: said?.version ?? 0, share: 95 },
    { id: 'b', version, share: 5 },
  ];
  const plan = { name: 'Essai', arms, outcome: 'reached' as const, plannedPerArm: 400 };
  const experiment = await hugo('speeches.try', { scriptId, plan });
  await hugo('speeches.experiments', { scriptId });
  await hugo('speeches.measures', { scriptId });
  await hugo('speeches.coaching', {});
  await hugo('speeches.stop-trying', { experimentId: experiment.id });
  await hugo('speeches.publish', { ...of, from: '2030-01-01T00:00:00.000Z' });
  await hugo('speeches.publish', { ...of, from: null });
  await hugo('speeches.withdraw', { ...of, reason: 'Prix faux' });
  const events = await hugo('speeches.events', of);
  expect(events.events.map(({ deed }) => deed)).toContain('withdraw');
  const camille = await hub.signIn('camille.roussel', hub.newId());
  const call = someInteraction(hub.newId(), {
    advisorId: camille.user.id,
    speech: { ...nothingSaid, scriptId, version },
  });
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload: call })]);
  await hugo('speeches.said', { interactionId: call.id });
  const names = Object.keys(commands).filter((name) => name.startsWith('speeches.'));
  expect([...asked].sort()).toEqual(names.sort());
});

/** The commands of the schedule screens against a hub that listens: what they ask is there, what it says is read. */
import { scheduleCommands } from '@renderer/engine/commands/schedule-commands.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import { scheduleCommands as declared } from '@shared/contracts/engine/schedules.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import { usualSettings } from '@shared/domain/schedule/work-settings.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { publishDay, quietMonday } from './schedules.ts';

let hub: HubUnderTest;
beforeAll(async () => {
  hub = await startHubUnderTest();
});
afterAll(() => hub.close());

it('[SCHED-15] every command is answered by the hub, and its answer is read', async () => {
  const address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  const asked = new Set<string>();
  const handlersOf = ({ accessToken }: Session) => {
    const client = new HubClient(address);
    client.takeTokensFrom(async () => succeed(accessToken));
    const deps = { hub: client, newId: hub.newId, session: { shift: {} } };
    return scheduleCommands(deps as unknown as Parameters<typeof scheduleCommands>[0]);
  };
  const nadia = await hub.signIn('nadia.ferrand', hub.newId());
  const camille = await hub.signIn('camille.roussel', hub.newId());
  const yanis = await hub.signIn('yanis.morel', hub.newId());
  type Given = {
    readonly ok: boolean;
    readonly value?: unknown;
    readonly error?: { code: string };
  };
  const ask = async (who: Session, name: keyof typeof declared, input: object): Promise<Given> => {
    asked.add(name);
    return (await (handlersOf(who)[name] as (given: object) => Promise<Given>)(input)) as Given;
  };
  const done = async (who: Session, name: keyof typeof declared, input: object) => {
    const got = await ask(who, name, input);
    expect(got, name).toMatchObject({ ok: true });
    return got.value as never;
  };
  const week = quietMonday(hub.clock.now());
  await done(nadia, 'schedules.week', { day: week });
  const draft = (await done(nadia, 'schedules.propose', { week, revision: 0 })) as {
    revision: number;
  };
  await done(nadia, 'schedules.publish', { week, revision: draft.revision });
  const seen = (await done(nadia, 'schedules.week', { day: week })) as { revision: number };
  const { id: userId } = camille.user;
  const { revision } = seen;
  await done(nadia, 'schedules.change-day', { week, revision, userId, day: week, pieces: [] });
  const away = { userId, from: dayLater(week, 5), to: dayLater(week, 6) };
  const absence = (await done(nadia, 'schedules.add-absence', away)) as { id: string };
  await done(nadia, 'schedules.end-absence', { absenceId: absence.id });
  const terms = { weeklyMinutes: 2_100, adultFrom: null, availability: null };
  await done(nadia, 'schedules.change-terms', { userId, ...terms });
  const agreed = { settings: usualSettings, revision: 0 };
  await done(nadia, 'schedules.change-settings', agreed);
  expect(await done(nadia, 'schedules.week', { day: week })).toMatchObject({ settingsRevision: 1 });
  await done(nadia, 'schedules.today', {});
  await done(camille, 'schedules.day', { day: week });
  await done(camille, 'schedules.mine', { day: week });
  await done(camille, 'schedules.wish', { day: week, kind: 'late' });
  await done(camille, 'schedules.own-asks', {});
  await done(camille, 'schedules.adherence', { day: week });
  for (const { user } of [camille, yanis])
    await publishDay(hub, { userId: user.id, teamId: user.teamId ?? '', day: dayLater(week, 1) });
  const day = dayLater(week, 1);
  const swap = (await done(camille, 'schedules.ask-swap', {
    day,
    colleague: yanis.user.id,
    colleagueDay: day,
  })) as { id: string };
  await done(yanis, 'schedules.answer-swap', { swapId: swap.id, answer: 'decline' });
  expect(await ask(nadia, 'schedules.ask-moves', { ids: ['gone'] })).toMatchObject({
    error: { code: 'version-superseded' },
  });
  const nobody = { askId: hub.newId(), answer: 'accept' };
  expect(await ask(camille, 'schedules.answer-move', nobody)).toMatchObject({
    error: { code: 'not-found' },
  });
  expect([...asked].sort()).toEqual(Object.keys(declared).sort());
});

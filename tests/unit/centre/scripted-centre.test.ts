/** The switch that contract tests play does what the real one was seen to do (tests/lab/centre.test.ts). */
import { expect, it } from 'vitest';
import { callerOf, ScriptedCentre } from '../../support/centre/scripted-centre';

it('[QUEUE-6] a switch that is played does as the real one', async () => {
  const centre = new ScriptedCentre();
  const callers = [callerOf('a'), callerOf('b', { position: 2, since: 1 })];
  centre.shows({ queues: [{ name: 'service', callers }, { name: 'other' }] });
  await centre.join('service', '6001', 2);
  await centre.setPenalty('service', '6001', 1);
  await centre.pause('6001', { reason: 'brief', queue: null });
  const member = () => centre.queues().get('service')?.members[0];
  expect(member()).toMatchObject({ penalty: 1, isPaused: true, pauseReason: 'brief' });
  await centre.resume('6001', 'service');
  expect(member()).toMatchObject({ isPaused: false });
  await centre.setPriority('service', 'b', 5);
  expect(
    centre
      .queues()
      .get('service')
      ?.callers.map(({ callId }) => callId),
  ).toEqual(['b', 'a']);
  await centre.leave('service', '6001');
  expect(member()).toBeUndefined();
  centre.goesAway();
  await expect(centre.join('service', '6001', 0)).rejects.toThrow('away');
  centre.comesBack();
  await centre.clearLine('6001');
  expect(centre.orders.map(([name]) => name)).toContain('clearLine');
});

import { RingNotices } from '@renderer/engine/shift/ring-notices.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { TeamCall } from '@shared/domain/team-call/team-call.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ringing = { id: 'a', phase: 'ringing', direction: 'inbound', training: false } as CallView;
const notices = (canBeTaken = true) => {
  const told: string[] = [];
  const closed: string[] = [];
  const desk = new RingNotices({
    canBeTaken: () => canBeTaken,
    tell: async ({ id }) => {
      told.push(id);
      return succeed({ id: `team-${id}` } as TeamCall);
    },
    close: (id) => closed.push(id),
  });
  return { desk, told, closed };
};

it('[PICK-1] a call that rings on is told once, and closed when it rings no more', async () => {
  const { desk, told, closed } = notices();
  desk.follow([ringing]);
  await vi.advanceTimersByTimeAsync(2_000);
  desk.follow([ringing]);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  desk.follow([ringing]);
  expect(told).toEqual(['a']);
  desk.follow([{ ...ringing, phase: 'talking' }]);
  await vi.advanceTimersByTimeAsync(0);
  expect(closed).toEqual(['team-a']);
});

it('[PICK-1] one that is answered at once, a practice call, and a line without pick-up tell nothing', async () => {
  const { desk, told } = notices();
  desk.follow([ringing, { ...ringing, id: 'b', training: true }]);
  await vi.advanceTimersByTimeAsync(1_000);
  desk.follow([]);
  await vi.advanceTimersByTimeAsync(10_000);
  const without = notices(false);
  without.desk.follow([ringing]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([...told, ...without.told]).toEqual([]);
});

/** Who waits in a queue and who serves it, kept from what the switch tells. */
import { lineNames } from '@api/pbx/centre/line-names.ts';
import { QueueBoard } from '@api/pbx/centre/queue-board.ts';
import { describe, expect, it } from 'vitest';
import { member, told } from '../../support/centre/told';

const names = lineNames({ lines: 'PJSIP/{line}', trunk: 'PJSIP/{number}@trunk' });
const join = (legId: string, position: number, variables = {}) =>
  told(
    'QueueCallerJoin',
    {
      Queue: 'service',
      Uniqueid: legId,
      CallerIDNum: '+33639980123',
      Position: String(position),
    },
    variables,
  );
const leave = (legId: string) => told('QueueCallerLeave', { Queue: 'service', Uniqueid: legId });
const entry = (legId: string, position: number) =>
  told('QueueEntry', {
    Queue: 'service',
    Uniqueid: legId,
    CallerIDNum: 'anonymous',
    Position: String(position),
    Wait: '12',
    Priority: '3',
  });
const listed = told('QueueParams', { Queue: 'service' });
const memberRow = (extension: string, more = {}) =>
  told('QueueMember', { ...member, Interface: '', Location: `PJSIP/${extension}`, ...more });

const waiting = (board: QueueBoard) =>
  board
    .now((legId) => `call of ${legId}`)
    .get('service')
    ?.callers.map(({ legId, position }) => `${position} ${legId}`);
const members = (board: QueueBoard) => board.now((id) => id).get('service')?.members ?? [];

describe('who waits', () => {
  it('[QUEUE-1] those who wait are in the order in which they are served', () => {
    const board = new QueueBoard(names);
    board.hear(join('a', 1), 10);
    board.hear(join('b', 2), 20);
    board.hear(join('urgent', 1, { QUEUE_PRIO: '5' }), 30);
    expect(waiting(board)).toEqual(['1 urgent', '2 a', '3 b']);
    board.hear(leave('a'), 40);
    expect(waiting(board)).toEqual(['1 urgent', '2 b']);
    expect(board.now((id) => `call of ${id}`).get('service')?.callers[0]).toEqual({
      callId: 'call of urgent',
      legId: 'urgent',
      number: '+33639980123',
      since: 30,
      position: 1,
      priority: 5,
    });
  });

  it('[QUEUE-1] a list gives who came unheard; a number that is hidden is none', () => {
    const board = new QueueBoard(names);
    board.begin();
    board.take([listed, entry('b', 2), entry('a', 1)], 100_000);
    expect(waiting(board)).toEqual(['1 a', '2 b']);
    const [first] = board.now((id) => id).get('service')?.callers ?? [];
    expect(first).toMatchObject({ number: null, since: 88_000, priority: 3 });
  });

  it('[QUEUE-2] who left or came while the list was on its way has left or come', () => {
    const board = new QueueBoard(names);
    board.hear(join('a', 1), 10);
    board.begin();
    board.hear(leave('a'), 20);
    board.hear(join('c', 2), 30);
    board.take([listed, entry('a', 1), entry('b', 2)], 40_000);
    expect(waiting(board)).toEqual(['1 b', '2 c']);
  });

  it('[QUEUE-2] who is on the list and was told of is there once', () => {
    const board = new QueueBoard(names);
    board.begin();
    board.hear(join('a', 1), 20);
    board.take([listed, entry('a', 1)], 40_000);
    expect(waiting(board)).toEqual(['1 a']);
  });
});

describe('who serves', () => {
  it('[QUEUE-1] a telephone serves a queue, is paused for a reason, asked later, and leaves', () => {
    const board = new QueueBoard(names);
    board.hear(told('QueueMemberAdded', member), 0);
    const free = {
      extension: '6001',
      isPaused: false,
      pauseReason: '',
      penalty: 0,
      line: 'free',
      isFixed: false,
    };
    expect(members(board)).toEqual([free]);
    const paused = { ...member, Paused: '1', PausedReason: 'brief', Status: '3' };
    board.hear(told('QueueMemberPause', paused), 0);
    const isPaused = { ...free, isPaused: true, pauseReason: 'brief', line: 'in-use' };
    expect(members(board)).toEqual([isPaused]);
    board.hear(told('QueueMemberPenalty', { ...member, Penalty: '4' }), 0);
    expect(members(board)).toEqual([{ ...free, penalty: 4 }]);
    board.hear(told('QueueMemberRemoved', member), 0);
    expect(members(board)).toEqual([]);
  });

  it('[QUEUE-2] what a member became while the list was on its way is newer than it', () => {
    const board = new QueueBoard(names);
    board.begin();
    board.hear(told('QueueMemberPause', { ...member, Paused: '1', PausedReason: 'brief' }), 0);
    board.hear(told('QueueMemberRemoved', { ...member, Interface: 'PJSIP/6002' }), 0);
    const fixed = { Membership: 'static' };
    board.take([listed, memberRow('6001'), memberRow('6002'), memberRow('6003', fixed)], 0);
    expect(
      members(board).map(({ extension, pauseReason, isFixed }) => [
        extension,
        pauseReason,
        isFixed,
      ]),
    ).toEqual([
      ['6001', 'brief', false],
      ['6003', '', true],
    ]);
  });

  it('[QUEUE-1] a queue that is gone from the list is gone', () => {
    const board = new QueueBoard(names);
    board.hear(told('QueueMemberAdded', member), 0);
    board.begin();
    board.take([told('QueueParams', { Queue: 'other' })], 0);
    expect([...board.now((id) => id).keys()]).toEqual(['other']);
  });
});

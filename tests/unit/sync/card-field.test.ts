/** A speech that asks for a card, as older desktops are told it. */
import { readableRow, servedWire } from '@api/modules/sync/leave-out.ts';
import { expect, it } from 'vitest';

const speech = (type: string) => ({ steps: [{ fields: [{ id: 'card', type }] }, { fields: [] }] });
const row = (type: string) => ({
  scripts: [speech(type), speech('text')],
  upcomingScripts: [speech(type)],
});

it('[REC-23] a desktop that does not know a card’s field is told a yes or no instead', () => {
  const told = (protocol: number) =>
    readableRow(servedWire(1), protocol, 'reference', row('payment'));
  expect(told(2)).toEqual([row('yes-no')]);
  expect(told(3)).toEqual([row('payment')]);
});

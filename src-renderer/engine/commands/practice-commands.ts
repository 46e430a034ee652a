/** Practice calls on the training line, both ways. */
import { fail } from '@shared/kernel/result.ts';
import { type CommandDeps, done, type Part, withShift } from './command-parts.ts';

/** The invented customers who call first, as the demo data knows them. */
const practiceCallers = ['+33639984117'] as const;

export const practiceCommands = ({ session, practice, board }: CommandDeps): Part<'practice'> => {
  const on = withShift(session);
  return {
    'practice.call': on(async (shift, { direction }) => {
      const line = shift.lineSettings;
      if (!line?.training) return fail('line-settings-missing', 'no training line');
      const ready = await practice.prepare();
      if (!ready.ok) return ready;
      const own = board.get('session').user?.brandIds ?? [];
      const called = board.get('reference').numbers.find(({ brandId }) => own.includes(brandId));
      if (called === undefined) return fail('not-found', 'no brand number');
      if (direction === 'inbound') {
        const [callerNumber] = practiceCallers;
        practice.order({
          type: 'ring',
          callerNumber,
          calledNumber: called.e164,
          advisorExtension: line.user,
        });
        return done;
      }
      const number = practiceCallers[0];
      const dialled = await shift.lineDesk.dial({
        number,
        brandId: called.brandId,
        customerId: null,
        callbackId: null,
        simulated: true,
      });
      return dialled.ok ? done : dialled;
    }),
  };
};

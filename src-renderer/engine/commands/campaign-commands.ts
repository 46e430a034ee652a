/** Campaigns are the hub's: the engine asks it, and remembers who is hers for when it is away. */

import { succeed } from '@shared/kernel/result.ts';
import { CampaignDesk } from '../shift/campaign-desk.ts';
import type { Part } from './command-parts.ts';
import { type CommandDeps, withShift } from './command-parts.ts';

export const campaignCommands = ({
  hub,
  session,
  clock,
  newId,
  board,
}: CommandDeps): Part<'campaigns'> => {
  const on = withShift(session);
  const user = () => board.get('session').user;
  const unsent = () => {
    const { shift } = session;
    const isQuiet =
      shift !== null && shift.records.outbox.pending.length === 0 && shift.work.items.length === 0;
    return isQuiet ? 'none' : 'some';
  };
  const elapsed = () => performance.now();
  const desk = new CampaignDesk({ hub, clock, elapsed, newId, user, unsent });
  return {
    'campaigns.mine': on(async () => succeed(await desk.mine())),
    'campaigns.reserve': on((_, { campaignId, count, only }) =>
      desk.reserve(campaignId, { count, only }),
    ),
    'campaigns.call': on((shift, of) => desk.call(of, (request) => shift.lineDesk.dial(request))),
    'campaigns.give-back': on((_, { reason, ...of }) => desk.giveBack(of, reason)),
    'campaigns.sign-in': on((_, { campaignId }) => desk.signIn(campaignId)),
    'campaigns.oppose': on((shift, of) =>
      desk.oppose(of, (body, orderKey) => shift.record(body, orderKey)),
    ),
  };
};

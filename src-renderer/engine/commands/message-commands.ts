import { type CommandDeps, type Part, withShift } from './command-parts.ts';

export const messageCommands = ({ session }: CommandDeps): Part<'messages'> => {
  const on = withShift(session);
  return {
    'messages.begin': on((shift, beginning) => shift.messages.begin(beginning)),
    'messages.save': on((shift, { messageId, revision, draft }) =>
      shift.messages.save(messageId, revision, draft),
    ),
    'messages.send': on((shift, { messageId, revision, draft }) =>
      shift.messages.send(messageId, revision, draft),
    ),
    'messages.drop': on((shift, { messageId }) => shift.messages.drop(messageId)),
  };
};

/** What a team lead's windows ask of the engine. */
import { z } from 'zod';
import type { BoardState } from '../live/board-state.ts';

const nothing = z.null();

export const leadCommands = {
  /** The board as it is known; what comes after is told as it comes, until the windows are closed. */
  'lead.watch': { input: nothing, output: z.custom<BoardState>() },
} as const;

/** Help that an advisor asks for. */
export const helpCommands = {
  'help.raise-hand': { input: z.object({ words: z.string().trim().max(200) }), output: nothing },
  'help.lower-hand': { input: nothing, output: nothing },
} as const;

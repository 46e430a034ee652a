/** What a day brings and whom it needs: the hub's alone. */
import { staffingDaySchema, staffingQuerySchema } from '../http/staffing.ts';

export const staffingCommands = {
  'staffing.day': { input: staffingQuerySchema, output: staffingDaySchema },
} as const;

/** What an organisation has decided about leads in the calls of advisors, who may read it. */
import { z } from 'zod';

export const helpWays = ['listen', 'whisper', 'barge'] as const;
export const helpWaySchema = z.enum(helpWays);
export type HelpWay = z.infer<typeof helpWaySchema>;

export const helpSigns = ['always', 'whisper-and-barge', 'never'] as const;

/** `never` shows nothing: then how the staff were told beforehand has to be said (Code du travail, L1222-4). */
export const helpPolicySchema = z
  .object({
    /** When an advisor's desktop shows that a lead is in her call. */
    sign: z.enum(helpSigns),
    /** How and when the staff were informed. */
    informed: z.string().trim().max(2000),
    /** Brands in whose calls nobody listens. */
    closedBrandIds: z.array(z.string().max(40)).max(100),
  })
  .refine(({ sign, informed }) => sign !== 'never' || informed !== '', {
    message: 'needed where no sign is shown',
    path: ['informed'],
  });
export type HelpPolicy = z.infer<typeof helpPolicySchema>;

export const firstHelpPolicy: HelpPolicy = { sign: 'always', informed: '', closedBrandIds: [] };

/** Whether the advisor is shown it; whoever barges in is heard, and shown in any case. */
export const isShownTo = ({ sign }: HelpPolicy, way: HelpWay): boolean =>
  way === 'barge' || sign === 'always' || (sign === 'whisper-and-barge' && way === 'whisper');

/**
 * Whether a lead may go into a call. Of a call whose brand is not known every brand of its advisor has
 * to allow it.
 */
export const mayHelpIn = (
  { closedBrandIds }: HelpPolicy,
  call: { readonly brandId: string | null; readonly advisorBrandIds: readonly string[] },
  leadBrandIds: ReadonlySet<string>,
): boolean => {
  const brandIds = call.brandId === null ? call.advisorBrandIds : [call.brandId];
  return brandIds.every((id) => leadBrandIds.has(id) && !closedBrandIds.includes(id));
};

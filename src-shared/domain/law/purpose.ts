/** What an outbound call is for: to sell, or to perform a contract and answer. */
import { z } from 'zod';

export const callPurposeSchema = z.enum(['commercial', 'service']);
export type CallPurpose = z.infer<typeof callPurposeSchema>;

/** Every way a customer and a brand meet; no channel owns the customer. */
import { z } from 'zod';

export const channels = [
  'phone',
  'email',
  'sms',
  'form',
  'chat',
  'post',
  'counter',
  'store',
  'social',
  'representative',
  'web',
  'app',
  'catalogue',
] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

export const directionSchema = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof directionSchema>;

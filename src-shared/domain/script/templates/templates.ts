/** The speeches to start from, in the order in which they are offered. */
import { inboundService } from './inbound-service.ts';
import type { Template } from './template.ts';

export const templates: readonly Template[] = [inboundService];

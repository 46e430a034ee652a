/**
 * Who is to serve which queue of the switch, how early she is asked, and why. Each queue says by which
 * principles, side by side; a move by a lead goes before all of them while it lasts.
 */
import { z } from 'zod';
import { byValueSchema, lastAdvisorSchema } from './arrival.ts';

export const principles = ['brand', 'skill', 'language', 'channel'] as const;
export type Principle = (typeof principles)[number];

/** From 1, who begins, to 5, who teaches it. */
export const skillLevelSchema = z.number().int().min(1).max(5);
export const qualificationKinds = ['skill', 'language', 'channel'] as const;

export const qualificationSchema = z.object({
  kind: z.enum(qualificationKinds),
  code: z.string().trim().min(1).max(60),
  level: skillLevelSchema,
});
export type Qualification = z.infer<typeof qualificationSchema>;

export const queueRuleSchema = z.object({
  /** Only such queues are driven from here; nobody is moved in or out of another. */
  isDriven: z.boolean(),
  principles: z.array(z.enum(principles)).max(principles.length),
  /** What is required at least, of the principles that ask for it. */
  required: z.array(qualificationSchema).max(20),
  /** Null: nobody is put before anybody. */
  byValue: byValueSchema.nullable().default(null),
  /** Null: nobody is asked first because of a talk before. */
  lastAdvisor: lastAdvisorSchema.nullable().default(null),
});
export type QueueRule = z.infer<typeof queueRuleSchema>;

export type ServedQueue = Pick<QueueRule, 'isDriven' | 'principles' | 'required'> & {
  readonly queue: string;
  readonly brandId: string;
};
export type Server = {
  readonly userId: string;
  readonly extension: string;
  readonly brandIds: readonly string[];
  readonly qualifications: readonly Qualification[];
};
export type Move = {
  readonly userId: string;
  readonly queue: string;
  readonly direction: 'in' | 'out';
  readonly penalty: number;
};
export type Pause = {
  readonly userId: string;
  /** Null: in all of them. */
  readonly queue: string | null;
  readonly reason: string;
};

export type Why =
  | { readonly by: 'brand' }
  | { readonly by: Qualification['kind']; readonly code: string; readonly level: number }
  | { readonly by: 'move' };

export type WantedMember = {
  readonly queue: string;
  readonly userId: string;
  readonly extension: string;
  /** The lowest are asked first. */
  readonly penalty: number;
  readonly why: readonly Why[];
  /** Null: she is not paused from here. */
  readonly pause: string | null;
};

const bestLevel = 5;

/** Null: she is not fit for it. */
const fitness = (
  { principles: chosen, required, brandId }: ServedQueue,
  server: Server,
): Pick<WantedMember, 'penalty' | 'why'> | null => {
  // A queue without a principle is nobody's, but for those who are moved into it.
  if (chosen.length === 0) return null;
  const why: Why[] = [];
  let penalty = 0;
  if (chosen.includes('brand')) {
    if (!server.brandIds.includes(brandId)) return null;
    why.push({ by: 'brand' });
  }
  for (const { kind, code, level } of required.filter((one) => chosen.includes(one.kind))) {
    const own = server.qualifications.find((one) => one.kind === kind && one.code === code);
    if (own === undefined || own.level < level) return null;
    why.push({ by: kind, code, level: own.level });
    // The least of what is required decides how early she is asked.
    penalty = Math.max(penalty, bestLevel - own.level);
  }
  return { penalty, why };
};

export const wantedMembers = (
  queues: readonly ServedQueue[],
  servers: readonly Server[],
  { moves, pauses }: { readonly moves: readonly Move[]; readonly pauses: readonly Pause[] },
): WantedMember[] =>
  queues
    .filter(({ isDriven }) => isDriven)
    .flatMap((queue) =>
      servers.flatMap((server): WantedMember[] => {
        const { userId, extension } = server;
        const own = moves
          .filter((move) => move.userId === userId && move.queue === queue.queue)
          .at(-1);
        const fit = own === undefined ? fitness(queue, server) : null;
        if (own?.direction === 'out' || (own === undefined && fit === null)) return [];
        const { penalty, why } = fit ?? {
          penalty: own?.penalty ?? 0,
          why: [{ by: 'move' }] as const,
        };
        const pause = pauses
          .filter((one) => one.userId === userId)
          .filter((one) => one.queue === null || one.queue === queue.queue)
          .at(-1);
        return [
          { queue: queue.queue, userId, extension, penalty, why, pause: pause?.reason ?? null },
        ];
      }),
    );

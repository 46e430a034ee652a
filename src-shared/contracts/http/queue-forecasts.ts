/** GET /v1/queue-forecasts: each queue two hours back and two ahead, with the advisors it needs. */
import { z } from 'zod';

const instantSchema = z.iso.datetime();

export const queueForecastSchema = z.object({
  queue: z.string().max(80),
  /** Empty: too few days are known of its brand. */
  quarters: z
    .array(
      z.object({
        from: instantSchema,
        /** What came, or what is told of it now. */
        calls: z.number().min(0),
        isOver: z.boolean(),
        needed: z.number().int().min(0).nullable(),
      }),
    )
    .max(16),
});
export type QueueForecast = z.infer<typeof queueForecastSchema>;

export const queueForecastsSchema = z.object({
  at: instantSchema,
  forecasts: z.array(queueForecastSchema).max(1_000),
});
export type QueueForecasts = z.infer<typeof queueForecastsSchema>;

/** Administration of brands: their settings, numbers, reasons and dispositions. */
import { z } from 'zod';
import {
  brandNumberSchema,
  brandSchema,
  dispositionSchema,
  reasonSchema,
} from '../../domain/brand/brand.ts';

export const brandsSchema = z.object({ brands: z.array(brandSchema) });
export const brandChangeSchema = brandSchema.omit({ id: true }).partial();
export type BrandChange = z.infer<typeof brandChangeSchema>;

export const numbersSchema = z.object({ numbers: z.array(brandNumberSchema) });
export const newNumberSchema = brandNumberSchema.omit({ id: true, brandId: true });
export type NewNumber = z.infer<typeof newNumberSchema>;

export const reasonsSchema = z.object({ reasons: z.array(reasonSchema) });
export const reasonWordsSchema = reasonSchema.omit({ code: true, brandId: true });
export type ReasonWords = z.infer<typeof reasonWordsSchema>;

export const dispositionsSchema = z.object({ dispositions: z.array(dispositionSchema) });
export const dispositionWordsSchema = dispositionSchema.omit({ code: true, brandId: true });
export type DispositionWords = z.infer<typeof dispositionWordsSchema>;

export const brandPathSchema = z.object({ brandId: brandSchema.shape.id });
export const codePathSchema = brandPathSchema.extend({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
});

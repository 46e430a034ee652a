/**
 * What a speech may mention or ask about, each with its type; everything else is an unknown field.
 * A `date` is written 2026-11-28, an `amount` counts euros.
 */
import { z } from 'zod';
import { directionSchema } from '../interaction/channel.ts';
import type { ExpressionType } from './expression/types.ts';
import { relationModes } from './text.ts';

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const text = { kind: 'text' } as const;
const number = { kind: 'number' } as const;
const yesNo = { kind: 'yes-no' } as const;
const date = { kind: 'date' } as const;
const oneOf = <V extends readonly string[]>(values: V) => ({ kind: 'one-of', values }) as const;

export const factTypes = {
  'customer.formalName': text,
  'customer.firstName': text,
  'customer.lastName': text,
  'customer.companyName': text,
  'customer.kind': oneOf(['person', 'company']),
  'customer.commune': text,
  'customer.postcode': text,
  'customer.department': text,
  'customer.email': text,
  'customer.language': oneOf(['fr', 'en']),
  /** The year in which the customer came to the brand. */
  'customer.since': number,
  'customer.vip': yesNo,
  'customer.segment': oneOf(['new', 'standard', 'loyal', 'premium']),
  'customer.relationMode': oneOf(relationModes),
  'customer.value': { kind: 'amount' },
  'customer.openCases': number,
  'brand.id': text,
  'brand.name': text,
  'advisor.fullName': text,
  'advisor.firstName': text,
  'case.reference': text,
  'case.title': text,
  'case.kind': oneOf(['complaint', 'order', 'request', 'contract']),
  'case.opened': date,
  'order.label': text,
  'order.number': text,
  'order.date': date,
  'call.direction': oneOf(directionSchema.options),
  'call.numberCalled': text,
  'call.queue': text,
  'call.reason': text,
  'call.campaign': text,
  /** Seconds that the caller waited. */
  'call.waited': number,
  'time.today': date,
  /** The full hour, 0 to 23, where the call centre is. */
  'time.hour': number,
  'time.weekday': oneOf(weekdays),
} as const satisfies Record<string, ExpressionType>;

export type FactName = keyof typeof factTypes;
export const factNames = Object.keys(factTypes) as readonly FactName[];

/** The facts of one call; a missing one takes the words written for its absence. */
export type Facts = { readonly [name in FactName]?: string | number | boolean };
export const factNameSchema = z.enum(factNames as readonly [FactName, ...FactName[]]);

export const weekdayOf = (at: Date): (typeof weekdays)[number] =>
  weekdays[(at.getDay() + 6) % 7] ?? 'monday';

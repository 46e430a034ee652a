/**
 * Numbers of the ranges that ARCEP keeps for fiction (decision 2018-0881, annex): 60,000 in all, so
 * that in a large seeding families and neighbours of chance share one.
 */
import { demoNumbers } from '@shared/domain/brand/demo-brands.ts';

/** Département to zone of the national numbering plan, 01 to 05. */
const zones: readonly (readonly [zone: number, departments: string])[] = [
  [1, '75 77 78 91 92 93 94 95'],
  [2, '14 18 22 27 28 29 35 36 37 41 44 45 49 50 53 56 61 72 76 85'],
  [3, '02 08 10 21 25 39 51 52 54 55 57 58 59 60 62 67 68 70 71 80 88 89 90'],
  [5, '09 12 16 17 19 23 24 31 32 33 40 46 47 64 65 79 81 82 86 87'],
];
const zoneByDepartment = new Map(
  zones.flatMap(([zone, departments]) => departments.split(' ').map((code) => [code, zone])),
);
const ranges: Readonly<Record<number, string>> = {
  1: '+3319900',
  2: '+3326191',
  3: '+3335301',
  4: '+3346571',
  5: '+3353649',
  6: '+3363998',
};

/** Taken by the brands and by the people whom the demo tells of. */
const reserved: ReadonlySet<string> = new Set([
  ...demoNumbers.map((number) => number.e164),
  ...'+33639984117 +33199007315 +33639985502 +33639982760 +33261917720 +33639987731 +33261910042'.split(
    ' ',
  ),
]);

/** The n-th number of a range, in an order that looks like none (7919 and 10,000 have no divisor). */
const numberOf = (zone: number, index: number): string => {
  const digits = String((index * 7919 + 1234) % 10_000).padStart(4, '0');
  const number = `${ranges[zone]}${digits}`;
  return reserved.has(number) ? numberOf(zone, index + 1) : number;
};

export const mobileNumber = (index: number): string => numberOf(6, index);

export const homeNumber = (inseeCode: string, index: number): string =>
  numberOf(zoneByDepartment.get(inseeCode.slice(0, 2)) ?? 4, index);

import { departmentOf } from '@shared/domain/customer/department.ts';
import { expect, it } from 'vitest';

const at = (postcode: string, inseeCode: string | null = null, country = 'FR') =>
  departmentOf({ postcode, inseeCode, country });

it('[C360-22] the commune’s code goes before the postcode; Corsica and overseas have their own', () => {
  expect(at('29200')).toBe('29');
  expect(at('01000')).toBe('01');
  expect(at('20000')).toBe('2A');
  expect(at('20200')).toBe('2B');
  expect(at('20200', '2B033')).toBe('2B');
  expect(at('97400')).toBe('974');
  // Le Fresne-sur-Loire had the postcode of its neighbour across the river.
  expect(at('49123', '44060')).toBe('44');
  expect(at('1000', null, 'BE')).toBeNull();
  expect(at('')).toBeNull();
});

/** Brands, their numbers and words, and users. */

import type { BrandNumber } from '@shared/domain/brand/brand.ts';
import type { Favourite } from '@shared/domain/favourite/favourite.ts';
import type { User } from '@shared/domain/user/user.ts';
import type { Generated } from 'kysely';

export type BrandsTable = {
  id: string;
  name: string;
  monogram: string;
  hue: number;
  chroma: number;
  wrap_up_seconds: number;
  reason_required: boolean;
  disposition_required: boolean;
};

export type BrandNumbersTable = {
  id: string;
  e164: string;
  brand_id: string;
  label: string;
  tariff_class: BrandNumber['tariffClass'];
  queue: string;
  reason_code: string | null;
};

export type ReasonsTable = { brand_id: string; code: string; label_fr: string; label_en: string };

export type DispositionsTable = ReasonsTable & {
  group_fr: string;
  group_en: string;
  synonyms: string[];
  resolves_case: boolean;
  expects_callback: boolean;
  refuses_offer: Generated<boolean>;
  opposes_calls: Generated<boolean>;
  rank: number;
};

export type TeamsTable = {
  id: string;
  name: string;
  outsourcer: Generated<string | null>;
  site: Generated<string | null>;
};

export type UsersTable = {
  id: string;
  login: string;
  first_name: string;
  last_name: string;
  role: User['role'];
  team_id: string | null;
  locale: User['locale'];
  password_hash: string;
  active: Generated<boolean>;
};

export type FavouritesTable = {
  user_id: string;
  kind: Favourite['kind'];
  ref: string;
  number: string;
  name: string | null;
  starred: boolean;
  starred_at: string;
  changed_at: string;
};

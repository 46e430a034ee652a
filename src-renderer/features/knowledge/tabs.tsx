/** The tabs of Savoirs, and who sees which. */
import type { Role } from '@shared/domain/user/user.ts';
import type { ComponentType } from 'react';
import { CountsTab } from './counts-tab.tsx';
import { MissingTab } from './missing-tab.tsx';
import { ReadTab } from './read-tab.tsx';
import type { TabProps } from './tab-props.ts';
import { WriteTab } from './write-tab.tsx';

export type TabName = 'read' | 'write' | 'missing' | 'counts';

export const tabs: { readonly [name in TabName]: ComponentType<TabProps> } = {
  read: ReadTab,
  write: WriteTab,
  missing: MissingTab,
  counts: CountsTab,
};

/** KNOW-7. */
export const tabsFor = (role: Role | undefined): readonly TabName[] => {
  if (role === 'brand-manager' || role === 'administrator')
    return ['read', 'write', 'missing', 'counts'];
  return role === 'team-lead' ? ['read', 'missing', 'counts'] : ['read'];
};

/** The tabs of Savoirs, and who sees which. */
import type { Role } from '@shared/domain/user/user.ts';
import type { ComponentType } from 'react';
import { ReadTab } from './read-tab.tsx';
import type { TabProps } from './tab-props.ts';

export type TabName = 'read';

export const tabs: { readonly [name in TabName]: ComponentType<TabProps> } = { read: ReadTab };

export const tabsFor = (_role: Role | undefined): readonly TabName[] => ['read'];

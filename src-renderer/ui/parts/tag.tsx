/** A small word with its icon: a state, a verdict, a kind. */
import type { ReactNode } from 'react';
import { styleNames } from '../style-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './tag.module.css';

const css = styleNames(styles);

export type TagTone = 'plain' | 'danger' | 'ok' | 'warn' | 'ink' | 'line' | 'wrapup';

export const Tag = ({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: TagTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}) => (
  <span className={css('tag', tone)}>
    {icon === undefined ? null : <Icon name={icon} size={14} />}
    {children}
  </span>
);

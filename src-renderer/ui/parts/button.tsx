/** One button for every act; its key stands in it. An act that cannot be done says why. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { styleNames } from '../style-names.ts';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';
import { KeyCaps } from './key-caps.tsx';

const css = styleNames(styles);

export type ButtonProps = {
  readonly look?: 'plain' | 'primary' | 'brand' | 'ghost' | 'danger' | 'ready';
  readonly size?: 'medium' | 'small' | 'large';
  readonly icon?: IconName;
  readonly keys?: readonly string[];
  /** Why it cannot be done now: it stays, greyed, and says so. */
  readonly blocked?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'>;

const solidLooks = new Set(['primary', 'brand', 'danger', 'ready']);

export const Button = ({
  look = 'plain',
  size = 'medium',
  icon,
  keys,
  blocked,
  children,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={css('button', look, size, blocked !== undefined && 'blocked')}
    aria-disabled={blocked === undefined ? undefined : true}
    title={blocked ?? rest.title}
    onClick={blocked === undefined ? onClick : undefined}
  >
    {icon === undefined ? null : <Icon name={icon} size={size === 'large' ? 20 : 18} />}
    <span>{children}</span>
    {keys === undefined ? null : (
      <KeyCaps keys={keys} tone={solidLooks.has(look) ? 'on-solid' : 'plain'} />
    )}
  </button>
);

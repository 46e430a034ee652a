/** A sheet, and what it shows until the hub has answered; what was known stays while it is away. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId } from 'react';
import styles from './sheet.module.css';
import type { Known } from './use-asked.ts';

const css = styleNames(styles);

export const Sheet = ({
  title,
  beside,
  look,
  children,
}: {
  readonly title: ReactNode;
  /** At the right of the title: a figure, an act. */
  readonly beside?: ReactNode;
  readonly look?: 'wide' | undefined;
  readonly children: ReactNode;
}) => {
  const id = useId();
  return (
    <section className={css('sheet', look)} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {beside === undefined ? null : <div>{beside}</div>}
      </header>
      {children}
    </section>
  );
};

export const Loaded = <T,>({
  of,
  needsHub,
  children,
}: {
  readonly of: Known<T> | null;
  /** Why it takes the hub; absent: of campaigns. */
  readonly needsHub?: string;
  readonly children: (value: T) => ReactNode;
}) => {
  const { t } = useText();
  if (of === null) return <LoadingLines label={t('common.loading')} />;
  if (of.value !== null) return children(of.value);
  const code = of.code ?? 'hub-unreachable';
  const away = code === 'hub-unreachable' || code === 'hub-failing';
  return (
    <EmptyState
      icon={away ? 'cloud-off' : 'alert'}
      title={t(`error.${code}`)}
      detail={needsHub ?? t('planning.needsHub')}
    />
  );
};

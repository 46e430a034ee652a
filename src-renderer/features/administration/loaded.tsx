/** A sheet of the screen, and what it shows until the hub has answered. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId } from 'react';
import styles from './administration.module.css';
import type { Known } from './use-administration.tsx';

const css = styleNames(styles);

export const Sheet = ({
  title,
  beside,
  wide = false,
  children,
}: {
  readonly title: ReactNode;
  /** At the right of the title: a figure, an act. */
  readonly beside?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) => {
  const id = useId();
  return (
    <section className={css('sheet', wide && 'wide')} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {beside}
      </header>
      {children}
    </section>
  );
};

export const Loaded = <T,>({
  of,
  children,
}: {
  readonly of: Known<T>;
  readonly children: (value: T) => ReactNode;
}) => {
  const { t } = useText();
  if (of === null) return <LoadingLines label={t('common.loading')} />;
  if ('value' in of) return children(of.value);
  const away = of.code === 'hub-unreachable' || of.code === 'hub-failing';
  return (
    <EmptyState
      icon={away ? 'cloud-off' : 'alert'}
      title={t(`error.${of.code}`)}
      detail={t('admin.needsHub')}
    />
  );
};

/** Files brought in: one is open, or a new one is dropped above those of the last time. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOffline } from '@renderer/platform/store/services.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import { useState } from 'react';
import { FileDrop } from './file-drop.tsx';
import { ImportList } from './import-list.tsx';
import { ImportPage } from './import-page.tsx';
import styles from './imports.module.css';
import { useImportList } from './use-imports.ts';

const css = styleNames(styles);

export const ImportsScreen = () => {
  const { t } = useText();
  const offline = useOffline();
  const { found, load } = useImportList();
  const [open, setOpen] = useState<ImportView | null>(null);
  if (open !== null) {
    const close = () => {
      setOpen(null);
      void load();
    };
    return <ImportPage key={open.id} given={open} onClose={close} />;
  }
  if (found === 'unreachable' || (offline && found === null)) {
    return (
      <main className={css('start')}>
        <EmptyState heading icon="cloud-off" title={t('imports.unreachable')} />
      </main>
    );
  }
  if (found === null) return <LoadingLines label={t('imports.loading')} />;
  return (
    <main className={css('start')}>
      <h1>{t('imports.title')}</h1>
      <FileDrop onSent={setOpen} />
      <ImportList imports={found} onOpen={setOpen} />
    </main>
  );
};

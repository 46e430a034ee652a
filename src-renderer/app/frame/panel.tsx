/** A panel of a screen: breaks alone, says so in its own place. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { PanelBoundary } from '@renderer/ui/boundary/panel-boundary.tsx';
import type { ReactNode } from 'react';

export const Panel = ({
  name,
  resetKey,
  children,
}: {
  readonly name: 'customer' | 'lectern' | 'notes' | 'thread' | 'message' | 'screen' | 'status';
  readonly resetKey: string;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  const words = {
    title: t(`panel.${name}`),
    detail: t('panel.goesOn'),
    retry: t('common.retry'),
  };
  return (
    <PanelBoundary words={words} resetKey={resetKey}>
      {children}
    </PanelBoundary>
  );
};

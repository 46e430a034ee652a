/** What a lead lacks to go into calls, and who gives it; what is possible without is said with it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { BoardSources } from '@shared/contracts/live/board.ts';
import styles from './help-missing.module.css';

const css = styleNames(styles);

/** `switch`: this hub drives none. `line`: she has no telephone that it could call. */
export const useHelpMissing = (sources: BoardSources | null): 'switch' | 'line' | null => {
  const line = useSlice('line');
  if (sources?.switch === 'none') return 'switch';
  return line !== undefined && line.extension === null ? 'line' : null;
};

export const HelpMissing = ({ missing }: { readonly missing: 'switch' | 'line' }) => {
  const { t } = useText();
  return (
    <p className={css('missing')}>
      <Icon name="info" size={18} />
      <span>
        <b>{t(`board.help.missing.${missing}`)}</b> {t(`board.help.missing.${missing}How`)}
      </span>
    </p>
  );
};

/** Whether what is written is kept, where, and since when; and what to do when somebody else saved. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useEditor, useReadOnly } from './editor-store.ts';
import styles from './speech-editor.module.css';
import type { Saver } from './use-autosave.ts';

const css = styleNames(styles);

export const SavingNote = () => {
  const { t, language } = useText();
  const saving = useEditor((state) => state.saving);
  const savedAtMs = useEditor((state) => state.savedAtMs);
  const readOnly = useReadOnly();
  const time = savedAtMs === null ? '' : formatSecond(savedAtMs, language);
  const words: { readonly [state in typeof saving]: string } = {
    saved: savedAtMs === null ? '' : t('speechEditor.savedAt', { time }),
    saving: t('speechEditor.saving'),
    unsaved: t('speechEditor.saving'),
    kept: t('speechEditor.keptHere'),
    theirs: t('speechEditor.notSaved'),
    refused: t('speechEditor.notSaved'),
  };
  if (readOnly)
    return (
      <span className={css('saved')} role="status">
        <Icon name="lock" size={14} />
        {t('speechEditor.readOnly')}
      </span>
    );
  const tone = saving === 'saved' ? 'ok' : saving === 'kept' ? 'warn' : '';
  return (
    <span
      className={css('saved', saving === 'theirs' || saving === 'refused' ? 'bad' : tone)}
      role="status"
    >
      {saving === 'saved' && savedAtMs !== null ? <Icon name="check" size={14} /> : null}
      {saving === 'kept' ? <Icon name="cloud-off" size={14} /> : null}
      {words[saving]}
    </span>
  );
};

/** Two in one draft: nobody's words are lost, whichever is taken. */
export const TheirsStrip = ({ saver }: { readonly saver: Saver }) => {
  const { t } = useText();
  const saving = useEditor((state) => state.saving);
  if (saving !== 'theirs') return null;
  return (
    <div className={css('strip')} role="alert">
      <Icon name="two-values" size={17} />
      <span>{t('speechEditor.theirs')}</span>
      <Button size="small" onClick={() => void saver.takeTheirs()}>
        {t('speechEditor.takeTheirs')}
      </Button>
      <Button size="small" onClick={() => void saver.keepMine()}>
        {t('speechEditor.keepMine')}
      </Button>
    </div>
  );
};

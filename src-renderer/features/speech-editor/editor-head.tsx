/** The head of the editor: which speech, how far it is on its way, to play it, to hand it on. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { saveFile } from '@renderer/platform/save-file.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { maySubmit } from '@shared/domain/script/checks/check-script.ts';
import { speechFileName, writeSpeechFile } from '@shared/domain/script/exchange/speech-file.ts';
import { redo, undo, useEditor, useEditorStore, useReadOnly } from './editor-store.ts';
import styles from './speech-editor.module.css';
import type { Checked } from './use-findings.ts';

const css = styleNames(styles);
const flow = ['draft', 'in-review', 'approved', 'published'] as const;

const Flow = ({ status }: { readonly status: ScriptVersion['status'] }) => {
  const { t } = useText();
  return (
    <ol className={css('flow')} aria-label={t('speechEditor.way')}>
      {flow.map((one) => (
        <li
          key={one}
          className={css(one === status && 'current')}
          aria-current={one === status ? 'step' : undefined}
        >
          {one === 'draft' ? (
            <Icon name="pencil" size={15} />
          ) : (
            <Icon name="chevron-right" size={15} />
          )}
          {t(`speechEditor.flow.${one}`)}
        </li>
      ))}
    </ol>
  );
};

const IconButton = ({
  label,
  icon,
  keys,
  idle,
  onPress,
}: {
  readonly label: string;
  readonly icon: IconName;
  readonly keys?: string;
  readonly idle?: boolean;
  readonly onPress: () => void;
}) => (
  <button
    type="button"
    className={css('rowButton', idle === true && 'idle')}
    aria-label={label}
    title={label}
    aria-keyshortcuts={keys}
    aria-disabled={idle}
    onClick={onPress}
  >
    <Icon name={icon} size={18} />
  </button>
);

const HistoryButtons = () => {
  const { t } = useText();
  const store = useEditorStore();
  const past = useEditor((state) => state.history.past.length > 0);
  const future = useEditor((state) => state.history.future.length > 0);
  return (
    <>
      <IconButton
        label={t('speechEditor.undo')}
        icon="undo"
        keys="Control+Z"
        idle={!past}
        onPress={() => undo(store)}
      />
      <IconButton
        label={t('speechEditor.redo')}
        icon="redo"
        keys="Control+Y"
        idle={!future}
        onPress={() => redo(store)}
      />
    </>
  );
};

const useWho = (brandId: string): string => {
  const { t } = useText();
  const user = useSlice('session')?.user;
  const brand = useBrand(brandId);
  const name = user === null || user === undefined ? '' : `${user.firstName} ${user.lastName}`;
  return t('speechEditor.who', { name, brand: brand?.name ?? '' });
};

export const EditorHead = ({
  version,
  checked,
  onClose,
  onPlay,
  onSubmit,
}: {
  readonly version: ScriptVersion;
  readonly checked: Checked;
  readonly onClose: () => void;
  readonly onPlay: () => void;
  readonly onSubmit: () => void;
}) => {
  const { t } = useText();
  const store = useEditorStore();
  const readOnly = useReadOnly();
  const who = useWho(version.brandId);
  const clear = checked.isChecked && maySubmit(checked.findings);
  const download = () => {
    const script = store.getState().history.now;
    saveFile(speechFileName(script), 'application/json', writeSpeechFile(script));
  };
  return (
    <header className={css('head')}>
      <IconButton label={t('speechEditor.allSpeeches')} icon="back" onPress={onClose} />
      <div className={css('title')}>
        <h1>{t('speechEditor.title')}</h1>
        <small>{who}</small>
      </div>
      <i />
      {readOnly ? null : <HistoryButtons />}
      <IconButton label={t('speechEditor.export')} icon="download" onPress={download} />
      <Flow status={version.status} />
      <Button keys={['Alt', 'J']} aria-keyshortcuts="Alt+J" onClick={onPlay}>
        {t('speechEditor.play')}
      </Button>
      {version.may.includes('submit') ? (
        <Button
          icon="send"
          blocked={
            clear
              ? undefined
              : t(checked.isChecked ? 'speechEditor.blockedSubmit' : 'speechEditor.checking')
          }
          onClick={onSubmit}
        >
          {t('speechEditor.submit')}
        </Button>
      ) : null}
    </header>
  );
};

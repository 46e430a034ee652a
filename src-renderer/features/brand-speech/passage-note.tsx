/** What has to be said here, and the way to say that it was not: nobody is made to claim it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { currentStep } from '@shared/domain/script/run.ts';
import { isUnsaid, toggleUnsaid } from '@shared/domain/script/trace.ts';
import styles from './step-parts.module.css';

const css = styleNames(styles);

export const PassageNote = ({
  speech,
  exact,
}: {
  readonly speech: Speech;
  /** Whether the sentence holds words to be said as they stand. */
  readonly exact: 'some' | 'none';
}) => {
  const { t } = useText();
  const { script, record, note } = speech;
  const owed = currentStep(script, record).passages ?? [];
  const unsaid = isUnsaid(record);
  const toggle = () => note(toggleUnsaid);
  useKeys(
    owed.length === 0 ? [] : [{ key: 'x', modifier: 'alt', whileTyping: 'works', act: toggle }],
  );
  if (owed.length === 0 && exact === 'none') return null;
  return (
    <p className={css('owed', unsaid && 'unsaid')}>
      <Icon name="lock" size={15} />
      <span>
        {exact === 'some' ? t('speech.exact') : null}
        {exact === 'some' && owed.length > 0 ? ' · ' : null}
        {owed.length === 0
          ? null
          : t('speech.owed', { what: owed.map((one) => t(`speech.passage.${one}`)).join(', ') })}
      </span>
      {owed.length === 0 ? null : (
        <button type="button" aria-pressed={unsaid} aria-keyshortcuts="Alt+X" onClick={toggle}>
          <KeyCaps keys={['Alt', 'X']} />
          {t('speech.unsaid')}
        </button>
      )}
    </p>
  );
};

/** Where nothing has failed: what a call would use, and her first words to warm up her voice. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './check.module.css';

const css = styleNames(styles);

export const ReadySheet = ({ ready }: { readonly ready: boolean }) => {
  const { t, language } = useText();
  const devices = useSlice('devices');
  const user = useSlice('session')?.user;
  const named = (id: string, known: readonly { id: string; label: string }[] = []): string =>
    known.find((one) => one.id === id)?.label || t('status.defaultDevice');
  const said = t('check.firstWords', {
    name: [user?.firstName, user?.lastName].filter(Boolean).join(' '),
  });
  return (
    <article className={css('remedy')}>
      {ready ? (
        <Tag tone="ok" icon="passed">
          {t('check.result.passed')}
        </Tag>
      ) : (
        <Tag icon="refresh">{t('check.result.running')}</Tag>
      )}
      <h2>{ready ? t('check.allGood') : t('check.running')}</h2>
      {ready ? (
        <p>
          {t('check.allGoodDetail', {
            ringer: named(devices?.ringerId ?? '', devices?.outputs),
            speaker: named(devices?.speakerId ?? '', devices?.outputs),
            microphone: named(devices?.microphoneId ?? '', devices?.inputs),
          })}
        </p>
      ) : null}
      <div className={css('saying')}>
        <p>{t('check.sayThis')}</p>
        <Spoken
          size="small"
          lang={language}
          words={[{ kind: 'words', text: said, exact: false }]}
        />
      </div>
    </article>
  );
};

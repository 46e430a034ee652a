/** What no column holds and proves a consent: the text that people were read, and what it is for. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type FormEvent, useId, useRef, useState } from 'react';
import styles from './imports.module.css';
import type { ImportDesk } from './use-imports.ts';

const css = styleNames(styles);

export const ConsentTexts = ({ desk }: { readonly desk: ImportDesk }) => {
  const { t } = useText();
  const { view } = desk;
  const ids = { text: useId(), purpose: useId() };
  const first = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [purpose, setPurpose] = useState(view.constants.consentPurpose ?? '');
  const asksPurpose = !view.columns.some(({ field }) => field === 'consentPurpose');
  useKeys([{ key: 'j', whileTyping: 'rests', act: () => first.current?.focus() }]);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const said = {
      ...view.constants,
      ...(text === '' ? {} : { consentText: text }),
      ...(purpose === '' || !asksPurpose ? {} : { consentPurpose: purpose }),
      ...(view.columns.some(({ field }) => field === 'consentChannel')
        ? {}
        : { consentChannel: view.constants.consentChannel ?? 'phone' }),
    };
    void desk.map({ columns: {}, constants: said });
  };
  return (
    <form className={css('notice', 'ask')} onSubmit={keep}>
      <Icon name="help" size={17} />
      <div>
        <p>
          <b>{t('imports.textMissing')}</b> {t('imports.textMissingWhy')}
        </p>
        <div className={css('texts')}>
          <label htmlFor={ids.text}>{t('imports.textLabel')}</label>
          <input
            id={ids.text}
            ref={first}
            type="text"
            maxLength={480}
            aria-keyshortcuts="J"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {asksPurpose ? (
            <>
              <label htmlFor={ids.purpose}>{t('imports.purposeLabel')}</label>
              <input
                id={ids.purpose}
                type="text"
                maxLength={200}
                value={purpose}
                onChange={(event) => setPurpose(event.currentTarget.value)}
              />
            </>
          ) : null}
          <Button type="submit" size="small" keys={['J']}>
            {t('imports.keepTexts')}
          </Button>
        </div>
      </div>
    </form>
  );
};

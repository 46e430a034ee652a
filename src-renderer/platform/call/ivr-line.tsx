/** What the caller has already said to the voice server, in one line. */
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Ivr, ivrWords } from '@shared/domain/ivr/ivr.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './ivr-line.module.css';

const css = styleNames(styles);

export const IvrLine = ({ ivr }: { readonly ivr: Ivr | undefined }) => {
  const { t } = useText();
  if (ivr === undefined) return null;
  const { choice, typed, said } = ivrWords(ivr);
  const rest = [
    ...typed.map((number) => t('ivr.typed', { number })),
    ...said.map((words) => t('ivr.said', { words })),
  ];
  if (choice === null && rest.length === 0) return null;
  return (
    <p className={css('line')}>
      <Icon name="keypad" size={17} />
      <span>
        {t('ivr.already')} {choice === null ? null : <b>{choice}</b>}
        {choice === null || rest.length === 0 ? '' : ', '}
        {rest.join(', ')}
      </span>
    </p>
  );
};

/** How a letter looks: the brand's sign, who writes, who signs, and what stands at its foot (LETTER-9). */

import { TextAreaField, TextField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type LetterLook,
  LONGEST_FOOTER,
  LONGEST_SENDER_LINE,
  MOST_FOOTER_LINES,
  MOST_SENDER_LINES,
} from '@shared/domain/letter/template.ts';
import { ImageField } from './image-field.tsx';
import styles from './sequence.module.css';

const css = styleNames(styles);

export const emptyLook: LetterLook = {
  sender: [],
  signature: '',
  signatureTitle: '',
  signatureImage: null,
  logo: null,
  footer: '',
};

const isSenderWrong = ({ sender }: LetterLook): boolean =>
  sender.length > MOST_SENDER_LINES || sender.some(({ length }) => length > LONGEST_SENDER_LINE);
const isFooterWrong = ({ footer }: LetterLook): boolean =>
  footer.length > LONGEST_FOOTER || footer.split('\n').length > MOST_FOOTER_LINES;

export const LetterLookForm = ({
  look,
  onChange,
}: {
  readonly look: LetterLook;
  readonly onChange: (part: Partial<LetterLook>) => void;
}) => {
  const { t } = useText();
  return (
    <fieldset className={css('look')}>
      <legend>{t('sequence.look.title')}</legend>
      <ImageField
        label={t('sequence.look.logo')}
        hint={t('sequence.look.logoHint')}
        value={look.logo}
        onChange={(logo) => onChange({ logo })}
      />
      <TextAreaField
        label={t('sequence.look.sender')}
        hint={t('sequence.look.senderHint', {
          lines: MOST_SENDER_LINES,
          signs: LONGEST_SENDER_LINE,
        })}
        wrong={isSenderWrong(look)}
        rows={3}
        value={look.sender.join('\n')}
        onChange={(text) => onChange({ sender: text === '' ? [] : text.split('\n') })}
      />
      <div className={css('signer')}>
        <TextField
          label={t('sequence.look.signature')}
          value={look.signature}
          onChange={(signature) => onChange({ signature })}
        />
        <TextField
          label={t('sequence.look.signatureTitle')}
          value={look.signatureTitle}
          onChange={(signatureTitle) => onChange({ signatureTitle })}
        />
      </div>
      <ImageField
        label={t('sequence.look.hand')}
        hint={t('sequence.look.handHint')}
        value={look.signatureImage}
        onChange={(signatureImage) => onChange({ signatureImage })}
      />
      <TextAreaField
        label={t('sequence.look.footer')}
        hint={t('sequence.look.footerHint', { lines: MOST_FOOTER_LINES, signs: LONGEST_FOOTER })}
        wrong={isFooterWrong(look)}
        rows={2}
        value={look.footer}
        onChange={(footer) => onChange({ footer })}
      />
    </fieldset>
  );
};

/** A letter, an e-mail or a short message is written here, and seen as somebody will get it. */

import { TextAreaField, TextField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { SmsCount } from '@renderer/platform/message/sms-count.tsx';
import { saveFile } from '@renderer/platform/save-file.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { KeptTemplate, Preview } from '@shared/contracts/http/letters.ts';
import {
  type LetterLook,
  lookOf,
  merged,
  mergeFields,
  sampleFacts,
  type Template,
  type TemplateChannel,
  templateSchema,
  unknownFields,
} from '@shared/domain/letter/template.ts';
import { saysHowToOppose } from '@shared/domain/message/opposition-mention.ts';
import { useState } from 'react';
import { emptyLook, LetterLookForm } from './letter-look.tsx';
import styles from './sequence.module.css';

const css = styleNames(styles);

const Seen = ({ preview }: { readonly preview: Preview }) => {
  const { t } = useText();
  return (
    <div className={css('seen')} role="status">
      {preview.addressLines.length === 0 ? null : <pre>{preview.addressLines.join('\n')}</pre>}
      {preview.subject === '' ? null : <b>{preview.subject}</b>}
      <p>{preview.body}</p>
      {preview.missing.length === 0 ? null : (
        <small>{t('sequence.missing', { fields: preview.missing.join(', ') })}</small>
      )}
    </div>
  );
};

type Typed = LetterLook & Pick<Template, 'brandId' | 'channel' | 'name' | 'subject' | 'body'>;

/** The sheet as the mail house prints it: of what is typed, kept or not. */
const AsPdf = ({ template }: { readonly template: Template | null }) => {
  const { t } = useText();
  const request = useRequest();
  const see = async () => {
    if (template === null) return;
    const got = await request('letters.pdf', { template });
    if (got.ok) saveFile(`${template.name}.pdf`, 'application/pdf', got.value.bytes);
  };
  return (
    <Button
      icon="file"
      blocked={template === null ? t('sequence.template.unfinished') : undefined}
      onClick={() => void see()}
    >
      {t('sequence.template.pdf')}
    </Button>
  );
};

/** How long it will be for somebody, and whether it may sell like that (SEQ-15). */
const ShortMessage = ({ typed, sells }: { readonly typed: Typed; readonly sells: boolean }) => {
  const { t } = useText();
  const { text } = merged(typed.body, sampleFacts);
  return (
    <>
      <p className={css('length')} role="status">
        <SmsCount text={text} brandId={typed.brandId} />
        {text === typed.body ? null : <i>{t('sequence.template.sample')}</i>}
      </p>
      {sells && typed.body.trim() !== '' && !saysHowToOppose(typed.body) ? (
        <p className={css('lacking')} role="alert">
          <Icon name="alert" size={16} />
          {t('sequence.template.noStop')}
        </p>
      ) : null}
    </>
  );
};

const Words = ({
  typed,
  change,
}: {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
}) => {
  const { t } = useText();
  const strange = unknownFields(`${typed.subject} ${typed.body}`);
  const inBraces = (names: readonly string[], between: string): string =>
    names.map((one) => `{{${one}}}`).join(between);
  return (
    <>
      <TextField
        label={t('sequence.template.name')}
        value={typed.name}
        onChange={(name) => change({ name })}
      />
      {typed.channel === 'sms' ? null : (
        <TextField
          label={t('sequence.template.subject')}
          value={typed.subject}
          onChange={(subject) => change({ subject })}
        />
      )}
      <TextAreaField
        label={t('sequence.template.body')}
        rows={8}
        value={typed.body}
        wrong={strange.length > 0}
        hint={
          strange.length > 0
            ? t('sequence.template.strange', { fields: inBraces(strange, ', ') })
            : t('sequence.template.fields', { fields: inBraces(mergeFields, ' ') })
        }
        onChange={(body) => change({ body })}
      />
    </>
  );
};

export const TemplateForm = ({
  brandId,
  channel,
  known,
  like,
  sells,
  onSaved,
  onClose,
}: {
  readonly brandId: string;
  readonly channel: TemplateChannel;
  readonly known: KeptTemplate | null;
  /** The brand's last letter: a new one begins with its look. */
  readonly like: Template | null;
  /** What is written here sells: the law asks more of it. */
  readonly sells: boolean;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const look = like === null ? emptyLook : lookOf(like);
  const empty = { brandId, channel, name: '', subject: '', body: '', ...look };
  const [typed, setTyped] = useState<Typed>(known?.template ?? empty);
  const [kept, setKept] = useState(known);
  const [preview, setPreview] = useState<Preview | null>(null);
  const parsed = templateSchema.safeParse(typed);
  const save = async () => {
    if (!parsed.success) return;
    const which = { templateId: kept?.id ?? null, revision: kept?.revision ?? 0 };
    const told = await request('letters.save', { ...which, template: parsed.data });
    if (!told.ok) return;
    setKept(told.value);
    onSaved(told.value.id);
    const seen = await request('letters.preview', { templateId: told.value.id });
    if (seen.ok) setPreview(seen.value);
  };
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <div className={css('template')}>
      <Words typed={typed} change={change} />
      {channel === 'sms' ? <ShortMessage typed={typed} sells={sells} /> : null}
      {channel === 'post' ? <LetterLookForm look={typed} onChange={change} /> : null}
      <div className={css('acts')}>
        <Button
          look="primary"
          blocked={parsed.success ? undefined : t('sequence.template.unfinished')}
          onClick={() => void save()}
        >
          {t('sequence.template.save')}
        </Button>
        {channel === 'post' ? <AsPdf template={parsed.success ? parsed.data : null} /> : null}
        <Button look="ghost" onClick={onClose}>
          {t('sequence.template.close')}
        </Button>
      </div>
      {preview === null ? null : <Seen preview={preview} />}
    </div>
  );
};

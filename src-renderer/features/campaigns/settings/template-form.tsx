/** A letter, an e-mail or a short message is written here, and seen as somebody will get it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { KeptTemplate, Preview } from '@shared/contracts/http/letters.ts';
import {
  mergeFields,
  type Template,
  type TemplateChannel,
  templateSchema,
  unknownFields,
} from '@shared/domain/letter/template.ts';
import { useId, useState } from 'react';
import { TextField } from '../fields.tsx';
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

export const TemplateForm = ({
  brandId,
  channel,
  known,
  onSaved,
  onClose,
}: {
  readonly brandId: string;
  readonly channel: TemplateChannel;
  readonly known: KeptTemplate | null;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const bodyId = useId();
  const empty = { brandId, channel, name: '', subject: '', body: '' };
  const [typed, setTyped] = useState<Template | typeof empty>(known?.template ?? empty);
  const [kept, setKept] = useState(known);
  const [preview, setPreview] = useState<Preview | null>(null);
  const strange = unknownFields(`${typed.subject} ${typed.body}`);
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
  const change = (part: object) => setTyped((before) => ({ ...before, ...part }));
  return (
    <div className={css('template')}>
      <TextField
        label={t('sequence.template.name')}
        value={typed.name}
        onChange={(name) => change({ name })}
      />
      {channel === 'sms' ? null : (
        <TextField
          label={t('sequence.template.subject')}
          value={typed.subject}
          onChange={(subject) => change({ subject })}
        />
      )}
      <label htmlFor={bodyId}>{t('sequence.template.body')}</label>
      <textarea
        id={bodyId}
        rows={8}
        value={typed.body}
        aria-invalid={strange.length > 0}
        aria-describedby={`${bodyId}-fields`}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <small id={`${bodyId}-fields`}>
        {strange.length > 0
          ? t('sequence.template.strange', {
              fields: strange.map((one) => `{{${one}}}`).join(', '),
            })
          : t('sequence.template.fields', {
              fields: mergeFields.map((one) => `{{${one}}}`).join(' '),
            })}
      </small>
      <div className={css('acts')}>
        <Button
          look="primary"
          blocked={parsed.success ? undefined : t('sequence.template.unfinished')}
          onClick={() => void save()}
        >
          {t('sequence.template.save')}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t('sequence.template.close')}
        </Button>
      </div>
      {preview === null ? null : <Seen preview={preview} />}
    </div>
  );
};

/** A new speech: from a template that is whole already, or from a file of another house. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Draft } from '@shared/contracts/http/scripts.ts';
import { type FileProblem, readSpeechFile } from '@shared/domain/script/exchange/speech-file.ts';
import { contentFor } from '@shared/domain/script/templates/template.ts';
import { templates } from '@shared/domain/script/templates/templates.ts';
import { useId, useState } from 'react';
import styles from './speech-editor.module.css';

const css = styleNames(styles);

const Problems = ({
  file,
  problems,
}: {
  readonly file: string;
  readonly problems: readonly FileProblem[];
}) => {
  const { t } = useText();
  return (
    <div role="alert" className={css('fileProblems')}>
      <b>{t('speechEditor.file.refused', { file })}</b>
      <ul>
        {problems.map(({ code, where, detail }) => (
          <li key={`${code} ${where} ${detail}`}>
            {t(`speechEditor.file.${code}`, { where, detail })}
          </li>
        ))}
      </ul>
    </div>
  );
};

const FileInput = ({
  brandId,
  onStart,
}: {
  readonly brandId: string;
  readonly onStart: (name: string, content: Draft) => void;
}) => {
  const { t } = useText();
  const [refused, setRefused] = useState<{
    readonly file: string;
    readonly problems: readonly FileProblem[];
  } | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = readSpeechFile(await file.text());
    if (read.content === undefined) {
      setRefused({ file: file.name, problems: read.problems });
      return;
    }
    setRefused(null);
    const { id: _id, ...content } = read.content;
    onStart(content.name, { ...content, brandId });
  };
  return (
    <>
      <label className={css('template', 'fromFile')}>
        <Icon name="upload" />
        <b>{t('speechEditor.file.open')}</b>
        <small>{t('speechEditor.file.hint')}</small>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      {refused === null ? null : <Problems {...refused} />}
    </>
  );
};

const Beginnings = ({ onStart }: { readonly onStart: (name: string, content: Draft) => void }) => {
  const { t, language } = useText();
  const id = useId();
  const brands = useBrands();
  const codes = useSlice('reference')?.dispositions ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const brandId = chosen ?? brands[0]?.id ?? '';
  const own = codes.filter((one) => one.brandId === brandId);
  return (
    <>
      <div className={css('field', 'narrow')}>
        <label htmlFor={id}>{t('speechEditor.forBrand')}</label>
        <select id={id} value={brandId} onChange={(event) => setChosen(event.currentTarget.value)}>
          {brands.map((brand) => (
            <option key={brand.id} value={brand.id}>
              {brand.name}
            </option>
          ))}
        </select>
      </div>
      <div className={css('templates')}>
        {templates.map((template) => (
          <button
            key={template.id}
            type="button"
            className={css('template')}
            onClick={() => onStart(template.name[language], contentFor(template, brandId, own))}
          >
            <b>{template.name[language]}</b>
            <small>{template.when[language]}</small>
          </button>
        ))}
        <FileInput brandId={brandId} onStart={onStart} />
      </div>
    </>
  );
};

export const NewSpeech = (props: { readonly onStart: (name: string, content: Draft) => void }) => {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <section className={css('newSpeech')}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="plus" />
        {t('speechEditor.newSpeech')}
      </button>
      {open ? <Beginnings {...props} /> : null}
    </section>
  );
};

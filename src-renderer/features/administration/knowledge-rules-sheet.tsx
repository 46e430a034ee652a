/** The open page of a brand's articles, and what a message costs; each field saves itself when it is left. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type KnowledgeRules,
  knowledgeRulesSchema,
} from '@shared/domain/article/knowledge-rules.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { ChecksField, TextField } from './fields.tsx';
import { checkForm, noneWrong } from './form-errors.ts';
import { Sheet } from './loaded.tsx';
import type { RulesProps } from './rules-sheets.tsx';

const css = styleNames(styles);
const nothing: KnowledgeRules = {
  openPage: false,
  pageUrl: null,
  emailCents: null,
  smsCents: null,
};

const textsOf = ({ pageUrl, emailCents, smsCents }: KnowledgeRules) => ({
  pageUrl: pageUrl ?? '',
  emailCents: emailCents === null ? '' : String(emailCents),
  smsCents: smsCents === null ? '' : String(smsCents),
});
type Texts = ReturnType<typeof textsOf>;

const cents = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const readTexts = ({ pageUrl, emailCents, smsCents }: Texts) => ({
  pageUrl: pageUrl.trim() === '' ? null : pageUrl.trim(),
  emailCents: cents(emailCents),
  smsCents: cents(smsCents),
});

export const KnowledgeRulesSheet = ({ rules: { knowledge = nothing }, onChange }: RulesProps) => {
  const { t } = useText();
  const [typed, setTyped] = useState<Partial<Texts>>({});
  const [wrong, setWrong] = useState(noneWrong);
  const texts = { ...textsOf(knowledge), ...typed };
  const save = (openPage: boolean) => {
    const checked = checkForm(knowledgeRulesSchema, { openPage, ...readTexts(texts) });
    setWrong(checked.ok ? noneWrong : checked.wrong);
    if (!checked.ok) return;
    setTyped({});
    const isSame = Object.entries(checked.value).every(
      ([field, value]) => knowledge[field as keyof KnowledgeRules] === value,
    );
    if (!isSame) onChange({ knowledge: checked.value });
  };
  const field = (name: keyof Texts) => (
    <TextField
      label={t(`admin.knowledge.${name}`)}
      hint={t(`admin.knowledge.hint.${name}`)}
      value={texts[name]}
      wrong={wrong.has(name)}
      onChange={(value) => setTyped((now) => ({ ...now, [name]: value }))}
      onDone={() => save(knowledge.openPage)}
    />
  );
  return (
    <Sheet wide title={t('admin.knowledge.title')}>
      <div className={css('form')}>
        <ChecksField
          label={t('admin.knowledge.page')}
          chosen={knowledge.openPage ? ['openPage'] : []}
          options={[{ id: 'openPage', label: t('admin.knowledge.openPage') }]}
          onChange={(chosen) => save(chosen.includes('openPage'))}
        />
        {field('pageUrl')}
        {field('emailCents')}
        {field('smsCents')}
      </div>
    </Sheet>
  );
};
